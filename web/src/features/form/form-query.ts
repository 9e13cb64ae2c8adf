import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { FORM_QUESTION } from './form-question.ts'

export type Confidence = 'VERIFIED' | 'MIRROR' | 'CODE' | 'GENERAL'

interface FormQuestion {
  id: string
  edition: string | null
  /** null: the one that pages open on, and its year. */
  institution: string | null
  year: number | null
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
  /** Null: no single figure fills it. */
  figure: { period: { label: string } } | null
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
  /** Of an export, one row a record; none: it has lines. */
  exportColumns: { name: string; label: string }[]
}

export interface FormFacts {
  id: string
  name: string
  edition: string
  year: number
  reportYear: number
  period: string
  /** A year before. */
  periodBefore: string
  inForce: boolean
  profile: 'EXACT' | 'PUBLIC'
  publishedOn: string | null
  definition: { authority: string; source: string; confidence: Confidence; editions: FormEditionFacts[] }
  before: { edition: string; name: string } | null
  changes: { kinds: string[]; after: { number: string } | null; before: { number: string } | null; sentence: string }[]
  lines: FormLineFacts[]
  checks?: FormFinding[] | null
}

export interface FormFinding {
  rule: string
  lines: string[]
  sentence: string
}

export const FormQuery: TypedDocumentNode<
  { institution: { code: string; form: FormFacts | null } | null },
  FormQuestion
> = gql(FORM_QUESTION)
