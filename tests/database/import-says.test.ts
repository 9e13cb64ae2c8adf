import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import type { ImportReport } from '@causeway/server/records/import/report/import-report'
import { onOneDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

interface Step {
  put: string
  /** The institution; absent: `X`. */
  of?: string
  lines: string
  /** Code, row, column and value of each problem, for which the file is refused, and of each warning; absent: there is none. */
  wrong?: string[]
  warnings?: string[]
  /** Parts of what they say. */
  says?: string[]
}

const CASES = parse(readFileSync(join(import.meta.dirname, 'import-says.yaml'), 'utf8')) as Record<string, Step[]>

type Said = Pick<ImportReport['warnings'][number], 'code' | 'row' | 'column' | 'value'>
const name = ({ code, row, column, value }: Said) => [code, row, column, value].join(' ').trim()

onOneDatabase((_name, open) => {
  it.each(Object.entries(CASES))('%s', async (_what, steps) => {
    const desk = await openDeskWithCollege(await open())
    for (const { put, of, lines, wrong = [], warnings = [], says = [] } of steps) {
      const path = desk.file('brought.csv', lines)
      const report = await desk.import(path, put, of === undefined ? {} : { institution: of })
      expect(report.problems.map(name)).toEqual(wrong)
      expect(report.warnings.map(name)).toEqual(warnings)
      const messages = [...report.problems, ...report.warnings].flatMap(({ message }) => [message.zh, message.en])
      for (const part of says) expect(messages.join('\n')).toContain(part)
    }
  })
})
