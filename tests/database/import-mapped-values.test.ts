import { Workbook } from '@cj-tech-master/excelts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import type { ImportReport } from '@causeway/server/records/import/report/import-report'
import { onOneDatabase } from '../support/databases.ts'
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

onOneDatabase((_name, open) => {
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

  it('a cell that Excel shows as a month is a month to a mapping, and a day where the headers are ours', async () => {
    const desk = await openDeskWithCollege(await open())
    const book = new Workbook()
    const sheet = book.addWorksheet('名册')
    sheet.addRow(['人员编号', '学习类别', '国籍', '入学日期', '离校日期'])
    const days = [new Date('2023-09-01T00:00:00Z'), new Date('2024-06-01T00:00:00Z')]
    for (const [i, format] of ['mmm-yy', 'yyyy"年"m"月";@', '[$-804]yyyy\\-mm', 'yyyy"年"m"月"d"日"'].entries()) {
      const row = sheet.addRow([`P${i}`, '学历', '泰国', ...days])
      for (const column of [4, 5]) row.getCell(column).numFmt = format
    }
    sheet.addRow(['P4', '学历', '泰国', 2023.1, days[1]]).getCell(5).numFmt = 'mmm-yy'
    const path = desk.file('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const mapping = desk.file('m.yaml', [
      'type: enrolment',
      'fields: { person: 人员编号, kind: 学习类别, nationality: 国籍, start: 入学日期, end: 离校日期 }',
    ])
    const ours = await desk.import(path, 'enrolment', { acceptValid: true, dryRun: true })
    expect(ours.accepted).toBe(4)
    const months = ours.warnings.filter(({ code }) => code === 'SHOWN_AS_MONTH')
    expect(months.map(name)).toEqual(['SHOWN_AS_MONTH 2 入学日期 2023-09-01', 'SHOWN_AS_MONTH 2 离校日期 2024-06-01'])
    expect(months[0]!.message.en).toMatch(/^D2 "Start": .*2023-09-01 \(3 cells/)
    const rejects = join(desk.folder, 'rejects.csv')
    const report = await desk.import(path, 'enrolment', { mapping, acceptValid: true, rejects })
    expect(readFileSync(rejects, 'utf8')).toContain('2023.1,2024-06')
    expect(report.warnings.map(({ code }) => code)).not.toContain('SHOWN_AS_MONTH')
    expect(report.problems.map(name)).toEqual(['AMBIGUOUS_DATE 6 入学日期 2023.1'])
    const ends = (await desk.records('enrolment')).map(({ start, end }) => `${start} ${end}`)
    expect(ends.sort()).toEqual([
      '2023-09-01 2024-06-01',
      '2023-09-01 2024-06-30',
      '2023-09-01 2024-06-30',
      '2023-09-01 2024-06-30',
    ])
  })
})
