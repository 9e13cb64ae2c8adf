import { sql } from 'kysely'
import type { Cond, Declaration, Measure, SetOf, PartName } from '../definition.ts'
import { Compilation, type Asked, once, type Sql } from './compilation.ts'
import { leftOutRows, said } from './left-out.ts'
import { members, type AskedRecord, type Cut } from './members.ts'
import type { Source } from './source.ts'
import { periodTable } from './statement.ts'
import { keyText } from './values.ts'
import { countedTypes, typesOf } from '../find-field.ts'

export interface CountedPage {
  category: string | null
  across: string | null
  /** `type/key` of the record before the first. */
  after?: { type: string; key: string } | null
  /** Absent: all. */
  most?: number
}

export interface CountedRecord {
  record_type: string
  record_key: string
}

/** A side of a figure, or what its scope could not place. */
export type CountedPart = PartName | 'left-out'

/** The records that one figure was counted from, by type and key; `asked` holds the figure's period alone. */
export function compileCountedRecords(
  declaration: Declaration,
  asked: Asked,
  cut: Omit<Cut, 'scope'>,
  part: CountedPart,
  page: CountedPage,
): Sql {
  const { category, across, after, most } = page
  const { set, measure, scope } = declaration
  const compilation = new Compilation(asked)
  const rows =
    part === 'left-out'
      ? leftOutRows(compilation, declaration, cut, nameRecord)
      : rowsOf(compilation, set, measure, { ...cut, scope }, part)
  const type = sql.ref('m.record_type')
  const key = sql.ref('m.record_key')
  const types = new Set(part === 'left-out' ? countedTypes(declaration) : typesOfPart(declaration, part))
  const isOfOne = types.size === 1
  // A dimension that is a share of the whole leaves the denominator whole, and its records in every category.
  const isOf = (column: 'category' | 'across', wanted: string | null) =>
    wanted === null ? null : sql`coalesce(${sql.ref(`m.${column}`)}, ${wanted}) = ${wanted}`
  const isLater = (from: { type: string; key: string }) =>
    isOfOne && types.has(from.type)
      ? sql`${key} > ${from.key}`
      : sql`(${type} > ${from.type} or (${type} = ${from.type} and ${key} > ${from.key}))`
  const conds = [isOf('category', category), isOf('across', across), after ? isLater(after) : null].filter(
    (cond): cond is Sql => cond !== null,
  )
  const where = conds.length === 0 ? sql`` : sql`where ${sql.join(conds, sql` and `)}`
  // Of one type the key alone is what to order by: then the first are found without reading all.
  const first =
    most === undefined ? sql`` : sql`order by ${isOfOne ? key : sql`${type}, ${key}`} limit ${sql.lit(most)}`
  return sql`${periodTable(declaration, asked)} select distinct ${type} as record_type, ${key} as record_key
    from (${rows}) as m ${where} ${first}`
}

export interface CountedPeriod {
  part: PartName
  year: number
}

/** The periods of `asked` in which one record is counted, by the part of the figure: the same rows as its records, for it alone. */
export function compileCountedPeriods(
  declaration: Declaration,
  asked: Asked,
  parts: readonly PartName[],
  record: AskedRecord,
): Sql | null {
  const cut: Cut = { scope: declaration.scope, by: null, across: null, filters: [] }
  const selects = parts
    .filter((part) => typesOfPart(declaration, part).includes(record.type))
    .map((part) => {
      const rows = rowsOf(new Compilation(asked), declaration.set, declaration.measure, cut, part, record)
      return sql`select distinct cast(${part} as text) as part, m.year as year from (${rows}) as m
        where m.record_type = ${record.type} and m.record_key = ${record.key}`
    })
  return selects.length === 0 ? null : sql`${periodTable(declaration, asked)} ${sql.join(selects, sql` union all `)}`
}

export function typesOfPart({ set, measure }: Pick<Declaration, 'set' | 'measure'>, part: PartName): string[] {
  if ('ratio' in measure) return typesOfPart(measure.ratio[part], part)
  return set ? typesOf(set) : []
}

