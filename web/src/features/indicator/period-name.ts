import { periodLabel, type Basis } from '@causeway/shared/period'
import type { Locale } from '@causeway/shared/words/words'
import type { Setting } from '../../setting/setting.tsx'

/** A year of a basis as people say it, where no answer has named it. */
export function periodName({ years }: Setting, basis: Basis, year: number, locale: Locale): string {
  if (basis === 'CALENDAR_YEAR' || basis === 'POINT_IN_TIME') return locale === 'ZH' ? `${year}年` : String(year)
  return periodLabel({ ...years.periodOf(year), basis }, locale)
}
