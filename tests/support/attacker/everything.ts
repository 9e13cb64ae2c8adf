import { Workbook } from '@cj-tech-master/excelts'
import { listForms } from '@causeway/server/figures/forms/find-form'
import { VIEW_NAMES } from '@causeway/server/figures/indicators/view-names'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import type { App } from '@causeway/server/outlets/http/app'
import { seededRandom } from '../random.ts'
import { publicCuts, type Cut } from './collect.ts'

/** Whose answers are wanted, of which years and of which release; null: the current one, or what is live. */
export interface Wanted {
  institution: string
  years: readonly [number, number]
  indicators: readonly Declaration[]
  release: string | null
  /** One of so many is asked; absent: all. */
  each?: number
}

/** As many of them as are wanted, the same each time. */
export function someOf<One>(all: readonly One[], { each = 1 }: Pick<Wanted, 'each'>): One[] {
  const random = seededRandom(all.length)
  return all.filter(() => random() * each < 1)
}

export const ORIGIN = 'http://causeway.test'

/** Formats of the figures of a cut, the cheapest first. */
export type CutFormat = 'csv' | 'json' | 'embed' | 'xlsx' | 'svg' | 'png' | 'oembed' | 'page' | 'answer'

/** The address of a cut in a format, as anybody may ask for it. */
export function addressOf({ institution, years: [from, to], release }: Wanted, cut: Cut, format: CutFormat): string {
  const { declaration, basis, scope, by } = cut
  const query = new URLSearchParams({ institution, basis, from: String(from), to: String(to), lang: 'en' })
  if (scope) query.set('scope', scope)
  if (by) query.set('by', by)
  if (release) query.set('release', release)
  const code = encodeURIComponent(declaration.code)
  switch (format) {
    case 'embed':
      return `/embed/${code}?${query}`
    case 'oembed':
      return `/oembed?${new URLSearchParams({ url: `${ORIGIN}/embed/${code}?${query}` })}`
    case 'page':
      return `/indicator/${code}?${query}`
    case 'answer':
      return `/answer/${code}?${query}&year=${to - 1}`
    default:
      return `/i/${code}.${format}?${query}`
  }
}

/** Official tables of each year, in each edition, as files. */
export function formAddresses({ institution, years: [from, to], release, indicators }: Wanted): string[] {
  const editions = listForms({ indicators }).flatMap((form) =>
    form.editions.map((one) => `/forms/${form.id}/${one.edition}`),
  )
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const query = `institution=${institution}&lang=en${release ? `&release=${release}` : ''}`
  return editions.flatMap((edition) => years.map((year) => `${edition}/${year}.csv?${query}`))
}

/** What is no series of an indicator: views that have a name, pages of all figures. */
export function otherAddresses({ institution, years, indicators, release }: Wanted): string[] {
  const query = `institution=${institution}&lang=en${release ? `&release=${release}` : ''}`
  const views = VIEW_NAMES.flatMap((name) => {
    const more = name === 'peers' ? indicators.map(({ code }) => `&indicator=${code}&year=${years[1] - 1}`) : ['']
    return ['json', 'csv', 'svg'].flatMap((format) => more.map((one) => `/i/${name}.${format}?${query}${one}`))
  })
  const pages = [
    '/',
    '/introduction',
    '/export',
    '/standards',
    '/platforms',
    '/skills',
    '/country/VN',
    '/about',
    '/forms',
  ]
  return [...views, ...pages.map((page) => `${page}?${query}&year=${years[1] - 1}`)]
}

/** Every address of figures, each cut in these formats. */
export function everyAddress(wanted: Wanted, formats: readonly CutFormat[]): string[] {
  const cuts = wanted.indicators.flatMap(publicCuts)
  return [
    ...cuts.flatMap((cut) => formats.map((format) => addressOf(wanted, cut, format))),
    ...formAddresses(wanted),
    ...otherAddresses(wanted),
  ]
}

/** What an address answers, as text: of a workbook what is in its sheets. */
export async function readAddress(app: Pick<App, 'fetch'>, address: string): Promise<{ status: number; body: string }> {
  const response = await app.fetch(new Request(ORIGIN + address))
  const { status } = response
  const bytes = await response.arrayBuffer()
  const isWorkbook = response.headers.get('content-type')?.includes('spreadsheetml') ?? false
  return { status, body: isWorkbook ? JSON.stringify(await sheetsOf(bytes)) : Buffer.from(bytes).toString('latin1') }
}

/** Rows of the sheets of a workbook: a packed file has the time that it was made in. */
export async function sheetsOf(bytes: ArrayBuffer): Promise<unknown[][][]> {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  return workbook.worksheets.map((sheet) =>
    (sheet.getSheetValues() as unknown[][]).filter((row) => Array.isArray(row)).map((row) => row.slice(1)),
  )
}
