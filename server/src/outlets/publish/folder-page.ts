import { factsOf, SINGLE_PAGES } from '@causeway/shared/pages'
import { THEMES } from '@causeway/shared/series'
import { partOfBreakdown } from '@causeway/shared/still-page'
import type { Causeway } from '../../figures/causeway.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { listForms } from '../../figures/forms/find-form.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { PublicSubject } from '../../answers/subjects/public-subjects.ts'
import { createHash } from 'node:crypto'

/** What a file of any system may be called, and every web space serves as it is written. */
const PLAIN = /^[\w-](?:[\w.-]*[\w-])?$/
/** Names that Windows keeps for itself, whatever is behind their dot. */
const KEPT = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const LONGEST = 60

/** One page of the app in the folder. */
export interface FolderPage {
  /** In the app, without what goes along from page to page: `/indicator/training-person-days?by=country`. */
  address: string
  /** In the folder, without its language: `indicator/training-person-days.html`. */
  file: string
  /** What the link to it has behind `#`, as `by-country`; absent: it is what the file opens with. */
  view?: string
  /** The view is a part of the page that the file opens with, and is written with it. */
  isPart?: true
}

/** What a folder has pages of beside those that every college has. */
export interface FolderSubjects {
  subjects: readonly PublicSubject[]
  /** Whether a breakdown has any figure to show: else it has no page. */
  hasFigures: (indicator: string, by: string) => boolean
}

/**
 * Every page that is written. What needs signing in, or a server, is not among them. All that there is of an indicator is one file: a
 * folder of thousands takes minutes to be copied to a stick.
 */
export function listFolderPages(causeway: Causeway, { subjects, hasFigures }: FolderSubjects): FolderPage[] {
  const files = new FileNames()
  return [
    { address: '/', file: 'index.html' },
    ...THEMES.map((theme) => theme.toLowerCase()).map((theme) => ({
      address: `/theme/${theme}`,
      file: `theme/${theme}.html`,
    })),
    ...SINGLE_PAGES.filter((page) => !factsOf(page).live).map((page) => ({
      address: `/${page}`,
      file: `${page}.html`,
    })),
    ...causeway.indicators.flatMap(({ id, dimensions }) => [
      { address: `/indicator/${id}`, file: `indicator/${id}.html` },
      { address: `/answer/${id}`, file: `indicator/${id}.html`, view: 'answer' },
      ...Object.keys(dimensions)
        .filter((by) => hasFigures(id, by))
        .map((by) => ({
          address: `/indicator/${id}?by=${by}`,
          file: `indicator/${id}.html`,
          view: partOfBreakdown(by),
          isPart: true as const,
        })),
    ]),
    ...subjects.map(({ kind, code }) => {
      const page = kind.toLowerCase()
      return { address: `/${page}/${encodeURIComponent(code)}`, file: files.of(page, code) }
    }),
    ...listForms(causeway).flatMap(({ id, editions }) => [
      { address: `/form/${id}`, file: `form/${id}.html` },
      ...editions.map(({ edition }) => ({
        address: `/form/${id}?edition=${edition}`,
        file: `form/${id}.html`,
        view: `edition-${edition}`,
      })),
    ]),
  ]
}

/**
 * The address of the app that a page of the folder represents: by the indicator's id and not its code, and without what a file
 * cannot show differently, as the year or a table in place of the chart. One category of a breakdown is on the page of them all.
 */
export function plainAddress(causeway: Causeway, address: string): string {
  const [path, query = ''] = address.split('?') as [string, string?]
  const view = new URLSearchParams(query)
  const [, page, name] = path.split('/')
  const id = name && (page === 'indicator' || page === 'answer') ? idOf(causeway, decodeURIComponent(name)) : name
  const kept = page === 'indicator' ? 'by' : page === 'form' ? 'edition' : null
  const value = kept && (view.get(kept) ?? (kept === 'by' ? dimensionOf(view.getAll('filter')) : null))
  return (name ? `/${page}/${id}` : path) + (value ? `?${kept}=${value}` : '')
}

/** `programme:CNC`: the dimension of the only filter; null: there is none, or there are several. */
function dimensionOf(filters: string[]): string | null {
  return filters.length === 1 ? filters[0]!.split(':')[0]! : null
}

function idOf(causeway: Causeway, name: string): string {
  try {
    return findIndicator(causeway, name).id
  } catch (error) {
    if (error instanceof QuestionError) return name
    throw error
  }
}

/** Names pages after the codes of records, which may hold anything: no two alike where a system takes capitals for small letters. */
export class FileNames {
  readonly #taken = new Set<string>()

  /** `programme/CNC.html` */
  of(folder: string, code: string): string {
    const plain = PLAIN.test(code) && !KEPT.test(code) && code.length <= LONGEST
    let name = plain ? code : `${code.replaceAll(/[^\w-]+/g, '_').slice(0, LONGEST)}-${hashOf(code)}`
    if (this.#taken.has(`${folder}/${name}`.toLowerCase())) name = `${name}-${hashOf(code)}`
    this.#taken.add(`${folder}/${name}`.toLowerCase())
    return `${folder}/${name}.html`
  }
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 8)
}
