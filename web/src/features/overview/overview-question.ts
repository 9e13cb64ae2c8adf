import { FIGURE_FIELDS, JUDGED_FIELDS } from '../../graph/figure-fields.ts'
import { INDICATOR_FIELDS } from '../../graph/indicator-figures.ts'
import { EXPORT_CODE, LEADING, INTRODUCTION_CODE } from '@causeway/shared/leading-indicators'

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
        indicator { ${INDICATOR_FIELDS} }
        figures { ${FIGURE_FIELDS} }
      }
      leading: series(of: ${codes(Object.values(LEADING).flat())}, year: $year) {
        indicator { ${INDICATOR_FIELDS} }
        figures { ${JUDGED_FIELDS} targets(ahead: false) { ${TARGET} } }
      }
      judged: series(judged: true, year: $year, years: 1) {
        indicator { ${INDICATOR_FIELDS} }
        figures { ${JUDGED_FIELDS} threshold { met words(locale: $locale) } targets { ${TARGET} } }
      }
    }
  }
`
