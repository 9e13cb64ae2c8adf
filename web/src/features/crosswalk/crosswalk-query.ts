import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'

export type Correspondence = 'EQUIVALENT' | 'PARTIAL' | 'NONE' | 'UNMAPPED'

export interface Coverage {
  units: number
  counts: { correspondence: Correspondence; label: string; count: number }[]
  mappedShare: number | null
}

interface Unit {
  code: string
  title: string
}

export interface CrosswalkRow {
  unit: Unit
  correspondence: Correspondence
  label: string
  cells: {
    unit: Unit | null
    mapping: { relation: Correspondence; relationLabel: string; assessor: string | null; assessedOn: string }
  }[]
}

interface Judgement {
  unit: string | null
  toUnit: string | null
  relationLabel: string
  assessedOn: string
}

export interface CrosswalkFacts {
  on: string
  from: { code: string; title: string }
  fromVersion: { version: string } | null
  to: { code: string; title: string }
  toVersion: { version: string; units: Unit[] } | null
  rows: { totalCount: number | null; edges: { node: CrosswalkRow }[] }
  coverage: Coverage
  toCoverage: Coverage
  whole: Judgement[]
  strays: Judgement[]
}

const COVERAGE = /* GraphQL */ `units counts { correspondence label(locale: $locale) count } mappedShare`
const JUDGEMENT = /* GraphQL */ `unit toUnit relationLabel(locale: $locale) assessedOn`

export const CrosswalkQuery: TypedDocumentNode<
  { crosswalk: CrosswalkFacts | null },
  { institution: string; from: string; to: string; on: string | null; locale: Locale }
> = gql`
  query Crosswalk($institution: ID!, $from: ID!, $to: ID!, $on: Date, $locale: Locale!) {
    crosswalk(institution: $institution, from: $from, to: $to, on: $on) {
      on
      from { code title(locale: $locale) }
      fromVersion { version }
      to { code title(locale: $locale) }
      toVersion { version units { code title(locale: $locale) } }
      rows(first: 200) {
        totalCount
        edges {
          node {
            unit { code title(locale: $locale) }
            correspondence
            label(locale: $locale)
            cells {
              unit { code title(locale: $locale) }
              mapping { relation relationLabel(locale: $locale) assessor assessedOn }
            }
          }
        }
      }
      coverage { ${COVERAGE} }
      toCoverage { ${COVERAGE} }
      whole { ${JUDGEMENT} }
      strays { ${JUDGEMENT} }
    }
  }
`
