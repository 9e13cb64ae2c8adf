/** A table, and for whoever may read records what is told inside the college only. */
const GIVEN = /* GraphQL */ `value text inUnit source filledBy filledOn`
const CONTENT = /* GraphQL */ `source value decimals gap text shown(locale: $locale) filed { ${GIVEN} }`
const INDICATOR = /* GraphQL */ `id code name(locale: $locale)`

export const FORM_QUESTION = /* GraphQL */ `
  query Form($id: ID!, $edition: String, $institution: ID, $year: Int, $locale: Locale!, $inside: Boolean!) {
    institution(code: $institution) {
      code
      form(id: $id, edition: $edition, year: $year) {
        id name(locale: $locale) edition year reportYear period(locale: $locale) periodBefore(locale: $locale) inForce profile publishedOn
        definition {
          authority(locale: $locale) source(locale: $locale) confidence
          editions { edition name(locale: $locale) from to yearOffset source(locale: $locale) confidence exportColumns { name label(locale: $locale) } }
        }
        before { edition name(locale: $locale) }
        changes { kinds before { number } after { number } sentence(locale: $locale) }
        checks @include(if: $inside) { rule lines sentence(locale: $locale) }
        lines {
          number label(locale: $locale) unit(locale: $locale) definition(locale: $locale) under confidence note(locale: $locale)
          ${CONTENT}
          figure { period { label(locale: $locale) } }
          handFilled { ${GIVEN} }
          last { ${CONTENT} }
          line { basis scope part yearOffset computed indicator { ${INDICATOR} } }
          indicators { ${INDICATOR} }
          filedDifference @include(if: $inside) { sentence(locale: $locale) }
          departments @include(if: $inside) {
            unit name(locale: $locale) records recordType { name label(locale: $locale) }
          }
        }
      }
    }
  }
`
