import { describe, expect, test } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { openImportDesk } from '../support/import-desk.ts'
import { listInstitutions } from '@causeway/server/records/institutions'
import type { Database } from '@causeway/server/ground/database/database'
import { readRaw, realFile, whySkipped } from '../support/real-data.ts'

const FOLDER = 'moe-china-hei-2025'
const FILES = ['W020250627301230138068.xls', 'W020250627301230138068.converted.xlsx', 'moe_2025_gb18030.csv']

async function readNames(database: Database): Promise<Map<string, string>> {
  const { institutions } = await listInstitutions(database, { first: 5_000 })
  return new Map(institutions.map(({ code, name }) => [code, name.zh]))
}

describe.skipIf(whySkipped)("the Ministry of Education's list", () => {
  onOneDatabase((_name, open) => {
    test('the same 2,919 institutions from .xls, .xlsx and GB18030 CSV', async () => {
      const raw = readRaw(`${FOLDER}/${FILES[2]}`, { encoding: 'gb18030', from: 4 }).filter((row) =>
        /^\d+$/.test(row['序号']!.trim()),
      )
      expect(raw).toHaveLength(2_919)
      const expected = new Map(raw.map((row) => [row['学校标识码']!.trim(), row['学校名称']!.trim()]))
      const database = await open()
      const desk = await openImportDesk(database)
      const reports = []
      for (const file of FILES) {
        const report = await desk.import(realFile(`${FOLDER}/${file}`), 'institution', { mapping: 'moe-institution' })
        // The list contradicts itself once, and it is said where.
        expect(report.warnings.map(({ row, code, value }) => [row, code, value])).toEqual([
          [2270, 'SECTION_COUNT', '海南省（27所）'],
        ])
        reports.push(report)
      }
      expect(reports.map(({ encoding }) => encoding)).toEqual([null, null, 'GB18030'])
      // All fields of all rows are alike in the three, or the second and third would update.
      expect(
        reports.map(({ accepted, updated, unchanged, rejected }) => [accepted, updated, unchanged, rejected]),
      ).toEqual([
        [2_919, 0, 0, 0],
        [0, 0, 2_919, 0],
        [0, 0, 2_919, 0],
      ])
      expect(await readNames(database)).toEqual(expected)
      expect(await desk.records('institution', '4111010001')).toMatchObject([
        { name_zh: '北京大学', country: 'CN', region: '北京市', level: '本科' },
      ])
      expect(
        await desk.import(realFile(`${FOLDER}/W020250627301230143042.xls`), 'institution', {
          mapping: 'moe-institution',
        }),
      ).toMatchObject({ accepted: 248 })
    })
  })
})
