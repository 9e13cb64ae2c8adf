import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import {
  JUDGED_FIELDS,
  PERIOD_FIELDS,
  type CategoryFacts,
  type JudgedFigure,
  type NamedPeriod,
} from '../../graph/figure-fields.ts'
import { INDICATOR_FIELDS, type IndicatorFigures } from '../../graph/indicator-figures.ts'

export interface MeasuredFigure extends JudgedFigure {
  lost: number | null
  category?: CategoryFacts | null
}

export interface MeasuredSeries {
  basis: Basis
  scope: Scope | null
  computedAt: string | null
  figures: MeasuredFigure[]
}

export type SkillIndicator = Omit<IndicatorFigures, 'series'> & { series: MeasuredSeries | null }

/** Breakdowns that stand on the page: the name under which each is asked, its indicator and its dimension. */
export const BREAKDOWNS = {
  certificates: { code: 'SK04', by: 'programme' },
  passes: { code: 'SK05', by: 'instrument' },
  awards: { code: 'SK01', by: 'country' },
  gains: { code: 'SK11', by: 'instrument' },
  units: { code: 'SK09', by: 'competency' },
  destinations: { code: 'SK15.dec', by: 'programme' },
  satisfaction: { code: 'SK22', by: 'type' },
} as const
export type BreakdownName = keyof typeof BREAKDOWNS

/** Of those who took one version of an instrument both times. */
export interface PairedScores {
  instrument: string
  version: string
  period: NamedPeriod
  pairs: number
  before: number
  after: number
}

export type SkillsAnswer = { indicators: SkillIndicator[]; pairedScores?: PairedScores[] | null } & Record<
  BreakdownName,
  { series: MeasuredSeries | null } | null
>

const MEASURED = /* GraphQL */ `
  basis scope computedAt
  figures { ${JUDGED_FIELDS} lost`

/** Awards are few: they stand over the years, all others in the chosen one. */
const breakdowns = Object.entries(BREAKDOWNS)
  .map(
    ([name, { code, by }]) => /* GraphQL */ `
    ${name}: indicator(id: "${code}") {
      series(institution: $institution, from: ${name === 'awards' ? '$from' : '$year'}, to: ${name === 'awards' ? '$to' : '$year'}, by: "${by}") {
        ${MEASURED} category { key label(locale: $locale) } }
      }
    }`,
  )
  .join('')

export const SkillsQuery: TypedDocumentNode<
  SkillsAnswer,
  { institution: string; from: number; to: number; year: number; may: boolean; locale: Locale }
> = gql`
  query Skills($institution: ID!, $from: Int!, $to: Int!, $year: Int!, $may: Boolean!, $locale: Locale!) {
    indicators(theme: SKILLS) {
      ${INDICATOR_FIELDS}
      series(institution: $institution, from: $from, to: $to) { ${MEASURED} } }
    }
    ${breakdowns}
    pairedScores(institution: $institution, from: $year, to: $year) @include(if: $may) {
      instrument version ${PERIOD_FIELDS} pairs before after
    }
  }
`
