import { fill, type Words } from '@causeway/shared/words/words'
import { say } from '../../ground/locale.ts'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { debuglog } from 'node:util'
import { ConfigProblems } from '../../ground/config.ts'
import { tellFaultOfMachine } from '../../ground/log.ts'
import SAID from './said.json' with { type: 'json' }

/** Standard output belongs to the answer of the command; a reader that went away (`| head`) is no error. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function sayLine(words: Words): void {
  printLine(say(words))
}

export function printJson(value: unknown): void {
  printLine(JSON.stringify(value, null, 2))
}

/** What is not the answer: steps, warnings, refusals. */
export function sayNote(words: Words): void {
  process.stderr.write(`${say(words)}\n`)
}

const REFUSED = 1
const WRONG_USAGE = 2
/** NODE_DEBUG=causeway shows where an unexpected failure came from. */
const debug = debuglog('causeway')

/** Says why a command did not do what it was asked. @returns the exit code */
export function printFailure(error: unknown, json: boolean): number {
  debug('%s', (error as Error).stack)
  const { code, words, facts } = describeFailure(error)
  if (json) printJson({ error: { code, message: words, ...facts } })
  sayNote(words)
  return error instanceof ConfigProblems ? WRONG_USAGE : REFUSED
}

function describeFailure(error: unknown): { code: string; words: Words; facts: object } {
  if (error instanceof ConfigProblems) {
    const all = (locale: 'zh' | 'en') => error.problems.map((problem) => problem[locale]).join('\n')
    return { code: 'WRONG_SETTING', words: { zh: all('zh'), en: all('en') }, facts: { problems: error.problems } }
  }
  const { code, words, facts, message, path } = error as Error & {
    code?: string
    words?: Words
    facts?: object
    path?: string
  }
  if (words !== undefined) return { code: code ?? error!.constructor.name, words, facts: facts ?? {} }
  const fault = tellFaultOfMachine(error)
  if (fault) return { ...fault, facts: {} }
  if (code === 'ENOENT') {
    const folder = dirname(path ?? '')
    const words = existsSync(folder)
      ? { zh: `没有文件 ${path}。`, en: `There is no file ${path}.` }
      : fill(SAID.NO_FOLDER, { folder })
    return { code, words, facts: {} }
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EISDIR') {
    const words = { zh: `无法读取或写入 ${path}（${code}）。`, en: `${path} cannot be read or written (${code}).` }
    return { code, words, facts: {} }
  }
  return {
    code: 'UNEXPECTED',
    words: { zh: `意外错误：${message}`, en: `Something unexpected went wrong: ${message}` },
    facts: {},
  }
}
