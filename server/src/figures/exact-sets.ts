import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import { DatabaseBusy, type Database } from '../database/database.ts'
import type { Declaration, DimensionId } from '../indicators/definition.ts'
import { evaluate } from '../indicators/evaluate.ts'
import type { PeriodAnswer } from '../indicators/observe/cell.ts'
import { readsOf } from '../indicators/reads.ts'
import { describeError, logToConsole } from '../log.ts'
import { definitionHash } from './definition-hash.ts'
import { lastChange, type Standing } from './standing.ts'
import { findKept, keep, readStanding, type KeptKey } from './store.ts'

/** A figure set: one indicator on one basis, whole or by one dimension. */
export interface SetKey {
  declaration: Declaration
  basis: Basis
  scope: Scope | null
  by: DimensionId | null
}

interface ExactSet {
  definition: string
  /** The institution's revision it was made from. */
  revision: number
  from: number
  to: number
  answers: PeriodAnswer[]
}

export interface Sets {
  standing: Standing
  /** The answers of the years asked for, a list for each key. */
  answers: PeriodAnswer[][]
}

/** Sets that are parsed already, the longest unused first. */
const MOST_IN_MEMORY = 3000
/** Years made besides those asked for, so that the next question finds them. */
const YEARS_BEFORE_DATA_DATE = 11

const memories = new WeakMap<Database, Map<string, ExactSet>>()
const keeping = new WeakMap<Database, Set<Promise<void>>>()

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
  let standing = await readStanding(database.quick, institution)
  for (;;) {
    if (!standing) return null
    const found = await Promise.all(keys.map((key) => findTrue(database, standing!, key, from, to)))
    if (found.every((set) => set !== null)) return { standing, answers: found.map((set) => within(set, from, to)) }
    const missing = keys.filter((_, index) => found[index] === null)
    const now: Standing | null = await database.snapshot(async (db) => {
      const inside = await readStanding(db, institution)
      if (!inside) return null
      for (const key of missing) await make(database, db, inside, key, from, to)
      return inside
    })
    standing = now
  }
}

const within = (set: ExactSet, from: number, to: number): PeriodAnswer[] =>
  set.answers.filter(({ year }) => year >= from && year <= to)

function memoryOf(database: Database): Map<string, ExactSet> {
  let memory = memories.get(database)
  if (!memory) memories.set(database, (memory = new Map()))
  return memory
}

function keptKey(institution: string, { declaration, basis, scope, by }: SetKey): KeptKey {
  return {
    institution,
    indicator: declaration.id,
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
  const definition = definitionHash(key.declaration)
  const needed = lastChange(standing, readsOf(key.declaration))
  const isTrue = (set: Omit<ExactSet, 'answers'>) =>
    set.definition === definition &&
    set.revision >= needed &&
    set.revision <= standing.revision &&
    set.from <= from &&
    set.to >= to
  const remembered = memory.get(name)
  if (remembered && isTrue(remembered)) {
    memory.delete(name)
    memory.set(name, remembered)
    return remembered
  }
  const kept = await findKept(database.quick, stored)
  if (!kept || !isTrue({ ...kept, from: kept.from_year, to: kept.to_year })) return null
  const set = {
    definition,
    revision: kept.revision,
    from: kept.from_year,
    to: kept.to_year,
    answers: JSON.parse(kept.figures) as PeriodAnswer[],
  }
  remember(memory, name, set)
  return set
}

function remember(memory: Map<string, ExactSet>, name: string, set: ExactSet): void {
  memory.delete(name)
  memory.set(name, set)
  if (memory.size > MOST_IN_MEMORY) memory.delete(memory.keys().next().value!)
}

async function make(
  database: Database,
  db: Database['quick'],
  standing: Standing,
  key: SetKey,
  from: number,
  to: number,
): Promise<void> {
  const { declaration, basis, scope, by } = key
  const dataYear = standing.dataDate === null ? from : Number(standing.dataDate.slice(0, 4))
  const first = Math.min(from, dataYear - YEARS_BEFORE_DATA_DATE)
  const last = Math.max(to, dataYear)
  const answers = await evaluate(db, {
    declaration,
    home: standing,
    basis,
    at: DEFAULT_AT,
    from: first,
    to: last,
    scope,
    by,
    across: null,
    filters: [],
    cumulativeFrom: null,
    revision: null,
  })
  const stored = keptKey(standing.institution, key)
  const set = { definition: definitionHash(declaration), revision: standing.revision, from: first, to: last, answers }
  remember(memoryOf(database), nameInMemory(standing, stored), set)
  keepLater(database, standing, stored, set)
}

/** Keeping never makes a reader wait, and gives way to whoever writes. */
function keepLater(database: Database, { epoch }: Standing, key: KeptKey, set: ExactSet): void {
  const { definition, revision, from, to, answers } = set
  const row = { definition, revision, from_year: from, to_year: to, figures: JSON.stringify(answers) }
  const kept = database
    .write((db) => keep(db, epoch, key, row), { giveUpIfBusy: true })
    .catch((error: unknown) => {
      // Not kept is not lost: the next reader that misses makes it again.
      if (!(error instanceof DatabaseBusy))
        logToConsole({ level: 'warn', message: 'a figure set was not kept', ...describeError(error) })
    })
  const pending = keeping.get(database) ?? new Set()
  keeping.set(database, pending)
  pending.add(kept)
  void kept.finally(() => pending.delete(kept))
}

/** Resolves when every set made so far is kept or given up; before a command closes the database. */
export async function settleKeeping(database: Database): Promise<void> {
  await Promise.all(keeping.get(database) ?? [])
}
