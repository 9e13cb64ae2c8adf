import type { Words } from '@causeway/shared/words/words'

export type MoveKind =
  | (
      | 'HEADER_ROWS'
      | 'UNPIVOT'
      | 'SPLIT_ROWS'
      | 'SECOND_TYPE'
      | 'RANGE'
      | 'PERSON_NAME'
      | 'COUNTRY_AND_NAME'
      | 'SECTION'
      | 'TITLE'
    )
  | ('MONTH' | 'YEAR' | 'NUMBER' | 'PLUS' | 'CODE' | 'CREATE' | 'ALSO')

/** Where in a mapping something is put, and what; null takes it out. */
export type MappingChange = [path: (string | number)[], value: unknown]

/** One way to read more of a file, offered because its heads and values speak for it. */
export interface Move {
  /** Of one reading each has its own. */
  id: string
  kind: MoveKind
  /** Indexes of the columns that it reads. */
  columns: number[]
  words: Words
  /** Nothing else could be meant: it is taken with all others of which that is so. */
  isSure: boolean
  /** What the first cells say, and what they would be read as. */
  examples: MoveExample[]
  changes: MappingChange[]
}

export interface MoveExample {
  before: string
  after: string | Words
}

export const MOST_EXAMPLES = 3
