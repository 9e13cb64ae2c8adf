import { Workbook } from '@cj-tech-master/excelts'
import { expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { csv, openImportCollege } from '../support/import-college.ts'

const MAPPING = `records:
  - type: partner
    when: [{ column: 合作方, filled: true }]
    fields: { code: { made_from: 合作方 }, name_zh: 合作方, country: 国家 }
  - type: mobility
    fields:
      person: 学号
      direction: { constant: out }
      audience: { constant: student }
      purpose: { constant: study }
      country: 国家
      partner: { made_from: 合作方 }
      programme: 专业
      start: 开始
      end: 结束
create: [programme]
`
const SAVE = `mutation ($input: SaveMappingInput!) { saveMapping(input: $input) { __typename } }`
const REPORT = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename
  ... on Refused { code } ... on ImportReport { refused accepted updated rejected recordType { name } recordTypes { name }
  created { recordType { name } count entries { code name } } problems { row column code }
  rows { row outcome } newRecords { record label(locale: ZH) } figureChanges { total }
  batch { id batch recordType { name } recordTypes { name } accepted canRevert { possible } } } } }`
const PARTS = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename
  ... on Refused { code } ... on ImportReport { refused accepted rejected fileName rejects { text workbook }
  parts { table tableSheets recordType { name } rowsRead rejected problems { row file } }
  sheetsFound { table name leftOut why(locale: ZH) isClear recognised { recordType { name } } }
  changesByType { recordType { name } added updated } batch { batch accepted canRevert { possible } } } } }`
const REVERT = `mutation ($id: ID!) { revertBatch(input: { batch: $id }) { __typename } }`
const names = (types: { name: string }[]) => types.map(({ name }) => name)

