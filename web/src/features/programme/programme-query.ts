import { graph } from '../../graph/graph.ts'
import { SubjectFacts } from '../../graph/subject-query.ts'

export const ProgrammeQuery = graph(
  `
  query Programme(
    $institution: ID!, $code: ID!, $on: Date!, $type: ID, $field: String, $first: Int!, $after: String,
    $may: Boolean!, $locale: Locale!
  ) {
    named: publicSubjects(institution: $institution, kind: PROGRAMME, code: $code) { name(locale: $locale) }
    subject(institution: $institution, kind: PROGRAMME, code: $code) @include(if: $may) { ...SubjectFacts }
    programmeCoverage(institution: $institution, programme: $code, on: $on, first: 1) @include(if: $may) {
      edges { node { cells { ...StandardCell } } }
    }
  }
  fragment StandardCell on ProgrammeCell {
    standard { code title(locale: $locale) directionLabel(locale: $locale) }
    links { relationLabel(locale: $locale) from to }
    coverage { units mappedShare assessedShare }
  }
`,
  { SubjectFacts },
)
