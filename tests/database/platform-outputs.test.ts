import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import type { Causeway } from '@causeway/server/figures/causeway'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { readOutputs, sumOf } from '@causeway/server/answers/platforms/outputs'
import { listPlatforms, runsOn } from '@causeway/server/answers/platforms/platform'
import { forEachDatabase } from '../support/databases.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { putRecords } from '../support/put-records.ts'

const X: Place = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 1 }
const Y: Place = { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.5 }

forEachDatabase((_name, open) => {
  test('what each platform produced adds up to the numerator of outputs per platform, over random records', async () => {
    let compared = 0
    let uncounted = 0
    for (const [place, seed] of [
      [X, '3'],
      [Y, '4'],
    ] as const) {
      const database = await open()
      for (const { type, institution, rows, dataDate } of makeBatches(seed, place))
        await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
      const causeway: Causeway = { database, indicators: CATALOGUE, publicReading: true }
      const { institution } = place
      const page = await listPlatforms(database, { institution, on: place.dataDate, first: 500, after: null })
      const platforms = page.platforms.map(({ code }) => code)
      expect(platforms.length).toBeGreaterThan(5)
      for (const basis of ['SCHOOL_YEAR', 'CALENDAR_YEAR'] as const) {
        const years = { from: 2018, to: 2024 }
        const outputs = await readOutputs(causeway, { institution, basis, ...years, platforms })
        const asked = { indicator: 'PF09', institution, basis, ...years }
        const { figures } = await readSeries(causeway, OPERATOR, { ...asked, by: 'platform' })
        for (const platform of page.platforms)
          for (const one of outputs.get(platform.code)!) {
            const figure = figures.find((it) => it.period.year === one.period.year && it.category === platform.code)
            const isCounted = one.day !== null && runsOn(platform, one.day)
            expect(figure !== undefined && figure.value !== null, `${platform.code} ${one.period.year}`).toBe(isCounted)
            if (isCounted) expect(sumOf(one) ?? 0, `${platform.code} ${one.period.year}`).toBe(figure!.numerator)
            if (isCounted && figure!.numerator! > 0) compared++
            if (!isCounted && (sumOf(one) ?? 0) > 0) uncounted++
          }
      }
    }
    expect(compared).toBeGreaterThan(50)
    expect(uncounted).toBeGreaterThan(0)
  })
})
