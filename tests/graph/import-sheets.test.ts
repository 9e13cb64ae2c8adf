import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { openImportCollege } from '../support/import-college.ts'

const IMPORT = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { ... on ImportReport {
  refused accepted rejected sheet sheetsRead columns { header field { name } }
  problems { sheet row column columnIndex code } warnings { sheet row column code message(locale: ZH) }
  wrongRows { sheet row cells problems { column } } rows { sheet row outcome } } } }`
const SAVE = `mutation ($input: SaveMappingInput!) { saveMapping(input: $input) { __typename } }`

const MAPPING = `
type: enrolment
sheets: all
unpivot: { columns: '^20', names: [年], values: 人数 }
skip: [{ column: 国别, in: [合计] }]
fields:
  headcount: 人数
  nationality: 国别
  kind: { constant: degree }
  start: { column: 年, cases: [{ matches: '^(.+)$', value: $1-09-01 }] }
`

onOneDatabase((_name, open) => {
  test('several sheets are read by a saved mapping, shown by their names and corrected on their own', async () => {
    const { college, editor } = await openImportCollege(await open())
    const book = new Workbook()
    book.addWorksheet('留学生').addRows([
      ['国别', '2022', '2023'],
      ['老挝', 1, 2],
      ['合计', 1, 3],
    ])
    book.addWorksheet('研修生').addRows([
      ['2023', '国别', '2022'],
      ['x', '越南', 4],
    ])
    const file = new File([new Uint8Array(await book.xlsx.writeBuffer())], 'a.xlsx')
    const saved = { input: { institution: 'X', name: '各类人数', text: MAPPING } }
    expect((await college.ask(SAVE, saved, editor)).data.saveMapping).toEqual({ __typename: 'MappingSaved' })
    const look = async (more: object) => {
      const input = { institution: 'X', mapping: '各类人数', dryRun: true, seconds: 20, ...more, file: null }
      const { data } = await college.send(IMPORT, { input }, { 'variables.input.file': file }, editor)
      return data.importRecords
    }
    expect(await look({})).toMatchObject({
      ...{ refused: true, rejected: 1, sheet: '留学生', sheetsRead: ['留学生', '研修生'] },
      columns: [
        { header: '国别', field: { name: 'nationality' } },
        { header: '2022', field: { name: 'headcount' } },
        { header: '2023', field: { name: 'headcount' } },
      ],
      problems: [{ sheet: '研修生', row: 2, column: '2023', columnIndex: 2, code: 'BAD_NUMBER' }],
      warnings: [
        { sheet: '留学生', row: 3, column: '2023', code: 'STATED_SUM', message: expect.stringContaining('写 3') },
      ],
      wrongRows: [{ sheet: '研修生', row: 2, cells: ['越南', '4', 'x'], problems: [{ column: '2023' }] }],
      rows: [
        { sheet: '留学生', row: 2 },
        { sheet: '留学生', row: 3, outcome: 'LEFT_OUT' },
        { sheet: '研修生', row: 2, outcome: 'REJECTED' },
      ],
    })
    const correction = { row: 2, column: 2, value: '7' }
    expect(await look({ corrections: [{ ...correction, sheet: '研修生' }] })).toMatchObject({
      refused: false,
      accepted: 4,
    })
    expect(await look({ corrections: [{ ...correction, sheet: '留学生' }] })).toMatchObject({ refused: true })
    expect(await look({ leaveOutOn: [{ row: 2, sheet: '研修生' }] })).toMatchObject({ refused: false, accepted: 2 })
  })
})
