import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'
import { ADOPTION_FIELDS, type AdoptionFacts } from '../../graph/adoption-fields.ts'

export interface UnitFacts {
  code: string
  title: string
  weight: number | null
  eqfLevel: number | null
  escoUri: string | null
}

export interface VersionFacts {
  version: string
  from: string | null
  to: string | null
  reviewDue: string | null
  reviewedOn: string | null
  inForce: boolean
  overdue: boolean | null
  weightSum: number | null
  units: UnitFacts[]
}

interface MappingFacts {
  standard: string
  toStandard: string
  relation: string
}

export interface StandardFacts {
  code: string
  title: string
  typeLabel: string
  direction: string
  directionLabel: string
  country: string | null
  countryLabel: string | null
  major: string | null
  localisedOn: string | null
  withdrawnOn: string | null
  on: string
  versions: VersionFacts[]
  mappings: MappingFacts[]
  mappedFrom: MappingFacts[]
  coverage: {
    units: number
    counts: { correspondence: string; label: string; count: number }[]
    mappedShare: number | null
    equivalentShare: number | null
    assessed: number
    assessedShare: number | null
  }
  programmes: { programme: string; programmeName: string; relationLabel: string; from: string; to: string | null }[]
  adoptions: AdoptionFacts[]
  resources: { id: string; label: string }[]
  certificates: {
    instrument: string
    version: string | null
    level: string
    standardVersion: string | null
    results: number
    passed: number
    persons: number
    first: string
    last: string
  }[]
}

export const StandardQuery: TypedDocumentNode<
  { standard: StandardFacts | null; others: { edges: { node: { code: string; title: string } }[] } | null },
  { institution: string; code: string; on: string | null; locale: Locale }
> = gql`
  query Standard($institution: ID!, $code: ID!, $on: Date, $locale: Locale!) {
    standard(institution: $institution, code: $code, on: $on) {
      code title(locale: $locale) typeLabel(locale: $locale) direction directionLabel(locale: $locale)
      country countryLabel(locale: $locale) major localisedOn withdrawnOn on
      versions {
        version from to reviewDue reviewedOn inForce overdue weightSum
        units { code title(locale: $locale) weight eqfLevel escoUri }
      }
      mappings { standard toStandard relation }
      mappedFrom { standard toStandard relation }
      coverage {
        units counts { correspondence label(locale: $locale) count } mappedShare equivalentShare assessed assessedShare
      }
      programmes { programme programmeName(locale: $locale) relationLabel(locale: $locale) from to }
      adoptions { ${ADOPTION_FIELDS} }
      resources { id label(locale: $locale) }
      certificates { instrument version level standardVersion results passed persons first last }
    }
    others: standards(institution: $institution, first: 200) { edges { node { code title(locale: $locale) } } }
  }
`

interface ChangesFacts {
  effective: string
  unchanged: number
  units: { code: string; kinds: string[]; summary: string }[]
  programmes: { programme: string; programmeName: string }[]
  adoptions: { country: string; countryLabel: string; adopter: string; record: { id: string } }[]
  certificates: { instrument: string; level: string }[]
  mappingsToRenew: { toStandard: string; unit: string | null }[]
}

export const ChangesQuery: TypedDocumentNode<
  { standardChanges: ChangesFacts | null },
  { institution: string; code: string; from: string; to: string; locale: Locale }
> = gql`
  query StandardChanges($institution: ID!, $code: ID!, $from: String!, $to: String!, $locale: Locale!) {
    standardChanges(institution: $institution, standard: $code, from: $from, to: $to) {
      effective
      unchanged
      units {
        code
        kinds
        summary(locale: $locale)
      }
      programmes {
        programme
        programmeName(locale: $locale)
      }
      adoptions {
        country
        countryLabel(locale: $locale)
        adopter
        record {
          id
        }
      }
      certificates {
        instrument
        level
      }
      mappingsToRenew {
        toStandard
        unit
      }
    }
  }
`
