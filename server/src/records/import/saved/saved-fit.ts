/** A mapping that the institution saved, beside a file that it may have been made for. */
export interface SavedFit {
  version: number
  /** ISO date-time */
  savedAt: string
  /** Columns that were there when it was made. */
  known: number
  /** Heads that were not. */
  added: string[]
  /** Heads that were, and are no more. */
  gone: string[]
  /** False: columns that it cannot do without are among those that are gone. */
  fits: boolean
}
