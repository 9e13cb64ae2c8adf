import { kept } from '../../../ground/kept.ts'
import { areSpelledAlike } from '../../../ground/nearest.ts'
import type { FieldOption } from '../../field-options.ts'
import type { RowProblem } from '../ground/row-problem.ts'

/** A text of a file that means nothing to a field, and how often it occurs. */
export interface UnknownWord {
  /** Name of the type that has the field; null: that of the row. */
  recordType: string | null
  /** Name of the field. */
  field: string
  column: string | null
  /** Index of the column; null: in none. */
  at: number | null
  code: string
  value: string
  count: number
  nearest: readonly FieldOption[]
  /** The most frequent spelling of the same word; its own text where it is that. */
  spelling: string
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
  readonly #words = new Map<string, Omit<UnknownWord, 'spelling'>>()

  add(problems: readonly RowProblem[]): void {
    for (const { code, field, recordType = null, column, at = null, value, nearest = [] } of problems) {
      if (value === null || value === '' || field === undefined || !OF_WORDS.has(code)) continue
      const key = `${recordType}\n${field}\n${value}`
      if (this.#words.size >= MOST_WORDS && !this.#words.has(key)) continue
      kept(this.#words, key, () => ({ recordType, field, column, at, code, value, count: 0, nearest })).count++
    }
  }

  /** Fields with most of them first, and of each field the most frequent first, with its other spellings after it. */
  list(): UnknownWord[] {
    const ofFields = [
      ...Map.groupBy(this.#words.values(), ({ recordType, field }) => `${recordType} ${field}`).values(),
    ]
    return ofFields
      .map((words) => withSpellings(words.toSorted((a, b) => b.count - a.count)))
      .toSorted((a, b) => countOf(b) - countOf(a))
      .flat()
  }
}

/** What several cells say in several ways is one word; numbers beside it are not. */
function withSpellings(words: readonly Omit<UnknownWord, 'spelling'>[]): UnknownWord[] {
  const groups: UnknownWord[][] = []
  for (const word of words) {
    const group = groups.find(([first]) => first!.code === word.code && areSpelledAlike(first!.value, word.value))
    if (group) group.push({ ...word, spelling: group[0]!.value })
    else groups.push([{ ...word, spelling: word.value }])
  }
  return groups.toSorted((a, b) => countOf(b) - countOf(a)).flat()
}

function countOf(words: readonly UnknownWord[]): number {
  return words.reduce((sum, { count }) => sum + count, 0)
}
