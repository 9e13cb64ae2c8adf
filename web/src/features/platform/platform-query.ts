import { NamedPeriod } from '../../graph/figure-fields.ts'
import { graph } from '../../graph/graph.ts'
import { PlatformFacts } from '../../graph/platform.ts'
import { SubjectFacts } from '../../graph/subject-query.ts'

export const PlatformQuery = graph(
  `
  query Platform(
    $institution: ID!, $code: ID!, $on: Date!, $from: Int!, $to: Int!, $type: ID, $field: String, $first: Int!,
    $after: String, $may: Boolean!, $locale: Locale!
  ) {
    named: publicSubjects(institution: $institution, kind: PLATFORM, code: $code) { name(locale: $locale) }
    platform(institution: $institution, code: $code, on: $on) @include(if: $may) { ...WholePlatform }
    subject(institution: $institution, kind: PLATFORM, code: $code) @include(if: $may) { ...SubjectFacts }
  }
  fragment WholePlatform on Platform {
    ...PlatformFacts
    parentPlatform { code name(locale: $locale) }
    children { code name(locale: $locale) typeLabel(locale: $locale) runs }
    outputs(from: $from, to: $to) {
      period { ...NamedPeriod }
      counted trainingSessions stays placements events adoptions outputs onlineLearners
    }
  }
`,
  { PlatformFacts, NamedPeriod, SubjectFacts },
)
