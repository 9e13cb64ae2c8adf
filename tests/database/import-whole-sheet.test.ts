import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { NOTHING_CHOSEN, type ChosenReading } from '@causeway/server/records/import/columns/chosen-reading'
import { readingAsMapping } from '@causeway/server/records/import/moves/reading-as-mapping'
import { ImportPreview } from '@causeway/server/records/import/report/import-preview'
import type { ImportRequest } from '@causeway/server/records/import/report/import-request'
import type { Correcting } from '@causeway/server/records/import/sheets/data-rows'
import { onOneDatabase } from '../support/databases.ts'
import { test, type ImportDesk } from '../support/import-desk.ts'
import { xlsxOf } from '../support/workbooks.ts'

/** Fields of a sheet whose title says the programme and the scale. */
const BY_TITLE = `  person: 考生编号
  level: 取得等级
  date: 考试日期
  scale: { title: true, extract: '(\\p{L}+)成绩$' }
  scale_version: { constant: '2.0' }
  programme: { title: true, extract: '^\\d{4}级\\s*(.+?)\\s*HSK成绩$' }`

const HEADS = ['考生编号', '取得等级', '考试日期']
const SHEETS = {
  机电2024: [['2024级 机电一体化 HSK成绩'], HEADS, ['S1', '4', '2024-05-12'], ['S2', '3', '2024-05-12']],
  电商2024: [['2024级 电子商务 HSK成绩'], HEADS, ['S3', '5', '2024-05-12']],
}
const NEXT = {
  机电2025: [['国际处制'], ['2025级 机电一体化 HSK成绩'], HEADS, ['S4', '4', '2025-05-11']],
  旅游2025: [['2025级 旅游管理 HSK成绩'], HEADS, ['S5', '2', '2025-05-11']],
}
const SCALE = [
  { field: 'scale', value: 'hsk' },
  { field: 'scale_version', value: '2.0' },
]
const ALIKE: ChosenReading = { ...NOTHING_CHOSEN, sheets: Object.keys(SHEETS), constants: SCALE }

/** Looks at a workbook: what would go in, and how it was read. */
async function lookAt(desk: ImportDesk, sheets: typeof SHEETS | typeof NEXT, more: Partial<ImportRequest>) {
  const preview = new ImportPreview()
  const path = desk.file('语言.xlsx', await xlsxOf(sheets))
  const report = await desk.import(path, 'language-result', { dryRun: true, preview, ...more })
  const results = preview.added.filter(({ type }) => type === 'language-result')
  const values = (field: string) => results.map(({ after }) => after?.[field] ?? null)
  return { ...report, preview, values, asMapping: () => readingAsMapping(preview)! }
}

const withConstants = (...constants: ChosenReading['constants']) => ({
  chosen: { ...ALIKE, constants: [...SCALE, ...constants] },
})

