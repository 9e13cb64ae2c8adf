import { sql } from 'kysely'
import {
  type Base,
  type Branch,
  type Cond,
  type Declaration,
  type Measure,
  type PlainSet,
  type SetOf,
  fieldOf,
  type PartName,
} from '../definition.ts'
import { findRecordType } from '../../../records/record-types.ts'
import { Compilation, type Asked, PART, allOf, type Sql } from './compilation.ts'
import { always, groupingOf, ofPeriod, selectRecords, writeRecords, type Grouping } from './by-record.ts'
import { isUnplaced } from './conditions.ts'
import { RECORDS } from './count.ts'
import type { Each } from './dimensions.ts'
import { isOfPeriod } from './coverage.ts'
import { P } from './dates.ts'
import { cutOf, members, toHeld, type Cut } from './members.ts'
import { Source } from './source.ts'
import { readLines, writeLines, type Written } from './lines.ts'
import { periodTable } from './statement.ts'
import { branchesOf } from '../find-field.ts'

/** How many records of a period, or of a cell of it, are of a kind. */
export interface PlacingRow {
  /**
   * `left-out`: they meet the indicator's own conditions, and no scope could place them. `unplaced`, `placed`: of the base types,
   * whatever their conditions, those whose country is unknown and all others: in the cell, in all that the filters leave, and in the
   * period.
   */
  kind:
    | 'left-out'
    | 'left-out-of-all'
    | 'unplaced-in-period'
    | 'placed-in-period'
    | `${'unplaced' | 'placed'}${'' | '-in-all'}`
  year: string
  category: string | null
  across: string | null
  total: string
}

const WHOLE: Omit<Cut, 'scope'> = { by: null, across: null, filters: [] }

const isCut = ({ by, each, across }: Omit<Cut, 'scope'>) => by !== null || each !== undefined || across !== null

/**
 * What a scope leaves out because the country is unknown (contract.md, Record types, fields, keys), and in which years there is
 * anything of that kind at all. `apart`: but for what `leftOutRecords` says.
 */
export function compileLeftOut(
  declaration: Declaration,
  asked: Asked,
  cut: Omit<Cut, 'scope'>,
  cumulative: boolean,
  apart = false,
): Sql {
  const compilation = new Compilation(asked)
  const leftOut = (kind: PlacingRow['kind'], of: Omit<Cut, 'scope'>) =>
    counted(compilation, kind, leftOutRows(compilation, declaration, of, nameRecord), of, sql`count(distinct m.record)`)
  const unplaced = basesOf(declaration).map((base) => baseRows(compilation, base, WHOLE, cumulative, 'unplaced'))
  const selects = [
    ...(apart ? [] : [leftOut('left-out', cut)]),
    ...(isCut(cut) ? [leftOut('left-out-of-all', { ...WHOLE, filters: cut.filters })] : []),
    ...(unplaced.length > 0
      ? [counted(compilation, 'unplaced-in-period', sql.join(unplaced, sql` union all `), WHOLE, sql`count(*)`)]
      : []),
  ]
  return sql`${periodTable(declaration, asked, cut)}${compilation.gathered()} ${sql.join(selects, sql` union all `)}`
}

/**
 * Of the years of `asked`, where something is unplaced: whether all is, as a whole and cell by cell. `apart`: but for what `placedRecords`
 * says.
 */
export function compilePlaced(
  declaration: Declaration,
  asked: Asked,
  cut: Omit<Cut, 'scope'>,
  cumulative: boolean,
  apart = false,
): Sql {
  const compilation = new Compilation(asked)
  const ofRows = (
    kind: Parameters<typeof counted>[1],
    bases: ScopedBase[],
    of: Omit<Cut, 'scope'>,
    wanted: 'placed' | 'either',
  ) => {
    const rows = bases.map((base) => baseRows(compilation, base, of, cumulative, wanted))
    return counted(compilation, kind, sql.join(rows, sql` union all `), of, sql`count(*)`)
  }
  const bases = basesOf(declaration)
  const selects = [ofRows('placed-in-period', bases, WHOLE, 'placed')]
  const cuttable = bases.filter(({ branch }) => branch !== null)
  const both = (suffix: '' | '-in-all', of: Omit<Cut, 'scope'>) =>
    selects.push(ofRows({ suffix }, cuttable, of, 'either'))
  const isFiltered = cut.filters.length > 0
  if (cuttable.length > 0 && (isCut(cut) || isFiltered) && !apart) both('', cut)
  if (cuttable.length > 0 && isCut(cut) && isFiltered) both('-in-all', { ...WHOLE, filters: cut.filters })
  return sql`${periodTable(declaration, asked, cut)}${compilation.gathered()} ${sql.join(selects, sql` union all `)}`
}

