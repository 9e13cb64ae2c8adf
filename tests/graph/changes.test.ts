import { describe, expect, it } from 'vitest'
import { openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'

interface Said {
  indicator: { code: string; kind: string }
  difference: number
  better: boolean | null
  reason: string | null
}

const CHANGES = `query ($first: Int) { institution(code: "X") { changes(year: 2022, first: $first) {
  indicator { code kind } difference better reason(locale: ZH) } } }`

const REASON = `query ($id: ID!, $filter: [DimensionFilter!]) { indicator(id: $id) { series(institution: "X", from: 2021, to: 2022, filter: $filter) {
  change(year: 2022) { difference better sentence(locale: ZH) reason(locale: ZH) dimension { id } } } } }`

/** More students go out, to Laos; fewer teachers come; of few candidates fewer pass. */
async function openWithBothWays(...[database]: Parameters<typeof openCollege>) {
  const college = await openCollege(database)
  const institution = [{ code: 'X', name_zh: '甲学院', name_en: 'College X', country: 'CN' }]
  await putRecords(database, 'institution', null, institution, { dataDate: '2023-09-30' })
  const stays = (name: string, count: number, year: number, more: Record<string, string>) =>
    Array.from({ length: count }, (_, n) => ({
      ...{ person: `${name}${n}`, start: `${year}-10-01`, end: `${year}-10-20` },
      ...more,
    }))
  const out = { direction: 'out', audience: 'student', purpose: 'study' }
  const visiting = { direction: 'in', audience: 'staff', purpose: 'visiting-scholar' }
  await putRecords(database, 'mobility', 'X', [
    ...stays('A', 10, 2021, { ...out, country: 'TH' }),
    ...stays('B', 12, 2022, { ...out, country: 'TH' }),
    ...stays('C', 15, 2022, { ...out, country: 'LA' }),
    ...stays('D', 20, 2021, { ...visiting, country: 'RU' }),
    ...stays('E', 10, 2022, { ...visiting, country: 'RU' }),
  ])
  const results = (year: number, passed: number) =>
    Array.from({ length: 15 }, (_, n) => ({
      ...{ person: `S${year}${n}`, instrument: 'X 种植', certificate_level: 'junior', phase: 'final', attempt: 1 },
      ...{ date: `${year}-11-01`, raw: 50, max: 100, passed: n < passed ? 1 : 0 },
    }))
  await putRecords(database, 'assessment-result', 'X', [...results(2021, 10), ...results(2022, 5)], {
    dataDate: '2023-09-30',
  })
  return college
}

forEachDatabase((_name, open) => {
  describe('the largest changes', () => {
    it('are those for the better first, then those for the worse, and no rate of few', async () => {
      const college = await openWithBothWays(await open())
      const said = async (first: number): Promise<Said[]> =>
        (await college.ask(CHANGES, { first })).data.institution.changes
      const six = await said(6)
      const sides = six.map(({ better }) => better)
      expect(sides).toEqual(sides.toSorted((a, b) => Number(b) - Number(a)))
      expect(sides.filter((better) => better).length).toBeLessThanOrEqual(3)
      expect(sides.filter((better) => !better).length).toBeLessThanOrEqual(3)
      for (const { better, difference } of six) expect(better).toBe(difference > 0)
      expect(sides).toContain(true)
      expect(sides).toContain(false)
      // A pass rate that fell from ten of fifteen to five of fifteen is given by its counts, and by no verdict.
      const all = await said(20)
      expect(all.map(({ indicator }) => indicator.code)).not.toContain('SK05')
      expect(all.map(({ reason }) => reason ?? '').join('\n')).not.toMatch(/记录由|counted from/)
    })

    it('have their reason where the figure itself is asked for too', async () => {
      const college = await openWithBothWays(await open())
      const asked = async (id: string, filter: object[] | null = null) =>
        (await college.ask(REASON, { id, filter })).data.indicator.series.change
      expect(await asked('IN17')).toEqual({
        ...{ difference: 17, better: true, sentence: '由10人次增至27人次' },
        ...{ reason: '其中老挝新增15人次', dimension: { id: 'country' } },
      })
      // Narrowed to one country the public cannot break down any more: then there is no reason, and no error.
      const narrowed = await asked('IN17', [{ dimension: 'country', in: ['TH'] }])
      expect(narrowed).toMatchObject({ difference: 2, reason: null })
      expect(await asked('SK05')).toMatchObject({ better: null, reason: '上年 10/15，本年 5/15' })
    })
  })
})
