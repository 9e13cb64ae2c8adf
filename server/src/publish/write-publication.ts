import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '@causeway/shared/words/words'
import type { Causeway } from '../causeway.ts'
import { unknownInstitution } from '../figures/unknown-institution.ts'
import { QuestionError } from '../question-error.ts'
import { findInstitution, type InstitutionFacts } from '../records/institutions.ts'
import { wearBrand } from '../pictures/worn-brand.ts'
import { coverPage } from './cover-page.ts'
import { drawStillChart } from './draw-still-chart.ts'
import { FolderLinks, logoFile, SCRIPT_FILE, STYLE_FILE } from './folder-links.ts'
import { listFolderPages, type FolderPage } from './folder-page.ts'
import { folderStyle } from './folder-style.ts'
import { loadStillPages, WEB_ROOT } from './load-still-pages.ts'
import { PublicAnswers } from './public-answers.ts'
import { PublicationFolder } from './publication-folder.ts'

const LANGUAGES: { locale: Locale; lang: 'zh' | 'en' }[] = [
  { locale: 'ZH', lang: 'zh' },
  { locale: 'EN', lang: 'en' },
]

export interface PublicationOrder {
  /** Code of the institution whose public figures are written. */
  institution: string
  /** The folder; an earlier publication in it is replaced. */
  out: string
  /** Told after every part of the work. */
  onProgress?: (progress: { done: number; of: number }) => void
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
}

/**
 * Writes what the public may see of an institution as a folder of pages and data that needs no server, in both languages, all of
 * one revision. Throws `QuestionError`: UNKNOWN_INSTITUTION, NO_RECORDS, FOLDER_NOT_EMPTY, NOT_BUILT, and DATA_MOVED where the
 * records change under the work; then the folder is as it was.
 */
export async function writePublication(causeway: Causeway, order: PublicationOrder): Promise<PublicationReport> {
  const institution = await findPublishable(causeway, order.institution)
  const writeStillPage = await loadStillPages()
  const answers = new PublicAnswers(causeway)
  const folder = new PublicationFolder(order.out)
  if (causeway.brand) await wearBrand(causeway.brand)
  try {
    const pages = listFolderPages(causeway)
    const links = new FolderLinks(causeway, new Map(pages.map(({ address, file }) => [address, file])))
    const progress = progressOf(order, pages.length * LANGUAGES.length)
    for (const { locale, lang } of LANGUAGES)
      for (const page of pages) {
        const file = `${lang}/${page.file}`
        const tools = { ...links.toolsOf(file, locale), ask: (question: Question) => answers.ask(question) }
        folder.write(file, await writeStillPage({ address: addressOf(page, institution.code, lang), locale }, tools))
        progress.step()
      }
    progress.add(links.charts.size + links.data.size)
    for (const { file, spec, locale } of links.charts.values()) {
      folder.write(file.light, drawStillChart(spec, locale, 'light'))
      folder.write(file.dark, drawStillChart(spec, locale, 'dark'))
      progress.step()
    }
    for (const [file, address] of links.data) {
      folder.write(file, await answers.read(address))
      progress.step()
    }
    folder.write(STYLE_FILE, folderStyle(WEB_ROOT, causeway.brand?.colors ?? {}))
    if (causeway.brand?.logo) folder.write(logoFile(causeway.brand.logo), causeway.brand.logo.body)
    folder.write(SCRIPT_FILE, readFileSync(join(import.meta.dirname, 'search-script.js'), 'utf8'))
    folder.write('index.html', coverPage(institution, causeway.brand?.name ?? null))
    const { revision, dataDate } = institution
    if ((await findInstitution(causeway.database, institution.code))?.revision !== revision) throw dataMoved()
    const report = { institution: institution.code, dataDate: dataDate!, revision, pages: progress.pages }
    folder.finish({ ...report, names: institution.name, demonstration: institution.demonstration })
    return { out: order.out, ...report, ...folder.size }
  } catch (error) {
    folder.discard()
    throw error
  } finally {
    await answers.close()
  }
}

type Question = Parameters<PublicAnswers['ask']>[0]

async function findPublishable({ database }: Causeway, code: string): Promise<InstitutionFacts> {
  const institution = await findInstitution(database, code)
  if (!institution) throw await unknownInstitution(database, code)
  if (institution.dataDate !== null) return institution
  throw new QuestionError(
    'NO_RECORDS',
    {
      zh: `院校“${institution.name.zh}”还没有台账记录，没有可发布的内容。`,
      en: `${institution.name.en} has no records yet: there is nothing to publish.`,
    },
    { institution: code },
  )
}

function addressOf({ address }: FolderPage, institution: string, lang: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}institution=${encodeURIComponent(institution)}&lang=${lang}`
}

function dataMoved(): QuestionError {
  return new QuestionError('DATA_MOVED', {
    zh: '写出期间台账有变动，没有发布：请在导入完成后再试。',
    en: 'The records changed while the folder was being written, so nothing was published: try again when imports are done.',
  })
}

function progressOf({ onProgress }: PublicationOrder, pages: number) {
  let [done, of] = [0, pages]
  return {
    pages,
    add: (more: number) => void (of += more),
    step: () => onProgress?.({ done: ++done, of }),
  }
}
