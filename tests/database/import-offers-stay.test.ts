import { expect } from 'vitest'
import { ImportPreview } from '@causeway/server/records/import/report/import-preview'
import { offerMoves } from '@causeway/server/records/import/moves/offer-moves'
import { readingOf } from '@causeway/server/records/import/moves/looked-table'
import { onOneDatabase } from '../support/databases.ts'
import { test } from '../support/import-desk.ts'

const STAFF = [
  '工号,国籍,是否任课教师,任职方式,聘期',
  'T001,泰国,是,全职,2023.9.1-2024.7.10',
  'T002,老挝,是,兼职,2023.9.1-2024.1.10',
]

onOneDatabase(() => {
  test('an offer that is taken leaves the offers for other columns', async (desk) => {
    const path = desk.file('外籍教师.csv', STAFF)
    const look = async (more: object) => {
      const preview = new ImportPreview()
      await desk.import(path, 'staff', { dryRun: true, preview, ...more })
      return preview
    }
    const before = await look({})
    const offered = (preview: ImportPreview) => {
      const { suggestions, fits } = preview.columns[3]!
      return [...suggestions, ...fits].map(({ name }) => name)
    }
    expect(offered(before)).toContain('full_time')
    const reading = structuredClone(readingOf(before)!) as { fields: Record<string, unknown> }
    for (const [place, value] of offerMoves(before).find(({ kind }) => kind === 'RANGE')!.changes)
      reading.fields[String(place.at(-1))] = value
    const after = await look({ mappingText: JSON.stringify(reading) })
    expect(offered(after)).toContain('full_time')
    expect(after.columns[4]!.suggestions).toEqual([])
  })

  test('the kind of a task is the purpose of a stay', async (desk) => {
    const preview = new ImportPreview()
    const path = desk.file('出访.csv', [
      '工号,任务类型,前往国家,开始日期,结束日期',
      'T1,技术指导,老挝,2023-10-01,2023-10-05',
    ])
    await desk.import(path, 'mobility', { dryRun: true, preview })
    expect(preview.columns[1]!.field?.name).toBe('purpose')
  })
})
