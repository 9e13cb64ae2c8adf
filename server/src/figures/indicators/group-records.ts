import { kept } from '../../ground/kept.ts'
import { UNKNOWN } from '@causeway/shared/unknown'
import { WrittenRecords, type Grouping } from './compile/by-record.ts'
import type { PeriodRow } from './compile/compilation.ts'
import { FIELDS, type AggregateRow, type Count, type Field } from './compile/count.ts'
import { isBloc, LEFT_OUT_SIGN, nameOf } from './compile/dimensions.ts'
import type { Written } from './compile/lines.ts'

/**
 * The rows that a statement groups for each breakdown by itself, of records that are read once: sorting them for each takes a database ten
 * times as long.
 */
export function groupRecords(written: readonly Written[], grouping: Grouping): AggregateRow[][] {
  const { each, columns, periods } = grouping
  const records = new WrittenRecords(
    written,
    columns,
    periods.map(({ year }) => year),
  )
  const apart = grouping.apart === null ? null : records.texts(grouping.apart)
  return each.map((by, place) => {
    const texts = by && records.texts(nameOf(place))
    const categories = !texts ? WHOLE : isBloc(by) ? inBlocs(texts, grouping) : inCategories(texts)
    if (apart === null) return groupsOf(records, categories, grouping)
    return [...new Set(apart)].flatMap((part) =>
      groupsOf(records, categories, grouping, (record) => apart[record] === part).map((row) => ({
        ...row,
        part: part!,
      })),
    )
  })
}

/** How records are cut: the categories that there are, and those of a record in a period, by their places. */
interface Categories {
  names: (string | null)[]
  of: (record: number, period: number) => readonly number[]
}

const WHOLE: Categories = { names: [null], of: () => [0] }

function inCategories(texts: readonly (string | null)[]): Categories {
  const names = [...new Set(texts)].filter((name) => name !== LEFT_OUT_SIGN)
  const places = new Map(names.map((name, place) => [name, [place]]))
  const own = texts.map((text) => places.get(text) ?? [])
  return { names, of: (record) => own[record]! }
}

/** By the countries of the records: one of several blocs is in each of them, one of none in no category, an unknown one in its own. */
function inBlocs(countries: readonly (string | null)[], { periods, memberships }: Grouping): Categories {
  const names = [null, UNKNOWN, ...new Set(memberships.map(({ bloc }) => bloc))]
  const byCountry = Map.groupBy(memberships, ({ country }) => country)
  const find = (country: string | null, { last }: PeriodRow): readonly number[] => {
    if (country === LEFT_OUT_SIGN) return [0]
    const own = (byCountry.get(country ?? '') ?? []).filter(
      ({ from_day, to_day }) => from_day <= last && (to_day === null || to_day >= last),
    )
    if (own.length > 0) return own.map(({ bloc }) => names.indexOf(bloc))
    return country === null || country === UNKNOWN ? [1] : []
  }
  const known = new Map([...new Set(countries)].map((country) => [country, periods.map((one) => find(country, one))]))
  const own = countries.map((country) => known.get(country)!)
  return { names, of: (record, period) => own[record]![period]! }
}

/** What a count comes to in a cell; null: nothing was counted that says a number. */
type Tally = (cell: number) => string | null

