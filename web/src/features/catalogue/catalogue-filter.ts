import { THEMES, type Theme } from '@causeway/shared/series'
import type { CatalogueEntry } from './catalogue-entry.ts'
import type { HeldFigure } from '../../graph/generated.ts'

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
