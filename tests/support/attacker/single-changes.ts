import type { Database } from '@causeway/server/ground/database/database'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { readsOf } from '@causeway/server/figures/indicators/reads'
import { RECORD_TYPES, holdsPersons } from '@causeway/server/records/record-types'
import { revertBatch } from '@causeway/server/records/revert'
import { makeBatches } from '../oracle/nasty-records.ts'
import type { Stored } from '../oracle/world.ts'
import { putRecords } from '../put-records.ts'
import { askingPublic, release } from './attack-database.ts'
import { collect, type World } from './collect.ts'
import { PLACE } from './small-college.ts'

export interface SingleChanges {
  /** Breakdowns of one indicator, basis and year that were compared. */
  breakdowns: number
  /** Breakdowns that were shown anew, although fewer than `least` persons can have come or left. */
  leaks: string[]
}

interface Attacked {
  seed: string
  size: number
  /** The record type of which some records come and go. */
  type: string
  /** Only those that read the record type are compared; absent: all. */
  indicators?: readonly Declaration[]
  years: readonly [number, number]
  /** Fewest persons by whom two breakdowns may differ. */
  least: number
}

/** Record types that name persons, of which a random college has some. */
export const PERSON_TYPES: readonly string[] = [
  ...new Set(makeBatches('types', { ...PLACE, size: 0.1 }).map(({ type }) => type)),
].filter((type) => holdsPersons(type) && RECORD_TYPES.some(({ name }) => name === type))

/** Numbers of rows that are added, each before a release of its own; then as many as were there before the first release are removed. */
const ADDED = [1, 3]
const REMOVED = 1

/**
 * Publishes a release of a random college before and after one addition, a few, and one removal of records of one type, and compares
 * what GraphQL shows of each breakdown with all that it showed before. The number of persons who came or left is known from the rows
 * alone that were put there: the attack believes nothing that the program counts or stores.
 */
export async function attackSingleChanges(database: Database, attacked: Attacked): Promise<SingleChanges> {
  const { seed, size, type, years, least } = attacked
  const indicators = (attacked.indicators ?? CATALOGUE).filter((one) => readsOf(one).includes(type))
  const batchesOf = (of: string) =>
    makeBatches(of, { ...PLACE, size }).filter(({ dataDate }) => dataDate !== PLACE.dataDate)
  for (const { type: of, rows } of batchesOf(seed))
    await putRecords(database, of, of === 'institution' ? null : 'X', rows, { dataDate: PLACE.dataDate })
  const isFew = (row: Stored) => row['person'] != null || Number(row['headcount'] ?? 1) < least / 2
  const rows = batchesOf(`${seed} more`)
    .find((one) => one.type === type)!
    .rows.filter(isFew)
  const add = async (count: number) => {
    const added = rows.splice(0, count)
    const { batch } = await putRecords(database, type, 'X', added, { dataDate: PLACE.dataDate })
    return { batch: batch!, persons: added.reduce((sum, row) => sum + Number(row['headcount'] ?? 1), 0) }
  }
  const leaving = await add(REMOVED)
  const { ask, close } = askingPublic(database)
  const worlds: World[] = []
  /** How many persons came or left at most before each release. */
  const moved: number[] = []
  const publish = async (persons: number) => {
    const name = `r${moved.push(persons)}`
    await release(database, 'X', name)
    worlds.push(await collect(ask, 'X', indicators, years, name))
  }
  try {
    await publish(0)
    for (const count of ADDED) await publish((await add(count)).persons)
    await revertBatch(database, leaving.batch)
    await publish(leaving.persons)
  } finally {
    await close()
  }
  return compare(worlds, moved, least)
}

/** Returns what anybody reads of each breakdown of a year: its numbers, and which of them are hidden. */
function breakdownsIn(world: World): Map<string, string> {
  const cells = new Map<string, string[]>()
  for (const { declaration, basis, by, year, category, figure } of world.values()) {
    if (by === null) continue
    const name = `${declaration.code} ${basis} ${year} by ${by}`
    const own = cells.get(name) ?? []
    cells.set(name, own)
    // A category of another year has nobody in this one.
    if (category !== null && (figure.value || figure.gap === 'SUPPRESSED'))
      own.push([category, figure.value, figure.numerator, figure.denominator, figure.size, figure.gap].join(':'))
  }
  return new Map([...cells].map(([name, own]) => [name, own.toSorted().join(' ')]))
}

function compare(worlds: readonly World[], moved: readonly number[], least: number): SingleChanges {
  const shown = worlds.map(breakdownsIn)
  const names = new Set(shown.flatMap((one) => [...one.keys()]))
  const textOf = (at: number, name: string) => shown[at]?.get(name) ?? ''
  const leaks: string[] = []
  for (const name of names) {
    /** Releases in which it is shown anew: in the others it is as it was. */
    const anew = moved.flatMap((_, at) => (at === 0 || textOf(at, name) !== textOf(at - 1, name) ? [at] : []))
    for (const [place, at] of anew.entries())
      for (const before of anew.slice(0, place)) {
        const persons = moved.slice(before + 1, at + 1).reduce((sum, one) => sum + one, 0)
        if (textOf(before, name) !== textOf(at, name) && persons < least)
          leaks.push(`${name}: ${persons} came or left; was "${textOf(before, name)}", is "${textOf(at, name)}"`)
      }
  }
  return { breakdowns: names.size, leaks }
}
