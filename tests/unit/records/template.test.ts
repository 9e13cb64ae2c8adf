import { type DataValidationWithFormulae, Workbook } from '@cj-tech-master/excelts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeRowChecker } from '@causeway/server/records/import/check-row'
import { foldHeader, indexHeaders, listColumns } from '@causeway/server/records/import/match-header'
import { openWorkbook } from '@causeway/server/records/import/readers/open-workbook'
import { planOwnFile } from '@causeway/server/records/import/row-plan'
import type { SourceRow, SourceTable } from '@causeway/server/records/import/source-row'
import { isUntouchedExample } from '@causeway/server/records/example-row'
import type { RecordType } from '@causeway/server/records/record-type'
import { RECORD_TYPES } from '@causeway/server/records/record-types'
import { writeTemplate } from '@causeway/server/records/template'

const folder = mkdtempSync(join(tmpdir(), 'causeway-templates-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The sheet that somebody who opens it sees. */
async function openSheet(bytes: Buffer): Promise<SourceTable> {
  const path = join(folder, 'a.xlsx')
  writeFileSync(path, bytes)
  return (await openWorkbook(path, 'zip', 'a.xlsx')).find(({ hidden }) => !hidden)!
}

async function readRows(bytes: Buffer): Promise<SourceRow[]> {
  const table = await openSheet(bytes)
  const rows: SourceRow[] = []
  for await (const chunk of table.rows()) rows.push(...chunk)
  return rows
}

const CASES = RECORD_TYPES.flatMap((type) =>
  (['zh', 'en'] as const).map((language) => [type.name, language, type] as const),
)

describe.each(CASES)('the template of %s in %s', (_name, language, type) => {
  it('is read back: every header is known, and the example row is skipped until somebody touches it', async () => {
    const [header, example, ...more] = await readRows(await writeTemplate(type, language))
    expect(more).toEqual([])
    const index = indexHeaders(listColumns(type))
    const columns = new Map(header!.cells.map((text, i) => [index.get(foldHeader(text))?.name, i] as const))
    expect(columns.has(undefined)).toBe(false)
    expect(columns.size).toBe(header!.cells.length)
    const read = (cells: string[]) => (field: string) =>
      columns.has(field) ? (cells[columns.get(field)!] ?? '') : undefined
    expect(isUntouchedExample(type, read(example!.cells))).toBe(true)

    const filled = example!.cells.findIndex((cell) => cell !== '')
    const touched = example!.cells.map((cell, i) => (i === filled ? `${cell}9` : cell))
    expect(isUntouchedExample(type, read(touched))).toBe(false)
    const withoutMark = example!.cells.map((cell, i) => (i === columns.get('note') ? '' : cell))
    expect(isUntouchedExample(type, read(withoutMark))).toBe(false)
  })

  it('offers what can be chosen in a list, and keeps codes as text', async () => {
    const book = new Workbook()
    await book.xlsx.load((await writeTemplate(type, language)) as never)
    const sheet = book.worksheets[0]!
    const lists = book.getWorksheet('_lists')!
    expect(lists.state).toBe('veryHidden')
    for (let i = 1; i <= sheet.columnCount; i++) {
      const label = String(sheet.getCell(1, i).value).replace('*', '')
      const field = listColumns(type).find((column) => column.label[language] === label)!
      const cell = sheet.getCell(3, i)
      const rule = cell.dataValidation as DataValidationWithFormulae
      if (field.kind === 'choice') {
        const [, letter, last] = /^_lists!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(rule.formulae[0] as string)!
        const items = Array.from({ length: Number(last) }, (_, row) => lists.getCell(`${letter}${row + 1}`).value)
        expect(items).toEqual(field.choices!.map((choice) => choice.label[language]))
      } else if (field.kind === 'country' || field.kind === 'flag') expect(rule.type).toBe('list')
      else expect(rule).toBeUndefined()
      if (field.kind === 'code') expect(sheet.getColumn(i).numFmt).toBe('@')
    }
  })
})

/** What the template of a type says of its example row, once the row is no example any more. */
async function readExample(type: RecordType, language: 'zh' | 'en') {
  const table = await openSheet(await writeTemplate(type, language))
  const rows: SourceRow[] = []
  for await (const chunk of table.rows()) rows.push(...chunk)
  const [header, example] = rows as [SourceRow, SourceRow]
  const { plan } = planOwnFile(type, {
    ...{ table, row: 1, headers: header.cells, isRejects: false, isGuarded: false, otherSheets: [] },
    rows: table.rows(),
  })
  const note = plan.readings.find(({ field }) => field.name === 'note')!.column!
  return makeRowChecker(plan, 1).check({ ...example, cells: example.cells.with(note, '') })
}

it.each(RECORD_TYPES.map((type) => [type.name, type] as const))(
  'the example row of %s would be taken, and means the same in both languages',
  async (_name, type) => {
    const [zh, en] = [await readExample(type, 'zh'), await readExample(type, 'en')]
    expect([...zh.problems, ...en.problems].map(({ message }) => message.en)).toEqual([])
    for (const field of type.fields) {
      if (['text', 'code', 'record-key'].includes(field.kind)) continue
      expect(en.values[field.name], field.name).toEqual(zh.values[field.name])
    }
  },
)
