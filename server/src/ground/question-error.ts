import type { Words } from '@causeway/shared/words/words'

/**
 * A question that makes no sense or may not be asked. Reaches the asker as a GraphQL error with `extensions.code`, or as a
 * 4xx of an address, or as exit code 1 of a command.
 */
export class QuestionError extends Error {
  readonly code: string
  readonly words: Words
  /** What the asker needs to correct it: the ids that exist, the limits. */
  readonly facts: Record<string, unknown>

  constructor(code: string, { facts = {}, ...words }: Words & { facts?: Record<string, unknown> }) {
    super(words.en)
    this.code = code
    this.words = words
    this.facts = facts
  }
}
