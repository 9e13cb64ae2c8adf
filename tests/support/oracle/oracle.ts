import type { Figure } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Declaration, DimensionId, SetOf } from '@causeway/server/figures/indicators/definition'
import { kept } from '@causeway/server/ground/kept'
import { categoriesOf, inOrder, settleFilter } from './categories.ts'
import { coverOf, isReported, type Cover } from './cover.ts'
import type { Moment } from './holds.ts'
import { isAllUnknown, placedOf, unplacedOf } from './left-out.ts'
import { say } from './measure.ts'
import { behind, type Asked, type Said } from './said.ts'
import { everMembersOf, membersOf, type Part } from './members.ts'
import { stretchOf, readPath, type Stretch, type Row } from './read.ts'
import { headsOf, isGroup, type World } from './world.ts'

export interface Asking {
  declaration: Declaration
  basis: Basis
  from: number
  to: number
  /** Omitted: the declaration's. */
  scope?: Scope | null
  at?: string
  by?: DimensionId | null
  across?: DimensionId | null
  filter?: { dimension: DimensionId; in: string[] }[]
  cumulativeFrom?: number | null
}

/** The records that a figure was counted from, as `type key`, in order. Of a count, a mean or a gain the part is the numerator. */
export function askOracleRecords(
  world: World,
  asking: Asking,
  { period, category, across }: Figure,
  part: Part,
): string[] {
  const rows = new Year(world, asking, period.year).counted(category, across, part)
  return [...new Set(rows.map(({ record }) => `${record.type} ${record.key}`))].toSorted()
}

/** Category by dimension that a figure is of. */
type Cell = { dimension: DimensionId; in: string[] }[]

/** The figures that the specification gives, worked out over plain arrays. */
export function askOracle(world: World, asking: Asking): Figure[] {
  const { declaration, by = null, across = null, from, to } = asking
  const dimensions = [by, across].filter((it) => it !== null)
  const years = Array.from({ length: to - from + 1 }, (_, i) => new Year(world, asking, from + i))
  const seen = years.map((year) => year.occurring(dimensions))
  const [categories = [null], seconds = [null]] = dimensions.map((dimension, n) =>
    inOrder(declaration, dimension, new Set(seen.flatMap((cells) => cells.map((cell) => cell[n]!)))),
  ) as (string | null)[][]
  return years.flatMap((year, n) => {
    const isBare =
      by !== null && (categories.length === 0 || (seen[n]!.length === 0 && (!year.cover.zero || year.isUnknown())))
    if (isBare) return [year.figure(null, null)]
    return categories.flatMap((category) => seconds.map((second) => year.figure(category, second)))
  })
}

class Year {
  readonly cover: Cover
  readonly #world: World
  readonly #asking: Asking
  readonly #stretch: Stretch
  readonly #moment: Moment
  readonly #cumulative: boolean
  /** As a name. */
  readonly #years: string

  constructor(world: World, given: Asking, year: number) {
    const filters = given.filter?.map((filter) => settleFilter(world, given.declaration, filter))
    const asking = { ...given, filter: filters }
    const { declaration, basis, at = '09-01', scope, cumulativeFrom = null, filter = [] } = asking
    this.#world = world
    this.#asking = asking
    this.#stretch = stretchOf(world, basis, year, at, cumulativeFrom)
    this.#moment = { world, window: this.#stretch.window, scope: scope ?? declaration.scope?.default ?? null }
    const units = filter.filter(({ dimension }) => dimension === 'unit').map((it) => it.in)
    this.#cumulative = cumulativeFrom !== null || declaration.kind === 'CUMULATIVE'
    const { period, first, window } = this.#stretch
    this.#years = [period.basis, first, window.first, window.last, this.#cumulative, this.#moment.scope].join(' ')
    const only = units.length === 0 ? null : [...new Set(units.flat())]
    this.cover = this.#once(declaration, `cover ${only}`, () =>
      coverOf(world, declaration, this.#stretch, this.#cumulative, only),
    )
  }

