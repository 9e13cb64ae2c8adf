import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { ADOPTION_FIELDS, type AdoptionFacts, type AdoptionState } from '../../graph/adoption-fields.ts'
import { FIGURE_FIELDS, type FigureFacts } from '../../graph/figure-fields.ts'
import type { ListedFigure } from '../../graph/indicator-figures.ts'

export type Correspondence = 'EQUIVALENT' | 'PARTIAL' | 'NONE' | 'UNMAPPED'

export interface StateCounts {
  total: number
  inForce: number
  live: number
  disordered: number
  states: { state: AdoptionState | null; label: string; count: number }[]
}

export interface StandardRow {
  code: string
  title: string
  type: string
  typeLabel: string
  direction: string
  directionLabel: string
  countryLabel: string | null
  withdrawnOn: string | null
  versions: {
    version: string
    from: string | null
    to: string | null
    reviewDue: string | null
    reviewedOn: string | null
    inForce: boolean
    overdue: boolean | null
    units: { code: string }[]
  }[]
  mappings: { toStandard: string; unit: string | null; relation: Correspondence }[]
  coverage: { units: number; mappedShare: number | null; equivalentShare: number | null; assessedShare: number | null }
  programmes: { programme: string }[]
}

export interface CoverageCell {
  standard: { code: string; title: string }
  links: { relationLabel: string }[]
  coverage: { units: number; mappedShare: number | null; assessedShare: number | null }
}

export interface ProgrammeRow {
  programme: string
  name: string
  cells: CoverageCell[]
}

export interface CountrySeries {
  basis: Basis
  scope: Scope | null
  computedAt: string | null
  figures: ListedFigure[]
}

/** An indicator of adoptions on the day of the table. */
export interface SameDayFigure {
  id: string
  code: string
  name: string
  unit: string
  series: { figures: FigureFacts[] } | null
}

export interface StandardsAnswer {
  /** By country or region, in the chosen year: what anybody may see of the life cycle. */
  st01: { series: CountrySeries | null } | null
  st02: { series: CountrySeries | null } | null
  st05: { series: CountrySeries | null } | null
  ex20: { series: CountrySeries | null } | null
  ex22: { series: CountrySeries | null } | null
  adoptionStates?:
    (StateCounts & { on: string; countries: (StateCounts & { country: string; label: string })[] }) | null
  countriesOnDay?: SameDayFigure | null
  adoptersOnDay?: SameDayFigure | null
  certifiedOnDay?: SameDayFigure | null
  adoptions?: { totalCount: number | null; edges: { node: AdoptionFacts }[] } | null
  standards?: { totalCount: number | null; edges: { node: StandardRow }[] } | null
  programmeCoverage?: { totalCount: number | null; edges: { node: ProgrammeRow }[] } | null
}

/** What is shown of the registers at most: beyond it a page says how many there are. */
const MOST_STANDARDS = 200
const MOST_ADOPTIONS = 200
const MOST_PROGRAMMES = 200

const COUNTS = /* GraphQL */ `total inForce live disordered states { state label(locale: $locale) count }`
const byCountry = (alias: string, code: string) => /* GraphQL */ `
  ${alias}: indicator(id: "${code}") {
    series(institution: $institution, from: $year, to: $year, by: "country") {
      basis scope computedAt
      figures { ${FIGURE_FIELDS} category { key label(locale: $locale) } }
    }
  }`

const onDay = (alias: string, code: string) => /* GraphQL */ `
  ${alias}: indicator(id: "${code}") @include(if: $may) {
    id code name(locale: $locale) unit(locale: $locale)
    series(institution: $institution, basis: POINT_IN_TIME, at: $dayAt, from: $dayYear, to: $dayYear) {
      figures { ${FIGURE_FIELDS} }
    }
  }`

export const StandardsQuery: TypedDocumentNode<
  StandardsAnswer,
  {
    institution: string
    year: number
    /** The day that registers are read for, YYYY-MM-DD. */
    on: string
    /** The same, as a point in time asks for it: MM-DD, and its year. */
    dayAt: string
    dayYear: number
    may: boolean
    locale: Locale
  }
> = gql`
  query Standards(
    $institution: ID!, $year: Int!, $on: Date!, $dayAt: String!, $dayYear: Int!, $may: Boolean!, $locale: Locale!
  ) {
    ${byCountry('st01', 'ST01')}
    ${byCountry('st02', 'ST02')}
    ${byCountry('st05', 'ST05')}
    ${byCountry('ex20', 'EX20')}
    ${byCountry('ex22', 'EX22')}
    ${onDay('countriesOnDay', 'ST04')}
    ${onDay('adoptersOnDay', 'ST05')}
    ${onDay('certifiedOnDay', 'ST06')}
    adoptionStates(institution: $institution, on: $on) @include(if: $may) {
      ${COUNTS}
      on
      countries { country label(locale: $locale) ${COUNTS} }
    }
    adoptions(institution: $institution, on: $on, first: ${String(MOST_ADOPTIONS)}) @include(if: $may) {
      totalCount
      edges { node { ${ADOPTION_FIELDS} } }
    }
    standards(institution: $institution, on: $on, first: ${String(MOST_STANDARDS)}) @include(if: $may) {
      totalCount
      edges {
        node {
          code title(locale: $locale) type typeLabel(locale: $locale) direction directionLabel(locale: $locale)
          countryLabel(locale: $locale) withdrawnOn
          versions { version from to reviewDue reviewedOn inForce overdue units { code } }
          mappings { toStandard unit relation }
          coverage { units mappedShare equivalentShare assessedShare }
          programmes { programme }
        }
      }
    }
    programmeCoverage(institution: $institution, on: $on, first: ${String(MOST_PROGRAMMES)}) @include(if: $may) {
      totalCount
      edges {
        node {
          programme name(locale: $locale)
          cells {
            standard { code title(locale: $locale) }
            links { relationLabel(locale: $locale) }
            coverage { units mappedShare assessedShare }
          }
        }
      }
    }
  }
`
