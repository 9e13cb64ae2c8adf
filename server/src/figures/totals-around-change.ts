import type { Figure } from '@causeway/shared/figure'
import { toDay } from '@causeway/shared/day'
import { DEFAULT_AT, toPeriod, type Period } from '@causeway/shared/period'
import type { Causeway } from '../causeway.ts'
import type { Connection } from '../database/database.ts'
import type { Declaration } from '../indicators/definition.ts'
import { evaluate } from '../indicators/evaluate.ts'
import type { PeriodAnswer } from '../indicators/observe/cell.ts'
import { readsOf } from '../indicators/reads.ts'
import { readSets, type SetKey } from './exact-sets.ts'
import type { Standing } from './standing.ts'
import { readStanding } from './store.ts'

type Value = Pick<Figure, 'value' | 'gap'>

/** A total that a change alters: on the first basis of its indicator, exact. */
export interface ChangedTotal {
  institution: string
  indicator: string
  period: Period
  before: Value
  after: Value
}

export interface ChangedTotals {
  changes: ChangedTotal[]
  /** Ids of indicators that read what changed and that there was no time to count. */
  notReckoned: string[]
}

/** The years that are compared: those up to the data date. */
const YEARS = 15
const MOST_CHANGES = 500
/** The transaction is open and others wait for it. */
const LONGEST_MS = 10_000

/**
 * Counts again, inside the transaction of a change, every indicator that reads a record type, and says which totals are not as they
 * stand outside. Figures from before come from the kept sets.
 */
export async function totalsAroundChange(
  { database, indicators }: Causeway,
  db: Connection,
  institution: string,
  recordTypes: readonly string[],
): Promise<ChangedTotals> {
  const result: ChangedTotals = { changes: [], notReckoned: [] }
  const inside = await readStanding(db, institution)
  if (inside?.dataDate == null) return result
  const to = Number(inside.dataDate.slice(0, 4))
  const from = to - YEARS + 1
  const reading = indicators.filter((it) => recordTypes.some((type) => readsOf(it).includes(type)))
  const keys = reading.map(toKey)
  const before = await readSets(database, institution, keys, from, to)
  const deadline = Date.now() + LONGEST_MS
  for (const [index, key] of keys.entries()) {
    if (Date.now() > deadline || result.changes.length >= MOST_CHANGES) {
      result.notReckoned.push(key.declaration.id)
      continue
    }
    const after = await count(db, inside, key, from, to)
    result.changes.push(...compare(institution, inside, key, before?.answers[index] ?? [], after))
  }
  return result
}

function toKey(declaration: Declaration): SetKey {
  return { declaration, basis: declaration.bases[0]!, scope: declaration.scope?.default ?? null, by: null }
}

function count(db: Connection, home: Standing, key: SetKey, from: number, to: number): Promise<PeriodAnswer[]> {
  const whole = { at: DEFAULT_AT, across: null, filters: [], cumulativeFrom: null, revision: null }
  return evaluate(db, { ...key, ...whole, home, from, to })
}

function compare(
  institution: string,
  { schoolYearStart, dataDate }: Standing,
  { declaration, basis }: SetKey,
  before: PeriodAnswer[],
  after: PeriodAnswer[],
): ChangedTotal[] {
  const calendar = { schoolYearStart, dataDay: toDay(dataDate!) }
  const was = new Map(before.map((answer) => [answer.year, toValue(answer)]))
  return after.flatMap((answer) => {
    const [old, now] = [was.get(answer.year) ?? NOTHING_KNOWN, toValue(answer)]
    if (old.value === now.value && old.gap === now.gap) return []
    const period = toPeriod(basis, answer.year, calendar, DEFAULT_AT)
    return [{ institution, indicator: declaration.id, period, before: old, after: now }]
  })
}

const NOTHING_KNOWN: Value = { value: null, gap: 'NO_RECORDS' }

function toValue({ cells, whole, absent }: PeriodAnswer): Value {
  const { value, gap } = cells[0] ?? whole ?? absent
  return { value, gap }
}