  /** The categories, one of each dimension, that rows of the period are in. */
  occurring(dimensions: DimensionId[]): string[][] {
    if (dimensions.length === 0 || !this.cover.some) return []
    const cells: string[][] = []
    const said = this.#say(this.#asking.filter ?? [])
    for (const { part, rows } of said.parts ?? [{ part: 'numerator', rows: said.rows }]) {
      for (const row of rows) {
        const keys = dimensions.map((dimension) => this.#categoriesOf(dimension, part)(row))
        if (keys.some((it) => it === null)) continue
        let found: string[][] = [[]]
        for (const list of keys) found = found.flatMap((cell) => list!.map((key) => [...cell, key]))
        cells.push(...found)
      }
    }
    return cells
  }

  counted(category: string | null, across: string | null, part: Part): Row[] {
    const said = this.#say(this.#cell(category, across))
    if ('pairs' in this.#asking.declaration.measure) return said.rows
    return said.parts?.find((it) => it.part === part)?.rows ?? said.rows
  }

  #cell(category: string | null, across: string | null): Cell {
    const { by, across: second, filter = [] } = this.#asking
    const cell: Cell = [...filter]
    if (by && category !== null) cell.push({ dimension: by, in: [category] })
    if (second && across !== null) cell.push({ dimension: second, in: [across] })
    return cell
  }

  figure(category: string | null, across: string | null): Figure {
    const cell = this.#cell(category, across)
    const said = this.#say(cell)
    const isNothing = this.isUnknown(cell) || (said.value === 0 && !this.#isZeroSaid(said))
    const gap = isNothing ? 'NO_RECORDS' : this.#gapOf(said)
    // Beside NO_RECORDS is nothing; beside NOT_APPLICABLE what was counted, but nothing made of it.
    const shown: Said = gap === 'NO_RECORDS' ? { value: null, rows: [] } : said
    const facts =
      gap === 'NO_RECORDS' ? null : { size: said.size ?? behind(this.#asked(cell), said.rows), records: said.rows }
    return {
      period: this.#stretch.period,
      category,
      across,
      value: gap ? null : shown.value,
      gap,
      leftOut: this.#leftOut(cell),
      numerator: shown.numerator ?? null,
      denominator: shown.denominator ?? null,
      size: facts && facts.size,
      interval: shown.interval ?? null,
      coverage: shown.coverage ?? null,
      lost: shown.lost ?? null,
      effect: shown.effect ?? null,
      recordCount: facts && facts.records.length,
      groupHeadcount:
        facts && facts.records.reduce((sum, { record }) => sum + (isGroup(record) ? headsOf(record) : 0), 0),
    }
  }

  /** Of every record of the period, of the filters or of the cell, nobody knows where it is from. */
  isUnknown(cell: Cell = this.#cell(null, null)): boolean {
    if (this.#stretch.first > this.#world.dataDay) return false
    const { declaration } = this.#asking
    const placed = this.#once(declaration, 'placed', () =>
      placedOf(this.#moment, declaration, this.#stretch, this.#cumulative),
    )
    return [cell, this.#cell(null, null)].some((one) => isAllUnknown(placed, (row, part) => this.#isIn(row, part, one)))
  }

  /** Of a share of 0 %: something of all that its condition asks was reported. */
  #isZeroSaid({ rows }: Said): boolean {
    const { measure, filter = [] } = { ...this.#asking.declaration, ...this.#asking }
    if (!('share' in measure)) return true
    const units = [...new Set(filter.filter(({ dimension }) => dimension === 'unit').flatMap((it) => it.in))]
    return (measure.zero ?? []).every((one) =>
      'filled' in one
        ? rows.some((row) => readPath(this.#world, row, one.filled) !== null)
        : isReported(this.#world, one, this.#stretch.window.day, units),
    )
  }

  #leftOut(cell: Cell): number | null {
    const { declaration } = this.#asking
    const unplaced = this.#once(declaration, 'unplaced', () => unplacedOf(this.#moment, declaration))
    if (unplaced === null) return null
    if (this.#stretch.first > this.#world.dataDay) return 0
    const found = unplaced.filter(({ row, part }) => this.#isIn(row, part, cell))
    return new Set(found.map(({ record }) => record)).size
  }

  #gapOf({ value, rows }: Said): Figure['gap'] {
    if (!this.cover.number) return 'NO_RECORDS'
    const isNothing = value === 0 || (value === null && rows.length === 0)
    if (isNothing && !this.cover.zero) return 'NO_RECORDS'
    return value === null ? 'NOT_APPLICABLE' : null
  }

  #say(cell: Cell): Said {
    return say(this.#asked(cell))
  }

  #asked(cell: Cell): Asked {
    return {
      moment: this.#moment,
      declaration: this.#asking.declaration,
      isIn: (row, part) => this.#isIn(row, part, cell),
      membersOf: (set, part) => this.#members(set, part, membersOf),
      everMembersOf: (set, part) => this.#members(set, part, everMembersOf),
      cumulative: this.#cumulative,
    }
  }

  #isIn(row: Row, part: Part, cell: Cell): boolean {
    return cell.every(({ dimension, in: wanted }) => {
      const keys = this.#categoriesOf(dimension, part)(row)
      return keys === null || keys.some((key) => wanted.includes(key))
    })
  }

  /** Each cell asks each row again. */
  #categoriesOf(dimension: DimensionId, part: Part): (row: Row) => string[] | null {
    const { declaration } = this.#asking
    return this.#once(declaration, `categories ${dimension} ${part}`, () => {
      const known = new Map<Row, string[] | null>()
      return (row: Row) =>
        kept(known, row, () => categoriesOf(this.#world, declaration, dimension, part, row, this.#stretch.window.last))
    })
  }

  #members(set: SetOf, part: Part, find: typeof membersOf): Row[] {
    return this.#once(set, `${find.name} ${part}`, () => find(this.#moment, this.#asking.declaration, set, part))
  }

  /** What all cells of the year share, and all questions that differ in cells only. */
  #once<T>(of: Declaration | SetOf, name: string, find: () => T): T {
    return known(this.#world, of, `${name} ${this.#years}`, find)
  }
}

const KNOWN = new WeakMap<World, WeakMap<object, Map<string, unknown>>>()

function known<T>(world: World, of: object, name: string, find: () => T): T {
  const ofWorld = kept(KNOWN, world, () => new WeakMap<object, Map<string, unknown>>())
  const all = kept(ofWorld, of, () => new Map<string, unknown>())
  return kept(all, name, find) as T
}
