import { describe, expect, test } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'
import { readRaw, realFile, whySkipped } from '../support/real-data.ts'

const FILE = 'worldskills-2007-2011/wsc_results_skills01-04.csv'

describe.skipIf(whySkipped)('WorldSkills 2007 to 2011', () => {
  onOneDatabase((_name, open) => {
    test('a team is one competitor, both spellings of the medallion are one, and the scale of 500 is kept', async () => {
      const raw = readRaw(FILE)
      const competitors = new Map(
        raw.map((row) => [`${row['year']} ${row['skill_number']} ${row['country_iso']}`, row]),
      )
      const medals = (wanted: RegExp) => [...competitors.values()].filter((row) => wanted.test(row['medal']!)).length
      const desk = await openDeskWithCollege(await open())
      const report = await desk.import(realFile(FILE), 'competition-result', {
        mapping: 'worldskills-competition-result',
      })
      expect(report).toMatchObject({
        accepted: competitors.size,
        rejected: 0,
        rowsRead: 145,
        rowsMerged: 145 - competitors.size,
      })

      const records = await desk.records('competition-result')
      const count = (medal: string) => records.filter((record) => record['medal'] === medal).length
      expect([count('gold'), count('silver'), count('bronze'), count('medallion')]).toEqual([
        medals(/^GOLD/),
        medals(/^SILVER/),
        medals(/^BRONZE/),
        medals(/^Medallion/i),
      ])
      expect(
        records.every(
          (record) => record['scale'] === '500' && (record['team'] === null) !== (record['person'] === null),
        ),
      ).toBe(true)
      const points = [...competitors.values()].reduce((sum, row) => sum + Number(row['score']), 0)
      expect(records.reduce((sum, record) => sum + Number(record['score']), 0)).toBe(points * 100)
      expect(records.filter((record) => record['team'] !== null)).toHaveLength(
        [...competitors.values()].filter((row) => ['03', '04'].includes(row['skill_number']!)).length,
      )
    })
  })
})
