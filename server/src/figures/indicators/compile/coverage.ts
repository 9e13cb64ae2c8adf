import { sql } from 'kysely'
import type { Base, Cond, Declaration } from '../definition.ts'
import { Compilation, type Asked, allOf, type Sql } from './compilation.ts'
import { conditions } from './conditions.ts'
import { P, trailingColumn } from './dates.ts'
import { zeroTypes, type ReportedType } from '../find-field.ts'
import { Source } from './source.ts'
import { periodTable } from './statement.ts'

export interface CoverageRow {
  /** Its place among the bases; after these come the types that a share of 0 % needs. */
  base: number
  year: number
  covered: number
}

/**
 * Which periods each base of a declaration is covered in (contract.md, Periods, scopes, zero): the institution has a record of the
 * type in it, whatever its stage, or says there was none. Scope and filters do not matter here; a unit's zero report speaks only
 * where `units` are the ones filtered to.
 */
export function compileCoverage(declaration: Declaration, asked: Asked, units: string[], cumulative: boolean): Sql {
  const compilation = new Compilation(asked)
  const said = [...declaration.base.map(isCovered), ...zeroTypes(declaration).map(isReported)]
  const selects = said.map(
    (covered, index) =>
      sql`select ${sql.lit(index)} as base, p.year as year, case when ${covered} then 1 else 0 end as covered from period as p`,
  )
  return sql`${periodTable(declaration, asked)} ${sql.join(selects, sql` union all `)}`

  function isCovered(base: Base): Sql {
    const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
    const isWithin = (from: Sql, to: Sql) => sql`${from} <= ${P.first} and ${to} >= ${P.last}`
    return sql`(${recordInPeriod(compilation, of, where, cumulative)})
      or (${zeroReport(compilation, of, where, units, isWithin)})`
  }

  /** A day of the record, or of the report, is one of the months up to the day, or any up to it. */
  function isReported({ of, where = [], trailing }: ReportedType): Sql {
    const first = trailing === undefined ? null : sql.ref(`p.${trailingColumn(trailing)}`)
    const reaches = (from: Sql, to: Sql) =>
      first ? sql`${from} <= ${P.day} and ${to} >= ${first}` : sql`${from} <= ${P.day}`
    const source = new Source(compilation, of)
    const days = reaches(source.own('first_day'), sql`coalesce(${source.own('last_day')}, ${P.day})`)
    const own = allOf([source.holds(), ...conditions(source, where), days])
    return sql`(exists (select 1 from ${source.from()} where ${own}))
      or (${zeroReport(compilation, of, where, units, reaches)})`
  }
}

function recordInPeriod(compilation: Compilation, of: string, where: Cond[], cumulative: boolean): Sql {
  const source = new Source(compilation, of)
  const own = [source.holds(), ...conditions(source, where)]
  // A register is covered from its first record on.
  const inPeriod = isOfPeriod(source, cumulative || source.type.register === true)
  return sql`exists (select 1 from ${source.from()} where ${allOf([...own, inPeriod])})`
}

/** A record is of a period if any stretch of it overlaps that; `sinceTheFirst`: from its first day on, for good. */
export function isOfPeriod(source: Source, sinceTheFirst: boolean): Sql {
  const { span } = source.type
  if ('always' in span) return allOf([])
  const ofClass = (name: string) => sql`${source.own(name)} ${sinceTheFirst ? sql`<=` : sql`=`} ${P.class}`
  if ('class' in span) return ofClass(span.class)
  const last = source.own('last_day')
  const begun = sql`${source.own('first_day')} <= ${P.last}`
  const byDays = sinceTheFirst ? begun : sql`${begun} and (${last} is null or ${last} >= ${P.first})`
  const mayBeOfClass = source.compilation.asked.cohorts && source.field('class') !== undefined
  return mayBeOfClass ? sql`(${ofClass('class')} or (${source.own('class')} is null and ${byDays}))` : byDays
}

/** Direction and audience of a mobility speak for that direction and audience alone; empty, for all of them. */
function zeroReport(
  compilation: Compilation,
  of: string,
  where: Cond[],
  units: string[],
  isMeant: (from: Sql, to: Sql) => Sql,
): Sql {
  const report = new Source(compilation, 'nothing-to-report')
  const unit = report.own('unit')
  const speaksForAll = sql`${unit} is null`
  const speaks = units.length === 1 ? sql`(${speaksForAll} or ${unit} = ${units[0]})` : speaksForAll
  const narrowed = ['direction', 'audience'].map((field) => {
    const fixed = where.find((cond): cond is Extract<Cond, { in: unknown }> => 'in' in cond && cond.field === field)
    const own = report.own(field)
    return fixed?.in.length === 1 ? sql`(${own} is null or ${own} = ${sql.lit(fixed.in[0])})` : sql`${own} is null`
  })
  const own = sql`${report.holds()} and ${report.own('record_type')} = ${sql.lit(of)}
    and ${isMeant(report.own('from_day'), report.own('to_day'))} and ${speaks} and ${allOf(narrowed)}`
  return sql`exists (select 1 from ${report.from()} where ${own})`
}
