import { kept } from '../../../ground/kept.ts'
import type { FieldOption } from '../../field-options.ts'
import type { RowProblem } from '../ground/row-problem.ts'

/** A text of a file that means nothing to a field, and how often it occurs. */
export interface UnknownWord {
  /** Name of the field. */
  field: string
  column: string | null
  /** Index of the column; null: in none. */
  at: number | null
  code: string
  value: string
  count: number
  nearest: readonly FieldOption[]
}

/** What can be said once for all rows that say the same. */
const OF_WORDS = new Set(
  'UNKNOWN_CHOICE UNKNOWN_COUNTRY SEVERAL_VALUES BAD_FLAG UNKNOWN_LEVEL UNKNOWN_REFERENCE AMBIGUOUS_REFERENCE UNKNOWN_TERM BAD_NUMBER'.split(
    ' ',
  ),
)
const MOST_WORDS = 300

/** The words of a file that are asked about, each once. */
export class UnknownWords {
  readonly #words = new Map<string, UnknownWord>()

  add(problems: readonly RowProblem[]): void {
    for (const { code, field, column, at = null, value, nearest = [] } of problems) {
      if (value === null || value === '' || field === undefined || !OF_WORDS.has(code)) continue
      const key = `${field}\n${value}`
      if (this.#words.size >= MOST_WORDS && !this.#words.has(key)) continue
      kept(this.#words, key, () => ({ field, column, at, code, value, count: 0, nearest })).count++
    }
  }

  /** The most frequent of each field first. */
  list(): UnknownWord[] {
    const ofFields = Map.groupBy(this.#words.values(), ({ field }) => field)
    return [...ofFields.values()].flatMap((words) => words.toSorted((a, b) => b.count - a.count))
  }
}
