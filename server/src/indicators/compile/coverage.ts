import { sql } from 'kysely'
import type { Base, Cond, Declaration } from '../definition.ts'
import { Compilation, type Asked } from './compilation.ts'
import { allOf, type Sql } from './sql.ts'
import { conditions } from './conditions.ts'
import { P } from './dates.ts'
import { Source } from './source.ts'
import { periodTable } from './statement.ts'

export interface CoverageRow {
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
  const selects = declaration.base.map((base, index) => {
    const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
    const covered = sql`(${recordInPeriod(compilation, of, where, cumulative)}) or (${zeroReport(compilation, base, units)})`
    return sql`select ${sql.lit(index)} as base, p.year as year, case when ${covered} then 1 else 0 end as covered from period as p`
  })
  return sql`${periodTable(declaration, asked)} ${sql.join(selects, sql` union all `)}`
}

function recordInPeriod(compilation: Compilation, of: string, where: Cond[], cumulative: boolean): Sql {
  const source = new Source(compilation, of)
  const own = [compilation.holds(source.alias), ...conditions(source, where)]
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
function zeroReport(compilation: Compilation, base: Base, units: string[]): Sql {
  const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
  const report = new Source(compilation, 'nothing-to-report')
  const unit = report.own('unit')
  const speaksForAll = sql`${unit} is null`
  const speaks = units.length === 1 ? sql`(${speaksForAll} or ${unit} = ${units[0]})` : speaksForAll
  const narrowed = ['direction', 'audience'].map((field) => {
    const fixed = where.find((cond): cond is Extract<Cond, { in: unknown }> => 'in' in cond && cond.field === field)
    const own = report.own(field)
    return fixed?.in.length === 1 ? sql`(${own} is null or ${own} = ${fixed.in[0]})` : sql`${own} is null`
  })
  return sql`exists (select 1 from ${report.from()} where ${compilation.holds(report.alias)}
    and ${report.own('record_type')} = ${of} and ${report.own('from_day')} <= ${P.first} and ${report.own('to_day')} >= ${P.last}
    and ${speaks} and ${allOf(narrowed)})`
}
