import { writeSync } from 'node:fs'
import { setUp } from './set-up.mjs'

/**
 * Sets up, or says in a sentence what went wrong and ends with 2.
 * @param {{ stream: 1 | 2, built?: ('server' | 'web')[], tools?: boolean }} options where its steps are said; what is to be built;
 *   whether what tests and checks need is
 */
export async function prepare({ stream, built = [], tools = false }) {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20)
    fail({
      zh: `需要 Node 20 或更高版本，当前为 ${process.version}。`,
      en: `Node 20 or newer is needed; this is ${process.version}.`,
    })
  try {
    await setUp({ say: sayTo(stream), built, tools })
  } catch (error) {
    fail({ zh: `准备未能完成：\n${error.message}`, en: `The set-up could not be completed:\n${error.message}` })
  }
}

function fail(words) {
  sayTo(2)(words)
  process.exit(2)
}

const speaksChinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')

/** @typedef {(words: { zh: string, en: string }) => void} Say One step, in the language of the machine. */

/** Where nobody reads it any longer, the work goes on. @param {1 | 2} stream 1: standard output, 2: standard error. @returns {Say} */
export function sayTo(stream) {
  return (words) => {
    try {
      writeSync(stream, `${speaksChinese ? words.zh : words.en}\n`)
    } catch {
      // The reader is gone.
    }
  }
}
