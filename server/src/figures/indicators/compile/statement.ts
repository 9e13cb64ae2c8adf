import { monthsBefore, yearOf } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Declaration, SetOf } from '../definition.ts'
import { once } from '../../../ground/once.ts'
import { setsOf, zeroTypes } from '../find-field.ts'
import { referenceTables, sameAsTable, Compilation, type Asked, type Sql } from './compilation.ts'
import { timesOf } from './conditions.ts'
import { trailingColumn } from './dates.ts'
import { cutTable } from './dimensions.ts'
import { groupingOf, writeRecords, type Grouping } from './by-record.ts'
import { OF_EACH } from './count.ts'
import { selectAggregates, measureAggregates, type Aggregate } from './measures.ts'
import type { Cut } from './members.ts'

/** All periods of one figure set in one statement: the selects of its measure over a table of the periods. */
export function compile(
  declaration: Pick<Declaration, 'set' | 'measure' | 'scope'>,
  asked: Asked,
  cut: Omit<Cut, 'scope'>,
): Sql {
  const compilation = new Compilation(asked)
  const selects = selectAggregates(compilation, aggregatesOf(compilation, declaration, cut))
  return sql`${periodTable(declaration, asked, cut)}${compilation.gathered()} ${selects}`
}

/** A select of that as a statement by itself, which does not say the part that it counts: several parts may count the same. */
export interface Apart {
  part: string
  statement: Sql
  /** It says records, to be grouped here; null: what is counted of groups. */
  grouping: Grouping | null
}

export function compileApart(
  declaration: Pick<Declaration, 'set' | 'measure' | 'scope'>,
  asked: Asked,
  cut: Omit<Cut, 'scope'>,
): Apart[] {
  const compilation = new Compilation(asked)
  const { each } = cut
  return aggregatesOf(compilation, declaration, { ...cut, byRecord: each !== undefined }).map(
    ({ part, ...aggregate }) => {
      if (each && aggregate.cut?.byRecord) {
        const grouping = groupingOf(each, { ...OF_EACH, ...aggregate.counts }, aggregate.ofPeriod ?? null, asked)
        const records = writeRecords(aggregate.rows, grouping.columns)
        return { part, statement: sql`${periodTable(declaration, asked)} ${records}`, grouping }
      }
      const select = selectAggregates(compilation, [{ ...aggregate, part: '' }])
      const statement = sql`${periodTable(declaration, asked, cut)}${compilation.gathered()} ${select}`
      return { part, statement, grouping: null }
    },
  )
}

function aggregatesOf(
  compilation: Compilation,
  { set, measure, scope }: Pick<Declaration, 'set' | 'measure' | 'scope'>,
  cut: Omit<Cut, 'scope'>,
): Aggregate[] {
  return measureAggregates(compilation, set as SetOf, measure, { ...cut, scope }, 'numerator', 'numerator')
}

/** `with period (year, first, last, day, class, first_class, …)`: dates never meet a date function in a query. */
export function periodTable(
  declaration: Pick<Declaration, 'set' | 'measure'>,
  asked: Asked,
  { each }: Pick<Cut, 'each'> = {},
): Sql {
  const columns = [
    'year',
    'first',
    'last',
    'day',
    'class',
    'first_class',
    ...trailingOf(declaration).map(trailingColumn),
  ]
  const rows = periodValues(declaration, asked).map((values, row) =>
    asked.own
      ? sql`(${sql.join(values.map((_, column) => asked.own!(`period_${row}_${column}`)))})`
      : // Whole numbers alone, as one text: a node for each would be most of what Kysely has to visit.
        sql.raw(`(${values.join(', ')})`),
  )
  return sql`with period (${sql.join(columns.map((name) => sql.ref(name)))}) as (values ${sql.join(rows)})${sameAsTable(asked.identity)}${referenceTables(asked.reference)}${each ? cutTable(each) : sql``}`
}

/** What is in the rows of `periodTable`. */
export function periodValues(declaration: Pick<Declaration, 'set' | 'measure'>, { periods }: Asked): number[][] {
  const trailing = trailingOf(declaration)
  return periods.map(({ year, since, first, last, day }) => {
    const lastClass = yearOf(last)
    const ofClasses = [lastClass, lastClass - (year - since)]
    return [year, first, last, day, ...ofClasses, ...trailing.map((months) => monthsBefore(day, months) + 1)]
  })
}

const trailingOf = once((declaration: Pick<Declaration, 'set' | 'measure'>): number[] => {
  const months = [...everyTime(declaration), ...zeroTypes(declaration)].flatMap((time) =>
    'trailing' in time && time.trailing !== undefined ? [time.trailing] : [],
  )
  return [...new Set(months)]
})

function everyTime({ set, measure }: Pick<Declaration, 'set' | 'measure'>) {
  return setsOf(set, measure).flatMap(({ set: one, also }) => timesOf(one, also))
}
