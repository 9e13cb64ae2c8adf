import { readFile, stat } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { checkZip } from '../../../records/import/readers/zip-file.ts'
import { XmlEvents } from '../../../records/import/readers/xml-events.ts'
import { QuestionError } from '../../../ground/question-error.ts'
import { fill } from '@causeway/shared/words/words'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** In bytes; a report with pictures is a few MB. */
const MOST_BYTES = 50 * 1024 * 1024
/** Unpacked: with pictures that hardly pack. */
const MOST_UNPACKED = 100 * 1024 * 1024
/** Of one part of text, which is held as a tree of ten times its size; a report of 300 pages has a tenth of this. */
const MOST_PART = 20 * 1024 * 1024
/** A report of 300 pages has a tenth of this. */
const MOST_CONTROLS = 5_000
const MAIN = 'word/document.xml'

/**
 * The bytes of a Word document that is safe to fill. Nothing in it is ever run by Causeway; what Word itself would run or fetch on
 * opening (macros, a template or object elsewhere) is refused, since the filled report goes out in the college's name.
 */
export async function readTemplate(path: string, name: string): Promise<Buffer> {
  if ((await stat(path)).size > MOST_BYTES) {
    throw new QuestionError(
      'TEMPLATE_TOO_LARGE',
      fill(REFUSALS.TEMPLATE_TOO_LARGE, { name, megabytes: MOST_BYTES / 1024 / 1024 }),
    )
  }
  const bytes = await readFile(path)
  const names = await readNames(path, bytes, name)
  if (!names.includes(MAIN)) throw notWord(name)
  const parts = unzipSync(bytes, {
    filter: (file) => {
      if (/\.(xml|rels)$/.test(file.name) && file.originalSize > MOST_PART) throw tooMuch(name)
      return /\.(xml|rels)$/.test(file.name)
    },
  })
  if (!/<\/(?:\w+:)?document>\s*$/.test(strFromU8(parts[MAIN]!))) throw damaged(name)
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  if (
    names.some((one) => /vbaProject|\.bin$/i.test(one) && !/printerSettings/i.test(one)) ||
    /macroEnabled/i.test(types)
  ) {
    throw new QuestionError('TEMPLATE_UNSAFE', fill(REFUSALS.TEMPLATE_WITH_MACROS, { name }))
  }
  for (const [file, content] of Object.entries(parts)) {
    const xml = strFromU8(content)
    if (/<!(DOCTYPE|ENTITY)\b/i.test(xml))
      throw new QuestionError('TEMPLATE_UNSAFE', fill(REFUSALS.TEMPLATE_WITH_ENTITIES, { name }))
    if (!PARTS_OF_OTHERS.test(file)) checkXml(xml, file)
    if (file.endsWith('.rels')) refuseLinks(xml, name)
    else refuseContent(xml, name)
  }
  return bytes
}

/** Data of other programs, in whatever encoding. What is read of them is checked when it is read. */
const PARTS_OF_OTHERS = /^customXml\//

/** The libraries that read a document mend XML that is not well formed, and take hours to mend some. */
function checkXml(xml: string, part: string): void {
  const events = new XmlEvents({})
  try {
    events.push(xml)
    events.end()
  } catch {
    throw new QuestionError('DOCUMENT_DAMAGED', fill(REFUSALS.DOCUMENT_DAMAGED, { tag: part }))
  }
}

function refuseLinks(xml: string, name: string): void {
  for (const [relationship] of xml.matchAll(/<Relationship\b[^>]*>/g))
    if (/TargetMode\s*=\s*["']External/i.test(relationship) && !/\/hyperlink["']/.test(relationship))
      throw linksOut(name)
}

/** What a field does that fetches a file, or starts a program, when it is brought up to date. */
const FETCHES = /^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|RD|DATABASE)\b/i

function refuseContent(xml: string, name: string): void {
  if (xml.split(/<(?:\w+:)?sdt\b/).length > MOST_CONTROLS)
    throw new QuestionError('TOO_MANY_CONTROLS', fill(REFUSALS.TOO_MANY_CONTROLS, { name, most: MOST_CONTROLS }))
  for (const instruction of fieldsOf(xml)) {
    const field = FETCHES.exec(instruction)?.[1]
    if (field) throw new QuestionError('TEMPLATE_UNSAFE', fill(REFUSALS.TEMPLATE_FETCHES, { name, field }))
  }
}

/** The instructions of fields: in one attribute, or in runs between marks. */
function fieldsOf(xml: string): string[] {
  const inMarks = xml.split(/fldCharType\s*=\s*["']begin["']/).slice(1)
  return [
    ...[...xml.matchAll(/\binstr\s*=\s*["']([^"']*)/g)].map(([, instruction]) => instruction!),
    ...inMarks.map((from) =>
      [...from.split('fldCharType')[0]!.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)/g)]
        .map(([, text]) => text)
        .join(''),
    ),
  ]
}

async function readNames(path: string, bytes: Buffer, name: string): Promise<readonly string[]> {
  if (bytes.length === 0) {
    throw new QuestionError('TEMPLATE_EMPTY', { zh: `${name} 是空文件。`, en: `${name} is empty.` })
  }
  if (bytes.length < 4) throw notWord(name)
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) {
    throw new QuestionError('NOT_A_TEMPLATE', fill(REFUSALS.OLD_TEMPLATE, { name }))
  }
  if (bytes.toString('latin1', 0, 2) !== 'PK') throw notWord(name)
  try {
    return await checkZip(path, MOST_UNPACKED)
  } catch (error) {
    const { code } = error as { code?: string }
    throw code === 'ZIP_BOMB' || code === 'FILE_TOO_LARGE' ? tooMuch(name) : damaged(name)
  }
}

function tooMuch(name: string): QuestionError {
  return new QuestionError('TEMPLATE_TOO_LARGE', fill(REFUSALS.TEMPLATE_UNPACKS_TOO_LARGE, { name }))
}

function damaged(name: string): QuestionError {
  return new QuestionError('TEMPLATE_DAMAGED', fill(REFUSALS.TEMPLATE_DAMAGED, { name }))
}

function notWord(name: string): QuestionError {
  return new QuestionError('NOT_A_TEMPLATE', fill(REFUSALS.NOT_A_TEMPLATE, { name }))
}

function linksOut(name: string): QuestionError {
  return new QuestionError('TEMPLATE_UNSAFE', fill(REFUSALS.TEMPLATE_LINKS_OUT, { name }))
}
