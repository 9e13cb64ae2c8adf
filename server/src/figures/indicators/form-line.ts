import type { Basis } from '@causeway/shared/period'
import type { DimensionFilter, Scope } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'

export const CONFIDENCES = ['VERIFIED', 'MIRROR', 'CODE', 'GENERAL'] as const
/** How sure we are of a wording: seen at the original publisher, on a mirror, in public source code, or general knowledge. */
export type Confidence = (typeof CONFIDENCES)[number]

/** A line of an official table: which figure it asks for, and how it prints it. */
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
       * `event@event`: the name of the event whose code is in the field, else what is there. */
      entry: string
      /** Fields whose texts are in brackets behind it. */
      with?: string[]
      /** Field by which entries are ordered, earliest first; absent: by their text. */
      order?: string
    }
  | { by: string }
