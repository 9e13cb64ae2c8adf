import { THEMES, type Theme } from '@causeway/shared/series'
import type { HeldFigure, AnsweredIndicator } from '../../graph/generated.ts'
import { graph } from '../../graph/graph.ts'
import type { Searchable } from '@causeway/shared/search-indicators'
import type { Words } from '@causeway/shared/words/words'

/** Names in both languages, whichever is read: one searches in the other too. */
export const CatalogueQuery = graph(`
  query Catalogue($locale: Locale!) { indicators { ...AnsweredIndicator } }
  fragment AnsweredIndicator on Indicator {
    id code zh: name(locale: ZH) en: name(locale: EN) pinyin
    definitionZh: definition(locale: ZH) definitionEn: definition(locale: EN) theme unit(locale: $locale) decimals
    needs { recordType { name label(locale: $locale) } }
    mappings { form formName(locale: $locale) zh: label(locale: ZH) en: label(locale: EN) }
  }
`)

/** Apart from the catalogue, so that one can search while the figures of the year are counted. */
export const HeldQuery = graph(`
  query Held($institution: ID!, $year: Int!, $release: ID, $asOf: DateTime, $locale: Locale!) {
    indicators { id series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year) { figures { ...HeldFigure } } }
  }
  fragment HeldFigure on Figure { period { basis label(locale: $locale) } value gap }
`)

/** Asked for once somebody wants to know what to fill in. */
export const NeedsQuery = graph(`
  query Needs($id: ID!, $locale: Locale!) { indicator(id: $id) { ...NeedFacts } }
  fragment NeedFacts on Indicator {
    fillingNote(locale: $locale)
    needs { recordType { name label(locale: $locale) } fields { name label(locale: $locale) required } }
  }
`)

/** What the catalogue is narrowed to; in the address as `filter=theme:export`, `filter=form:…`, `filter=data:missing`. */
export interface CatalogueFilter {
  theme: Theme | null
  form: string | null
  /** Only those that have a figure in the year, or have none. */
  data: 'held' | 'missing' | null
}

export function readFilter(filter: readonly string[]): CatalogueFilter {
  const value = (name: string) => filter.find((one) => one.startsWith(`${name}:`))?.slice(name.length + 1) ?? null
  const data = value('data')
  return {
    theme: THEMES.find((theme) => theme === value('theme')?.toUpperCase()) ?? null,
    form: value('form'),
    data: data === 'held' || data === 'missing' ? data : null,
  }
}

export function writeFilter({ theme, form, data }: CatalogueFilter): string[] {
  return [theme && `theme:${theme.toLowerCase()}`, form && `form:${form}`, data && `data:${data}`].filter(
    (one): one is string => one !== null,
  )
}

/** `held` undefined: not known, so that nobody can say whether it has a figure. */
export function passes(
  { theme, forms }: CatalogueEntry,
  filter: CatalogueFilter,
  held: Pick<HeldFigure, 'gap'> | null | undefined,
): boolean {
  if (filter.theme && theme !== filter.theme) return false
  if (filter.form && !forms.some(({ id }) => id === filter.form)) return false
  if (!filter.data) return true
  return held != null && isMissing(held) === (filter.data === 'missing')
}

/** Hidden is not missing: there are records. */
function isMissing({ gap }: Pick<HeldFigure, 'gap'>): boolean {
  return gap === 'NO_RECORDS'
}

/** One indicator of the catalogue, as it is searched and shown. */
export interface CatalogueEntry extends Searchable {
  definition: Words
  theme: Theme
  unit: string
  decimals: number
  recordTypes: { name: string; label: string }[]
  forms: { id: string; name: string }[]
}

export function toEntry(answered: AnsweredIndicator): CatalogueEntry {
  const { id, code, zh, en, pinyin, theme, unit, decimals, definitionZh, definitionEn } = answered
  const lines = new Map(answered.mappings.map((line) => [line.zh, { zh: line.zh, en: line.en }]))
  const forms = new Map(answered.mappings.map(({ form, formName }) => [form, { id: form, name: formName }]))
  return {
    ...{ id, code, pinyin, theme, unit, decimals },
    name: { zh, en },
    definition: { zh: definitionZh, en: definitionEn },
    lines: [...lines.values()],
    recordTypes: answered.needs.map(({ recordType }) => recordType),
    forms: [...forms.values()],
  }
}
