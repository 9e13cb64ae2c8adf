import type { Basis } from '@causeway/shared/period'
import { once } from '../ground/once.ts'
import type { Database } from '../ground/database/database.ts'
import { holdsPersons } from '../records/record-types.ts'
import { disclosureClass, type PersonClass } from './disclosure/disclosure-class.ts'
import { FEWEST_IN_RATE } from './disclosure/layers.ts'
import type { Declaration } from './indicators/definition.ts'
import { Memory } from './memory.ts'
import { readExactCuts } from './released-exact.ts'
import { yearAlike } from './years-with-records.ts'
import { type ReadCuts, type StoredAnswer, type StoredFigure } from './releases/released-cut.ts'
import type { Release } from './releases/release.ts'

/** Of which release the breakdowns of a year are. */
export interface Stayed {
  release: Release
  /** False: they are the same numbers, and hidden in them is what was hidden then. */
  isOther: boolean
}

const MOST_IN_MEMORY = 50_000
const memoryOf = once((_database: Database) => new Memory<ReadonlyMap<number, Stayed>>(MOST_IN_MEMORY))

/**
 * The years whose breakdowns are those of an earlier release: fewer than ten persons came or left since then, so that the two
 * breakdowns together would tell who they are. The whole alone is of the release itself.
 * @param before the releases that were public before it, the first first
 */
export async function stayedYears(
  database: Database,
  before: readonly Release[],
  release: Release,
  declaration: Declaration,
  basis: Basis,
): Promise<ReadonlyMap<number, Stayed>> {
  if (before.length === 0 || disclosureClass(declaration, holdsPersons) === 'things') return new Map()
  const memory = memoryOf(database)
  const name = JSON.stringify([release.institution, [...before, release].map(({ id }) => id), declaration.id, basis])
  const known = memory.get(name)
  if (known) return known
  let shown = new Map<number, Stayed & { exact: ReadCuts<StoredAnswer> }>()
  for (const one of [...before, release]) {
    const exact = await readExactCuts(database, one, declaration, basis)
    if (!exact) continue
    const whole = exact.get(declaration.scope?.default ?? null, null)
    if (!whole) continue
    const next: typeof shown = new Map()
    for (let year = whole.first; year <= whole.last; year++) {
      const last = shown.get(year)
      const moved = last ? movedIn(declaration, last.exact, exact, year) : null
      const stays = last && moved !== null && moved < FEWEST_IN_RATE
      next.set(year, stays ? { ...last, isOther: last.isOther || moved > 0 } : { release: one, exact, isOther: false })
    }
    shown = next
  }
  const found = new Map(
    [...shown].flatMap(([year, { release: of, isOther }]) =>
      of.id === release.id ? [] : [[year, { release: of, isOther }] as const],
    ),
  )
  memory.set(name, found, found.size + 1)
  return found
}

type Count = 'value' | 'size' | 'numerator' | 'denominator' | 'rest'
type Counts = Record<Count, number>

/** The numbers of persons of a figure. */
const COUNTS: Record<PersonClass, readonly Count[]> = {
  persons: ['value', 'size'],
  'person-days': ['size'],
  rate: ['numerator', 'rest', 'denominator'],
  mean: ['denominator', 'size'],
}

/** How many persons at least came or left, 0 where nothing is other; null: the one has breakdowns that the other has not. */
function movedIn(
  declaration: Declaration,
  before: ReadCuts<StoredAnswer>,
  after: ReadCuts<StoredAnswer>,
  year: number,
): number | null {
  const { dimensions, scope } = declaration
  const usual = scope?.default ?? null
  const counts = COUNTS[disclosureClass(declaration, holdsPersons) as PersonClass]
  const cellsOf = (cuts: ReadCuts<StoredAnswer>, by: string | null) => {
    const cut = cuts.get(usual, by)
    if (!cut || (cut.isCutOff && year < cut.first)) return null
    const { cells, whole, absent } = cut.years[yearAlike(cut, year) - cut.first]!
    return by === null ? [whole ?? absent] : cells
  }
  let most = 0
  let isOther = false
  const wholes = [before, after].map((cuts) => totalOf(cellsOf(cuts, null) ?? []))
  for (const by of [null, ...Object.keys(dimensions)]) {
    const [was, is] = [cellsOf(before, by), cellsOf(after, by)]
    if (!was || !is) return null
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    if (by !== null) isOther = true
    // Where somebody is in several categories, a person is more than one there.
    const counted = [was, is].map(totalOf)
    for (const name of counts) {
      if (by !== null && [0, 1].some((at) => counted[at]![name] !== wholes[at]![name])) continue
      most = Math.max(most, movedOf(was, is, name))
    }
  }
  return isOther ? Math.max(most, 1) : 0
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
