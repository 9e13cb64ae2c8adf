import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Scope, Theme } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { FIGURE_FIELDS, type CategoryFacts, type FigureFacts, type JudgedFigure } from '../../graph/figure-fields.ts'
import type { NamedIndicator } from '../../graph/indicator-figures.ts'
import { OVERVIEW_QUESTION } from './overview-question.ts'

export interface TargetFacts {
  plan: string
  value: number
  /** Added up over the years of the plan. */
  cumulative: boolean
  /** What it is held against; null: nothing, or not for everybody. */
  actual: number | null
  onCourse: boolean | null
  reached: boolean | null
}

export interface PeopleSeries {
  basis: Basis
  scope: Scope | null
  computedAt: string
  summary: string
  indicator: NamedIndicator
  figures: FigureFacts[]
}

export interface LeadingSeries {
  indicator: NamedIndicator
  figures: (JudgedFigure & { targets: TargetFacts[] })[]
}

/** What is known of an indicator in the chosen year. */
export interface YearSeries {
  indicator: NamedIndicator
  figures: (JudgedFigure & { threshold: { met: boolean; words: string } | null; targets: TargetFacts[] })[]
}

interface OverviewFacts {
  code: string
  people: PeopleSeries[]
  leading: LeadingSeries[]
  /** What a rule or a plan asks something of. */
  judged: YearSeries[]
}

export const OverviewQuery: TypedDocumentNode<
  { indicators: { theme: Theme }[]; institution: OverviewFacts | null },
  { institution: string | null; year: number | null; locale: Locale }
> = gql(OVERVIEW_QUESTION)

export interface CountrySeries {
  id: string
  name: string
  unit: string
  decimals: number
  series: { summary: string; figures: (FigureFacts & { category: CategoryFacts | null })[] } | null
}

export interface ChangeFacts {
  indicator: { id: string; code: string; name: string; theme: Theme }
  difference: number
  better: boolean | null
  sentence: string
  reason: string | null
  dimension: { id: string; name: string } | null
}

/** Whether an indicator has a figure in the chosen year. */
export interface GapSeries {
  indicator: { id: string; name: string }
  figures: { gap: Gap | null }[]
}

/** What stands below: what changed most and why, and who learns from whom by country or region, in one school year. */
export const OverviewRestQuery: TypedDocumentNode<
  {
    institution: { changes: ChangeFacts[]; all: GapSeries[] } | null
    introduction: CountrySeries | null
    export: CountrySeries | null
  },
  { institution: string; year: number; locale: Locale }
> = gql`
  query OverviewRest($institution: ID!, $year: Int!, $locale: Locale!) {
    institution(code: $institution) {
      changes(year: $year, first: 6) {
        indicator { id code name(locale: $locale) theme }
        difference
        better
        sentence(locale: $locale)
        reason(locale: $locale)
        dimension { id name(locale: $locale) }
      }
      all: series(year: $year, years: 1) { indicator { id name(locale: $locale) } figures { gap } }
    }
    introduction: indicator(id: "DN02") { ...Countries }
    export: indicator(id: "DN03") { ...Countries }
  }
  fragment Countries on Indicator {
    id
    name(locale: $locale)
    unit(locale: $locale)
    decimals
    series(institution: $institution, from: $year, to: $year, by: "country") {
      summary(locale: $locale)
      figures { ${FIGURE_FIELDS} category { key label(locale: $locale) } }
    }
  }
`

/** What only those see who may read the records: departments that have not reported, and what is doubtful in what they did. */
export const DutiesQuery: TypedDocumentNode<
  {
    quality: {
      owed: { unit: string | null }[]
      findings: {
        code: string
        severity: 'ERROR' | 'WARNING' | 'HINT'
        count: number
        message: string
        instruction: string
      }[]
    } | null
  },
  { institution: string; year: number; locale: Locale }
> = gql`
  query Duties($institution: ID!, $year: Int!, $locale: Locale!) {
    quality(institution: $institution, year: $year) {
      owed {
        unit
      }
      findings {
        code
        severity
        count
        message(locale: $locale)
        instruction(locale: $locale)
      }
    }
  }
`
