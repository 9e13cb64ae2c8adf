import { CategoryFacts, FigureFacts, NamedIndicator } from '../../graph/figure-fields.ts'
import type {
  CategoryFacts as Category,
  ExplainedFigure as Figure,
  ExplainedSeries as Series,
  FigureTarget,
} from '../../graph/generated.ts'
import { graph, type VariablesOf } from '../../graph/graph.ts'

const ExplainedSeries = graph(
  `
  fragment ExplainedSeries on Series { basis scope profile computedAt summary(locale: $locale) recounted(locale: $locale) stayed(locale: $locale) rounded(locale: $locale) }
  fragment ExplainedFigure on Figure {
    ...FigureFacts
    numerator denominator leftOut size coverage lost effect interval { low high level }
    threshold { met value words(locale: $locale) } explanation { definitionVersion recordCount groupHeadcount }
  }
`,
  { FigureFacts },
)

/** What the page of an indicator opens with: what it is, its years, and the names of what it is narrowed to. */
export const IndicatorQuery = graph(
  `
  query Indicator(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $from: Int!, $to: Int!, $filter: [DimensionFilter!],
    $narrowed: Boolean!, $by: ID!, $narrowedTwice: Boolean!, $alsoBy: ID!, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    indicator(id: $id) { ...IndicatorFacts }
  }
  fragment IndicatorFacts on Indicator {
    ...NamedIndicator
    definition(locale: $locale) fillingNote(locale: $locale) formula(locale: $locale) coverageName(locale: $locale)
    version versions { version change(locale: $locale) } bases dimensions { id name(locale: $locale) }
    needs { recordType { name label(locale: $locale) } }
    mappings { ...OfficialLine }
    series(
      institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, filter: $filter, release: $release,
      asOf: $asOf
    ) {
      ...ExplainedSeries release { name } figures { ...ExplainedFigure targets(ahead: true) { ...FigureTarget } }
    }
    named: series(
      institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, by: $by, release: $release, asOf: $asOf
    )
      @include(if: $narrowed) { ...CategoryNames }
    alsoNamed: series(
      institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, by: $alsoBy, release: $release, asOf: $asOf
    )
      @include(if: $narrowedTwice) { ...CategoryNames }
  }
  fragment OfficialLine on FormLine {
    form edition number formName(locale: $locale) editionName(locale: $locale) label(locale: $locale) basis scope
    confidence
  }
  fragment FigureTarget on Target { plan year value cumulative actual progress due reached onCourse }
  fragment CategoryNames on Series { figures { category { ...CategoryFacts } } }
`,
  { NamedIndicator, ExplainedSeries, CategoryFacts },
)

export type SeriesQuestion = Omit<VariablesOf<typeof IndicatorQuery>, 'narrowed' | 'by' | 'narrowedTwice' | 'alsoBy'>

/** Of the indicator alone, of one of its categories, or of two crossed. */
export type ExplainedFigure = Figure & {
  category?: Category | null
  across?: Category | null
  targets?: FigureTarget[]
}
export type IndicatorSeries = Series & { figures: ExplainedFigure[] }

/** The categories of one dimension, crossed with a second where one is asked for. */
export const BreakdownQuery = graph(
  `
  query Breakdown(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $from: Int!, $to: Int!, $filter: [DimensionFilter!],
    $by: ID!, $across: ID, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(
        institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, filter: $filter, by: $by,
        across: $across, release: $release, asOf: $asOf
      ) { ...BreakdownSeries }
    }
  }
  fragment BreakdownSeries on Series {
    ...ExplainedSeries dimension { id name(locale: $locale) }
    figures { ...ExplainedFigure category { ...CategoryFacts } across { ...CategoryFacts } }
  }
`,
  { ExplainedSeries, CategoryFacts },
)

/** Which categories of a dimension there are to choose from. */
export const CategoriesQuery = graph(
  `
  query Categories(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $from: Int!, $to: Int!, $by: ID!,
    $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(
        institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, by: $by, release: $release,
        asOf: $asOf
      ) {
        figures { category { ...CategoryFacts } }
      }
    }
  }
`,
  { CategoryFacts },
)
