/** The institution of a code, or without one the one that pages open on. */
export const INSTITUTION_QUESTION = /* GraphQL */ `
  query Institution($code: ID, $locale: Locale!) {
    institution(code: $code) {
      code
      name(locale: $locale)
      demonstration
      dataDate
      schoolYearStart
      openingYear
      reportedYears {
        year
        expected
        reported
      }
      revision
    }
  }
`