export function compileCountedTotal(
  declaration: Declaration,
  asked: Asked,
  cut: Omit<Cut, 'scope'>,
  part: CountedPart,
  { category, across }: CountedPage,
): Sql {
  const all = compileCountedRecords(declaration, asked, cut, part, { category, across })
  return sql`select count(*) as total from (${all}) as counted`
}

const nameRecord = (source: Source): Record<string, Sql> => ({
  record_type: sql`cast(${source.type.name} as text)`,
  record_key: source.own('key'),
})

function rowsOf(
  compilation: Compilation,
  set: SetOf | undefined,
  measure: Measure,
  cut: Cut,
  part: PartName,
  about?: AskedRecord,
): Sql {
  if ('ratio' in measure) {
    const side = measure.ratio[part]
    return rowsOf(compilation, side.set, side.measure, cut, part, about)
  }
  if ('pairs' in measure)
    return pairedRows(compilation, set!, measure, cut, about && { ...about, sharing: measure.pairs })
  return members(compilation, set!, cut, { part, also: conditionsOf(measure, part), columns: nameRecord, about })
}

/** What a record of the set must meet besides to be of the part: an empty value is in no mean. */
function conditionsOf(measure: Measure, part: PartName): Cond[] {
  if (part === 'denominator') return said(measure)
  return 'share' in measure ? measure.share : 'weighted' in measure ? measure.weighted : said(measure)
}

/** Both tests of a matched pair, under the categories of the later one. */
function pairedRows(
  compilation: Compilation,
  set: SetOf,
  measure: Extract<Measure, { pairs: unknown }>,
  cut: Cut,
  about?: AskedRecord,
): Sql {
  // A pair without the maximum of its first test is left out.
  const known: Cond[] = measure.gain === 'normalised' ? [{ field: measure.max!, filled: true }] : []
  const columns = (source: Source) => ({ ...nameRecord(source), pair_key: keyText(source, measure.pairs) })
  const after = () => members(compilation, set, cut, { part: 'numerator', also: measure.after, columns, about })
  const before = () =>
    members(
      compilation,
      set,
      { scope: cut.scope, by: null, across: null, filters: [] },
      { part: 'numerator', also: [...measure.before, ...known], timeless: true, columns, about },
    )
  const matched = (record: 'a' | 'b') => sql`select a.year as year, a.category as category, a.across as across,
    ${sql.ref(`${record}.record_type`)} as record_type, ${sql.ref(`${record}.record_key`)} as record_key
    from (${after()}) as a join (${once(before())}) as b on a.pair_key = b.pair_key`
  return sql`${matched('a')} union all ${matched('b')}`
}

/**
 * How many records one figure was counted from, both its parts together, and how many of them have evidence that is valid on the
 * day on which the figure's period is read.
 */
export function compileEvidenceShare(
  declaration: Declaration,
  asked: Asked,
  cut: Omit<Cut, 'scope'>,
  parts: readonly PartName[],
  page: CountedPage,
): Sql {
  const counted = parts.map(
    (part) =>
      sql`select record_type, record_key from (${compileCountedRecords(declaration, asked, cut, part, page)}) as ${sql.ref(part)}`,
  )
  const compilation = new Compilation(asked)
  const day = sql.lit(asked.periods[0]!.day)
  const evidence = compilation.type('evidence')
  const read = new Set(['record_type', 'record', 'issued_on_day', 'expires_on_day'])
  // Joined, not asked for each record: of thousands of records and thousands of documents neither is read twice.
  return sql`${periodTable(declaration, asked)}, proved as materialized (
    select distinct e.record_type, e.record from ${compilation.table(evidence, 'e', read)}
    where ${compilation.holds('e', evidence)} and e.issued_on_day <= ${day} and (e.expires_on_day is null or e.expires_on_day >= ${day}))
    select count(*) as total, count(p.record) as proved
    from (${sql.join(counted, sql` union `)}) as c
    left join proved as p on p.record_type = c.record_type and p.record = c.record_key`
}