onOneDatabase((_name, open) => {
  it('a page brings in several types as one batch, and entries made from names with them', async () => {
    const { college, editor } = await openImportCollege(await open())
    await college.ask(SAVE, { input: { institution: 'X', name: '交流表', text: MAPPING } }, editor)
    const bring = async (file: File, input: object) => {
      const variables = { input: { institution: 'X', mapping: '交流表', seconds: 20, ...input, file: null } }
      return (await college.send(REPORT, variables, { 'variables.input.file': file }, editor)).data.importRecords
    }
    const file = () =>
      csv(
        'a.csv',
        '学号,国家,合作方,专业,开始,结束',
        'S91,泰国,曼谷学院,陶艺,2022-10-01,2022-10-31',
        'S92,老挝,,陶艺,2022-10-01,2022-10-31',
      )

    const dry = await bring(file(), { dryRun: true, figures: true })
    expect(dry).toMatchObject({
      ...{ refused: false, accepted: 3, rejected: 0, batch: null, recordType: { name: 'partner' } },
      created: [{ recordType: { name: 'programme' }, count: 1, entries: [{ name: '陶艺' }] }],
      rows: [
        { row: 2, outcome: 'NEW' },
        { row: 3, outcome: 'NEW' },
      ],
    })
    expect(names(dry.recordTypes)).toEqual(['partner', 'mobility', 'programme'])
    expect(dry.newRecords).toHaveLength(4)
    expect(dry.figureChanges.total).toBeGreaterThan(0)

    const { batch } = await bring(file(), {})
    expect(batch).toMatchObject({ recordType: { name: 'partner' }, accepted: 4, canRevert: { possible: true } })
    expect(names(batch.recordTypes)).toEqual(['partner', 'programme', 'mobility'])
    expect((await college.ask(REVERT, { id: batch.batch }, editor)).data.revertBatch.__typename).not.toBe('Refused')
    expect(await bring(file(), { dryRun: true })).toMatchObject({ accepted: 3, created: [{ count: 1 }] })
  })

  it('takes several files and sheets in any order as one batch, and says of each how it was read', async () => {
    const { college, editor } = await openImportCollege(await open())
    const book = new Workbook()
    book.addWorksheet('责任部门').addRows([
      ['编号', '中文名称'],
      ['U1', '国际学院'],
    ])
    book.addWorksheet('说明').addRow(['每年九月填写'])
    book.addWorksheet('机构').addRows([
      ['编号', '中文名称', '国家（地区）', '类型'],
      ['P1', '曼谷学院', '泰国', '学院'],
    ])
    const workbook = new File([new Uint8Array(await book.xlsx.writeBuffer())], '登记.xlsx')
    const heads = '学号,方向,人员类别,目的,国家（地区）,合作机构,开始日期,结束日期,责任部门'
    const stays = (...lines: string[]) => csv('交流.csv', heads, ...lines)
    const right = 'S1,派出,学生,学习,泰国,P1,2022-10-01,2022-10-31,U1'
    const ask = async (file: File, input: object, more: object[]) => {
      const variables = { input: { institution: 'X', seconds: 20, ...input, file: null, more } }
      const places = Object.fromEntries(more.map((_, at) => [`variables.input.more.${at}.file`, workbook]))
      return (await college.send(PARTS, variables, { 'variables.input.file': file, ...places }, editor)).data
        .importRecords
    }
    const wrong = stays(right, 'S2,派出,学生,学习,泰国,P1,某日,2022-10-31,U2')
    const first = await ask(wrong, { dryRun: true, allSheets: true }, [{ file: null }])
    expect(first).toMatchObject({ refused: true, rejected: 1 })
    expect(first.parts).toMatchObject([
      { table: 1, tableSheets: ['责任部门'], recordType: { name: 'unit' }, rowsRead: 1, rejected: 0 },
      { table: 1, tableSheets: ['机构'], recordType: { name: 'partner' }, rowsRead: 1, rejected: 0 },
      { table: 0, tableSheets: [], recordType: { name: 'mobility' }, rejected: 1 },
    ])
    expect(first.parts[2].problems[0]).toMatchObject({ row: 3, file: '交流.csv' })
    expect(first.sheetsFound).toMatchObject([
      { table: 1, name: '责任部门', leftOut: null, isClear: true, recognised: expect.anything() },
      { name: '说明', leftOut: 'NO_TABLE', why: expect.stringContaining('没有认出') },
      { name: '机构', leftOut: null },
    ])

    // Wrong rows of several are a workbook with a sheet for each.
    const country = { corrections: [{ row: 2, column: 2, value: '某国' }] }
    const both = await ask(wrong, { dryRun: true, type: 'mobility' }, [
      { file: null, sheet: '机构', type: 'partner', ...country },
      { file: null, sheet: '责任部门', type: 'unit' },
    ])
    expect(both).toMatchObject({ rejected: 3, rejects: { text: null } })
    const rows = new Workbook()
    await rows.xlsx.load(Buffer.from(both.rejects.workbook, 'base64'))
    expect(rows.worksheets.map(({ name }) => name)).toEqual(['有误的行 1 登记.xlsx 机构', '有误的行 2 交流.csv'])
    expect(rows.worksheets[0]!.getCell('E2').value).toBe('[登记.xlsx]机构!2')

    const more = [
      { file: null, sheet: '机构', type: 'partner' },
      { file: null, sheet: '责任部门', type: 'unit' },
    ]
    const report = await ask(stays(right), { type: 'mobility' }, more)
    expect(report).toMatchObject({ refused: false, accepted: 3, fileName: '交流.csv, 登记.xlsx', sheetsFound: [] })
    expect(
      report.changesByType.map(({ recordType, added }: never) => [(recordType as { name: string }).name, added]),
    ).toEqual([
      ...[
        ['unit', 1],
        ['partner', 1],
        ['mobility', 1],
      ],
    ])
    expect(report.batch).toMatchObject({ accepted: 3, canRevert: { possible: true } })
    expect((await college.ask(REVERT, { id: report.batch.batch }, editor)).data.revertBatch.__typename).not.toBe(
      'Refused',
    )
    expect(await ask(stays(right), {}, more)).toMatchObject({ __typename: 'Refused', code: 'TYPE_MISSING' })
    const many = Array.from({ length: 200 }, () => more[0]!)
    const input = { institution: 'X', dryRun: true, file: null, more: many.map((one) => ({ ...one, file: 'x' })) }
    const tooMany = await college.send(PARTS, { input }, { 'variables.input.file': stays(right) }, editor)
    expect(tooMany.data.importRecords).toMatchObject({ code: 'TOO_MANY_TABLES' })
  })
})
