import type {
  Completeness,
  OwedReport,
  ReportingState,
  Uncomputed,
  UnitNode as UnitFacts,
  YearCompleteness,
} from '../../graph/generated.ts'
import type { Locale } from '@causeway/shared/words/words'
import { graph, type AnswerOf, type VariablesOf } from '../../graph/graph.ts'

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
export function unitNames(units: { node: UnitFacts }[]): Map<string, string> {
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

export const UnitNode = graph(`fragment UnitNode on Record { label(locale: $locale) fields { name value } }`)

/** Everything the tab shows, in one request: a year whole, the five before it by completeness alone. */
export const MissingQuery = graph(
  `
  query Missing(
    $institution: ID!, $locale: Locale!, $y0: Int!, $y1: Int!, $y2: Int!, $y3: Int!, $y4: Int!, $y5: Int!
  ) {
    y0: quality(institution: $institution, year: $y0) {
      ...YearCompleteness
      owed { ...OwedReport }
      findings { ...QualityFinding }
      outliers { ...Outlier }
      uncomputed { ...Uncomputed }
    }
    y1: quality(institution: $institution, year: $y1) { ...YearCompleteness }
    y2: quality(institution: $institution, year: $y2) { ...YearCompleteness }
    y3: quality(institution: $institution, year: $y3) { ...YearCompleteness }
    y4: quality(institution: $institution, year: $y4) { ...YearCompleteness }
    y5: quality(institution: $institution, year: $y5) { ...YearCompleteness }
    recordTypes { name label(locale: $locale) }
    units: records(type: "unit", institution: $institution, first: 200) { edges { node { ...UnitNode } } }
  }
  fragment YearCompleteness on Quality { year start end partial completeness { ...Completeness } }
  fragment Completeness on RecordTypeQuality { type { name } unit records state lastImport }
  fragment OwedReport on Owed { type { name label(locale: $locale) } unit direction audience }
  fragment QualityFinding on Finding {
    id code severity type { name label(locale: $locale) } count message(locale: $locale) instruction(locale: $locale)
    href named { id label(locale: $locale) }
  }
  fragment Outlier on Outlier {
    indicator { id code name(locale: $locale) unit(locale: $locale) decimals } value median years
  }
  fragment Uncomputed on Uncomputed {
    indicator { id code name(locale: $locale) } gap missing { type { name } label(locale: $locale) }
  }
`,
  { UnitNode },
)

export type MissingData = AnswerOf<typeof MissingQuery>

export function missingVariables(institution: string, year: number, locale: Locale): VariablesOf<typeof MissingQuery> {
  return { institution, locale, y0: year, y1: year - 1, y2: year - 2, y3: year - 3, y4: year - 4, y5: year - 5 }
}

/** The years that the answer tells of, the latest first. */
export function yearsOf(data: MissingData): YearCompleteness[] {
  return [data.y0, data.y1, data.y2, data.y3, data.y4, data.y5].filter((year) => year !== null)
}
