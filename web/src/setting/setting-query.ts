import { gql, type TypedDocumentNode } from 'urql'
import type { YearReported } from '@causeway/shared/reported-years'
import type { Locale } from '@causeway/shared/words/words'
import { INSTITUTION_QUESTION } from './setting-question.ts'

export interface InstitutionFacts {
  code: string
  name: string
  demonstration: boolean
  /** YYYY-MM-DD; null: nothing was imported yet. */
  dataDate: string | null
  /** MM-DD */
  schoolYearStart: string
  /** The school year that pages open on; null: nothing was imported yet. */
  openingYear: number | null
  /** How much of each year is reported, the newest first. */
  reportedYears: YearReported[]
  /** Rises with every change of its records. */
  revision: number
}

export const InstitutionQuery: TypedDocumentNode<
  { institution: InstitutionFacts | null },
  { code: string | null; locale: Locale }
> = gql(INSTITUTION_QUESTION)
