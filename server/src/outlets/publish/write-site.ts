import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StillTools, WriteStillPage } from '@causeway/shared/still-page'
import type { Locale } from '@causeway/shared/words/words'
import { listPublicSubjects, type PublicSubject } from '../../answers/subjects/public-subjects.ts'
import { SUBJECT_KINDS } from '../../answers/subjects/subject.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { chartColours } from './chart-colours.ts'
import { folderLinks, folderStyle, logoFile, SCRIPT_FILE, STYLE_FILE } from './folder-links.ts'
import { listFolderPages, type FolderPage } from './folder-page.ts'
import { zipData, type DataAnswer } from './join-data.ts'
import { breakdownName, publicAnswers, readPublicBreakdowns } from './public-answers.ts'
import type { PublicationFolder } from './publication-folder.ts'
import type { StillDesk } from './still-desk.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

export const LANGUAGES: { locale: Locale; lang: 'zh' | 'en' }[] = [
  { locale: 'ZH', lang: 'zh' },
  { locale: 'EN', lang: 'en' },
]

/** What a page of the folder can do by itself. */
const SCRIPT = join(import.meta.dirname, 'page-script.js')

/** Pages, and files of data, that are made at once: they wait for charts and pictures, which another thread draws. */
const FILES_AT_ONCE = 8

export type PublicationPart = 'figures' | 'pages' | 'files'

/** What the sites of a folder are written with. */
export interface SiteTools {
  writeStillPage: WriteStillPage
  desk: StillDesk
  /** Of each part of the work: goes through its pieces, and may stop. */
  through: (part: PublicationPart) => <T>(pieces: readonly T[]) => AsyncGenerator<T>
  write: PublicationFolder['write']
}

/** What one site shows of an institution. */
export interface Site {
  /** What a server is given that shows the public the same. */
  served: Causeway
  /** What questions about the institution are answered by. */
  causeway: Causeway
  institution: InstitutionFacts
  /** Links that every page has to what is beside the site. */
  beside: (file: string, lang: 'zh' | 'en') => StillTools['beside']
}

/** Writes all pages and data of an institution, in both languages. @returns how many pages */
export async function writeSite({ served, causeway, institution, beside }: Site, tools: SiteTools): Promise<number> {
  const answers = publicAnswers(served)
  const { writeStillPage, desk, through, write } = tools
  try {
    const breakdowns = await readPublicBreakdowns(causeway, institution, through('figures'))
    const subjects = await readSubjects(causeway, institution.code)
    const hasFigures = (id: string, by: string) => breakdowns.has(breakdownName(id, by))
    const pages = listFolderPages(causeway, { subjects, hasFigures })
    const links = folderLinks(causeway, pages, desk)
    const files = [...Map.groupBy(pages, ({ file }) => file)].flatMap(([file, views]) =>
      LANGUAGES.map((language) => ({ file: `${language.lang}/${file}`, views, ...language })),
    )
    const colours = new Set<string>()
    const writePage = async ({ file, views, locale, lang }: (typeof files)[number]) => {
      const shown = views
        .filter(({ isPart }) => !isPart)
        .map((page) => ({ address: addressOf(page, institution.code, lang), name: page.view ?? null }))
      const own = { ask: answers.ask, beside: beside(file, lang) }
      return links.withCharts(
        await writeStillPage({ views: shown, locale }, { ...links.toolsOf(file, locale), ...own }),
      )
    }
    for await (const [{ file }, html] of ahead(through('pages')(files), FILES_AT_ONCE, writePage)) {
      write(file, html)
      for (const name of chartColours(html)) colours.add(name)
    }
    const readFile = async ([file, addresses]: [string, ReadonlySet<string>]) => {
      const read: DataAnswer[] = []
      for (const address of addresses) read.push([address, await answers.read(address)])
      return file.endsWith('.zip') ? zipData(file, read) : read[0]![1]
    }
    for await (const [[file], body] of ahead(through('files')([...links.data]), FILES_AT_ONCE, readFile))
      write(file, body)
    write(STYLE_FILE, folderStyle(WEB_ROOT, causeway.brand?.colors ?? {}, colours))
    if (causeway.brand?.logo) write(logoFile(causeway.brand.logo), causeway.brand.logo.body)
    write(SCRIPT_FILE, readFileSync(SCRIPT, 'utf8'))
    return pages.length * LANGUAGES.length
  } finally {
    await answers.close()
  }
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

async function readSubjects(causeway: Causeway, institution: string): Promise<PublicSubject[]> {
  const subjects: PublicSubject[] = []
  for (const kind of SUBJECT_KINDS.keys()) subjects.push(...(await listPublicSubjects(causeway, institution, kind)))
  return subjects
}

function addressOf({ address }: FolderPage, institution: string, lang: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}institution=${encodeURIComponent(institution)}&lang=${lang}`
}

const WEB_ROOT = join(PROJECT_ROOT, 'web', 'dist')
const STILL_PAGES = join(PROJECT_ROOT, 'web', 'dist-still', 'write-still-page.js')

/** The pages of the app as the set-up built them. Throws `NOT_BUILT` where it has not. */
export async function loadStillPages(): Promise<WriteStillPage> {
  if (!existsSync(STILL_PAGES)) throw new QuestionError('NOT_BUILT', REFUSALS.NOT_BUILT)
  const { writeStillPage } = (await import(pathToFileURL(STILL_PAGES).href)) as { writeStillPage: WriteStillPage }
  return writeStillPage
}
