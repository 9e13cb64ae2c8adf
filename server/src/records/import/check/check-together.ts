import { fill, type Words } from '@causeway/shared/words/words'
import type { RecordType, Field } from '../../record-type.ts'
import { fieldsOf } from '../../record-types.ts'
import type { Values, SourceRow } from '../ground/source-row.ts'
import type { ProblemCode } from '../ground/problem-codes.ts'
import type { CellProblem } from '../ground/row-problem.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What fields must be together. `has`: fields that the file speaks of; the others are not its fault. `isWrong`: fields
 * whose cell could not be read, so that whether they are filled is not asked. */
export function checkTogether(
  type: RecordType,
  values: Values,
  has: { has(name: string): boolean },
  report: (field: string, code: ProblemCode, message: Words) => void,
  isWrong: (field: string) => boolean = () => false,
): void {
  const labels = (names: string[]) => {
    const fields = names.map((name) => fieldsOf(type).find((field) => field.name === name)!)
    return {
      zh: fields.map((field) => `「${field.label.zh}」`).join('、'),
      en: fields.map((field) => `"${field.label.en}"`).join(' and '),
    }
  }
  const filled = (name: string) => values[name] !== null && values[name] !== undefined
  /** Of fields of which another number must be filled, where the file speaks of one and all could be read. */
  const refuse = (names: string[], code: ProblemCode, say: (words: Words) => Words) => {
    const first = names.find((name) => has.has(name))
    if (first === undefined || names.some(isWrong)) return
    report(first, code, say(labels(names)))
  }
  for (const names of type.oneOf ?? [])
    if (!names.some(filled)) refuse(names, 'ONE_REQUIRED', ({ zh, en }) => fill(REFUSALS.ONE_OF_REQUIRED, { zh, en }))
  for (const names of type.exactlyOne ?? [])
    if (names.filter(filled).length !== 1)
      refuse(names, 'EXACTLY_ONE', ({ zh, en }) => fill(REFUSALS.ONE_OF_EXACTLY, { zh, en }))
  for (const [from, to] of type.ranges ?? []) {
    const [a, b] = [values[from], values[to]]
    if (a == null || b == null || a <= b) continue
    const words = labels([from, to])
    report(to, 'REVERSED_RANGE', fill(REFUSALS.REVERSED_PAIR, { wordsZh: words.zh, a, b, wordsEn: words.en }))
  }
  for (const [part, whole] of type.notAbove ?? []) {
    const [a, b] = [values[part], values[whole]]
    if (typeof a !== 'number' || typeof b !== 'number' || a <= b) continue
    const words = labels([part, whole])
    const [less, more] = [plain(type, whole, b), plain(type, part, a)]
    report(part, 'ABOVE_WHOLE', fill(REFUSALS.ABOVE_WHOLE, { wordsZh: words.zh, more, less, wordsEn: words.en }))
  }
  for (const { field, in: wanted, then, because } of type.requiredWhere ?? []) {
    if (typeof values[field] === 'string' && wanted.includes(values[field]) && !filled(then) && has.has(then))
      report(then, 'REQUIRED_WHERE', because)
  }
  for (const { field, in: allowing, then, because } of type.allowedWhere ?? []) {
    if (typeof values[field] === 'string' && !allowing.includes(values[field]) && filled(then) && has.has(then))
      report(then, 'ALLOWED_WHERE', because)
  }
}

/** As the file has it: decimals are stored in whole steps. */
function plain(type: RecordType, name: string, stored: number): number {
  return stored / (fieldsOf(type).find((field) => field.name === name)?.factor ?? 1)
}

/** Some fields that have to fit with one another are in the file and others are not. */
export function isPartial(type: RecordType, has: { has(name: string): boolean }): boolean {
  const rules = [...(type.requiredWhere ?? []), ...(type.allowedWhere ?? [])]
  const pairs = [...(type.ranges ?? []), ...(type.notAbove ?? []), ...rules.map(({ field, then }) => [field, then])]
  // Which of the two a record has is in its key, but where a source id is the key, or one takes the other's place in it.
  if (has.has('source_id') || type.key.some((part) => part.includes('|'))) pairs.push(...(type.exactlyOne ?? []))
  return pairs.some((names) => names.some((name) => has.has(name)) && !names.every((name) => has.has(name)))
}

interface WordlessReading {
  field: Field
  read(row: SourceRow): string | CellProblem
}

const NONE = new Set(['无', '没有', 'none', 'nil'])
const DASHES = /^[-‐‑‒–—―－─/]+$/

/** What is in a cell instead of a number; undefined: something else. */
export function wordlessIn(text: string): 'blank' | 'none' | 'dash' | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '') return 'blank'
  if (NONE.has(plain)) return 'none'
  return DASHES.test(plain) ? 'dash' : undefined
}

/** Keeps a blank, 无 and a dash apart where a published number was looked for: none of them is 0. What the row itself says is. */
export function sayWordless(row: SourceRow, readings: readonly WordlessReading[], values: Values): void {
  for (const reading of readings) {
    const { wordless, name } = reading.field
    if (!wordless) continue
    const has = readings.some(({ field }) => field.name === wordless.field)
    if (values[wordless.field] != null) continue
    const text = reading.read(row)
    const found = typeof text === 'string' && values[name] === null ? wordlessIn(text) : undefined
    if (found !== undefined) values[wordless.field] = wordless[found]
    else if (!has) values[wordless.field] = null
  }
}
