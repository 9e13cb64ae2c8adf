import { once } from '../ground/once.ts'
import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Database } from '../ground/database/database.ts'
import { readIdentity } from '../records/identity/read-identity.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { evaluateBreakdowns } from './indicators/evaluate.ts'
import { sharedReads, type SharedReads } from './indicators/evaluate-shared.ts'
import type { PeriodAnswer } from './indicators/observe/rows.ts'
import { readsOf } from './indicators/reads.ts'
import { workUnderWay } from '../ground/under-way.ts'
import { changedYears, isAmong, type Years } from './changed-years.ts'
import { definitionHash } from './definition-hash.ts'
import { keepLater } from './keep-later.ts'
import { Memory } from './memory.ts'
import { readStandingNow, lastChange, type Standing } from './standing.ts'
import { findKept, readStanding, type KeptKey, type Made } from './store.ts'

/** A figure set: one indicator on one basis, whole or by one dimension. */
export interface SetKey {
  declaration: Declaration
  basis: Basis
  scope: Scope | null
  by: DimensionId | null
}

interface Stamp {
  definition: string
  /** The institution's revision that it is true at. */
  revision: number
  from: number
  to: number
}

interface ExactSet extends Stamp {
  answers: PeriodAnswer[]
}

export interface Sets {
  standing: Standing
  /** The answers of the years asked for, a list for each key. */
  answers: PeriodAnswer[][]
}

/** Figures of sets that are parsed already: some hundred bytes each. */
const MOST_FIGURES_IN_MEMORY = 20_000
/** Of one who did not sign in: then others that want the same reader have their turn. */
const LONGEST_TURN_MS = 200
/** Years made besides those asked for, so that the next question finds them. */
export const YEARS_BEFORE_DATA_DATE = 11

const memoryOf = once((_database: Database) => new Memory<ExactSet>(MOST_FIGURES_IN_MEMORY))
/** What is being made at this moment, by its name in memory. */
const makingOf = once((_database: Database) => new Map<string, Promise<unknown>>())

/**
 * Figure sets that are true at one revision: found if still true, else made once, all periods in one statement, and kept.
 * Null: no such institution.
 */
export async function readSets(
  database: Database,
  institution: string,
  keys: SetKey[],
  from: number,
  to: number,
): Promise<Sets | null> {
  let standing = await readStandingNow(database, institution)
  /** Held here too: what is remembered or kept may give way to others before all are made. */
  const made = new Map<SetKey, ExactSet>()
  for (;;) {
    if (!standing) return null
    const now = standing
    const found = await Promise.all(
      keys.map((key) => {
        const own = made.get(key)
        return own && isTrue(own, now, key, from, to) ? own : findTrue(database, now, key, from, to)
      }),
    )
    if (found.every((set) => set !== null)) return { standing, answers: found.map((set) => within(set, from, to)) }
    const missing = keys.filter((_, index) => found[index] === null)
    standing = await database.snapshot(async (db): Promise<Standing | null> => {
      const inside = await readStanding(db, institution)
      if (!inside) return null
      if (inside.epoch !== now.epoch) made.clear()
      const shared = sharedReads(await readIdentity(db, institution, null))
      const isPublic = workUnderWay()?.isPublic ?? false
      const turn = performance.now() + LONGEST_TURN_MS
      for (const breakdowns of Map.groupBy(missing, setOf).values()) {
        if (isPublic && performance.now() > turn) break
        const makeThem = (keys: SetKey[]) => make(database, db, inside, shared, keys, from, to)
        for (const [key, set] of await makeOnce(database, inside, breakdowns, from, to, makeThem)) made.set(key, set)
      }
      return inside
    })
  }
}

const within = (set: ExactSet, from: number, to: number): PeriodAnswer[] =>
  set.answers.filter(({ year }) => year >= from && year <= to)

function keptKey(institution: string, { declaration, basis, scope, by }: SetKey): KeptKey {
  return {
    institution,
    indicator: `${declaration.id}@${declaration.version}`,
    basis,
    at: basis === 'POINT_IN_TIME' ? DEFAULT_AT : '',
    dimension: by ?? '',
    scope: scope ?? '',
  }
}

/** Revisions of one epoch say nothing of those of another. */
function nameInMemory({ epoch }: Standing, key: KeptKey): string {
  return [epoch, ...Object.values(key)].join('|')
}

/** A set is true while nothing it reads has changed since, and it was not made from a later revision than the standing's. */
const isTrue = (set: Stamp, standing: Standing, key: SetKey, from: number, to: number): boolean =>
  wasTrue(set, standing, key, from, to) && set.revision >= lastChange(standing, readsOf(key.declaration))

/** It is true but for the years that changed since. */
const wasTrue = (set: Stamp, { revision }: Standing, { declaration }: SetKey, from: number, to: number): boolean =>
  set.definition === definitionHash(declaration) && set.revision <= revision && set.from <= from && set.to >= to

