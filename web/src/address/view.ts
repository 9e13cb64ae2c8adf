import { factsOf, type Place } from '@causeway/shared/pages'
import { BASES, type Basis } from '@causeway/shared/period'
import { SCOPES, type Scope } from '@causeway/shared/series'

/** Everything a page can show differently. All of it is in the address, so that a view can be sent to someone. */
export interface View {
  institution: string | null
  /** The year the chosen period begins in. */
  year: number | null
  /** Name or id of the release whose figures are shown; null: what is live. */
  release: string | null
  /** The time as of which they are shown; null: now. */
  asOf: string | null
  /** null: as the browser prefers. */
  lang: 'zh' | 'en' | null
  /** null: as the system has it. */
  mode: 'light' | 'dark' | null
  basis: Basis | null
  scope: Scope | null
  by: string | null
  /** The second dimension that a breakdown is crossed with. */
  across: string | null
  /** Records to count, as `/i/` takes them: `country:VN,LA`. */
  filter: string[]
  /** The form of the chart where it is not the one that the data suggest. */
  chart: string | null
  from: number | null
  to: number | null
  /** Names of the charts that are shown as tables. */
  table: string[]
  /** Key of the category whose figure is explained; null: the whole. */
  category: string | null
  /** The part of the figure whose records are listed. */
  records: 'numerator' | 'denominator' | 'left-out' | null
  after: string | null
  search: string | null
  /** Peers to compare with, as the question takes them: `list:CODE,CODE`. */
  group: string | null
  /** Of an official table. */
  edition: string | null
  /** Number of the line of an official table that is said more of. */
  line: string | null
  /** The part of a page that is open. */
  tab: string | null
  /** What the reasons of a change are broken down by; `cause`: they are not. */
  why: string | null
  /** The day that a state is said for. */
  on: string | null
  /** Code of the department that is asked about. */
  unit: string | null
  /** The record type that is asked about. */
  type: string | null
  /** The number that people have in hand, to be set against the figure. */
  against: string | null
  /** What a list of records is sorted by: the name of a column, `-` before it if it is descending. */
  sort: string | null
  /** Id of the finding whose records are listed. */
  finding: string | null
  /** The release that is asked about, by its name. */
  about: string | null
  /** Code of the item of a checklist that is listed. */
  list: string | null
  /** Where signing in leads back to. */
  back: string | null
}

/** What goes along from page to page. */
const CARRIED = ['institution', 'year', 'release', 'asOf', 'lang', 'mode'] as const

export function parseView(query: string): View {
  const read = new URLSearchParams(query)
  return {
    institution: read.get('institution') || null,
    year: year(read.get('year')),
    release: read.get('release') || null,
    asOf: read.get('asOf') || null,
    lang: oneOf(['zh', 'en'] as const, read.get('lang')),
    mode: oneOf(['light', 'dark'] as const, read.get('mode')),
    basis: oneOf(BASES, read.get('basis')?.toUpperCase()),
    scope: oneOf(SCOPES, read.get('scope')?.toUpperCase()),
    by: read.get('by') || null,
    across: read.get('across') || null,
    filter: read.getAll('filter').filter((one) => /^[a-z_]+:./.test(one)),
    chart: read.get('chart') || null,
    from: year(read.get('from')),
    to: year(read.get('to')),
    table: read.get('table')?.split(',').filter(Boolean) ?? [],
    category: read.get('category') || null,
    records: oneOf(['numerator', 'denominator', 'left-out'] as const, read.get('records')),
    after: read.get('after') || null,
    search: read.get('search') || null,
    group: read.get('group') || null,
    edition: read.get('edition') || null,
    line: read.get('line') || null,
    tab: read.get('tab') || null,
    why: read.get('why') || null,
    on: /^\d{4}-\d\d-\d\d$/.exec(read.get('on') ?? '')?.[0] ?? null,
    unit: read.get('unit') || null,
    type: read.get('type') || null,
    against: read.get('against') || null,
    sort: /^-?[a-z_]+$/.exec(read.get('sort') ?? '')?.[0] ?? null,
    finding: read.get('finding') || null,
    about: read.get('about') || null,
    list: read.get('list') || null,
    back: localPath(read.get('back')),
  }
}

export function formatView(view: Partial<View>): string {
  const write = new URLSearchParams()
  for (const [name, value] of Object.entries(view)) {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue
    if (name === 'filter') for (const one of value as string[]) write.append(name, one)
    else write.set(name, name === 'basis' || name === 'scope' ? String(value).toLowerCase() : String(value))
  }
  const text = writtenPlainly(write)
  return text === '' ? '' : `?${text}`
}

/** The release or the time that a page is about; neither: what is live. */
export function momentOf({ page }: Place, { release, asOf }: View): Pick<View, 'release' | 'asOf'> {
  return factsOf(page).now ? { release: null, asOf: null } : { release, asOf }
}

export function carriedOf(view: View): Partial<View> {
  return Object.fromEntries(CARRIED.map((name) => [name, view[name]]))
}

function oneOf<T extends string>(known: readonly T[], text: string | null | undefined): T | null {
  return known.find((one) => one === text) ?? null
}

function year(text: string | null): number | null {
  return text !== null && /^(19|20|21)\d\d$/.test(text) ? Number(text) : null
}

/** An address of this page only: a link must not lead somebody who signs in to another host. */
function localPath(text: string | null): string | null {
  return text !== null && /^\/(?![/\\])\P{Cc}*$/u.test(text) ? text : null
}

/** An address apart: `/theme/skills`, `lang=zh`, `#rates`. */
export function partsOf(address: string): { path: string; query: string; hash: string } {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(address) ?? []
  return { path, query, hash }
}

/** The same address with something else in its query; whatever else it says, known here or not, stays. What is null stays too. */
export function shownAs(address: string, changes: Record<string, string | null>): string {
  const { path, query, hash } = partsOf(address)
  const asked = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) if (value !== null) asked.set(name, value)
  return `${path}?${writtenPlainly(asked)}${hash}`
}

/** What need not be escaped in a query is read more easily as it is. */
function writtenPlainly(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
}
