import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Scope, Theme } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { FIGURE_FIELDS, type FigureFacts } from '../../graph/figure-fields.ts'
import type { SeriesFilter } from '../../graph/series-filter.ts'

export interface AnsweredFigure extends FigureFacts {
  numerator: number | null
  denominator: number | null
  size: number | null
  interval: { low: number; high: number } | null
  explanation: { recordCount: number | null; groupHeadcount: number | null } | null
}

export interface AnswerIndicator {
  id: string
  code: string
  nameZh: string
  nameEn: string
  unitZh: string
  unitEn: string
  theme: Theme
  kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
  decimals: number
  countedIn: string | null
  definition: string
  formula: string
  version: number
  bases: Basis[]
  dimensions: { id: string; name: string }[]
  series: { basis: Basis; scope: Scope | null; computedAt: string; figures: AnsweredFigure[] } | null
  /** Names of what it may be narrowed to. */
  named?: { figures: { category: { key: string; zh: string; en: string } | null }[] } | null
}

export interface LawfulValue {
  /** The label in English: names it in an address, whatever the language of the page. */
  key: string
  label: string
  indicator: { id: string; decimals: number }
  basis: Basis
  at: string | null
  scope: Scope | null
  part: 'NUMERATOR' | 'DENOMINATOR' | null
  counting: string | null
  unit: string
  value: number | null
  figure: { gap: Gap | null }
  askedBy: { form: string; formName: string }[]
}

export interface Reconciled {
  reference: { key: string }
  values: LawfulValue[]
  differences?: { to: { key: string }; sentence: string }[] | null
  against?: { sentence: string; matches: { key: string }[] } | null
}

/** One figure with everything it has to be told with, and the other lawful values of its name: one question. */
export const AnswerQuery: TypedDocumentNode<
  {
    indicator: AnswerIndicator | null
    institution: { nameZh: string; nameEn: string } | null
    reconcile: Reconciled | null
  },
  {
    id: string
    institution: string
    basis: Basis | null
    scope: Scope | null
    year: number
    filter: SeriesFilter[] | null
    narrowed: boolean
    by: string
    exact: boolean
    set: boolean
    number: string
    locale: Locale
  }
> = gql`
  query Answer(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $filter: [DimensionFilter!],
    $narrowed: Boolean!, $by: ID!, $exact: Boolean!, $set: Boolean!, $number: String!, $locale: Locale!
  ) {
    institution(code: $institution) { nameZh: name(locale: ZH) nameEn: name(locale: EN) }
    indicator(id: $id) {
      id
      code
      nameZh: name(locale: ZH)
      nameEn: name(locale: EN)
      unitZh: unit(locale: ZH)
      unitEn: unit(locale: EN)
      theme
      kind
      decimals
      countedIn(locale: $locale)
      definition(locale: $locale)
      formula(locale: $locale)
      version
      bases
      dimensions { id name(locale: $locale) }
      series(institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, filter: $filter) {
        basis
        scope
        computedAt
        figures {
          ${FIGURE_FIELDS}
          numerator
          denominator
          size
          interval { low high }
          explanation { recordCount groupHeadcount }
        }
      }
      named: series(institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, by: $by)
        @include(if: $narrowed) {
        figures { category { key zh: label(locale: ZH) en: label(locale: EN) } }
      }
    }
    reconcile(indicator: $id, institution: $institution, year: $year) {
      reference { key: label }
      values {
        key: label
        label(locale: $locale)
        indicator { id decimals }
        basis
        at
        scope
        part
        counting
        unit(locale: $locale)
        value
        figure { gap }
        askedBy { form formName(locale: $locale) }
      }
      differences @include(if: $exact) { to { key: label } sentence(locale: $locale) }
      against(number: $number) @include(if: $set) { sentence(locale: $locale) matches { key: label } }
    }
  }
`
