import { periodDays, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Gap } from '@causeway/shared/figure'
import { toIso } from '@causeway/shared/day'
import type { World } from '../oracle/world.ts'
import type { Answer, Asked, Cover, Entry } from './asked.ts'
import { isAllUnknown } from './countries.ts'
import { isCovered } from './coverage.ts'
import type { Book } from './row.ts'

/** A value, or why there is none, and what is said beside it. */
export interface Said {
  value: number | Exclude<Gap, 'SUPPRESSED'>
  coverage?: Answer
  lost?: number
}

export function answerByTheBook(
  { country: home, schoolYearStart, dataDay }: World,
  book: Book,
  code: string,
  entry: Entry,
  { basis, year, scope: wanted, at }: { basis: Basis; year: number; scope?: Scope; at?: string },
): Said {
  const [first, last] = periodDays(basis, year, schoolYearStart, at)
  const scope = wanted ?? entry.scope ?? null
  const isOutside = (regions: boolean) => (country: string | null | undefined) =>
    country != null &&
    country !== 'unknown' &&
    country !== home &&
    (regions || home !== 'CN' || !['HK', 'MO', 'TW'].includes(country))
  const asked: Asked = {
    ...{ book, first, last, dataDay },
    day: Math.min(last, dataDay),
    class: Number(toIso(last).slice(0, 4)),
    isAbroad: isOutside(false),
    isOverBorder: isOutside(true),
    inScope: scope === null ? () => true : isOutside(scope === 'BORDER'),
  }
  if (first > dataDay) return { value: 'NO_RECORDS' }
  const covered = entry.covers.map((cover: Cover) => isCovered(asked, cover, basis, entry.cumulative === true))
  if (!covered.some(Boolean) || (!entry.union && !covered.every(Boolean))) return { value: 'NO_RECORDS' }
  if (scope !== null && entry.scope !== undefined && isAllUnknown(asked, code, entry, basis))
    return { value: 'NO_RECORDS' }
  const answer = entry.answer(asked)
  const { value, ...beside } = typeof answer === 'object' && answer !== null ? answer : { value: answer }
  if (value === 0 && !covered.every(Boolean)) return { value: 'NO_RECORDS' }
  if (value === 0 && entry.zero && !entry.zero(asked)) return { value: 'NO_RECORDS' }
  return { value: value ?? 'NOT_APPLICABLE', ...beside }
}
