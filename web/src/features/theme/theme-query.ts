import { JudgedFigure, NamedIndicator, CategoryFacts } from '../../graph/figure-fields.ts'
import { graph } from '../../graph/graph.ts'

/** Every indicator of a theme, and its figures as far as the filter lets them be counted. */
export const ThemeQuery = graph(
  `
  query Theme($theme: Theme!, $institution: ID, $year: Int, $filter: [DimensionFilter!], $release: ID, $asOf: DateTime, $locale: Locale!) {
    indicators(theme: $theme) { ...Filterable }
    institution(code: $institution, release: $release, asOf: $asOf) { code series(theme: $theme, year: $year, filter: $filter) { ...ThemeSeries } }
  }
  fragment Filterable on Indicator { id name(locale: $locale) dimensions { id name(locale: $locale) } }
  fragment ThemeSeries on Series {
    basis scope computedAt
    indicator { ...NamedIndicator definition(locale: $locale) }
    figures {
      ...JudgedFigure
      threshold { met value words(locale: $locale) }
      targets { plan value cumulative actual onCourse reached }
    }
  }
`,
  { NamedIndicator, JudgedFigure },
)

/** What occurs in a dimension in the year, in any indicator of the theme that has it. */
export const ThemeCategoriesQuery = graph(
  `
  query ThemeCategories($theme: Theme!, $institution: ID, $year: Int, $dimension: ID!, $release: ID, $asOf: DateTime, $locale: Locale!) {
    institution(code: $institution, release: $release, asOf: $asOf) {
      series(theme: $theme, year: $year, years: 3, by: $dimension) { figures { category { ...CategoryFacts } } }
    }
  }
`,
  { CategoryFacts },
)
