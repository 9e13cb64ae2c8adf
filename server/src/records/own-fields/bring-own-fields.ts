import { basename } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import { setOwnFields } from '../own-fields.ts'
import { readOwnFields } from './read-own-fields.ts'

/** Makes the fields of a file fields of their record types, before anything reads those. @returns everything wrong with it, with its line */
export function bringOwnFields(file: string): Words[] {
  const { fields, problems } = readOwnFields(file)
  if (problems.length === 0) setOwnFields(fields)
  const name = basename(file)
  return problems.map(({ line, words }) => ({
    zh: `${name} 第 ${line} 行：${words.zh}`,
    en: `${name} line ${line}: ${words.en}`,
  }))
}
