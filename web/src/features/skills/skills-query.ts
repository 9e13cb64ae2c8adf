import { CategoryFacts, JudgedFigure, NamedIndicator, NamedPeriod } from '../../graph/figure-fields.ts'
import { graph, type AnswerOf } from '../../graph/graph.ts'

/** The indicators of the theme, and the breakdowns that are on the page. Awards are few: they stand over the years, all others in the chosen one. */
export const SkillsQuery = graph(
  `
  query Skills($institution: ID!, $from: Int!, $to: Int!, $year: Int!, $may: Boolean!, $release: ID, $asOf: DateTime, $locale: Locale!) {
    indicators(theme: SKILLS) {
      ...NamedIndicator
      series(institution: $institution, release: $release, asOf: $asOf, from: $from, to: $to) {
        basis scope computedAt figures { ...JudgedFigure lost }
      }
    }
    certificates: indicator(id: "SK04") {
      code series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "programme") { ...MeasuredSeries }
    }
    passes: indicator(id: "SK05") {
      code series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "instrument") { ...MeasuredSeries }
    }
    awards: indicator(id: "SK01") {
      code series(institution: $institution, release: $release, asOf: $asOf, from: $from, to: $to, by: "country") { ...MeasuredSeries }
    }
    gains: indicator(id: "SK11") {
      code series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "instrument") { ...MeasuredSeries }
    }
    units: indicator(id: "SK09") {
      code series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "competency") { ...MeasuredSeries }
    }
    destinations: indicator(id: "SK15.dec") {
      code series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "programme") { ...MeasuredSeries }
    }
    satisfaction: indicator(id: "SK22") {
      code series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "type") { ...MeasuredSeries }
    }
    pairedScores(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year) @include(if: $may) { ...PairedScores }
  }
  fragment MeasuredSeries on Series {
    basis scope computedAt dimension { id } figures { ...JudgedFigure lost category { ...CategoryFacts } }
  }
  fragment PairedScores on PairedScores { instrument version period { ...NamedPeriod } pairs before after }
`,
  { NamedIndicator, JudgedFigure, CategoryFacts, NamedPeriod },
)

export type SkillsAnswer = AnswerOf<typeof SkillsQuery>
export type SkillIndicator = SkillsAnswer['indicators'][number]
export type BreakdownName = Exclude<keyof SkillsAnswer, 'indicators' | 'pairedScores'>
