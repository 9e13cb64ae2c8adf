import { gql, type TypedDocumentNode } from 'urql'
import type { OutputKind } from '@causeway/shared/views/platform-outputs-view'
import type { NamedPeriod } from '../../graph/figure-fields.ts'
import { namedInPublic, type Names } from '../../graph/name-query.ts'
import type { Platform } from '../../graph/platform.ts'
import {
  SUBJECT_VARIABLES,
  subjectFields,
  type SubjectFacts,
  type SubjectVariables,
} from '../../graph/subject-query.ts'

export type PlatformOutputs = Record<OutputKind | 'outputs' | 'onlineLearners', number | null> & {
  period: NamedPeriod
  counted: boolean
}

export interface PlatformFacts extends Platform {
  parentPlatform: { code: string; name: string } | null
  children: { code: string; name: string; typeLabel: string; runs: boolean }[]
  outputs: PlatformOutputs[] | null
}

export const PlatformQuery: TypedDocumentNode<
  Names & { platform?: PlatformFacts | null; subject?: SubjectFacts | null },
  SubjectVariables & { on: string; from: number; to: number }
> = gql`
  query Platform($on: Date!, $from: Int!, $to: Int!, ${SUBJECT_VARIABLES}) {
    ${namedInPublic('PLATFORM')}
    platform(institution: $institution, code: $code, on: $on) @include(if: $may) {
      code name(locale: $locale) type typeLabel(locale: $locale) roleLabel(locale: $locale)
      country countryLabel(locale: $locale) foundedOn closedOn runs
      parentPlatform { code name(locale: $locale) }
      children { code name(locale: $locale) typeLabel(locale: $locale) runs }
      members(all: true) { partner name(locale: $locale) roleLabel(locale: $locale) from to inForce }
      outputs(from: $from, to: $to) {
        period { basis year label(locale: $locale) start end partial }
        counted trainingSessions stays placements events adoptions outputs onlineLearners
      }
    }
    ${subjectFields('PLATFORM')}
  }
`
