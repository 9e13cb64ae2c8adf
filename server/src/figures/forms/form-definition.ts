import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { DimensionFilter } from '../request.ts'
import type { DimensionId } from '../indicators/definition.ts'

export const CONFIDENCES = ['VERIFIED', 'MIRROR', 'CODE', 'GENERAL'] as const
/** How sure we are of a wording: seen at the original publisher, on a mirror, in public source code, or general knowledge. */
export type Confidence = (typeof CONFIDENCES)[number]

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

export interface FormLine {
  /** As printed: `3`, `3.1`. Unique within an edition. */
  number: string
  label: Words
  unit: Words
  /** Id or code. Neither this nor two figures: no record can fill it, and its value is filled in by hand. */
  indicator?: string
  /** The line wants a side of the figure instead of its value. */
  part?: 'NUMERATOR' | 'DENOMINATOR'
  /** Absent: the indicator's first. */
  basis?: Basis
  /** MM-DD of a point in time. */
  at?: string
  /** Added to the year asked: 1 for the point in time after the school year. */
  yearOffset?: number
  /** Absent: the indicator's own; null: none. */
  scope?: Scope | null
  filter?: DimensionFilter[]
  /** One of these takes the place of an indicator: made from two unrounded figures. `over` is a share in %. */
  minus?: Operands
  plus?: Operands
  over?: Operands
  note?: NoteRule
  /** Number of the line that this one is an "of which" of. */
  under?: string
  confidence: Confidence
  /** The filling note. */
  definition?: Words
}

export interface Operands {
  a: FigureQuestion
  b: FigureQuestion
}

/** Which figure, as a line asks for it. */
export type FigureQuestion = Pick<FormLine, 'part' | 'basis' | 'at' | 'yearOffset' | 'scope' | 'filter'> & {
  indicator: string
}

/** What the note column says: of the records that the figure was counted from, or the categories of a dimension. */
export type NoteRule =
  | {
      /** Field whose text is one entry: a reference reads as the name of what it points to. `#title`: the record's own name;
       * `event@event`: the name of the event whose code stands in the field, else what stands there. */
      entry: string
      /** Fields whose texts stand in brackets behind it. */
      with?: string[]
      /** Field by which entries are ordered, earliest first; absent: by their text. */
      order?: string
    }
  | { by: DimensionId }

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
  /** The figure of the categories that stand in a field. */
  figure?: { indicator: string; basis: Basis; dimension: string; field: string }
  /** How many years from the one field to the other, both among them, up to the period. */
  years?: [from: string, to: string]
  /** How many different values stand in a field. */
  count?: string
  /** The same in every row. */
  constant?: string | number
  /** `school`: code of the institution; `id`: what names the row for good; `collected`: the data date. */
  fact?: 'school' | 'id' | 'collected'
}

/** Lines are named by number, of another form by `form/edition/number`. */
export type FormCheck = { edition: string; because: Words } & (
  { rule: 'agree'; lines: [string, string] } | { rule: 'part'; part: string; whole: string }
)
