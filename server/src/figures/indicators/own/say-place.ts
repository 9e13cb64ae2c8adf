import { basename } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import type { FileProblem } from './read-declaration.ts'

/** A problem with its file and line before it. */
export function sayPlace({ file, line, words }: FileProblem): Words {
  return { zh: `${basename(file)} 第 ${line} 行：${words.zh}`, en: `${basename(file)} line ${line}: ${words.en}` }
}
