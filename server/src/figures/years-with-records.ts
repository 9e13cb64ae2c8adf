import { once } from '../ground/once.ts'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { yearOf } from '@causeway/shared/day'
import type { Database } from '../ground/database/database.ts'
import type { Declaration } from './indicators/definition.ts'
import { isOfPeriod } from './indicators/compile/values.ts'
import { readsOf } from './indicators/reads.ts'
import { countedTypes } from './indicators/find-field.ts'
import { YEARS_BEFORE_DATA_DATE } from './exact-sets.ts'
import { Memory } from './memory.ts'
import type { Standing } from './standing.ts'
import { readBeginning, type Beginning } from './store.ts'

/**
 * The years that differ from each other: all before `first` are answered as `first` is, all after `last` as `last` is. `first` is before
 * every record and `last` after the data date, each with its whole period, so that no day of theirs is between two that a query compares.
 */
export interface YearsWithRecords {
  first: number
  last: number
}

/** A period of this many years before the earliest day ends before it, with days to spare for those that are reckoned from it. */
const YEARS_BEFORE = 3

const MOST_REMEMBERED = 5_000
const memoryOf = once((_database: Database) => new Memory<{ change: number; of: Beginning }>(MOST_REMEMBERED))

/** The year whose figures are those of the year. */
export function yearAlike({ first, last }: YearsWithRecords, year: number): number {
  return Math.min(Math.max(year, first), last)
}

/**
 * The years that can differ for figures of these declarations, as an institution is now. What is counted in every period is alike in
 * all only where nothing of it hangs on the period: memberships of blocs do, days that are cut at its ends, and what is hidden of persons.
 */
export async function yearsWithRecords(
  database: Database,
  standing: Standing,
  declarations: readonly Declaration[],
  { hidden, byBloc }: { hidden: boolean; byBloc: boolean },
  asked: { from: number },
): Promise<YearsWithRecords> {
  if (standing.dataDate === null) return { first: FIRST_YEAR, last: FIRST_YEAR }
  const dataYear = Number(standing.dataDate.slice(0, 4))
  const last = Math.min(LAST_YEAR, dataYear + 1)
  // Years that are always made need no looking for the first.
  if (asked.from >= dataYear - YEARS_BEFORE_DATA_DATE) return { first: FIRST_YEAR, last }
  const types = new Set(declarations.flatMap(readsOf))
  types.delete('institution')
  const beginnings = await readBeginnings(database, standing, [...types])
  const hangsOnPeriod = (declaration: Declaration): boolean =>
    (hidden || byBloc || isOfPeriod([declaration.set, declaration.measure])) &&
    countedTypes(declaration).some((type) => beginnings.get(type)!.endless)
  const days = [...beginnings.values()].flatMap(({ day }) => (day === null ? [] : [day]))
  const earliest = Math.min(dataYear, ...days.map(yearOf))
  const first = declarations.some(hangsOnPeriod) ? FIRST_YEAR : Math.max(FIRST_YEAR, earliest - YEARS_BEFORE)
  return { first, last }
}

async function readBeginnings(
  database: Database,
  standing: Standing,
  types: string[],
): Promise<Map<string, Beginning>> {
  const memory = memoryOf(database)
  const found = new Map<string, Beginning>()
  const missing: string[] = []
  const nameOf = (type: string) => [standing.epoch, standing.institution, type].join('|')
  const changeOf = (type: string) => standing.changedAt.get(type) ?? 0
  for (const type of types) {
    const known = memory.get(nameOf(type))
    if (known?.change === changeOf(type)) found.set(type, known.of)
    else missing.push(type)
  }
  if (missing.length === 0) return found
  await database.snapshot(async (db) => {
    for (const type of missing) {
      const of = await readBeginning(db, standing.institution, type)
      found.set(type, of)
      memory.set(nameOf(type), { change: changeOf(type), of }, 1)
    }
  })
  return found
}
