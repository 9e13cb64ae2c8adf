import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { WriteStillPage } from '@causeway/shared/still-page'
import type { Locale, Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { requireInstitution, findInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { listPublicSubjects, type PublicSubject } from '../../answers/subjects/public-subjects.ts'
import { SUBJECT_KINDS } from '../../answers/subjects/subject.ts'
import { folderLinks, folderStyle, logoFile, SCRIPT_FILE, STYLE_FILE } from './folder-links.ts'
import { chartColours } from './chart-colours.ts'
import { listFolderPages, type FolderPage } from './folder-page.ts'
import { joinData } from './join-data.ts'
import { breakdownName, publicAnswers, readPublicBreakdowns, type PublicAnswers } from './public-answers.ts'
import { publicationFolder, type PublicationFolder } from './publication-folder.ts'
import { stillDesk, type StillDesk } from './still-desk.ts'
import { escapeMarkup } from '../pictures/text.ts'
import { pathToFileURL } from 'node:url'
import { PROJECT_ROOT } from '../../ground/files.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const LANGUAGES: { locale: Locale; lang: 'zh' | 'en' }[] = [
  { locale: 'ZH', lang: 'zh' },
  { locale: 'EN', lang: 'en' },
]

/** What a page of the folder can do by itself. */
const SCRIPT = join(import.meta.dirname, 'page-script.js')

/** Pages, and files of data, that are made at once: they wait for charts and pictures, which another thread draws. */
const FILES_AT_ONCE = 8

export interface PublicationOrder {
  /** Code of the institution whose public figures are written. */
  institution: string
  /** The folder; an earlier publication in it is replaced. */
  out: string
  /** Said before every piece of the work. */
  onProgress?: (progress: PublicationProgress) => void
  /** Breaks it off: then the folder is as it was. */
  signal?: AbortSignal
}

export type PublicationPart = 'figures' | 'pages' | 'files'

export interface PublicationProgress {
  part: PublicationPart
  done: number
  of: number
}

export interface PublicationReport {
  out: string
  institution: string
  /** YYYY-MM-DD */
  dataDate: string
  revision: number
  pages: number
  files: number
  bytes: number
  /** Where what was there before still is, because it could not be removed; null: it is gone. */
  replacedAt: string | null
}

/**
 * Writes what the public may see of an institution as a folder of pages and data that needs no server, in both languages, all of
 * one revision. Throws `QuestionError`: UNKNOWN_INSTITUTION, NO_RECORDS, NOT_BUILT, FOLDER_NOT_EMPTY and what else a folder
 * may be refused for, BROKEN_OFF, and DATA_MOVED where the records change under the work. Whatever happens, the folder holds the
 * whole publication or what it held before.
 */
export async function writePublication(causeway: Causeway, order: PublicationOrder): Promise<PublicationReport> {
  const institution = await findPublishable(causeway, order.institution)
  const writeStillPage = await loadStillPages()
  // First, since it may be refused.
  const folder = publicationFolder(order.out)
  try {
    const answers = publicAnswers(causeway)
    const desk = stillDesk(causeway.brand)
    try {
      return await fillFolder(causeway, order, { institution, writeStillPage, answers, desk, folder })
    } finally {
      await desk.close()
      await answers.close()
    }
  } catch (error) {
    folder.discard()
    throw error
  }
}

interface FillingTools {
  institution: InstitutionFacts
  writeStillPage: WriteStillPage
  answers: PublicAnswers
  desk: StillDesk
  folder: PublicationFolder
}

async function fillFolder(
  causeway: Causeway,
  order: PublicationOrder,
  { institution, writeStillPage, answers, desk, folder }: FillingTools,
): Promise<PublicationReport> {
  const said = progressOf(order)
  const breakdowns = await readPublicBreakdowns(causeway, institution, said('figures'))
  const subjects = await readSubjects(causeway, institution.code)
  const hasFigures = (id: string, by: string) => breakdowns.has(breakdownName(id, by))
  const pages = listFolderPages(causeway, { subjects, hasFigures })
  const links = folderLinks(causeway, pages, desk)
  const files = [...Map.groupBy(pages, ({ file }) => file)].flatMap(([file, views]) =>
    LANGUAGES.map((language) => ({ file: `${language.lang}/${file}`, views, ...language })),
  )
  const colours = new Set<string>()
  const writePage = async ({ file, views, locale, lang }: (typeof files)[number]) => {
    const tools = { ...links.toolsOf(file, locale), ask: answers.ask }
    const shown = views.map((page) => ({
      address: addressOf(page, institution.code, lang),
      name: page.view ?? null,
    }))
    return links.withCharts(await writeStillPage({ views: shown, locale }, tools))
  }
  for await (const [{ file }, html] of ahead(said('pages')(files), FILES_AT_ONCE, writePage)) {
    folder.write(file, html)
    for (const name of chartColours(html)) colours.add(name)
  }
  const readFile = async ([file, addresses]: [string, ReadonlySet<string>]) => {
    const bodies: [address: string, body: Uint8Array][] = []
    for (const address of addresses) bodies.push([address, await answers.read(address)])
    return file.endsWith('.png') ? desk.makeSmaller(bodies[0]![1]) : joinData(file, bodies)
  }
  for await (const [[file], body] of ahead(said('files')([...links.data]), FILES_AT_ONCE, readFile))
    folder.write(file, body)
  folder.write(STYLE_FILE, folderStyle(WEB_ROOT, causeway.brand?.colors ?? {}, colours))
  if (causeway.brand?.logo) folder.write(logoFile(causeway.brand.logo), causeway.brand.logo.body)
  folder.write(SCRIPT_FILE, readFileSync(SCRIPT, 'utf8'))
  folder.write('index.html', coverPage(institution, causeway.brand?.name ?? null))
  const { revision, dataDate } = institution
  if ((await findInstitution(causeway.database, institution.code))?.revision !== revision) throw dataMoved()
  const report = {
    institution: institution.code,
    dataDate: dataDate!,
    revision,
    pages: pages.length * LANGUAGES.length,
  }
  const replacedAt = folder.finish({ ...report, names: institution.name, demonstration: institution.demonstration })
  return { out: order.out, ...report, ...folder.size, replacedAt }
}

async function readSubjects(causeway: Causeway, institution: string): Promise<PublicSubject[]> {
  const subjects: PublicSubject[] = []
  for (const kind of SUBJECT_KINDS.keys()) subjects.push(...(await listPublicSubjects(causeway, institution, kind)))
  return subjects
}

async function findPublishable({ database }: Causeway, code: string): Promise<InstitutionFacts> {
  const institution = await requireInstitution(database, code)
  if (institution.dataDate !== null) return institution
  throw new QuestionError('NO_RECORDS', {
    zh: `院校“${institution.name.zh}”还没有台账记录，没有可发布的内容。`,
    en: `${institution.name.en} has no records yet: there is nothing to publish.`,
    facts: { institution: code },
  })
}

function addressOf({ address }: FolderPage, institution: string, lang: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}institution=${encodeURIComponent(institution)}&lang=${lang}`
}

function dataMoved(): QuestionError {
  return new QuestionError('DATA_MOVED', REFUSALS.DATA_MOVED)
}

/** Of each part of the work: goes through its pieces, tells how far it is, and stops where it is to be broken off. */
function progressOf({ onProgress, signal }: PublicationOrder) {
  return (part: PublicationPart) =>
    async function* <T>(pieces: readonly T[]): AsyncGenerator<T> {
      for (const [done, piece] of pieces.entries()) {
        // Between one turn and the next signals arrive, and what was drawn on is given back.
        await setImmediate()
        if (signal?.aborted) throw brokenOff()
        onProgress?.({ part, done, of: pieces.length })
        yield piece
      }
    }
}

function brokenOff(): QuestionError {
  return new QuestionError('BROKEN_OFF', REFUSALS.BROKEN_OFF)
}

/** Pieces in their order with what was made of each, while some that follow are being made already. */
export async function* ahead<Piece, Made>(
  pieces: AsyncIterable<Piece>,
  most: number,
  make: (piece: Piece) => Promise<Made>,
): AsyncGenerator<[Piece, Made]> {
  const begun: [Piece, Promise<Made>][] = []
  for await (const piece of pieces) {
    const made = make(piece)
    // Anyone who waits for one before it hears of that first.
    made.catch(() => undefined)
    begun.push([piece, made])
    if (begun.length < most) continue
    const [first, of] = begun.shift()!
    yield [first, await of]
  }
  for (const [piece, made] of begun) yield [piece, await made]
}

/** The first page of a folder: it leads on by itself to the language of the institution's country, and names both. */
function coverPage({ name, country }: InstitutionFacts, site: Words | null): string {
  const opens = ['CN', 'HK', 'MO', 'TW'].includes(country) ? 'zh' : 'en'
  const called = site?.[opens] ?? 'Causeway'
  return `<!doctype html>
<html lang="${opens === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${opens}/index.html">
<title>${escapeMarkup(opens === 'zh' ? name.zh : name.en)} · ${escapeMarkup(called)}</title>
<link rel="stylesheet" href="assets/causeway.css">
</head>
<body>
<main>
<h1>${escapeMarkup(called)}</h1>
<p lang="zh-CN"><a href="zh/index.html">${escapeMarkup(name.zh)}：中文版</a></p>
<p lang="en"><a href="en/index.html">${escapeMarkup(name.en)}: English</a></p>
</main>
</body>
</html>
`
}

const WEB_ROOT = join(PROJECT_ROOT, 'web', 'dist')
const STILL_PAGES = join(PROJECT_ROOT, 'web', 'dist-still', 'write-still-page.js')

/** The pages of the app as the set-up built them. Throws `NOT_BUILT` where it has not. */
async function loadStillPages(): Promise<WriteStillPage> {
  if (!existsSync(STILL_PAGES)) throw new QuestionError('NOT_BUILT', REFUSALS.NOT_BUILT)
  const { writeStillPage } = (await import(pathToFileURL(STILL_PAGES).href)) as { writeStillPage: WriteStillPage }
  return writeStillPage
}
