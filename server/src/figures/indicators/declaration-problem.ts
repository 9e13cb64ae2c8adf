import type { Words } from '@causeway/shared/words/words'

/** What is wrong with a declaration. */
export interface DeclarationProblem {
  /** Where in the declaration: `set.where[0].field`; empty: the whole. */
  place: string
  words: Words
}
