import type { Basis } from '@causeway/shared/period'
import { once } from '../ground/once.ts'
import type { Database } from '../ground/database/database.ts'
import { holdsPersons } from '../records/record-types.ts'
import { disclosureClass, type DisclosureClass } from './disclosure/disclosure-class.ts'
import { FEWEST_IN_RATE } from './disclosure/layers.ts'
import type { Declaration } from './indicators/definition.ts'
import { Memory } from './memory.ts'
import { isOfThings, isOfThingsInPersons } from './needed.ts'
import { readExactCuts } from './released-exact.ts'
import { yearAlike } from './years-with-records.ts'
import { type ReadCuts, type StoredAnswer, type StoredFigure } from './releases/released-cut.ts'
import type { Release } from './releases/release.ts'

/** What a release shows as breakdowns of a year, where those that were counted for it are not shown. */
export interface Stayed {
  /** Null: they are hidden, since those that they would stay as were withdrawn. */
  release: Release | null
  /** False: they are the same numbers, and hidden in them is what was hidden then. */
  isOther: boolean
}

const MOST_IN_MEMORY = 50_000
const memoryOf = once((_database: Database) => new Memory<ReadonlyMap<number, Stayed>>(MOST_IN_MEMORY))

type Cuts = Pick<ReadCuts<StoredAnswer>, 'get'>

/** What was counted for a release; without one: what is counted now, and comes last. */
export interface Counted {
  release?: Release
  exact: Cuts
}

/**
 * The years whose breakdowns are not those of the release: fewer than ten persons came or left since others that anybody could read, so
 * that the two together would tell who they are. They stay as they were then, and are hidden where that release was withdrawn. The
 * whole alone is of the release itself.
 * @param before the releases that were public before it, with those that were withdrawn, the first first
 */
export async function stayedYears(
  database: Database,
  before: readonly Release[],
  release: Release,
  declaration: Declaration,
  basis: Basis,
): Promise<ReadonlyMap<number, Stayed>> {
  if (before.length === 0 || (isOfThings(declaration) && !isOfThingsInPersons(declaration))) return new Map()
  const memory = memoryOf(database)
  const all = [...before, release]
  const name = JSON.stringify([release.institution, all.map(({ id, status }) => [id, status]), declaration.id, basis])
  const known = memory.get(name)
  if (known) return known
  const counted: Counted[] = []
  for (const one of all) {
    const exact = await readExactCuts(database, one, declaration, basis)
    if (exact) counted.push({ release: one, exact: exact.cuts })
  }
  const found = stayedAfter(declaration, counted).at(-1) ?? new Map<number, Stayed>()
  memory.set(name, found, found.size + 1)
  return found
}

/** Of each release the years whose breakdowns are not its own. */
export function stayedAfter(declaration: Declaration, counted: readonly Counted[]): ReadonlyMap<number, Stayed>[] {
  const shown = new Map<number, Counted[]>()
  return counted.map((one) => {
    const found = new Map<number, Stayed>()
    const whole = one.exact.get(declaration.scope?.default ?? null, null)
    for (let year = whole?.first ?? 0; year <= (whole?.last ?? -1); year++) {
      const earlier = shown.get(year) ?? []
      const stays = staysAs(declaration, earlier, one.exact, year)
      if (stays) found.set(year, stays)
      else shown.set(year, [...earlier, one])
    }
    return found
  })
}

/** Null: they are not near to any that anybody could read, and are shown as they are. */
function staysAs(declaration: Declaration, earlier: readonly Counted[], exact: Cuts, year: number): Stayed | null {
  const moved = earlier.map((one) => movedIn(declaration, one.exact, exact, year))
  const same = moved.lastIndexOf(0)
  if (same >= 0) return { release: earlier[same]!.release!, isOther: false }
  if (!moved.some((persons) => persons !== null && persons < FEWEST_IN_RATE)) return null
  const release = earlier.at(-1)!.release!
  return { release: release.status === 'WITHDRAWN' ? null : release, isOther: true }
}

