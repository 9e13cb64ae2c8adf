import { readFile, stat } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { checkZip } from '../../../records/import/readers/zip-file.ts'
import { QuestionError } from '../../../ground/question-error.ts'

/** In bytes; a report with pictures is a few MB. */
const MOST_BYTES = 50 * 1024 * 1024
/** Unpacked: with pictures that hardly pack. */
const MOST_UNPACKED = 100 * 1024 * 1024
/** Of one part of text, which is held as a tree of ten times its size; a report of 300 pages has a tenth of this. */
const MOST_PART = 20 * 1024 * 1024
const MAIN = 'word/document.xml'

/**
 * The bytes of a Word document that is safe to fill. Nothing in it is ever run by Causeway; what Word itself would run or fetch on
 * opening (macros, a template or object elsewhere) is refused, since the filled report goes out in the college's name.
 */
export async function readTemplate(path: string, name: string): Promise<Buffer> {
  if ((await stat(path)).size > MOST_BYTES) {
    throw new QuestionError('TEMPLATE_TOO_LARGE', {
      zh: `${name} 超过 ${MOST_BYTES / 1024 / 1024} MB。请压缩其中的图片后再用作模板。`,
      en: `${name} is larger than ${MOST_BYTES / 1024 / 1024} MB. Compress the pictures in it before using it as a template.`,
    })
  }
  const bytes = await readFile(path)
  const names = await readNames(path, bytes, name)
  if (!names.includes(MAIN)) throw notWord(name)
  const parts = unzipSync(bytes, {
    filter: (file) => {
      if (/\.(xml|rels)$/.test(file.name) && file.originalSize > MOST_PART) throw tooMuch(name)
      return file.name.endsWith('.rels') || file.name === '[Content_Types].xml' || file.name === MAIN
    },
  })
  if (!/<\/(?:\w+:)?document>\s*$/.test(strFromU8(parts[MAIN]!))) throw damaged(name)
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  if (
    names.some((one) => /vbaProject|\.bin$/i.test(one) && !/printerSettings/i.test(one)) ||
    /macroEnabled/i.test(types)
  ) {
    throw new QuestionError('TEMPLATE_UNSAFE', {
      zh: `${name} 含有宏或嵌入的程序，不能用作模板。请另存为不带宏的 Word 文档（.docx）。`,
      en: `${name} holds macros or an embedded programme and cannot be a template. Save it as a Word document without macros (.docx).`,
    })
  }
  for (const [file, content] of Object.entries(parts)) {
    if (!file.endsWith('.rels')) continue
    for (const [relationship] of strFromU8(content).matchAll(/<Relationship\b[^>]*>/g)) {
      if (/TargetMode\s*=\s*["']External/i.test(relationship) && !/\/hyperlink["']/.test(relationship))
        throw linksOut(name)
    }
  }
  return bytes
}

async function readNames(path: string, bytes: Buffer, name: string): Promise<readonly string[]> {
  if (bytes.length === 0) {
    throw new QuestionError('TEMPLATE_EMPTY', { zh: `${name} 是空文件。`, en: `${name} is empty.` })
  }
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) {
    throw new QuestionError('NOT_A_TEMPLATE', {
      zh: `${name} 是旧版 Word 文档（.doc）或设有密码的文档。请在 Word 中另存为不带密码的 .docx。`,
      en: `${name} is an old Word document (.doc) or one with a password. Save it in Word as a .docx without a password.`,
    })
  }
  if (bytes.length < 4 || bytes.toString('latin1', 0, 2) !== 'PK') throw notWord(name)
  try {
    return await checkZip(path, MOST_UNPACKED)
  } catch (error) {
    const { code } = error as { code?: string }
    throw code === 'ZIP_BOMB' || code === 'FILE_TOO_LARGE' ? tooMuch(name) : damaged(name)
  }
}

function tooMuch(name: string): QuestionError {
  return new QuestionError('TEMPLATE_TOO_LARGE', {
    zh: `${name} 解压后过大，未予打开。请删去其中多余的内容或图片后再用作模板。`,
    en: `Unpacked, ${name} is too large, and it was not opened. Take out what a template does not need, such as pictures.`,
  })
}

function damaged(name: string): QuestionError {
  return new QuestionError('TEMPLATE_DAMAGED', {
    zh: `${name} 已损坏，无法打开。请在 Word 中打开并另存一份，再用作模板。`,
    en: `${name} is damaged and cannot be opened. Open it in Word, save it anew and use that as the template.`,
  })
}

function notWord(name: string): QuestionError {
  return new QuestionError('NOT_A_TEMPLATE', {
    zh: `${name} 不是 Word 文档（.docx）。`,
    en: `${name} is not a Word document (.docx).`,
  })
}

function linksOut(name: string): QuestionError {
  return new QuestionError('TEMPLATE_UNSAFE', {
    zh: `${name} 链接了外部的文件（模板、对象或图片），打开时会去取用，不能用作模板。请在 Word 中断开链接或改为嵌入。`,
    en: `${name} links to a file elsewhere (a template, object or picture) that Word would fetch on opening, and cannot be a template. Break the link in Word, or embed what it links to.`,
  })
}
