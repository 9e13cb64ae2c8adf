import { describe, expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { bearer, openCollege } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { openWithStays } from '../support/stays-college.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'

const CHANGES = `query ($year: Int) { institution { changes(year: $year, first: 20) {
  indicator { code } before { value } after { value } difference better sentence(locale: ZH) english: sentence
  reason(locale: ZH) dimension { id } parts { cause category { key } value isNew } } } }`

/** Ten stays to Thailand a year, and fifteen more to Laos in the second: enough people of each to be shown. */
async function openWithCountries(database: Database) {
  const college = await openCollege(database)
  await putInstitution(database, 'X', '2023-09-30')
  const stays = (name: string, count: number, country: string, year: number) =>
    Array.from({ length: count }, (_, n) => ({
      ...{ person: `${name}${n}`, direction: 'out', audience: 'student', purpose: n % 2 === 0 ? 'study' : 'practice' },
      ...{ country, start: `${year}-10-01`, end: `${year}-10-20` },
    }))
  const rows = [...stays('A', 10, 'TH', 2021), ...stays('B', 12, 'TH', 2022), ...stays('C', 15, 'LA', 2022)]
  await putRecords(database, 'mobility', 'X', rows, { dataDate: '2023-09-30' })
  return college
}

interface Said {
  indicator: { code: string; kind: string }
  difference: number
  better: boolean | null
  reason: string | null
}

const SIDES = `query ($first: Int) { institution(code: "X") { changes(year: 2022, first: $first) {
  indicator { code kind } difference better reason(locale: ZH) } } }`

const REASON = `query ($id: ID!, $filter: [DimensionFilter!]) { indicator(id: $id) { series(institution: "X", from: 2021, to: 2022, filter: $filter) {
  change(year: 2022) { difference better sentence(locale: ZH) reason(locale: ZH) dimension { id } } } } }`

/** More students go out, to Laos; fewer teachers come; of few candidates fewer pass. */
async function openWithBothWays(database: Database) {
  const college = await openCollege(database)
  await putInstitution(database, 'X', '2023-09-30')
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

onOneDatabase((_name, open) => {
  describe('what a page opens with', () => {
    it('without a code the institution is the one of the token, else one of one’s own, else the first', async () => {
      const { college, token } = await openWithStays(await open())
      const { database } = college.causeway
      await putInstitution(database, 'A', '2024-03-01')
      const code = async (headers = {}) => (await college.as(headers)('{ institution { code } }')).data.institution.code
      expect(await code(bearer(token))).toBe('X')
      expect(await code()).toBe('A')
      expect((await college.ask('{ institution(code: "X") { code } }')).data.institution.code).toBe('X')
    })

    it('where there is no institution at all it is null and no fault', async () => {
      const college = await openCollege(await open())
      expect(await college.ask('{ institution { code } }')).toMatchObject({ data: { institution: null } })
    })

    it('pages open on the last school year that was complete on the data date', async () => {
      const { college } = await openWithStays(await open())
      const { data } = await college.ask('{ institution(code: "X") { openingYear } }')
      expect(data.institution.openingYear).toBe(2022)
    })

    it('several series come in one answer, each as asked alone, over the decade or the years asked for', async () => {
      const { college, token } = await openWithStays(await open())
      const ask = (args: string) =>
        college.as(bearer(token))(
          `{ institution(code: "X") { series(${args}) { indicator { code } figures { period { year } value } } } }`,
        )
      const [decade] = (await ask('of: ["IN17"]')).data.institution.series
      expect(decade.figures.map(({ period }: { period: { year: number } }) => period.year)).toEqual([
        ...Array.from({ length: 10 }, (_, at) => 2014 + at),
      ])
      const two = (await ask('of: ["IN17", "IN18"], year: 2022, years: 2')).data.institution.series
      expect(two.map(({ indicator }: { indicator: { code: string } }) => indicator.code)).toEqual(['IN17', 'IN18'])
      expect(two[0].figures).toEqual([
        { period: { year: 2021 }, value: 4 },
        { period: { year: 2022 }, value: 6 },
      ])
      const filtered = await ask(
        'theme: STANDARDS, year: 2022, years: 1, filter: [{ dimension: "purpose", in: ["study"] }]',
      )
      expect(filtered.data.institution.series).toEqual([])
    })

    it('judged are those that a rule or a plan asks something of', async () => {
      const { college, token, put } = await openWithStays(await open())
      await put([{ indicator: 'IN17', year: 2022, value: 8 }])
      const { data } = await college.as(bearer(token))(
        '{ institution(code: "X") { series(judged: true, years: 1) { indicator { code } } } }',
      )
      const codes = data.institution.series.map(({ indicator }: { indicator: { code: string } }) => indicator.code)
      expect(codes).toEqual(['IN04', 'IN05', 'IN06', 'IN07', 'IN17'])
    })
  })

  describe('the largest changes of a year', () => {
    it('are said with what moved most and parts that add up, to the public the difference alone', async () => {
      const college = await openWithCountries(await open())
      const me = bearer(await college.tokenFor('reader', 'X'))
      for (const headers of [{}, me]) {
        const { data, errors, status } = await college.ask(CHANGES, { year: 2022 }, headers)
        expect(status).toBe(200)
        expect(errors).toBeUndefined()
        const stays = data.institution.changes.find(
          ({ indicator }: { indicator: { code: string } }) => indicator.code === 'IN17',
        )
        expect(stays).toMatchObject({
          ...{ before: { value: 10 }, after: { value: 27 }, difference: 17, better: true },
          ...{ sentence: '由10人次增至27人次', english: 'up from 10 stays to 27 stays' },
          ...(headers === me
            ? { reason: '其中老挝新增15人次', dimension: { id: 'country' } }
            : { reason: null, dimension: null, parts: [] }),
        })
        if (headers !== me) continue
        expect(stays.parts).toContainEqual({ cause: 'CAME', category: { key: 'LA' }, value: 15, isNew: true })
        const sum = stays.parts.reduce((all: number, { value }: { value: number }) => all + value, 0)
        expect(sum).toBe(17)
      }
    })

    it('are none of a year that is not over, and none where the year before has no figure', async () => {
      const college = await openWithCountries(await open())
      expect((await college.ask(CHANGES, { year: 2023 })).data.institution.changes).toEqual([])
      const first = (await college.ask(CHANGES, { year: 2021 })).data.institution.changes
      expect(first.map(({ indicator }: { indicator: { code: string } }) => indicator.code)).not.toContain('IN17')
    })

    it('never say anything of what is hidden', async () => {
      const { college, token } = await openWithStays(await open())
      // Four and six people: shown to anyone who may see exact figures, and to nobody else.
      const asked = async (headers = {}) =>
        (await college.ask(CHANGES, { year: 2022 }, headers)).data.institution.changes.map(
          ({ indicator }: { indicator: { code: string } }) => indicator.code,
        )
      expect(await asked(bearer(token))).toContain('IN17')
      expect(await asked()).not.toContain('IN17')
    })
  })

  describe('the largest changes', () => {
    it('are those for the better first, then those for the worse, and no rate of few', async () => {
      const college = await openWithBothWays(await open())
      const said = async (first: number): Promise<Said[]> => {
        const { status, data } = await college.ask(SIDES, { first })
        expect(status).toBe(200)
        return data.institution.changes
      }
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
      const me = bearer(await college.tokenFor('reader', 'X'))
      const asked = async (id: string, filter: object[] | null = null, headers: Record<string, string> = me) =>
        (await college.ask(REASON, { id, filter }, headers)).data.indicator.series.change
      expect(await asked('IN17')).toEqual({
        ...{ difference: 17, better: true, sentence: '由10人次增至27人次' },
        ...{ reason: '其中老挝新增15人次', dimension: { id: 'country' } },
      })
      const narrowed = [{ dimension: 'country', in: ['TH'] }]
      expect(await asked('IN17', narrowed)).toMatchObject({ difference: 2, reason: '其中泰国增加2人次' })
      expect(await asked('IN17', narrowed, {})).toMatchObject({ difference: 2, reason: null })
      expect(await asked('SK05')).toMatchObject({
        better: null,
        reason: '分子由10变为5，使数值降低33.33个百分点。',
      })
    })
  })
})
