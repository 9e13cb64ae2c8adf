import type { Figure } from '@causeway/shared/figure'
import { DEFAULT_AT, toPeriod, type Period, calendarOf } from '@causeway/shared/period'
import type { Causeway } from './causeway.ts'
import type { Connection } from '../ground/database/database.ts'
import { readIdentity } from '../records/identity/read-identity.ts'
import type { Declaration } from './indicators/definition.ts'
import { evaluate } from './indicators/evaluate.ts'
import { sharedReads } from './indicators/evaluate-shared.ts'
import type { PeriodAnswer } from './indicators/observe/rows.ts'
import { readsOf } from './indicators/reads.ts'
import { readSets, type SetKey } from './exact-sets.ts'
import type { Standing } from './standing.ts'
import { readStanding } from './store.ts'

type Value = Pick<Figure, 'value' | 'gap'>

/** A total that a change alters, exact. */
export interface ChangedTotal {
  institution: string
  indicator: string
  period: Period
  before: Value
  after: Value
}

export interface ChangedTotals {
  changes: ChangedTotal[]
  /** Ids of indicators that read what changed and that there was no time to count on every basis. */
  notReckoned: string[]
}

/** The years that are compared: those up to the data date. */
const YEARS = 15
const MOST_CHANGES = 500
/** The transaction is open and others wait for it. */
const LONGEST_MS = 10_000

/**
 * Counts again, inside the transaction of a change, every indicator that reads a record type, on each of its bases, and says which
 * totals are not as they are outside. Figures from before come from the kept sets. First bases are counted first: should time run
 * out, every indicator is said of on the basis that its page opens with.
 */
export async function totalsAroundChange(
  { database, indicators }: Causeway,
  db: Connection,
  institution: string,
  recordTypes: readonly string[],
): Promise<ChangedTotals> {
  const inside = await readStanding(db, institution)
  if (inside?.dataDate == null) return { changes: [], notReckoned: [] }
  const to = Number(inside.dataDate.slice(0, 4))
  const from = to - YEARS + 1
  const reading = indicators.filter((it) => recordTypes.some((type) => readsOf(it).includes(type)))
  const shared = sharedReads(await readIdentity(db, institution, null))
  const found = new Map<Declaration, ChangedTotal[]>(reading.map((declaration) => [declaration, []]))
  const notReckoned = new Set<string>()
  const deadline = Date.now() + LONGEST_MS
  let count = 0
  for (const key of firstBasesFirst(reading)) {
    if (Date.now() > deadline || count >= MOST_CHANGES) {
      notReckoned.add(key.declaration.id)
      continue
    }
    const before = await readSets(database, institution, [key], from, to)
    const after = await evaluate(db, { ...key, home: inside, from, to, shared })
    const changes = compare(institution, inside, key, before?.answers[0] ?? [], after)
    found.get(key.declaration)!.push(...changes)
    count += changes.length
  }
  return { changes: [...found.values()].flat(), notReckoned: [...notReckoned] }
}

function firstBasesFirst(declarations: readonly Declaration[]): SetKey[] {
  const keys = declarations.flatMap((declaration) =>
    declaration.bases.map((basis, place) => ({
      place,
      key: { declaration, basis, scope: declaration.scope?.default ?? null, by: null },
    })),
  )
  return keys.sort((a, b) => a.place - b.place).map(({ key }) => key)
}

function compare(
  institution: string,
  home: Standing,
  { declaration, basis }: SetKey,
  before: PeriodAnswer[],
  after: PeriodAnswer[],
): ChangedTotal[] {
  const calendar = calendarOf(home)
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
