import { FIGURE_FIELDS, PERIOD_FIELDS } from '../../graph/figure-fields.ts'
import { EXPORT_CODE, LEADING, INTRODUCTION_CODE } from '@causeway/shared/leading-indicators'

const INDICATOR = /* GraphQL */ `id code name(locale: $locale) theme kind unit(locale: $locale) decimals betterWhen`
const TARGET = /* GraphQL */ `plan value cumulative actual onCourse reached`
const codes = (list: readonly string[]) => `[${list.map((code) => `"${code}"`).join(', ')}]`

/**
 * All that the overview opens with: people both ways, the leading figures of each theme with their years, and of what a rule or a
 * plan asks something of the chosen year.
 */
export const OVERVIEW_QUESTION = /* GraphQL */ `
  query Overview($institution: ID, $year: Int, $locale: Locale!) {
    indicators { theme }
    institution(code: $institution) {
      code
      people: series(of: ${codes([INTRODUCTION_CODE, EXPORT_CODE])}, year: $year) {
        basis scope computedAt summary(locale: $locale)
        indicator { ${INDICATOR} }
        figures { ${FIGURE_FIELDS} }
      }
      leading: series(of: ${codes(Object.values(LEADING).flat())}, year: $year) {
        indicator { ${INDICATOR} }
        figures { ${FIGURE_FIELDS} interval { low high } targets(ahead: false) { ${TARGET} } }
      }
      judged: series(judged: true, year: $year, years: 1) {
        indicator { ${INDICATOR} }
        figures { ${PERIOD_FIELDS} value gap threshold { met words(locale: $locale) } targets { ${TARGET} } }
      }
    }
  }
`
