import type {
  Completeness,
  OwedReport,
  ReportingState,
  Uncomputed,
  UnitNode,
  YearCompleteness,
} from '../../graph/generated.ts'
import type { MissingData } from './missing-query.ts'

/** A report that is due, and what waits for it. */
export interface DueItem extends OwedReport {
  /** Indicators that have no number for want of it. */
  indicators: Uncomputed['indicator'][]
}

export interface DueOfUnit {
  /** null: the whole college. */
  unit: string | null
  items: DueItem[]
}

/** Who owes what for the year: first what the whole college owes, then unit by unit. */
export function listDue({ y0: year }: MissingData): DueOfUnit[] {
  if (!year) return []
  const items = year.owed.map((one) => ({
    ...one,
    indicators:
      // Which part of a type an indicator lacks is said in words only.
      one.unit !== null || one.direction !== null
        ? []
        : year.uncomputed
            .filter(({ missing }) => missing.some(({ type }) => type.name === one.type.name))
            .map(({ indicator }) => indicator),
  }))
  return [...Map.groupBy(items, ({ unit }) => unit)].map(([unit, ofUnit]) => ({ unit, items: ofUnit }))
}

export interface MatrixCell {
  state: ReportingState
  records: number
}

interface MatrixRow {
  type: OwedReport['type']
  /** Beside the columns, in their order; null: not expected. */
  cells: (MatrixCell | null)[]
}

/** What there is of each type, year beside year. */
export function byYear(types: OwedReport['type'][], years: YearCompleteness[]): MatrixRow[] {
  return rowsOf(
    types,
    years.map(({ completeness }) => completeness.filter(({ unit }) => unit === null)),
  )
}

/** What there is of each type in one year, unit beside unit; only types that units report. */
export function byUnit(
  types: OwedReport['type'][],
  year: YearCompleteness,
  units: string[],
  owed: OwedReport[],
): MatrixRow[] {
  const said = year.completeness.filter(
    // A register is said of as a whole: its units have neither records here nor anything to report.
    ({ unit, type, state }) =>
      unit !== null && (state !== 'UNREPORTED' || owed.some((one) => one.unit === unit && one.type.name === type.name)),
  )
  return rowsOf(
    types,
    units.map((code) => said.filter(({ unit }) => unit === code)),
  ).filter(({ cells }) => cells.some((cell) => cell !== null))
}

function rowsOf(types: OwedReport['type'][], columns: Completeness[][]): MatrixRow[] {
  return types.flatMap((type) => {
    const cells = columns.map((column) => column.find((one) => one.type.name === type.name) ?? null)
    return cells.every((cell) => cell === null) ? [] : [{ type, cells }]
  })
}

/** Names of units by their codes. */
export function unitNames(units: { node: UnitNode }[]): Map<string, string> {
  return new Map(
    units.map(({ node }) => [node.fields.find(({ name }) => name === 'code')?.value ?? '', node.label] as const),
  )
}

/** How many types are in which state in the year. */
export function countStates(year: YearCompleteness): Record<ReportingState, number> {
  const counts = { RECORDS: 0, NOTHING: 0, UNREPORTED: 0 }
  for (const { unit, state } of year.completeness) if (unit === null) counts[state]++
  return counts
}
