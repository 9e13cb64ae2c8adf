import { graph } from '../../graph/graph.ts'
import { SubjectFacts } from '../../graph/subject-query.ts'

export const PartnerQuery = graph(
  `
  query Partner(
    $institution: ID!, $code: ID!, $type: ID, $field: String, $first: Int!, $after: String, $may: Boolean!,
    $locale: Locale!
  ) {
    named: publicSubjects(institution: $institution, kind: PARTNER, code: $code) { name(locale: $locale) }
    subject(institution: $institution, kind: PARTNER, code: $code) @include(if: $may) { ...SubjectFacts }
  }
`,
  { SubjectFacts },
)
