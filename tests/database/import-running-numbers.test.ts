import { expect } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { test, type ImportDesk } from '../support/import-desk.ts'

const AGREEMENTS = {
  type: 'agreement',
  fields: {
    code: '序号',
    partner: '合作机构',
    signed_on: '签订日期',
    from: '签订日期',
    to: '到期',
    subject: '合作内容',
  } as object,
}
const HEADS = '序号,合作机构,签订日期,到期,合作内容'
const FIRST = [
  HEADS,
  '1,P1,2018.5.20,2023-05-19,师生交流',
  '2,P2,2019-03-01,2029-02-28,联合办学',
  '3,P3,2020-09-01,,师资培训',
]
/** The first is renewed, the second is as it was, and a new one is signed. */
const SECOND = [
  HEADS,
  '1,P1,2023年5月20日,2028-05-19,师生交流',
  '2,P2,2019.3.1,2029-02-28,联合办学',
  '3,P2,2024-01-10,,教材开发',
]

async function openAgreements(desk: ImportDesk, mapping: object = AGREEMENTS) {
  await desk.put('partner', ['code,name_zh,country', 'P1,清迈学院,泰国', 'P2,河内学院,越南', 'P3,金边学院,柬埔寨'])
  const path = (text: object) => desk.file('m.yaml', JSON.stringify(text))
  const bring = (lines: string[], more = {}, by: object = mapping) =>
    desk.bring('agreement', lines, { mapping: path(by), ...more })
  return bring
}

const agreements = async (desk: ImportDesk) =>
  (await desk.records('agreement')).map(({ partner, signed_on }) => `${partner} ${signed_on}`).toSorted()
const codes = ({ problems }: { problems: { row: number | null; code: string; value: string | null }[] }) =>
  problems.map(({ row, code, value }) => `${row} ${code} ${value}`)

const OTHERS = [
  {
    type: 'overseas-site',
    heads: 'No.,名称,国家,类别,启用',
    rows: [
      '1,曼谷工坊,泰国,workshop,2019-06-01',
      '1,河内工坊,越南,workshop,2019-06-01',
      '1,河内工坊,越南,school,2019-07-01',
    ],
    fields: { name_zh: '名称', country: '国家', type: '类别', opened_on: '启用' },
  },
  {
    type: 'event',
    heads: '序号,会议,国家,类别,日期',
    rows: ['1,职教论坛,中国,forum,2022-06-01', '1,职教论坛,中国,forum,2023-06-01', '1,职教论坛,越南,forum,2023-06-01'],
    fields: { title_zh: '会议', country: '国家', kind: '类别', start: '日期' },
  },
  {
    type: 'certificate-type',
    heads: '#,证书,机构,国家',
    rows: ['1,BEC,剑桥,英国', '1,DELF,教育部,法国', '1,DELF,法国教育部,法国'],
    fields: { name_en: '证书', issuer: '机构', country: '国家' },
  },
] as const

forEachDatabase(() => {
  test('a mapping that reads a running number as code is named, and what would take the place of another agreement is refused', async (desk) => {
    const bring = await openAgreements(desk)
    const first = await bring(FIRST)
    expect(first).toMatchObject({ accepted: 3, rejected: 0 })
    const [named] = first.warnings.filter(({ code }) => code === 'RUNNING_NUMBER')
    expect(named!.message.zh).toContain('made_from: [合作机构, 签订日期, 合作内容]')

    const second = await bring(SECOND)
    expect(second).toMatchObject({ refused: true, accepted: 0 })
    expect(codes(second)).toEqual(['2 OTHER_RECORD 1', '4 OTHER_RECORD 3'])
    const [renewed, other] = second.problems.map(({ message }) => message)
    expect(renewed!.zh).toMatch(/“合作协议”.*签订日期 2018-05-20.*2023-05-20/)
    expect(renewed!.zh).not.toMatch(/活动|届/)
    expect(renewed!.en).toMatch(/agreement.*2018-05-20.*2023-05-20/i)
    expect(other!.zh).toMatch(/合作机构 .*金边学院.*河内学院/)
    expect(await agreements(desk)).toEqual(['P1 2018-05-20', 'P2 2019-03-01', 'P3 2020-09-01'])
  })

  test('who says that a code is the same record replaces it, and the others are still asked for', async (desk) => {
    const bring = await openAgreements(desk)
    await bring(FIRST)
    expect(codes(await bring(SECOND, { sameRecords: ['1'] }))).toEqual(['4 OTHER_RECORD 3'])
    expect(await bring(SECOND, { sameRecords: ['1', '3'] })).toMatchObject({ updated: 2, unchanged: 1 })
  })

  test('a code made from what identifies the row meets last year, also where that had running numbers', async (desk) => {
    const bring = await openAgreements(desk)
    await bring(FIRST)
    const code = { made_from: ['合作机构', '签订日期', '合作内容'] }
    const made = { ...AGREEMENTS, fields: { ...AGREEMENTS.fields, code } }
    expect(await bring(SECOND, {}, made)).toMatchObject({ accepted: 2, updated: 0, unchanged: 1, rejected: 0 })
    expect(await agreements(desk)).toEqual([
      ...['P1 2018-05-20', 'P1 2023-05-20', 'P2 2019-03-01', 'P2 2024-01-10', 'P3 2020-09-01'],
    ])
    // Other spellings of the dates are the same days.
    const again = SECOND.map((line) => line.replace('2023年5月20日', '2023/5/20').replace('2024-01-10', '20240110'))
    expect(await bring(again, {}, made)).toMatchObject({ accepted: 0, updated: 0, unchanged: 3 })
  })

  test('a register with codes of its own may be corrected; a page asks where date or partner is another', async (desk) => {
    await openAgreements(desk)
    const own = (...rows: string[]) => ['code,partner,signed_on,from,to', ...rows]
    await desk.put('agreement', own('XY-1,P1,2018-05-20,2018-05-20,', 'XY-2,P2,2019-03-01,2019-03-01,'))
    const moved = own('XY-1,P1,2023-05-20,2023-05-20,', 'XY-2,P2,2019-03-15,2019-03-15,2030-01-01')
    const asked = await desk.bring('agreement', moved, { sameRecords: [], asksSame: true })
    expect(codes(asked)).toEqual(['2 OTHER_RECORD XY-1'])
    const told = await desk.bring('agreement', moved, { dryRun: true })
    expect(told).toMatchObject({ updated: 2, rejected: 0 })
    expect(told.warnings.map(({ code, value }) => `${code} ${value}`)).toEqual(['REPLACES_OTHER XY-1'])
    expect(await desk.bring('agreement', moved, { sameRecords: ['XY-1'], asksSame: true })).toMatchObject({
      updated: 2,
    })
  })

  for (const { type, heads, rows, fields } of OTHERS)
    test(`what a running number is of another year is another ${type}`, async (desk) => {
      const mapping = desk.file('n.yaml', JSON.stringify({ type, fields: { code: heads.split(',')[0], ...fields } }))
      const bring = (row: string, more = {}) => desk.bring(type, [heads, row], { mapping, ...more })
      expect(await bring(rows[0])).toMatchObject({ accepted: 1 })
      expect(codes(await bring(rows[1]))).toEqual(['2 OTHER_RECORD 1'])
      expect(await bring(rows[1], { sameRecords: ['1'] })).toMatchObject({ updated: 1 })
      // A word put right is no other thing.
      expect(await bring(rows[2])).toMatchObject({ updated: 1, rejected: 0 })
    })
})