onOneDatabase(() => {
  describe('what holds of all rows of a sheet', () => {
    test('is said of one of several alone, and a new sheet of the next year is asked about', async (desk) => {
      const said = [
        { field: 'programme', value: 'MJ', sheet: '机电2024' },
        { field: 'programme', value: 'DS', sheet: '电商2024' },
        { field: 'note', value: '甲', sheet: '机电2024' },
        { field: 'note', value: '乙' },
      ]
      const seen = await lookAt(desk, SHEETS, withConstants(...said))
      expect(seen.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
        ...Array<string>(3).fill('programme UNKNOWN_REFERENCE'),
      ])
      const mappingText = seen.asMapping().replace('fields:', 'create: [programme]\nfields:')
      const made = await lookAt(desk, SHEETS, { mappingText })
      expect([made.problems, made.values('note')]).toEqual([[], ['甲', '甲', '乙']])
      const chosen = { ...NOTHING_CHOSEN, sheets: Object.keys(NEXT) }
      const asked = await lookAt(desk, NEXT, {
        mappingText: seen.asMapping().replace(/^sheets:\n( +- .*\n)+/m, ''),
        chosen,
      })
      expect(asked.problems.map(({ field, value }) => [field, value]).sort()).toEqual([
        ['programme', '旅游2025'],
        ['programme', '机电2025'],
      ])
    })

    test('is of a sheet that is read, which may be one alone', async (desk) => {
      const other = await lookAt(desk, SHEETS, withConstants({ field: 'note', value: '甲', sheet: '机电' }))
      expect(other.problems).toMatchObject([
        { code: 'NO_SUCH_SHEET', message: { zh: expect.stringContaining('“机电2024”、“电商2024”') } },
      ])
      const constants = [...SCALE, { field: 'note', value: '甲', sheet: '机电2024' }]
      const one = await lookAt(desk, SHEETS, { chosen: { ...NOTHING_CHOSEN, sheet: '机电2024', constants } })
      expect([one.problems, one.values('note')]).toEqual([[], ['甲', '甲']])
    })

    test('is taken back, where a mapping says it, by an empty value', async (desk) => {
      const said = await lookAt(desk, SHEETS, withConstants({ field: 'note', value: '甲' }))
      const empty = { ...NOTHING_CHOSEN, constants: [{ field: 'note', value: '' }] }
      const back = await lookAt(desk, SHEETS, { mappingText: said.asMapping(), chosen: empty })
      expect([said.values('note'), back.values('note')]).toEqual([
        ['甲', '甲', '甲'],
        [null, null, null],
      ])
    })

    test('is read of a title or of the name of the sheet, each year anew', async (desk) => {
      const mappingText = `type: language-result
sheets: all
create: [programme]
fields:
${BY_TITLE}
  note: { sheet: true }
`
      const now = await lookAt(desk, SHEETS, { mappingText })
      expect([now.problems, now.values('note')]).toEqual([[], ['机电2024', '机电2024', '电商2024']])
      expect(now.created).toEqual({ programme: 2 })
      const next = await lookAt(desk, NEXT, { mappingText })
      expect([next.problems, next.values('scale')]).toEqual([[], ['hsk', 'hsk']])
      const none = mappingText.replace('HSK成绩$', '花名册$')
      expect((await lookAt(desk, SHEETS, { mappingText: none })).problems).toMatchObject([
        ...Array(3).fill({ code: 'NO_MATCH', field: 'programme' }),
      ])
    })

    test('goes with the wrong rows of a file, which are read by the same mapping again', async (desk) => {
      const mappingText = `type: language-result
sheets: all
create: [programme]
section: { column: 考生编号, pattern: '^(.+)组$' }
fields:
${BY_TITLE}
  source_id: { row: true }
  note: { columns: [取得等级] }
  unit: { section: true, values: { 甲: U1, 乙: U2 } }
`
      await desk.put('unit', ['code,name_zh', 'U1,甲系', 'U2,乙系'])
      const day = '2024-05-32'
      const path = desk.file(
        '语言.xlsx',
        await xlsxOf({
          机电2024: [['2024级 机电一体化 HSK成绩'], HEADS, ['甲组'], ['S1', '4', day], ['乙组'], ['S2', '3', day]],
          电商2024: [['2024级 电子商务 HSK成绩'], HEADS, ['乙组'], ['S3', '5', day]],
        }),
      )
      const rejects = join(desk.folder, 'wrong.csv')
      // Of one row somebody said another version.
      const corrections = [{ row: 6, sheet: '机电2024', field: 'scale_version', value: '3.0' }]
      const correcting = { corrections, leaveOut: [] }
      await desk.import(path, 'language-result', { mappingText, rejects, correcting })
      const wrong = readFileSync(rejects, 'utf8')
      const again = desk.file('again.csv', wrong.replaceAll(/(?<=,)2024-05-32(?=,)/g, '2024-05-12'))
      const one = mappingText.replace('sheets: all\n', '')
      expect((await desk.import(again, 'language-result', { mappingText: one })).problems).toEqual([])
      const found = await desk.records('language-result')
      const programmes = new Map((await desk.records('programme')).map(({ code, name_zh }) => [code, name_zh]))
      expect(
        found
          .map((is) => [is['source_id'], is['scale'], is['scale_version'], programmes.get(is['programme']), is['unit']])
          .toSorted((a, b) => String(a).localeCompare(String(b))),
      ).toEqual([
        ['4', 'hsk', '2.0', '机电一体化', 'U1'],
        ['4', 'hsk', '2.0', '电子商务', 'U2'],
        ['6', 'hsk', '3.0', '机电一体化', 'U2'],
      ])
      // Wrong once more, they are said again, and once.
      await desk.import(desk.file('twice.csv', wrong), 'language-result', { mappingText: one, rejects })
      const [head] = readFileSync(rejects, 'utf8').split('\n')
      expect(head!.match(/整表所说/g)).toHaveLength(5)
      // Without the mapping they are columns.
      const own = desk.file('own.csv', wrong.replaceAll(/(?<=,)2024-05-32(?=,)/g, '2024-05-13'))
      const columns = new Map(['person', 'level', 'date'].map((field, at) => [at, field]))
      const chosen = { ...NOTHING_CHOSEN, columns }
      expect((await desk.import(own, 'language-result', { chosen })).problems).toEqual([])
      expect((await desk.records('language-result')).filter(({ date }) => date === '2024-05-13')).toHaveLength(3)
    })

    test('may be another value in one row', async (desk) => {
      const given = (field: string): { correcting: Correcting } => ({
        correcting: { corrections: [{ row: 4, sheet: '机电2024', field, value: '补考' }], leaveOut: [] },
      })
      const all = withConstants({ field: 'note', value: '甲' })
      const said = await lookAt(desk, SHEETS, { ...all, ...given('note') })
      expect(said.values('note')).toEqual(['甲', '补考', '甲'])
      // The mapping does not keep what is of one row.
      const again = await lookAt(desk, SHEETS, { mappingText: said.asMapping(), ...given('note') })
      expect([again.values('note'), again.asMapping().includes('补考')]).toEqual([['甲', '补考', '甲'], false])
      for (const [field, words] of [
        ['level', '取自“取得等级”列'],
        ['score', '没有各行统一的值'],
      ] as const)
        expect((await lookAt(desk, SHEETS, { ...all, ...given(field) })).problems).toMatchObject([
          { code: 'NOT_FOR_ONE_ROW', message: { zh: expect.stringContaining(words) } },
        ])
    })
  })
})