/** @param isOf which of the records; absent: all */
function groupsOf(
  records: WrittenRecords,
  categories: Categories,
  grouping: Grouping,
  isOf?: (record: number) => boolean,
): AggregateRow[] {
  const { names, of } = categories
  const { periods, ofPeriod, counts } = grouping
  const size = periods.length * names.length
  const sums = new Map<string, Float64Array>()
  const distinct = new Map<string, Int32Array>()

  /** Each record in each of its cells; `at`: which of its periods it is. */
  const visit = (order: readonly number[] | null, see: (cell: number, record: number, at: number) => void) => {
    for (let n = 0; n < records.size; n++) {
      const record = order ? order[n]! : n
      if (isOf && !isOf(record)) continue
      const own = records.periods[record]!
      for (let at = 0; at < own.length; at++)
        for (const category of of(record, own[at]!)) see(own[at]! * names.length + category, record, at)
    }
  }

  const rows = new Int32Array(size)
  visit(null, (cell) => void rows[cell]!++)

  const numbersOf = (column: string): ((record: number, at: number) => number) => {
    if (column === ofPeriod) return (record, at) => records.said[record]![at]!
    const all = records.numbers(column)
    return (record) => all[record]!
  }

  const sumOf = (column: string) =>
    kept(sums, column, () => {
      const numberOf = numbersOf(column)
      const of = new Float64Array(size).fill(Number.NaN)
      visit(null, (cell, record, at) => {
        const number = numberOf(record, at)
        if (!Number.isNaN(number)) of[cell] = (Number.isNaN(of[cell]!) ? 0 : of[cell]!) + number
      })
      return of
    })

  /** It may pass what a number holds. */
  const sumOfProducts = (columns: readonly string[]): Tally => {
    const numbers = columns.map(numbersOf)
    const sums: (bigint | undefined)[] = []
    visit(null, (cell, record, at) => {
      const factors = numbers.map((numberOf) => numberOf(record, at))
      if (factors.some(Number.isNaN)) return
      sums[cell] = (sums[cell] ?? 0n) + factors.reduce((product, factor) => product * BigInt(factor), 1n)
    })
    return (cell) => sums[cell]?.toString() ?? null
  }

  /** Records of one text come one after the other, so that it is counted once in a cell. */
  const distinctOf = (column: string) =>
    kept(distinct, column, () => {
      const { of: texts, order } = records.alike(column)
      const [found, last] = [new Int32Array(size), new Int32Array(size)]
      visit(order, (cell, record) => {
        const text = texts[record]!
        if (text === last[cell]) return
        last[cell] = text
        found[cell]!++
      })
      return found
    })

  const endOf = (column: string, isFurther: (one: string, other: string) => boolean): Tally => {
    const texts = records.texts(column)
    const ends: (string | undefined)[] = []
    visit(null, (cell, record) => {
      const text = texts[record]!
      if (text !== null && (ends[cell] === undefined || isFurther(text, ends[cell]))) ends[cell] = text
    })
    return (cell) => ends[cell] ?? null
  }

  const saidOf =
    (sums: Float64Array): Tally =>
    (cell) =>
      Number.isNaN(sums[cell]!) ? null : String(sums[cell])

  const tallyOf = (count: Count): Tally => {
    if ('persons' in count) {
      const [persons, heads] = [distinctOf('person'), sumOf('group_heads')]
      return (cell) => String(persons[cell]! + (heads[cell]! || 0))
    }
    if ('distinct' in count) {
      const found = distinctOf(count.distinct)
      return (cell) => String(found[cell])
    }
    if ('least' in count) return endOf(count.least, (one, other) => one < other)
    if ('greatest' in count) return endOf(count.greatest, (one, other) => one > other)
    const [column, ...more] = count.sum
    if (column === undefined) return (cell) => String(rows[cell])
    return more.length === 0 ? saidOf(sumOf(column)) : sumOfProducts(count.sum)
  }

  const tallies = Object.entries(counts).map(([field, count]) => [field as Field, tallyOf(count)] as const)
  const inOrder = names.map((name, place) => ({ name, place })).sort((a, b) => compare(a.name, b.name))
  return periods.flatMap(({ year }, period) =>
    inOrder
      .filter(({ place }) => rows[period * names.length + place]! > 0)
      .map(({ name, place }) => {
        const cell = period * names.length + place
        const said = Object.fromEntries(tallies.map(([field, tally]) => [field, tally(cell)]))
        return { ...NOTHING, part: '', year: String(year), category: name, ...said } as AggregateRow
      }),
  )
}

/** As a database has them: what is empty first. */
const compare = (one: string | null, other: string | null): number =>
  one === other ? 0 : one === null || (other !== null && one < other) ? -1 : 1

const NOTHING = Object.fromEntries(FIELDS.map((name) => [name, null]))
