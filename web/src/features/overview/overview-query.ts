import { EXPORT_CODE, INTRODUCTION_CODE, LEADING } from '@causeway/shared/series'
import { FigureFacts, JudgedFigure, NamedIndicator, CategoryFacts } from '../../graph/figure-fields.ts'
import { graph } from '../../graph/graph.ts'

/**
 * All that the overview opens with: people both ways, the leading figures of each theme with their years, and of what a rule or a
 * plan asks something of the chosen year.
 */
export const OverviewQuery = graph(
  `
  query Overview($institution: ID, $year: Int, $people: [ID!], $leading: [ID!], $release: ID, $asOf: DateTime, $locale: Locale!) {
    indicators { theme }
    institution(code: $institution, release: $release, asOf: $asOf) {
      code
      people: series(of: $people, year: $year) { ...PeopleSeries }
      leading: series(of: $leading, year: $year) { ...LeadingSeries }
      judged: series(judged: true, year: $year, years: 1) { ...YearSeries }
    }
  }
  fragment PeopleSeries on Series {
    basis scope computedAt summary(locale: $locale) indicator { ...NamedIndicator } figures { ...FigureFacts }
  }
  fragment LeadingSeries on Series {
    indicator { ...NamedIndicator } figures { ...JudgedFigure targets(ahead: false) { ...TargetFacts } }
  }
  fragment YearSeries on Series {
    indicator { ...NamedIndicator }
    figures { ...JudgedFigure threshold { met words(locale: $locale) } targets { ...TargetFacts } }
  }
  fragment TargetFacts on Target { plan value cumulative actual onCourse reached }
`,
  { FigureFacts, JudgedFigure, NamedIndicator },
)

export const OPENS_WITH = { people: [INTRODUCTION_CODE, EXPORT_CODE], leading: Object.values(LEADING).flat() }

/** What is below: what changed most and why, and who learns from whom by country or region, in one school year. */
export const OverviewRestQuery = graph(
  `
  query OverviewRest($institution: ID!, $year: Int!, $release: ID, $asOf: DateTime, $locale: Locale!) {
    institution(code: $institution, release: $release, asOf: $asOf) {
      changes(year: $year, first: 6) { ...ChangeFacts }
      all: series(year: $year, years: 1) { ...GapSeries }
    }
    introduction: indicator(id: "DN02") { ...PeopleByCountry }
    export: indicator(id: "DN03") { ...PeopleByCountry }
  }
  fragment ChangeFacts on Change {
    indicator { id code name(locale: $locale) theme } difference better sentence(locale: $locale)
    reason(locale: $locale) dimension { id name(locale: $locale) }
  }
  fragment GapSeries on Series { indicator { id name(locale: $locale) } figures { gap } }
  fragment PeopleByCountry on Indicator {
    id name(locale: $locale) unit(locale: $locale) decimals
    series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "country") {
      summary(locale: $locale) figures { ...FigureFacts category { ...CategoryFacts } }
    }
  }
`,
  { FigureFacts, CategoryFacts },
)

/** What only those see who may read the records: departments that have not reported, and what is doubtful in what they did. */
export const DutiesQuery = graph(`
  query Duties($institution: ID!, $year: Int!, $release: ID, $asOf: DateTime, $locale: Locale!) {
    quality(institution: $institution, release: $release, asOf: $asOf, year: $year) {
      owed { unit }
      findings {
        id code severity count message(locale: $locale) instruction(locale: $locale) href
        named { id label(locale: $locale) }
      }
    }
  }
`)
