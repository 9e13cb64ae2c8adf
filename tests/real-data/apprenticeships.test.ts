import { describe, expect, test } from 'vitest'
import { findInstitution } from '@causeway/server/records/institutions'
import { onOneDatabase } from '../support/databases.ts'
import { openImportDesk } from '../support/import-desk.ts'
import { readRaw, realFile, whySkipped } from '../support/real-data.ts'

const FILE = 'dfe-apprenticeships-provider/provider_breakdowns_0.csv.gz'

describe.skipIf(whySkipped)("England's apprenticeships by provider", () => {
  onOneDatabase((_name, open) => {
    test('1,602 providers in one file, their enrolments added up as headcounts by year and level', async () => {
      const raw = readRaw(FILE)
      const totals = new Map<string, number>()
      const ids = new Set<string>()
      for (const row of raw) {
        const id = /\((\d+)\)$/.exec(row['provider_name']!)![1]!
        ids.add(id)
        const key = `${id} ${row['year']!.slice(0, 4)}-08-01 ${row['apps_Level']!.startsWith('Higher') ? 'higher' : 'secondary'}`
        totals.set(key, (totals.get(key) ?? 0) + Number(row['enrolments']))
      }
      expect(raw).toHaveLength(237_056)

      const database = await open()
      const desk = await openImportDesk(database)
      expect(await desk.import(realFile(FILE), 'institution', { mapping: 'dfe-institution' })).toMatchObject({
        accepted: ids.size,
        rejected: 0,
      })
      const report = await desk.import(realFile(FILE), 'enrolment', {
        institution: undefined,
        mapping: 'dfe-enrolment',
      })
      expect(report).toMatchObject({
        accepted: totals.size,
        rejected: 0,
        rowsRead: 237_056,
        rowsMerged: 237_056 - totals.size,
      })

      let sum = 0
      for (const id of ids) {
        for (const record of await desk.records('enrolment', id)) {
          const key = `${id} ${record['start']} ${record['level']}`
          expect(record['headcount'], key).toBe(totals.get(key))
          sum += Number(record['headcount'])
          expect(record['end'], key).toBe(
            record['start'] === '2025-08-01'
              ? '2026-04-30'
              : `${Number(String(record['start']).slice(0, 4)) + 1}-07-31`,
          )
        }
      }
      expect(sum).toBe(raw.reduce((all, row) => all + Number(row['enrolments']), 0))
      // A provider that changed its name has the last one; the year begins in August; the last year is partial.
      expect(await findInstitution(database, '10007455')).toMatchObject({
        name: { en: 'CAPITAL CITY COLLEGE GROUP' },
        country: 'GB',
        schoolYearStart: '08-01',
        dataDate: '2026-04-30',
      })
    })
  })
})
