import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'

export type Confidence = 'VERIFIED' | 'MIRROR' | 'CODE' | 'GENERAL'

export interface FormQuestion {
  id: string
  edition: string | null
  institution: string
  year: number
  locale: Locale
  /** Whoever asks may read records: who filled something in, what was filed, which departments hold the records. */
  inside: boolean
}

export interface GivenValue {
  value: number | null
  text: string | null
  inUnit: string | null
  source: string
  filledBy: string
  filledOn: string
}

export interface LineContent {
  source: 'COMPUTED' | 'HAND_FILLED' | 'EMPTY' | 'WITHHELD'
  value: number | null
  decimals: number
  gap: Gap | null
  text: string | null
  /** What reads in place of a number; empty: there is one. */
  shown: string
  filed: GivenValue | null
}

export interface FormLineFacts extends LineContent {
  number: string
  label: string
  unit: string
  definition: string | null
  under: string | null
  confidence: Confidence
  note: string | null
  handFilled: GivenValue | null
  last: LineContent
  line: {
    basis: Basis | null
    scope: Scope | null
    part: 'NUMERATOR' | 'DENOMINATOR' | null
    yearOffset: number
    computed: boolean
    indicator: IndicatorName | null
  }
  /** Both of a line that is made from two figures. */
  indicators: IndicatorName[]
  filedDifference?: { sentence: string } | null
  departments?: { unit: string | null; name: string; records: number; recordType: { name: string; label: string } }[]
}

export interface IndicatorName {
  id: string
  code: string
  name: string
}

export interface FormEditionFacts {
  edition: string
  name: string
  from: number
  to: number | null
  yearOffset: number
  source: string
  confidence: Confidence
  columns: string[]
}

export interface FormFacts {
  id: string
  name: string
  edition: string
  reportYear: number
  period: string
  inForce: boolean
  profile: 'EXACT' | 'PUBLIC'
  publishedOn: string | null
  definition: { authority: string; source: string; confidence: Confidence; editions: FormEditionFacts[] }
  before: { edition: string; name: string } | null
  changes: { kinds: string[]; after: { number: string } | null; before: { number: string } | null; sentence: string }[]
  lines: FormLineFacts[]
}

export interface FormFinding {
  rule: string
  lines: string[]
  sentence: string
}

const GIVEN = /* GraphQL */ `value text inUnit source filledBy filledOn`
const CONTENT = /* GraphQL */ `source value decimals gap text shown(locale: $locale) filed { ${GIVEN} }`
const INDICATOR = /* GraphQL */ `id code name(locale: $locale)`

export const FormQuery: TypedDocumentNode<{ form: FormFacts | null; formChecks?: FormFinding[] | null }, FormQuestion> =
  gql`
  query Form($id: ID!, $edition: String, $institution: ID!, $year: Int!, $locale: Locale!, $inside: Boolean!) {
    form(id: $id, edition: $edition, institution: $institution, year: $year) {
      id
      name(locale: $locale)
      edition
      reportYear
      period(locale: $locale)
      inForce
      profile
      publishedOn
      definition {
        authority(locale: $locale)
        source(locale: $locale)
        confidence
        editions {
          edition
          name(locale: $locale)
          from
          to
          yearOffset
          source(locale: $locale)
          confidence
          columns
        }
      }
      before { edition name(locale: $locale) }
      changes {
        kinds
        before { number }
        after { number }
        sentence(locale: $locale)
      }
      lines {
        number
        label(locale: $locale)
        unit(locale: $locale)
        definition(locale: $locale)
        under
        confidence
        note(locale: $locale)
        ${CONTENT}
        handFilled { ${GIVEN} }
        last { ${CONTENT} }
        line { basis scope part yearOffset computed indicator { ${INDICATOR} } }
        indicators { ${INDICATOR} }
        filedDifference @include(if: $inside) { sentence(locale: $locale) }
        departments @include(if: $inside) {
          unit
          name(locale: $locale)
          records
          recordType { name label(locale: $locale) }
        }
      }
    }
    formChecks(id: $id, edition: $edition, institution: $institution, year: $year) @include(if: $inside) {
      rule
      lines
      sentence(locale: $locale)
    }
  }
`
