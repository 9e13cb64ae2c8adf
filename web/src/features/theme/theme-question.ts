import { JUDGED_FIELDS } from '../../graph/figure-fields.ts'
import { INDICATOR_FIELDS } from '../../graph/indicator-figures.ts'

/** Every indicator of a theme, and its figures as far as the filter lets them be counted. */
export const THEME_QUESTION = /* GraphQL */ `
  query Theme($theme: Theme!, $institution: ID, $year: Int, $filter: [DimensionFilter!], $locale: Locale!) {
    indicators(theme: $theme) { id name(locale: $locale) dimensions { id name(locale: $locale) } }
    institution(code: $institution) {
      code
      series(theme: $theme, year: $year, filter: $filter) {
        basis scope computedAt
        indicator { ${INDICATOR_FIELDS} definition(locale: $locale) }
        figures {
          ${JUDGED_FIELDS}
          threshold { met value words(locale: $locale) }
          targets { plan value cumulative actual onCourse reached }
        }
      }
    }
  }
`
