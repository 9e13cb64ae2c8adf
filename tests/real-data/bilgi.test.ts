import { describe, expect, test } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'
import { readRaw, realFile, whySkipped } from '../support/real-data.ts'

const FILE = 'bilgi-erasmus-outbound-2024/placements_no_ids.csv'

describe.skipIf(whySkipped)('placements of a Turkish university', () => {
  onOneDatabase((_name, open) => {
    test('every school that is named is one partner, and participants are counted, not applicants', async () => {
      const raw = readRaw(FILE)
      const named = raw.filter((row) => row['partner_erasmus_code'] !== '-')
      const accepted = raw.filter((row) => row['sonuc']!.startsWith('Kabul'))
      const desk = await openDeskWithCollege(await open())
      const partners = await desk.import(realFile(FILE), 'partner', { mapping: 'bilgi-partner' })
      expect(partners).toMatchObject({
        accepted: new Set(named.map((row) => row['partner_erasmus_code'])).size,
        rejected: 0,
        warnings: [],
      })
      const stays = await desk.import(realFile(FILE), 'mobility', { mapping: 'bilgi-mobility' })
      expect(accepted).toHaveLength(282)
      expect(stays).toMatchObject({ accepted: 282, rejected: 0, rowsLeftOut: raw.length - 282 })

      const records = await desk.records('mobility')
      const count = (country: string) => records.filter((record) => record['country'] === country).length
      for (const [turkish, code] of [
        ['Almanya', 'DE'],
        ['İspanya', 'ES'],
        ['Çek Cumhuriyeti', 'CZ'],
        ['Hollanda', 'NL'],
      ]) {
        expect(count(code!), turkish).toBe(accepted.filter((row) => row['ulke'] === turkish).length)
      }
      const ending = (day: string) => records.filter((record) => record['end'] === day).length
      expect(ending('2025-01-31')).toBe(accepted.filter((row) => /Güz$|Güz döneminde/.test(row['donem']!)).length)
      expect(
        records.filter((record) => record['start'] === '2024-09-01' && record['end'] === '2025-06-30'),
      ).toHaveLength(accepted.filter((row) => row['donem']!.includes('Güz-Bahar')).length)
      expect(new Set(records.map((record) => record['person'])).size).toBe(282)
      expect(await desk.import(realFile(FILE), 'mobility', { mapping: 'bilgi-mobility' })).toMatchObject({
        batch: null,
        unchanged: 282,
      })
    })
  })
})