/** Records that are grouped here by each breakdown. */
export interface PlacingRecords {
  statement: Sql
  grouping: Grouping
}

/** `left-out` of each breakdown. */
export function leftOutRecords(declaration: Declaration, asked: Asked, each: Each): PlacingRecords {
  const compilation = new Compilation(asked)
  const rows = leftOutRows(compilation, declaration, { ...WHOLE, each, byRecord: true }, nameRecord)
  const grouping = groupingOf(each, { total: { distinct: 'record' } }, null, asked)
  return { grouping, statement: sql`${periodTable(declaration, asked)} ${writeRecords(rows, grouping.columns)}` }
}

/** `unplaced` and `placed` of each breakdown; null: no record says either. */
export function placedRecords(
  declaration: Declaration,
  asked: Asked,
  each: Each,
  cumulative: boolean,
): PlacingRecords | null {
  const compilation = new Compilation(asked)
  const rows = basesOf(declaration)
    .filter(({ branch }) => branch !== null)
    .map((base) => baseRows(compilation, base, { ...WHOLE, each, byRecord: true }, cumulative, 'either'))
  if (rows.length === 0) return null
  const grouping = groupingOf(each, { total: RECORDS }, null, asked, 'kind')
  const records = writeRecords(sql.join(rows, sql` union all `), grouping.columns)
  return { grouping, statement: sql`${periodTable(declaration, asked)} ${records}` }
}

/** The records that meet the indicator's own conditions and that no scope could place, each in its period and category. */
export function leftOutRows(
  compilation: Compilation,
  declaration: Declaration,
  cut: Omit<Cut, 'scope'>,
  columns: (source: Source) => Record<string, Sql>,
): Sql {
  const rows = scopedParts(declaration).map(({ part, set, also }) =>
    members(compilation, set, { ...cut, scope: declaration.scope }, { part, also, unplaced: true, columns }),
  )
  return sql.join(rows, sql` union all `)
}

const nameRecord = (source: Source): Record<string, Sql> => ({
  record: sql`(cast(${source.type.name} as text) || cast(${PART} as text) || ${source.own('key')})`,
})

/** @param kind of all rows, or what is written after the kind that each says of itself */
function counted(
  compilation: Compilation,
  kind: PlacingRow['kind'] | { suffix: string },
  rows: Sql,
  { each, across }: Omit<Cut, 'scope'>,
  total: Sql,
): Sql {
  const own = typeof kind === 'string' ? null : sql.ref('m.kind')
  const said = typeof kind === 'string' ? sql.lit(kind) : sql`m.kind || ${sql.lit(kind.suffix)}`
  const group = [sql.ref('m.year'), sql.ref('m.category'), across ? sql.ref('m.across') : null]
  return writeLines(compilation, { rows, each, fields: [said, ...group, total], by: [own, ...group] })
}

export const toPlacings = (written: readonly Written[], breakdowns: number) =>
  readLines<PlacingRow>(written, breakdowns, ['kind', 'year', 'category', 'across', 'total'])

/** The sets that the scope acts on, with what a record must meet besides to be counted. */
function scopedParts({ scope, set, measure }: Declaration): { part: PartName; set: SetOf; also: Cond[] }[] {
  const acts = (part: PartName) => fieldOf(scope!, part) !== null
  if ('ratio' in measure)
    return (['numerator', 'denominator'] as const)
      .filter(acts)
      .map((part) => ({ part, set: measure.ratio[part].set, also: said(measure.ratio[part].measure) }))
  const part = ('share' in measure || 'weighted' in measure) && acts('denominator') ? 'denominator' : 'numerator'
  const also = 'share' in measure && part === 'numerator' ? measure.share : said(measure)
  return [{ part, set: set!, also }]
}

