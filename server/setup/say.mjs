import { writeSync } from 'node:fs'

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
