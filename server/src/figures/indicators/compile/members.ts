import { sql } from 'kysely'
import {
  type Branch,
  type Cond,
  type Key,
  type PlainSet,
  type SetOf,
  type Side,
  fieldOf,
  type PartName,
} from '../definition.ts'
import { type Compilation, allOf, type Sql } from './compilation.ts'
import { always, ofPeriod, selectRecords, type Held } from './by-record.ts'
import { conditions, dependsOnPeriod, inScope, isUnplaced, withoutScope } from './conditions.ts'
import { inTime } from './dates.ts'
import {
  categoryOf,
  columnsOfEach,
  filterCondition,
  namesOfEach,
  type CompiledFilter,
  type Dimension,
  type Each,
} from './dimensions.ts'
import { isPicked, picksByPeriod, sharesWith } from './one-per.ts'
import { Source } from './source.ts'
import { isOfPeriod, keyText } from './values.ts'

export const EMPTY = sql`cast(null as text)`

/** How the answer is cut. */
export interface Cut {
  scope?: Side
  by: Dimension | null
  /** Several breakdowns in place of `by`. */
  each?: Each
  /** Of those a row for each record, which says its periods (`by-record.ts`). */
  byRecord?: boolean
  across: Dimension | null
  filters: CompiledFilter[]
}

export interface MemberOptions {
  part: PartName
  /** Further conditions, applied like those of the set but after `onePer`. */
  also?: Cond[]
  /** Named columns made from a record, and from the branch of the set that it is in. */
  columns?: (source: Source, branch: PlainSet | Branch) => Record<string, Sql>
  /** The column that may say something else in another period. */
  ofPeriod?: string | undefined
  /** Of all history: no period is joined and no time rule holds. */
  timeless?: boolean
  /** Only what this record alone decides: the rest is not read. */
  about?: AskedRecord
  /** Instead of those in the scope the records that no scope can place, each by itself. */
  unplaced?: boolean
}

/** A record that is asked for by itself. */
export interface AskedRecord {
  type: string
  key: string
  /** Records are read that share this with it; absent: itself alone. */
  sharing?: Key
}

/**
 * One row for each record, period and category, or with the columns of each breakdown: `year, category, across, person, heads, group_heads` and the columns asked for.
 * The order is where, scope, onePer and time, and only then the filters (grammar.md).
 */
export function members(compilation: Compilation, set: SetOf, cut: Cut, options: MemberOptions): Sql {
  const branches =
    'union' in set ? set.union.map((branch) => ({ branch, where: set.where })) : [{ branch: set, where: [] }]
  const { about } = options
  const meant = about ? branches.filter(({ branch }) => branch.of === about.type) : branches
  const selects = meant.map(({ branch, where }) => select(compilation, branch, where ?? [], cut, options))
  return sql.join(selects, sql` union all `)
}

function select(
  compilation: Compilation,
  branch: PlainSet | Branch,
  where: Cond[],
  cut: Cut,
  options: MemberOptions,
): Sql {
  const source = new Source(compilation, branch.of, {
    joins: 'joins' in branch ? branch.joins : undefined,
    as: 'as' in branch ? branch.as : undefined,
  })
  const scopeField = cut.scope && fieldOf(cut.scope, options.part)
  const scope = compilation.asked.scope
  const { unplaced = false } = options
  const meets = (list: Cond[] = []) => (unplaced ? withoutScope(list) : list).map((cond) => toHeld(source, cond))
  const placed = unplaced ? isUnplaced : (...[of, path]: [Source, string]) => inScope(of, path, scope!)
  const scoped = scope && scopeField ? [placed(source, scopeField as string)] : []
  const onePer = 'onePer' in branch && !unplaced ? branch.onePer : undefined
  const parts = cutOf(source, cut, options.part)
  const columns = options.columns?.(source, branch) ?? {}
  const picked =
    onePer && isPicked(source, branch as PlainSet, onePer, { field: scopeField as string | null, scope }, options.about)
  const held: Held[] = [
    always(source.holds()),
    ...(options.about ? [always(isAbout(source, options.about))] : []),
    ...meets([...(branch.where ?? []), ...where]),
    ...scoped.map(always),
    ...(picked ? [{ cond: picked, byPeriod: picksByPeriod(branch as PlainSet, onePer!) }] : []),
    ...(options.timeless ? [] : [ofPeriod(inTime(source, branch.time))]),
    ...meets(options.also),
    ...parts.conditions.map(always),
  ]
  const selected: Record<string, Sql> = {
    ...(options.timeless || cut.byRecord ? {} : { year: sql.ref('p.year') }),
    ...parts.columns,
    person: source.person(),
    heads: source.heads(),
    group_heads: source.groupHeads(),
    ...columns,
  }
  const joins = sql.join(parts.joins, sql` `)
  if (cut.byRecord) return selectRecords(source, { columns: selected, ofPeriod: options.ofPeriod ?? null, joins, held })
  const list = sql.join(Object.entries(selected).map(([name, value]) => sql`${value} as ${sql.ref(name)}`))
  // A cross join keeps SQLite from walking the records once for each period.
  const period = options.timeless ? sql`` : sql`cross join period as p`
  return sql`select ${list} from ${source.from()} ${period} ${joins} where ${allOf(held.map(({ cond }) => cond))}`
}

export function toHeld(source: Source, cond: Cond): Held {
  return { cond: conditions(source, [cond])[0]!, byPeriod: dependsOnPeriod([cond]) || isOfPeriod(cond) }
}

/** How the rows of a source are cut: columns that say it, joins that these need after the period, and what must hold. */
export function cutOf(source: Source, { by, each, byRecord, across, filters }: Omit<Cut, 'scope'>, part: PartName) {
  const [first, second] = [by, across].map((one) => one && categoryOf(source, one, part))
  const all = each && columnsOfEach(source, each, part, byRecord)
  const where = [...filters.map((filter) => filterCondition(source, filter, part)), first?.where, second?.where]
  return {
    columns: all?.columns ?? { category: first?.text ?? EMPTY, across: second?.text ?? EMPTY },
    joins: [first?.join, second?.join, ...(all?.joins ?? [])].filter((join) => join != null),
    conditions: where.filter((cond) => cond != null),
  }
}

/** The columns of members that say how they are cut. */
export function cutColumns({ each }: Cut): string[] {
  return each ? namesOfEach(each) : ['category', 'across']
}

function isAbout(source: Source, { key, sharing }: AskedRecord): Sql {
  return sharing ? sharesWith(source, key, (one) => keyText(one, sharing)) : sql`${source.own('key')} = ${key}`
}
