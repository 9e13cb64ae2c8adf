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
  /** Of these, columns that it cannot do without. */
  lacks: string[]
  /** False: it lacks some. */
  fits: boolean
}