type Count = 'value' | 'size' | 'numerator' | 'denominator' | 'rest'
type Counts = Record<Count, number>

/** The numbers of persons of a figure; of things, of the persons in whose records they were found. */
const COUNTS: Record<DisclosureClass, readonly Count[]> = {
  persons: ['value', 'size'],
  'person-days': ['size'],
  rate: ['numerator', 'rest', 'denominator'],
  mean: ['denominator', 'size'],
  things: ['numerator', 'denominator'],
}

/**
 * How many persons at least came or left of a count that is another one now, of all counts the fewest: each is a table that can be
 * taken from the one before. 0: nothing is other. Null: one of them does not have the year.
 */
function movedIn(declaration: Declaration, before: Cuts, after: Cuts, year: number): number | null {
  const { dimensions, scope } = declaration
  const usual = scope?.default ?? null
  const counts = COUNTS[disclosureClass(declaration, holdsPersons)]
  const tableOf = (cuts: Cuts, by: string | null) => {
    const cut = cuts.get(usual, by)
    if (!cut || (cut.isCutOff && year < cut.first)) return null
    const { cells, whole, absent, persons } = cut.years[yearAlike(cut, year) - cut.first]!
    const shown = by === null ? [whole ?? absent] : cells
    return { text: JSON.stringify([shown, persons]), counted: personRowsOf(declaration, shown, persons) }
  }
  const moved = new Map<Count, number>()
  let isOther = false
  const wholes = [before, after].map((cuts) => totalOf(tableOf(cuts, null)?.counted ?? []))
  for (const by of [null, ...Object.keys(dimensions)]) {
    const [was, is] = [tableOf(before, by), tableOf(after, by)]
    if (!was || !is) {
      if (by === null) return null
      // A dimension that only one of them has.
      isOther = true
      continue
    }
    if (was.text === is.text) continue
    if (by !== null) isOther = true
    // Where somebody is in several categories, a person is more than one there.
    const counted = [was, is].map((table) => totalOf(table.counted))
    for (const name of counts) {
      if (by !== null && [0, 1].some((at) => counted[at]![name] !== wholes[at]![name])) continue
      moved.set(name, Math.max(moved.get(name) ?? 0, movedOf(was.counted, is.counted, name)))
    }
  }
  if (!isOther) return 0
  const some = [...moved.values()].filter((persons) => persons > 0)
  // One more record of a person who was there already can be all that things tell of.
  return some.length === 0 ? 1 : Math.min(...some)
}

/** Returns the rows of a table in which persons are counted: its figures or, of things, the persons in whose records these were found. */
function personRowsOf(
  declaration: Declaration,
  figures: readonly StoredFigure[],
  persons: StoredAnswer['persons'] = {},
): readonly StoredFigure[] {
  if (!isOfThings(declaration)) return figures
  return Object.entries(persons).map(([category, [numerator, denominator]]) => ({ category, numerator, denominator }))
}

/** Of those who came and those who left the more. */
function movedOf(was: readonly StoredFigure[], is: readonly StoredFigure[], name: Count): number {
  const before = new Map(was.map((cell) => [cell.category ?? null, countsOf(cell)[name]]))
  let [came, left] = [0, 0]
  for (const cell of is) {
    const key = cell.category ?? null
    const change = countsOf(cell)[name] - (before.get(key) ?? 0)
    before.delete(key)
    if (change > 0) came += change
    else left -= change
  }
  for (const gone of before.values()) left += gone
  return Math.max(came, left)
}

function totalOf(cells: readonly StoredFigure[]): Counts {
  const total = countsOf({})
  for (const cell of cells) {
    const counts = countsOf(cell)
    for (const name of Object.keys(total) as Count[]) total[name] += counts[name]
  }
  return total
}

function countsOf({ value, size, numerator, denominator }: StoredFigure): Counts {
  const of = (count: number | null | undefined) => count ?? 0
  const rest = Math.max(0, of(denominator) - of(numerator))
  return { value: of(value), size: of(size), numerator: of(numerator), denominator: of(denominator), rest }
}
