import { expect } from 'vitest'
import type { ImportDesk } from './import-desk.ts'

export const HAN = /\p{Script=Han}/u

/** What of a file of stays is refused: with which code, where, and with a sentence in both languages; and nothing has changed. */
export async function refused(desk: ImportDesk, name: string, content: string | string[] | Uint8Array, more = {}) {
  const report = await desk.import(desk.file(name, content), 'mobility', { ...more })
  expect(report).toMatchObject({ batch: null, accepted: 0, updated: 0, unchanged: 0, refused: true })
  expect(await desk.records('mobility')).toEqual([])
  const problem = report.problems[0]!
  expect(problem.message.zh).toMatch(HAN)
  expect(problem.message.en).toMatch(/[a-z]{3}/)
  return { ...report, problem, code: problem.code, en: problem.message.en, zh: problem.message.zh }
}
