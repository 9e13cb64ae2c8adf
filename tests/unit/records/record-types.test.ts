import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Workbook, type DataValidationWithFormulae } from '@cj-tech-master/excelts'
import { foldHeader, listColumns, indexHeaders } from '@causeway/server/records/import/sheets/match-header'
import { recordColumns } from '@causeway/server/records/record-table'
import { keyFieldsOf, type RecordType } from '@causeway/server/records/record-type'
import { fieldsOf, findRecordType, RECORD_TYPES } from '@causeway/server/records/record-types'
import { makeRowChecker } from '@causeway/server/records/import/check/check-row'
import { openWorkbook } from '@causeway/server/records/import/readers/open-workbook'
import { planOwnFile } from '@causeway/server/records/import/columns/row-plan'
import type { SourceRow, SourceTable } from '@causeway/server/records/import/ground/source-row'
import { isUntouchedExample } from '@causeway/server/records/example-row'
import { writeTemplate } from '@causeway/server/records/templates/write-template'
import { folderOfFile } from '../../support/folders.ts'
import REGISTERS from './registers.json' with { type: 'json' }

const HAN = /\p{Script=Han}/u

describe.each(RECORD_TYPES.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  it('no header means two of its columns', () => {
    const owners = new Map<string, string>()
    const clashes: string[] = []
    for (const field of listColumns(type)) {
      for (const header of new Set([field.name, field.label.zh, field.label.en].map(foldHeader))) {
        const owner = owners.get(header)
        if (owner !== undefined && owner !== field.name) clashes.push(`${header}: ${owner}, ${field.name}`)
        owners.set(header, field.name)
      }
    }
    expect(clashes).toEqual([])
  })

  it('every text a person reads is there in Chinese and in English', () => {
    const words = [
      type.label,
      type.description,
      ...[...fieldsOf(type), ...(type.companion?.columns ?? [])].flatMap((field) => [
        field.label,
        ...(field.note ? [field.note] : []),
        ...(field.choices ?? []).map(({ label }) => label),
      ]),
      ...[...(type.requiredWhere ?? []), ...(type.allowedWhere ?? [])].map(({ because }) => because),
    ]
    for (const { zh, en } of words) {
      expect(en, zh).not.toBe('')
      expect(en).not.toMatch(HAN)
      expect(zh, en).toMatch(/\p{Script=Han}|^\d/u)
    }
  })

  it('what it says of its fields names fields that it has', () => {
    const names = new Set(fieldsOf(type).map(({ name }) => name))
    const { span } = type
    const said = [
      ...keyFieldsOf(type),
      ...('starts' in span ? span.starts : []),
      ...('ends' in span && span.ends ? [span.ends] : []),
      ...('class' in span ? [span.class] : []),
      ...(type.oneOf ?? []).flat(),
      ...(type.exactlyOne ?? []).flat(),
      ...(type.ranges ?? []).flat(),
      ...Object.values(type.stages ?? {}),
      ...[...type.title.zh, ...type.title.en].flatMap((part) => part.split('|')),
      ...[...(type.requiredWhere ?? []), ...(type.allowedWhere ?? [])].flatMap(({ field, then }) => [field, then]),
      ...(type.groupsBy ? [type.groupsBy] : []),
    ]
    expect(said.filter((name) => !names.has(name))).toEqual([])
    const columns = recordColumns(type).map(({ name }) => name)
    expect(columns).toEqual(expect.arrayContaining(type.namesOn ?? []))
    if (type.companion) {
      const other = findRecordType(type.companion.type)!
      const own = new Set([...names, ...type.companion.columns.map(({ name }) => name)])
      expect(Object.keys(type.companion.as).sort()).toEqual(other.fields.map(({ name }) => name).sort())
      expect(Object.values(type.companion.as).filter((name) => !own.has(name))).toEqual([])
    }
  })

  it('its choices have keys, labels and other spellings that mean one thing each', () => {
    for (const field of type.fields) {
      const owners = new Map<string, string>()
      for (const { key, label, also } of field.choices ?? []) {
        for (const spelling of new Set([key, label.zh, label.en, ...(also ?? [])].map((text) => text.toLowerCase()))) {
          expect(owners.get(spelling) ?? key, `${field.name}: ${spelling}`).toBe(key)
          owners.set(spelling, key)
        }
      }
    }
  })

  it('every required field has an example for the template, and every reference a type that it points to', () => {
    for (const field of type.fields) {
      if (field.required) expect(field.example, field.name).toBeDefined()
      if (field.kind === 'reference') expect(findRecordType(field.to!), field.name).toBeDefined()
      if (field.kind === 'choice') expect(field.choices?.length, field.name).toBeGreaterThan(0)
      if (field.kind === 'decimal') expect(field.factor, field.name).toBeGreaterThan(1)
    }
  })

  it('its table has no column twice', () => {
    const names = recordColumns(type).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

it('each has its own place in lists, after what it points to', () => {
  const place = new Map(RECORD_TYPES.map(({ name, order }) => [name, order]))
  expect(new Set(place.values()).size).toBe(RECORD_TYPES.length)
  for (const { name, fields, order } of RECORD_TYPES)
    for (const { to } of fields)
      if (to !== undefined && to !== name) expect(place.get(to), `${name} points to ${to}`).toBeLessThan(order)
})

it('the registers are those of the contract', () => {
  const registers = RECORD_TYPES.filter(({ register }) => register).map(({ name }) => name)
  expect(registers.sort()).toEqual(REGISTERS)
})

const folder = folderOfFile()

/** Written once, read by several tests. */
const templates = new Map<string, Promise<Buffer>>()
function templateOf(type: RecordType, language: 'zh' | 'en'): Promise<Buffer> {
  const name = `${type.name} ${language}`
  const known = templates.get(name) ?? writeTemplate([type], language)
  templates.set(name, known)
  return known
}

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
    const [header, example, ...more] = await readRows(await templateOf(type, language))
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
    await book.xlsx.load((await templateOf(type, language)) as never)
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
  const table = await openSheet(await templateOf(type, language))
  const rows: SourceRow[] = []
  for await (const chunk of table.rows()) rows.push(...chunk)
  const [header, example] = rows as [SourceRow, SourceRow]
  const { plan } = planOwnFile(type, {
    ...{
      table,
      row: 1,
      headers: header.cells,
      headRows: [header.cells],
      isRejects: false,
      isGuarded: false,
      otherSheets: [],
    },
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
