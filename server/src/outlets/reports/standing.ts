import type { Locale } from '@causeway/shared/words/words'
import type { FormLine } from '../../figures/indicators/form-line.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import type { CategoryRow } from './category-rows.ts'
import type { FigureQuery, Span } from './figure-reader.ts'
import type { ListedRecord } from './listed-records.ts'
import type { ReportPartner } from './partner.ts'
import type { FigureTag } from './tags/kinds.ts'

export interface ReportAsk {
  institution: InstitutionFacts
  /** First year of the school year picked. */
  year: number
  locale: Locale
  /** Null: the report is about none. */
  partner: ReportPartner | null
  /** What conditions leave out is written too: a document may have it from an earlier day. */
  whole?: boolean
}

/** Where a tag is: the loops around it with their turns, and what these turns are. */
export interface TagStanding {
  year: number
  path: (string | number)[]
  category: { tag: FigureTag; query: FigureQuery; span: Span; row: CategoryRow | null } | null
  record: ListedRecord | null
  line: { form: string; edition: string; line: FormLine } | null
  /** Of the innermost loop, from 0, and how many there are. */
  turn: number
  turns: number
}

export const outermost = (year: number): TagStanding => ({
  ...{ year, path: [], category: null, record: null, line: null },
  ...{ turn: 0, turns: 1 },
})
