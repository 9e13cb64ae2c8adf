import type { ImportReport, Option, TypeField, UnknownWord } from '../../../graph/generated.ts'
import type { Draft } from './import-draft.ts'
import { TERM } from './known-terms.ts'

/** One word that means nothing yet, in all its spellings, the most frequent first. */
export interface WordCluster {
  field: TypeField
  recordType: string | null
  spellings: readonly UnknownWord[]
  rows: number
  nearest: readonly Option[]
}

export type Answer = Draft['answers'][number]

/** Kinds of fields whose words repeat, and mean the same in each row. */
const REPEATING = ['choice', 'country', 'reference', 'flag', 'level', 'integer', 'decimal']

/** In the order of the report: fields with most of them first, and of each the most frequent first. */
export function clustersOf({ words }: ImportReport): WordCluster[] {
  const asked = words.flatMap((word) =>
    word.of && word.code !== TERM && REPEATING.includes(word.of.kind) ? [{ ...word, of: word.of }] : [],
  )
  const groups = Map.groupBy(asked, ({ recordType, field, spelling }) => `${recordType}\n${field}\n${spelling}`)
  return [...groups.values()].map((spellings) => ({
    field: spellings[0]!.of,
    recordType: spellings[0]!.recordType,
    spellings,
    rows: spellings.reduce((sum, { count }) => sum + count, 0),
    nearest: spellings.flatMap(({ nearest }) => nearest).filter(isFirstOf),
  }))
}

function isFirstOf({ key }: Option, at: number, all: readonly Option[]): boolean {
  return all.findIndex((one) => one.key === key) === at
}

/** What may be said of a word, the likeliest first: of a reference the codes that are there. */
export function choicesFor({ codes }: ImportReport, { field, nearest }: WordCluster): Option[] {
  const listed =
    field.options.length > 0 ? field.options : (codes.find((one) => one.field === field.name)?.options ?? [])
  return [...nearest, ...listed].filter(isFirstOf)
}

type Word = Pick<Answer, 'recordType' | 'field' | 'text'>

export const isOfWord = (one: Answer, { recordType, field, text }: Word): boolean =>
  one.field === field && one.text === text && one.recordType === recordType

/** The words of a cluster, as answers name them. */
export function wordsOf({ field, recordType, spellings }: WordCluster): Word[] {
  return spellings.map(({ value }) => ({ recordType, field: field.name, text: value }))
}

/** What was said of a word; empty: nothing. */
export function saidOf(answers: readonly Answer[], word: Word): string {
  return answers.find((one) => isOfWord(one, word))?.value ?? ''
}

/** The answers with this one for these words; an empty one takes them back. */
export function withAnswer(answers: readonly Answer[], words: readonly Word[], value: string): Answer[] {
  const others = answers.filter((one) => !words.some((word) => isOfWord(one, word)))
  return value === '' ? others : [...others, ...words.map((word) => ({ ...word, value }))]
}

/**
 * Answers go with a mapping: of a file that is read by its heads, the reading so far becomes one. It holds what was chosen of columns.
 */
export function answering({ mapping, reading }: Draft, report: ImportReport, answers: Answer[]): Partial<Draft> {
  return { answers, ...(mapping === null && reading === null && { reading: report.reading }) }
}
