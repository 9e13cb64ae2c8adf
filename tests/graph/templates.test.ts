import { Workbook, type DataValidationWithFormulae } from '@cj-tech-master/excelts'
import { expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { bearer, readerOf } from '../support/college.ts'
import { openImportCollege } from '../support/import-college.ts'

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
    const { college, report } = await openDesk()
    const path = '/templates/mobility,training-session.xlsx?lang=zh&institution=X&unit=U1'
    const book = await open(await college.get(path, await readerOf(college)))
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...['师生国（境）外交流', '国（境）外人员培训', '填写说明', '_lists'],
    ])
    expect(offered(book, '师生国（境）外交流', '专业编号')).toEqual(['PA 数控'])
    expect(offered(book, '师生国（境）外交流', '合作机构编号')).toEqual(['P1 河内学院'])
    expect(offered(book, '国（境）外人员培训', '责任部门')).toEqual(['U1'])
    expect(offered(book, '国（境）外人员培训', '培训班编号')).toEqual(['焊接班'])
    const file = await fill(book, {
      '师生国（境）外交流': {
        ...{ 人员编号: 'S1', 方向: '派出', 人员类别: '学生', 事由: '学习', '国家（地区）': '越南', 责任部门: 'U1' },
        ...{ 合作机构编号: 'P1 河内学院', 专业编号: 'PA 数控', 开始日期: new Date('2023-03-01') },
        结束日期: new Date('2023-03-31'),
      },
    })
    const done = await report(file, { type: 'mobility', sheet: '师生国（境）外交流', dryRun: true })
    expect(done).toMatchObject({ accepted: 1, problems: [], newRecords: [{ fields: expect.any(Array) }] })
    const fields = done.newRecords[0].fields.map(({ name, after }: Record<string, string>) => [name, after])
    expect(Object.fromEntries(fields)).toMatchObject({ partner: '河内学院 (P1)', programme: 'CNC (PA)' })
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
})
