import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Locale } from '@causeway/shared/words/words'

export type ReportingState = 'UNREPORTED' | 'NOTHING' | 'RECORDS'

export interface TypeFacts {
  name: string
  label: string
}

export interface Completeness {
  type: { name: string }
  /** null: all units, and records without one. */
  unit: string | null
  records: number
  state: ReportingState
  lastImport: string | null
}

export interface YearCompleteness {
  year: number
  start: string
  end: string
  /** The records do not yet speak for all of it. */
  partial: boolean
  completeness: Completeness[]
}

export interface Finding {
  code: string
  severity: 'ERROR' | 'WARNING' | 'HINT'
  type: TypeFacts | null
  message: string
  instruction: string
}

export interface Outlier {
  indicator: { id: string; code: string; name: string; unit: string; decimals: number }
  value: number
  median: number
  years: number
}

export interface Uncomputed {
  indicator: { id: string; code: string; name: string }
  gap: Gap
  missing: { type: { name: string }; label: string }[]
}

/** A report that is due. */
export interface Owed {
  type: TypeFacts
  unit: string | null
  /** Of a mobility of which only a part is open; null elsewhere. */
  direction: string | null
  audience: string | null
}

export interface UnitNode {
  label: string
  fields: { name: string; value: string | null }[]
}

const EARLIER = ['y1', 'y2', 'y3', 'y4', 'y5'] as const

export type MissingData = {
  y0: (YearCompleteness & { owed: Owed[]; findings: Finding[]; outliers: Outlier[]; uncomputed: Uncomputed[] }) | null
} & Record<(typeof EARLIER)[number], YearCompleteness | null> & {
    recordTypes: TypeFacts[]
    units: { edges: { node: UnitNode }[] } | null
  }

type MissingVariables = { institution: string; locale: Locale; y0: number } & Record<(typeof EARLIER)[number], number>

/** Everything the tab shows, in one request: a year whole, the five before it by completeness alone. */
export const MissingQuery: TypedDocumentNode<MissingData, MissingVariables> = gql`
  query Missing(
    $institution: ID!
    $locale: Locale!
    $y0: Int!
    $y1: Int!
    $y2: Int!
    $y3: Int!
    $y4: Int!
    $y5: Int!
  ) {
    y0: quality(institution: $institution, year: $y0) {
      ...Year
      owed {
        type {
          name
          label(locale: $locale)
        }
        unit
        direction
        audience
      }
      findings {
        code
        severity
        type {
          name
          label(locale: $locale)
        }
        message(locale: $locale)
        instruction(locale: $locale)
      }
      outliers {
        indicator {
          id
          code
          name(locale: $locale)
          unit(locale: $locale)
          decimals
        }
        value
        median
        years
      }
      uncomputed {
        indicator {
          id
          code
          name(locale: $locale)
        }
        gap
        missing {
          type {
            name
          }
          label(locale: $locale)
        }
      }
    }
    ${EARLIER.map((year) => `${year}: quality(institution: $institution, year: $${year}) { ...Year }`).join('\n')}
    recordTypes {
      name
      label(locale: $locale)
    }
    units: records(type: "unit", institution: $institution, first: 200) {
      edges {
        node {
          label(locale: $locale)
          fields {
            name
            value
          }
        }
      }
    }
  }
  fragment Year on Quality {
    year
    start
    end
    partial
    completeness {
      type {
        name
      }
      unit
      records
      state
      lastImport
    }
  }
`

export function missingVariables(institution: string, year: number, locale: Locale): MissingVariables {
  return { institution, locale, y0: year, y1: year - 1, y2: year - 2, y3: year - 3, y4: year - 4, y5: year - 5 }
}

/** The years that the answer tells of, the latest first. */
export function yearsOf(data: MissingData): YearCompleteness[] {
  return [data.y0, data.y1, data.y2, data.y3, data.y4, data.y5].filter((year) => year !== null)
}
