import { Workbook, type DataValidationWithFormulae } from '@cj-tech-master/excelts'
import { expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { bearer, readerOf } from '../support/college.ts'
import { csv, openImportCollege } from '../support/import-college.ts'

/** Filled in: by sheet, by head, in the third row; the second is the example. */
type Filled = Record<string, Record<string, string | Date>>

async function open(answer: Response): Promise<Workbook> {
  expect(answer.status).toBe(200)
  const book = new Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  return book
}

function columnOf(book: Workbook, sheet: string, head: string): number {
  const heads = book.getWorksheet(sheet)!.getRow(1).values as string[]
  return heads.findIndex((one) => one?.replace('*', '') === head)
}

/** What the drop-down of a column offers; null: it has none. */
function offered(book: Workbook, sheet: string, head: string): string[] | null {
  const rule = book.getWorksheet(sheet)!.getCell(3, columnOf(book, sheet, head)).dataValidation
  if (!rule) return null
  const { formulae } = rule as DataValidationWithFormulae
  const [, letter, last] = /^_lists!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(formulae[0] as string)!
  const lists = book.getWorksheet('_lists')!
  return Array.from({ length: Number(last) }, (_, row) => String(lists.getCell(`${letter}${row + 1}`).value))
}

async function fill(book: Workbook, filled: Filled): Promise<File> {
  for (const [sheet, cells] of Object.entries(filled))
    for (const [head, value] of Object.entries(cells))
      book.getWorksheet(sheet)!.getCell(3, columnOf(book, sheet, head)).value = value
  return new File([new Uint8Array(await book.xlsx.writeBuffer())], 'filled.xlsx')
}

onOneDatabase((_name, openDatabase) => {
  const openDesk = async () => {
    const desk = await openImportCollege(await openDatabase())
    const { college } = desk
    await college.put('unit', ['code,name_zh,name_en', 'U1,国际处,International Office', 'U2,商学院,Business School'])
    await college.put('partner', ['code,name_zh,name_en,country,unit', 'P1,河内学院,,VN,U1', 'P2,清迈学院,,TH,U2'])
    await college.put(
      'training-session',
      [
        'session,start,end,training_days,headcount,country,unit',
        '焊接班,2023-05-10,2023-05-14,5,20,LA,U1',
        '烹饪班,2023-05-10,2023-05-14,5,20,LA,U2',
        '旧班,2012-05-10,2012-05-14,5,20,LA,U1',
      ],
      'X',
      '2023-08-31',
    )
    return desk
  }

  it('offers a unit the codes and names of its college, and what it wrote last year', async () => {
    const { college } = await openDesk()
    const path = '/templates/mobility,training-session,programme.xlsx?lang=zh&institution=X&unit=U1'
    const book = await open(await college.get(path, await readerOf(college)))
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...['专业（项目）', '师生国（境）外交流', '国（境）外人员培训', '填写说明', '_lists'],
    ])
    expect(offered(book, '师生国（境）外交流', '专业编号')).toEqual(['PA 数控'])
    expect(offered(book, '师生国（境）外交流', '合作机构编号')).toEqual(['P1 河内学院'])
    expect(offered(book, '国（境）外人员培训', '责任部门')).toEqual(['U1'])
    expect(offered(book, '国（境）外人员培训', '培训班编号')).toEqual(['焊接班'])
    const whole = await open(await college.get(path.replace('&unit=U1', ''), await readerOf(college)))
    expect(offered(whole, '师生国（境）外交流', '合作机构编号')).toEqual(['P1 河内学院', 'P2 清迈学院'])
    expect(offered(whole, '国（境）外人员培训', '培训班编号')).toEqual(['烹饪班', '焊接班'])
    const sheets = async (path: string) =>
      (await open(await college.get(`/templates/${path}`, await readerOf(college)))).worksheets.map(({ name }) => name)
    expect(await sheets('reported.xlsx?lang=zh&institution=X&unit=U1')).toEqual([
      ...['合作机构', '国（境）外人员培训', '填写说明', '_lists'],
    ])
    const export_ = await sheets('export.xlsx?lang=en')
    expect(export_).toContain('Training session')
    expect(export_).not.toContain('Recognition')
  })

  it('goes in as one batch once it is filled in, whatever its sheets are of, and is taken back whole', async () => {
    const { college, editor, report } = await openDesk()
    const path = '/templates/mobility,training-session,programme.xlsx?lang=zh&institution=X&unit=U1'
    const file = await fill(await open(await college.get(path, editor)), {
      '专业（项目）': { 专业编号: 'PB', 中文名称: '焊接' },
      '师生国（境）外交流': {
        ...{ 人员编号: 'S1', 方向: '派出', 人员类别: '学生', 事由: '学习', '国家（地区）': '越南', 责任部门: 'U1' },
        ...{ 合作机构编号: 'P1 河内学院', 专业编号: 'PB 焊接', 开始日期: new Date('2023-03-01') },
        结束日期: new Date('2023-03-31'),
      },
    })
    const look = await report(file, { dryRun: true, allSheets: true })
    expect(look).toMatchObject({ refused: false, problems: [], accepted: 2 })
    const sheets = [
      { type: 'mobility', sheet: '师生国（境）外交流', file: null },
      { type: 'programme', sheet: '专业（项目）', file: null },
    ]
    const input = { institution: 'X', seconds: 20, ...sheets[0], more: [sheets[1]] }
    const places = { 'variables.input.file': file, 'variables.input.more.0.file': file }
    const document = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { ... on ImportReport {
      accepted batch { batch accepted } newRecords { label(locale: ZH) fields { name after(locale: ZH) } } } } }`
    const done = (await college.send(document, { input }, places, editor)).data.importRecords
    expect(done).toMatchObject({ accepted: 2, batch: { accepted: 2 } })
    const stay = done.newRecords.find(({ label }: { label: string }) => label.includes('越南'))
    const fields = stay.fields.map(({ name, after }: Record<string, string>) => [name, after])
    expect(Object.fromEntries(fields)).toMatchObject({ partner: '河内学院（P1）', programme: '焊接（PB）' })
    const revert = `mutation { revertBatch(input: { batch: "${done.batch.batch}" }) { ... on BatchReverted { withdrawn } } }`
    expect((await college.ask(revert, {}, editor)).data.revertBatch).toEqual({ withdrawn: 2 })
    const single = await fill(await open(await college.get(path, editor)), {
      '专业（项目）': { 专业编号: 'PC', 中文名称: '烹饪' },
    })
    const alone = await report(single, { dryRun: true, allSheets: true })
    expect(alone).toMatchObject({ problems: [], accepted: 1, recordType: { name: 'programme' } })
    const untouched = await fill(await open(await college.get(path, editor)), {})
    const empty = await report(untouched, { dryRun: true, allSheets: true })
    expect(empty).toMatchObject({ refused: true, problems: [{ code: 'NO_ROWS' }] })
  })

  it('keeps the lists of a college from everyone else, and does not say whether there is one', async () => {
    const { college } = await openDesk()
    const ofOther = bearer(await college.tokenFor('reader', 'Y'))
    for (const [institution, headers] of [
      ['X', {}],
      ['nowhere', {}],
      ['X', ofOther],
    ] as const) {
      const answer = await college.get(`/templates/mobility.xlsx?lang=zh&institution=${institution}&unit=U1`, headers)
      const book = await open(answer)
      expect(offered(book, '师生国（境）外交流', '合作机构编号')).toBeNull()
      expect(offered(book, '师生国（境）外交流', '责任部门')).toBeNull()
    }
    const said = async (path: string, headers = {}) => {
      const answer = await college.get(`/templates/${path}`, headers)
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code]
    }
    const reader = await readerOf(college)
    expect(await said('mobilty.xlsx')).toEqual([404, 'NOT_FOUND'])
    expect(await said('mobility.xlsx?of=X')).toEqual([400, 'UNKNOWN_PARAMETER'])
    expect(await said('reported.xlsx')).toEqual([400, 'INSTITUTION_MISSING'])
    expect(await said('reported.xlsx?institution=X')).toEqual([401, 'UNAUTHENTICATED'])
    expect(await said('reported.xlsx?institution=X', ofOther)).toEqual([403, 'FORBIDDEN'])
    expect(await said('mobility.xlsx?institution=X&unit=U3', reader)).toEqual([400, 'UNKNOWN_UNIT'])
    expect(await said('reported.xlsx?institution=Y', ofOther)).toEqual([400, 'NOTHING_REPORTED'])
  })

  it('tells what may be written of a record, finds codes as somebody types, and takes one record as a batch', async () => {
    const { college, report } = await openDesk()
    const reader = await readerOf(college)
    const ask = async (document: string, headers = {}) => college.ask(document, {}, headers)
    const { data } = await ask(`{ recordTypes(names: ["mobility"]) { name themes columns {
      field { name required } help(locale: ZH) example(locale: ZH) heads namesA } } }`)
    expect(data.recordTypes).toMatchObject([{ name: 'mobility', themes: expect.arrayContaining(['INTRODUCTION']) }])
    const columns: { field: { name: string } }[] = data.recordTypes[0].columns
    const column = (name: string) => columns.find(({ field }) => field.name === name)
    expect(column('programme')).toMatchObject({ namesA: 'programme', heads: expect.arrayContaining(['专业编号']) })
    expect(column('person')).toMatchObject({ help: expect.stringContaining('须填且只填一项') })

    const codes = (args: string) => `{ codes(institution: "X", ${args}) { key label(locale: ZH) } }`
    const found = await ask(codes('recordType: "partner", search: "清迈"'), reader)
    expect(found.data.codes).toEqual([{ key: 'P2', label: '清迈学院' }])
    expect((await ask(codes('recordType: "partner", search: "p", first: 1'), reader)).data.codes).toHaveLength(1)
    expect((await ask(codes('recordType: "partner", search: "100%"'), reader)).data.codes).toEqual([])
    const code = async (args: string, headers = {}) => (await ask(codes(args), headers)).errors![0]!.extensions['code']
    expect(await code('recordType: "partner"')).toBe('UNAUTHENTICATED')
    expect(await code('recordType: "partner"', bearer(await college.tokenFor('reader', 'Y')))).toBe('FORBIDDEN')
    expect(await code('recordType: "mobility"', reader)).toBe('UNKNOWN_RECORD_TYPE')

    const heads = columns.map(({ field }) => field.name)
    const written: Record<string, string> = {
      ...{ person: 'S1', direction: 'out', audience: 'student', purpose: 'study', country: 'VN' },
      ...{ partner: 'P1 河内学院', start: '2023-03-01', end: '2023-03-31' },
    }
    const one = (more: object = {}) =>
      csv('one.csv', heads.join(','), heads.map((name) => ({ ...written, ...more })[name] ?? '').join(','))
    const wrong = await report(one({ start: '2023-04-01', partner: 'P9' }), { type: 'mobility', dryRun: true })
    expect(wrong.problems.map(({ field, code }: Record<string, string>) => [field, code])).toEqual([
      ['end', 'REVERSED_RANGE'],
      ['partner', 'UNKNOWN_REFERENCE'],
    ])
    expect(await report(one(), { type: 'mobility' })).toMatchObject({
      accepted: 1,
      problems: [],
      batch: { accepted: 1 },
    })
    expect(await report(one(), { type: 'mobility' })).toMatchObject({ unchanged: 1, batch: null })
  })
})
