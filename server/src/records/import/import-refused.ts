import type { Words } from '@causeway/shared/words/words'
import type { FileCode } from './problem-codes.ts'

/** A whole file, mapping or destination is wrong: nothing is imported. `row` and `column` where the cause has a place. */
export class ImportRefused extends Error {
  readonly code: FileCode
  readonly words: Words
  readonly place: { row: number | null; column: string | null; value: string | null }

  constructor(code: FileCode, words: Words, place: Partial<ImportRefused['place']> = {}) {
    super(words.en)
    this.code = code
    this.words = words
    this.place = { row: place.row ?? null, column: place.column ?? null, value: place.value ?? null }
  }
}