/** An empty value is in no mean. */
export function said(measure: Measure): Cond[] {
  if ('mean' in measure) return [{ field: measure.mean, filled: true }]
  return 'median' in measure ? [{ field: measure.median, filled: true }] : []
}

/** Records of a base type, and how their country is found. */
interface ScopedBase {
  of: string
  where: Cond[]
  part: PartName
  path: string
  /** Null: the type is not counted itself, but what is counted has its country. */
  branch: PlainSet | Branch | null
  /** Where the branches of one type have a country each, what tells them apart. */
  apart: Cond[]
}

/** The base types whose records have a country that the scope acts on. */
function basesOf(declaration: Declaration): ScopedBase[] {
  const branches = scopedParts(declaration).flatMap(({ part, set }) => {
    const path = fieldOf(declaration.scope!, part) as string
    return branchesOf(set).map((branch) => ({ part, path, branch }))
  })
  return declaration.base.flatMap((base) => {
    const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
    const own = branches.filter(({ branch }) => branch.of === of)
    const isOne = new Set(own.map(({ path, branch }) => resolved(branch, path))).size === 1
    if (own.length > 0)
      return (isOne ? own.slice(0, 1) : own).map((one) => ({
        ...one,
        ...{ of, where, apart: isOne ? [] : (one.branch.where ?? []) },
      }))
    return pointedTo(branches, base)
  })
}

function resolved(branch: PlainSet | Branch, path: string): string {
  return JSON.stringify(('as' in branch && branch.as?.[path]) || path)
}

/** What is counted has the country of a record of the base type, as programmes that of their site. */
function pointedTo(branches: { part: PartName; path: string; branch: PlainSet | Branch }[], base: Base): ScopedBase[] {
  const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
  return branches.flatMap(({ part, path, branch }) => {
    const [head = '', ...tail] = path.split('.')
    const points = findRecordType(branch.of)?.fields.some(({ name, to }) => name === head && to === of)
    return points ? [{ of, where, part, path: tail.join('.'), branch: null, apart: [] }] : []
  })
}

/** One row for each record of a base type that is of a period, cut like the indicator. */
function baseRows(
  compilation: Compilation,
  { of, where, part, path, branch, apart }: ScopedBase,
  cut: Omit<Cut, 'scope'>,
  cumulative: boolean,
  wanted: 'placed' | 'unplaced' | 'either',
): Sql {
  const source = new Source(compilation, of, {
    joins: branch && 'joins' in branch ? branch.joins : undefined,
    as: branch && 'as' in branch ? branch.as : undefined,
  })
  const { columns, joins, conditions: inCut } = cutOf(source, cut, part)
  const unplaced = isUnplaced(source, path)
  const isOfKind = wanted === 'unplaced' ? unplaced : sql`not (${unplaced})`
  const held = [
    always(source.holds()),
    ...[...where, ...apart].map((cond) => toHeld(source, cond)),
    ...(wanted === 'either' ? [] : [always(isOfKind)]),
    ofPeriod(isOfPeriod(source, cumulative)),
    ...(cumulative
      ? [ofPeriod(sql`(${source.own('first_day')} is null or ${source.own('first_day')} <= ${P.day})`)]
      : []),
    ...inCut.map(always),
  ]
  const own = {
    ...(wanted === 'either' ? { kind: sql`case when ${unplaced} then 'unplaced' else 'placed' end` } : {}),
    ...columns,
  }
  if (cut.byRecord) return selectRecords(source, { columns: own, ofPeriod: null, joins: sql.join(joins, sql` `), held })
  const list = Object.entries(own).map(([name, value]) => sql`, ${value} as ${sql.ref(name)}`)
  return sql`select p.year as year${sql.join(list, sql``)}
    from ${source.from()} cross join period as p ${sql.join(joins, sql` `)} where ${allOf(held.map(({ cond }) => cond))}`
}
