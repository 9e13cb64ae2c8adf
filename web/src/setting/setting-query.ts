import { graph } from '../graph/graph.ts'

/** The institution of a code, or without one the one that pages open on. */
export const InstitutionQuery = graph(`
  query Institution($code: ID, $locale: Locale!) { institution(code: $code) { ...InstitutionFacts } }
  fragment InstitutionFacts on Institution {
    code name(locale: $locale) demonstration dataDate schoolYearStart openingYear
    reportedYears { year expected reported } revision
  }
`)
