import { kept } from '../ground/kept.ts'
import { once } from '../ground/once.ts'
import { BEFORE_EVERY_DAY, yearOf, type Day } from '@causeway/shared/day'
import { periodDays, type Basis } from '@causeway/shared/period'
import type { Connection, Database } from '../ground/database/database.ts'
import type { Declaration } from './indicators/definition.ts'
import { reachesOf, type Reach } from './indicators/reach.ts'
import { Memory } from './memory.ts'
import { lastChange, type Standing } from './standing.ts'
import { listChanged, type Changed, type Stretch } from './store.ts'

/** Years of a basis, the first and the last. */
export interface Years {
  first: number
  last: number
}

export const EVERY_YEAR: Years = { first: -Infinity, last: Infinity }

/** Of both and all between; null: none. */
export function spanning(one: Years | null, other: Years | null): Years | null {
  if (!one || !other) return one ?? other
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) }
}

export const isAmong = (years: Years | null, year: number): boolean =>
  years !== null && years.first <= year && year <= years.last

const MOST_TYPES_REMEMBERED = 100_000

/** The type's last change, and all since a revision. */
interface Known {
  change: number
  since: number
  changed: Changed[]
}

const memoryOf = once((_database: Database) => new Memory<Known>(MOST_TYPES_REMEMBERED))
const underWayOf = once((_database: Database) => new Map<string, Promise<Changed[]>>())

/**
 * The years whose figures can be others at the standing than they were at an earlier revision of it; all that are not among them are as
 * they were. Null: none. `inside`: a snapshot of the standing, or of later.
 */
export async function changedYears(
  database: Database,
  standing: Standing,
  { declaration, basis }: { declaration: Declaration; basis: Basis },
  since: number,
  inside: Connection | null = null,
): Promise<Years | null> {
  // What is over on the day up to which records speak hangs on that day everywhere.
  if (lastChange(standing, []) > since) return EVERY_YEAR
  let years: Years | null = null
  for (const [type, reaches] of reachesOf(declaration)) {
    if ((standing.changedAt.get(type) ?? 0) <= since) continue
    if (reaches === null) return EVERY_YEAR
    const changed = (await changesOf(database, standing, type, since, inside)).filter((one) => one.revision > since)
    // Not by a record.
    if (changed.length === 0) return EVERY_YEAR
    for (const one of changed)
      for (const reach of reaches) years = spanning(years, yearsOf(daysOf(reach, one), basis, standing))
  }
  return years
}

async function changesOf(
  database: Database,
  standing: Standing,
  type: string,
  since: number,
  inside: Connection | null,
): Promise<Changed[]> {
  const [memory, underWay] = [memoryOf(database), underWayOf(database)]
  const name = [standing.epoch, standing.institution, type].join('|')
  const change = standing.changedAt.get(type)!
  const known = memory.get(name)
  const isOfChange = known?.change === change
  if (isOfChange && known.since <= since) return known.changed
  // Who asks for more than another gets all there is, so that nobody has to ask again.
  const from = isOfChange ? 0 : since
  const read = async (db: Connection) => {
    const changed = await listChanged(db, standing.institution, type, from)
    memory.set(name, { change, since: from, changed }, changed.length + 1)
    return changed
  }
  // What another is about to read waits, it may be, for this very snapshot.
  if (inside) return read(inside)
  const reading = [name, change, from].join('|')
  const forAll = kept(underWay, reading, () => database.snapshot(read).finally(() => underWay.delete(reading)))
  // The one who began it may be gone before it is read.
  return forAll.catch(() => database.snapshot(read))
}

/** Days that a change reaches, the first and the last; null: none. */
function daysOf(reach: Reach, { days }: Changed): { first: Day; last: Day } | null {
  const begins = reach.from.map((column) => days[column]!)
  const first = reach.always && begins.some(({ empty }) => empty) ? -Infinity : leastOf(begins)
  if (first === null) return null
  const ends = reach.to?.map((column) => days[column]!)
  const last = !ends || (reach.endless && ends.some(({ empty }) => empty)) ? Infinity : mostOf(ends)
  return { first, last: last + reach.months * LONGEST_MONTH }
}

const LONGEST_MONTH = 31

function leastOf(stretches: readonly Stretch[]): Day | null {
  const days = stretches.flatMap(({ least }) => least ?? [])
  return days.length === 0 ? null : Math.min(...days)
}

const mostOf = (stretches: readonly Stretch[]): Day => Math.max(...stretches.flatMap(({ most }) => most ?? []))

function yearsOf(days: { first: Day; last: Day } | null, basis: Basis, { schoolYearStart }: Standing): Years | null {
  if (!days) return null
  const periodOf = (year: number) => periodDays(basis, year, schoolYearStart)
  let first = days.first <= BEFORE_EVERY_DAY ? -Infinity : yearOf(days.first) - 1
  while (Number.isFinite(first) && periodOf(first)[1] < days.first) first++
  let last = Number.isFinite(days.last) ? yearOf(days.last) : days.last
  while (Number.isFinite(last) && periodOf(last)[0] > days.last) last--
  return first <= last ? { first, last } : null
}
