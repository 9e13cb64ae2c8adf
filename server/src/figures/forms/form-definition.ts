import type { Basis } from '@causeway/shared/period'
import type { Words } from '@causeway/shared/words/words'
import type { Confidence, FormLine } from '../indicators/form-line.ts'

/** An official table in all its editions. Data, not code: `forms/data/*.yaml`, or a file of the operator's. */
export interface FormDefinition {
  /** kebab-case: `international-influence`. */
  id: string
  name: Words
  /** Who demands it. */
  authority: Words
  /** Where its lines were seen. */
  source: Words
  confidence: Confidence
  editions: FormEdition[]
  /** What must hold between its lines, and between them and lines of other forms. */
  checks?: FormCheck[]
}

/** One version of a form. */
export interface FormEdition {
  edition: string
  name: Words
  /** First year of the report that it holds for, as the report prints its year. */
  from: number
  /** Last one; absent: until another edition begins. */
  to?: number
  /** The report's year less the year in which its period begins: 1 where the report of 2024 holds 2023—2024. */
  yearOffset: number
  source: Words
  confidence: Confidence
  /** Most characters of a note, a Latin letter being half a one; absent: 200. */
  noteLimit?: number
  lines: FormLine[]
  /** An edition of rows instead of lines: one row a record. */
  records?: RecordExport
}

/** One row a record, in columns with official names. */
export interface RecordExport {
  /** Record type. */
  of: string
  /** One row for all records alike in this field; texts are then lists. */
  onePer?: string
  columns: ExportColumn[]
}

/** Exactly one source besides name, label and confidence. */
export interface ExportColumn {
  /** The official name: `cygjdm`. */
  name: string
  label: Words
  confidence: Confidence
  /** As stored, of the record; `partner.country` of what it points to; of `a|b` the first that is filled. */
  field?: string
  /** As `field`, in words. */
  text?: string
  /** Continent of the country in this field. */
  continent?: string
  /** 1 or 0: was the country a member on the day in `on`? */
  bloc?: { id: string; country: string; on: string }
  /** Sum over the records of another type that agree in these fields and overlap the period. */
  sum?: { of: string; field: string; on: string[] }
  /** The figure of the categories that are in a field. */
  figure?: { indicator: string; basis: Basis; dimension: string; field: string }
  /** How many years from the one field to the other, both among them, up to the period. */
  years?: [from: string, to: string]
  /** How many different values are in a field. */
  count?: string
  /** The same in every row. */
  constant?: string | number
  /** `school`: code of the institution; `id`: what names the row for good; `collected`: the data date. */
  fact?: 'school' | 'id' | 'collected'
}

/** Lines are named by number, of another form by `form/edition/number`. */
export type FormCheck = { edition: string; because: Words } & (
  | { rule: 'agree'; lines: [string, string] }
  | { rule: 'part'; part: string; whole: string }
)