async function findTrue(
  database: Database,
  standing: Standing,
  key: SetKey,
  from: number,
  to: number,
): Promise<ExactSet | null> {
  const stored = keptKey(standing.institution, key)
  const name = nameInMemory(standing, stored)
  const memory = memoryOf(database)
  const known = memory.get(name)
  let set = known && wasTrue(known, standing, key, from, to) ? known : null
  if (set && isTrue(set, standing, key, from, to)) return set
  const kept = await findKept(database.quick, stored)
  if (kept && kept.revision > (set?.revision ?? -1)) {
    const { definition, revision, from_year, to_year, figures } = kept
    const stamp = { definition, revision, from: from_year, to: to_year }
    if (wasTrue(stamp, standing, key, from, to)) {
      set = { ...stamp, answers: JSON.parse(figures) as PeriodAnswer[] }
      remember(memory, name, set)
    }
  }
  if (!set || isTrue(set, standing, key, from, to)) return set
  const changed = await changedYears(database, standing, key, set.revision)
  if (changed && changed.first <= set.to && changed.last >= set.from) return null
  const still = { ...set, revision: standing.revision }
  remember(memory, name, still)
  return still
}

function remember(memory: Memory<ExactSet>, name: string, set: ExactSet): void {
  memory.set(
    name,
    set,
    set.answers.reduce((sum, { cells, uncounted }) => sum + cells.length + uncounted.length + 1, 0),
  )
}

/** Those that differ in their dimension alone are made in one statement. */
export const setOf = ({ declaration, basis, scope }: SetKey) =>
  `${declaration.id}@${declaration.version} ${basis} ${scope}`

/**
 * What others made since it was found missing is not made again, nor what they are making now: indicators that hide in each other's
 * tables are asked for together, and need the same sets. Nobody who makes a set waits for another, so that none waits in a ring.
 */
async function makeOnce(
  database: Database,
  standing: Standing,
  keys: SetKey[],
  from: number,
  to: number,
  makeThem: (keys: SetKey[]) => Promise<ExactSet[]>,
): Promise<[SetKey, ExactSet][]> {
  const memory = memoryOf(database)
  const making = makingOf(database)
  const nameOf = (key: SetKey) => nameInMemory(standing, keptKey(standing.institution, key))
  const underWay = () => keys.flatMap((key) => making.get(nameOf(key)) ?? [])
  while (underWay().length > 0) await Promise.allSettled(underWay())
  const found = keys.flatMap((key): [SetKey, ExactSet][] => {
    const other = memory.get(nameOf(key))
    return other && isTrue(other, standing, key, from, to) ? [[key, other]] : []
  })
  const left = keys.filter((key) => !found.some(([one]) => one === key))
  if (left.length === 0) return found
  const work = makeThem(left)
  for (const key of left) making.set(nameOf(key), work)
  try {
    const sets = await work
    for (const [index, key] of left.entries()) {
      remember(memory, nameOf(key), sets[index]!)
      keepLater(database, toRow(standing, key, sets[index]!))
    }
    return [...found, ...left.map((key, index): [SetKey, ExactSet] => [key, sets[index]!])]
  } finally {
    for (const key of left) if (making.get(nameOf(key)) === work) making.delete(nameOf(key))
  }
}

function toRow(
  { epoch, institution }: Standing,
  key: SetKey,
  { definition, revision, from, to, answers }: ExactSet,
): Made {
  const made = { definition, revision, from_year: from, to_year: to, figures: JSON.stringify(answers) }
  return { epoch, table: 'figure_set', row: { ...keptKey(institution, key), ...made } }
}

/** @param keys that differ in their dimension alone */
async function make(
  database: Database,
  db: Database['quick'],
  standing: Standing,
  shared: SharedReads,
  keys: SetKey[],
  from: number,
  to: number,
): Promise<ExactSet[]> {
  const { declaration, basis, scope } = keys[0]!
  const dataYear = standing.dataDate === null ? from : Number(standing.dataDate.slice(0, 4))
  const before = await findBefore(database, db, standing, keys, from, to)
  // One year after the data date: of any later one it is the answer.
  const whole = { first: Math.min(from, dataYear - YEARS_BEFORE_DATA_DATE), last: Math.max(to, dataYear + 1) }
  const years = before?.changed ?? whole
  const asked = { declaration, basis, scope, home: standing, from: years.first, to: years.last, shared }
  const made = await evaluateBreakdowns(
    db,
    asked,
    keys.map(({ by }) => by),
  )
  const stamp = { definition: definitionHash(declaration), revision: standing.revision }
  return made.map((answers, at) => {
    const was = before?.sets[at]
    if (!was) return { ...stamp, from: whole.first, to: whole.last, answers }
    const kept = was.answers.filter(({ year }) => !isAmong(years, year))
    return { ...was, ...stamp, answers: [...kept, ...answers].toSorted((a, b) => a.year - b.year) }
  })
}

/** What was true of all of them before, and the years that changed since; null: all are made anew. */
async function findBefore(
  database: Database,
  db: Database['quick'],
  standing: Standing,
  keys: SetKey[],
  from: number,
  to: number,
): Promise<{ sets: ExactSet[]; changed: Years } | null> {
  const memory = memoryOf(database)
  const sets = keys.flatMap((key) => {
    const set = memory.get(nameInMemory(standing, keptKey(standing.institution, key)))
    return set && wasTrue(set, standing, key, from, to) ? [set] : []
  })
  if (sets.length < keys.length) return null
  const since = Math.min(...sets.map(({ revision }) => revision))
  const years = await changedYears(database, standing, keys[0]!, since, db)
  const first = Math.max(years?.first ?? from, Math.min(...sets.map((set) => set.from)))
  const last = Math.min(years?.last ?? from, Math.max(...sets.map((set) => set.to)))
  return first <= last && sets.every((set) => set.from <= first && set.to >= last)
    ? { sets, changed: { first, last } }
    : null
}
