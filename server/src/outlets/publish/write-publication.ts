import { setImmediate } from 'node:timers/promises'
import type { Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import type { Release } from '../../figures/releases/release.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { findInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import { escapeMarkup } from '../pictures/text.ts'
import { publicationFolder, type PublicationFolder } from './publication-folder.ts'
import { changesPage, listEditionChanges } from './changes-page.ts'
import { editionWords, listEditions, notOutWords, type AskedEditions, type Edition } from './editions.ts'
import { relativeLink } from './folder-links.ts'
import { stillDesk } from './still-desk.ts'
import { LANGUAGES, loadStillPages, writeSite, type PublicationPart, type Site } from './write-site.ts'
import CHANGES_WORDS from './changes-page.json' with { type: 'json' }
import REFUSALS from './refusals.json' with { type: 'json' }

/** In the folder of each language. */
const CHANGES_FILE = 'changes.html'

export interface PublicationOrder extends AskedEditions {
  /** The folder; an earlier publication in it is replaced. */
  out: string
  /** Said before every piece of the work. */
  onProgress?: (progress: PublicationProgress) => void
  /** Breaks it off: then the folder is as it was. */
  signal?: AbortSignal
}

export interface PublicationProgress {
  part: PublicationPart
  done: number
  of: number
}

export interface PublicationReport {
  out: string
  institution: string
  /** Of which release it is; null: of what is live. */
  release: PublishedRelease | null
  /** That nobody may see the folder yet, and until when; null: anybody may. */
  notOut: Words | null
  /** Names of those beside it, the latest first. */
  earlier: string[]
  /** YYYY-MM-DD */
  dataDate: string
  revision: number
  pages: number
  files: number
  bytes: number
  /** Where what was there before still is, because it could not be removed; null: it is gone. */
  replacedAt: string | null
}

type PublishedRelease = Pick<Release, 'id' | 'name' | 'year' | 'status' | 'publishedAt' | 'note'>

/**
 * Writes what the public may see of an institution as a folder of pages and data that needs no server, in both languages, all of
 * one revision: of a release, or of what is live. Throws `QuestionError`: UNKNOWN_INSTITUTION, UNKNOWN_RELEASE, RELEASE_WITHDRAWN,
 * NO_RECORDS, NOT_BUILT, FOLDER_NOT_EMPTY and what else a folder may be refused for, BROKEN_OFF, and DATA_MOVED where the records
 * change under the work. Whatever happens, the folder holds the whole publication or what it held before.
 */
export async function writePublication(causeway: Causeway, order: PublicationOrder): Promise<PublicationReport> {
  const editions = await listEditions(causeway, order)
  const writeStillPage = await loadStillPages()
  // First, since it may be refused.
  const folder = publicationFolder(order.out)
  try {
    const desk = stillDesk(causeway.brand)
    try {
      const tools = { writeStillPage, desk, through: progressOf(order) }
      let pages = 0
      for (const edition of editions) {
        const write: typeof folder.write = (file, body) => folder.write(edition.place + file, body)
        pages += await writeSite({ ...edition, beside: besideOf(edition, editions) }, { ...tools, write })
      }
      return await finish(causeway, order, { editions, folder, pages })
    } finally {
      await desk.close()
    }
  } catch (error) {
    folder.discard()
    throw error
  }
}

/** Links from a page to the other sites of the folder, and to what changed between them. */
function besideOf(own: Edition, editions: readonly Edition[]): Site['beside'] {
  return (file, lang) => {
    const link = (to: string) => relativeLink(own.place + file, to)
    const others = editions.filter((one) => one !== own)
    return [
      ...others.map((one) => ({ words: editionWords(one), href: link(`${one.place}${lang}/index.html`) })),
      ...(others.length > 0 ? [{ words: CHANGES_WORDS.title, href: link(`${lang}/${CHANGES_FILE}`) }] : []),
    ]
  }
}

interface Written {
  editions: readonly [Edition, ...Edition[]]
  folder: PublicationFolder
  pages: number
}

async function finish(
  causeway: Causeway,
  order: PublicationOrder,
  { editions, folder, pages }: Written,
): Promise<PublicationReport> {
  const [{ institution, release }, ...earlier] = editions
  if (earlier.length > 0) {
    const changes = await listEditionChanges(editions)
    for (const { locale, lang } of LANGUAGES) {
      const file = `${lang}/${CHANGES_FILE}`
      folder.write(file, changesPage(file, changes, locale))
    }
  }
  const notOut = release && notOutWords(release, causeway)
  folder.write('index.html', coverPage(institution, causeway.brand?.name ?? null))
  const { revision, dataDate, code } = institution
  if (release === null && (await findInstitution(causeway.database, code))?.revision !== revision) throw dataMoved()
  const report = {
    institution: code,
    release: release && publishedFacts(release),
    earlier: earlier.map((one) => one.release!.name),
    dataDate: dataDate!,
    revision,
    pages,
  }
  const replacedAt = folder.finish({ ...report, names: institution.name, demonstration: institution.demonstration })
  return { out: order.out, notOut, ...report, ...folder.size, replacedAt }
}

function publishedFacts({ id, name, year, status, publishedAt, note }: Release): PublishedRelease {
  return { id, name, year, status, publishedAt, note }
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
