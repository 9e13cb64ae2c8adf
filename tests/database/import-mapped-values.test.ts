import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import type { ImportReport } from '@causeway/server/records/import/import-report'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

interface Case {
  /** Files that go in first, by record type. */
  before?: Record<string, string>
  mapping: string
  lines: string
  /** Code, row, column and value of each problem, and of each warning about a column. */
  wrong: string[]
  warnings?: string[]
  /** Parts of what they say. */
  says: string[]
  /** Of each record that the right rows make. */
  records?: Record<string, unknown>[]
  /** Which of the records, in the order of their rows, are of one person. */
  persons?: string[]
}

const CASES = parse(readFileSync(join(import.meta.dirname, 'import-mapped-values.yaml'), 'utf8')) as Record<
  string,
  Case
>

type Said = Pick<ImportReport['warnings'][number], 'code' | 'row' | 'column' | 'value'>
const name = ({ code, row, column, value }: Said) => [code, row, column, value].join(' ').trim()

forEachDatabase((_name, open) => {
  it.each(Object.entries(CASES))('%s', async (_what, given) => {
    const { before = {}, mapping, lines, wrong, warnings = [], says, records, persons } = given
    const desk = await openDeskWithCollege(await open())
    for (const [type, text] of Object.entries(before)) await desk.put(type, [text])
    const { type } = parse(mapping) as { type: string }
    const report = await desk.bring(type, lines, { mapping: desk.file('m.yaml', mapping), acceptValid: true })
    expect(report.problems.map(name)).toEqual(wrong)
    expect(report.warnings.map(name)).toEqual(warnings)
    const messages = [...report.problems, ...report.warnings].flatMap(({ message }) => [message.zh, message.en])
    for (const part of says) expect(messages.join('\n')).toContain(part)
    const stored = await desk.records(type)
    if (records) {
      expect(stored).toHaveLength(records.length)
      expect(stored).toEqual(expect.arrayContaining(records.map((one) => expect.objectContaining(one) as unknown)))
    }
    if (persons) {
      const keys = stored.map(({ person }) => person)
      expect(new Set(keys).size).toBe(new Set(persons).size)
      expect(keys).toHaveLength(persons.length)
      expect(JSON.stringify([stored, report])).not.toMatch(/张三|李四|1998/)
    }
  })
})
