import type { Words } from '@causeway/shared/words/words'

/** A report that cannot be written as asked: nothing is written. */
export class ReportRefused extends Error {
  readonly code: string
  readonly words: Words
  readonly facts: Record<string, unknown>

  constructor(code: string, words: Words, facts: Record<string, unknown> = {}) {
    super(words.en)
    this.code = code
    this.words = words
    this.facts = facts
  }
}
