import { expect } from 'vitest'
import { ImportPreview } from '@causeway/server/records/import/report/import-preview'
import type { ImportRequest } from '@causeway/server/records/import/report/import-request'
import { readingAsMapping } from '@causeway/server/records/import/moves/reading-as-mapping'
import { saveMapping } from '@causeway/server/records/import/saved/saved-mapping'
import { forEachDatabase } from '../support/databases.ts'
import { test, type ImportDesk } from '../support/import-desk.ts'

const HEADS = '协议编号,合作机构编号,签订日期,生效日期,终止日期'
/** Two cells that are no end, as the list has them every year. */
const ROWS = [
  'A1,P1,2023-10-01,2023-10-01,2023.10-2028.10',
  'A2,P1,2022-05-01,2022-05-01,长期',
  'A3,P1,2021-05-01,2021-05-01,2026年底',
]

const ends = async (desk: ImportDesk) =>
  (await desk.records('agreement')).map((record) => `${String(record['code'])} ${String(record['to'])}`)

async function look(desk: ImportDesk, name: string, lines: string[], more: Partial<ImportRequest> = {}) {
  const preview = new ImportPreview()
  const report = await desk.import(desk.file(name, lines), 'agreement', { ...more, preview })
  return { report, preview }
}

const corrections = (cells: [row: number, column: number, value: string][]) => ({
  correcting: { corrections: cells.map(([row, column, value]) => ({ row, column, value })), leaveOut: [] },
})

forEachDatabase(() => {
  test('cells that were corrected are corrected again next year, said so, and can be said otherwise', async (desk) => {
    await desk.put('partner', ['code,name_zh,country', 'P1,清迈学院,TH'])
    const first = await look(desk, 'a.csv', [HEADS, ...ROWS])
    // That an agreement goes on without an end is understood.
    expect(first.report.problems.map(({ row }) => row)).toEqual([2, 4])
    const corrected = await look(
      desk,
      'a.csv',
      [HEADS, ...ROWS],
      corrections([
        [2, 4, '2028-10-31'],
        [4, 4, '2026-12-31'],
      ]),
    )
    expect(corrected.report).toMatchObject({ accepted: 3, problems: [] })
    expect(await ends(desk)).toEqual(['A1 2028-10-31', 'A2 null', 'A3 2026-12-31'])
    const text = readingAsMapping(corrected.preview)!
    await saveMapping(desk.database, { institution: 'X', name: 'list', text }, null)

    // A renewed list in another order, with one row more.
    const rows = [ROWS[2]!, 'A4,P1,2024-01-01,2024-01-01,2026年底', ROWS[0]!, ROWS[1]!]
    const saved = { namedMapping: 'list' }
    const next = await look(desk, 'b.csv', [HEADS, ...rows], saved)
    expect(next.report).toMatchObject({ accepted: 1, unchanged: 3, problems: [] })
    expect(next.report.warnings.map(({ code, value, row }) => [code, value, row])).toEqual([
      ['CORRECTED_AGAIN', '2026年底', 2],
      ['CORRECTED_AGAIN', '2023.10-2028.10', 4],
    ])
    expect(next.preview.remembered!.list()).toMatchObject([
      { column: '终止日期', text: '2023.10-2028.10', value: '2028-10-31', count: 1 },
      { column: '终止日期', text: '2026年底', value: '2026-12-31', count: 2 },
    ])
    // What is said of a cell of this file comes first, and of all that are alike it is kept in its place.
    const again = await look(desk, 'c.csv', [HEADS, ...rows], {
      ...saved,
      ...corrections([
        [2, 4, '2026-12-20'],
        [3, 4, '2026-12-20'],
      ]),
    })
    expect(again.report).toMatchObject({ updated: 2, problems: [] })
    expect(readingAsMapping(again.preview)).toMatch(/corrections:[^]*2026年底: 2026-12-20/)
  })

  test('what the field can read is corrected in its row alone', async (desk) => {
    await desk.put('partner', ['code,name_zh,country', 'P1,清迈学院,TH'])
    const rows = [
      ...ROWS.slice(1, 2),
      'A5,P1,2021-05-01,2021-05-01,2020-05-01',
      'A6,P1,2020-01-01,2020-01-01,2020-05-01',
    ]
    const { report, preview } = await look(desk, 'a.csv', [HEADS, ...rows], corrections([[3, 4, '2025-05-01']]))
    expect(report).toMatchObject({ accepted: 3, problems: [] })
    expect(readingAsMapping(preview)).not.toContain('corrections')
  })

  test('an end that is said where a length is expected', async (desk) => {
    await desk.put('partner', ['code,name_zh,country', 'P1,清迈学院,TH'])
    const mappingText = `type: agreement
fields:
  code: 协议编号
  partner: 合作机构编号
  signed_on: 签订日期
  from: 签订日期
  to: { column: 签订日期, plus: { years: { column: 有效期 } } }
`
    const rows = [
      'B1,P1,2023-10-08,5年',
      'B2,P1,2023-10-08,2023.10-2028.10',
      'B3,P1,2023-10-08,长期',
      'B4,P1,2023-10-08,2023.10至长期',
    ]
    const { report } = await look(desk, 'd.csv', ['协议编号,合作机构编号,签订日期,有效期', ...rows], { mappingText })
    expect(report.problems).toEqual([])
    expect(await ends(desk)).toEqual(['B1 2028-10-07', 'B2 2028-10-31', 'B3 null', 'B4 null'])
  })

  test('without an end is nothing of what has to end', async (desk) => {
    const stay = ['person,direction,audience,purpose,country,start,end', 'L1,out,student,study,VN,2023-09-01,长期']
    expect((await desk.bring('mobility', stay)).problems.map(({ code }) => code)).toEqual(['BAD_DATE'])
  })
})
