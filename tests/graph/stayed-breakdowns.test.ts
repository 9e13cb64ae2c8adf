import { Workbook } from '@cj-tech-master/excelts'
import { expect } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { createRelease, publishRelease, withdrawRelease } from '@causeway/server/desk/releases/make-release'
import { readSeries } from '@causeway/server/figures/read-series'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase, onOneDatabase, test } from '../support/databases.ts'
import { putRecords, type Values } from '../support/put-records.ts'
import { learners, make, openReleasing } from '../support/releasing-college.ts'

onOneDatabase(() => {
  test('where fewer than ten came or left since the release before, the breakdown stays as it was and says so; the whole moves', async (database) => {
    const college = await openReleasing(database)
    const seen = async (more = '') => {
      const { data } = await college.ask(
        `{ indicator(id: "EX02") { series(institution: "X", from: 2023, to: 2023${more}) { stayed(locale: EN) figures { category { key } value } } } }`,
      )
      const { stayed, figures } = data.indicator.series
      const values = figures.map((one: { category: { key: string } | null; value: number }) => [
        one.category?.key ?? 'all',
        one.value,
      ])
      return { stayed, values: Object.fromEntries(values) }
    }
    const bring = (from: number, to: number) => putRecords(database, 'enrolment', 'X', learners(from, to, 'VN'))
    const byCountry = ', by: "country"'
    const first = { KZ: 30, VN: 30 }
    await make(college, 'first')
    expect(await seen(byCountry)).toEqual({ stayed: null, values: first })
    await bring(100, 101)
    await make(college, 'second')
    await bring(101, 109)
    await make(college, 'third')
    // One and eight more: each step and both together are fewer than ten.
    expect((await seen()).values).toEqual({ all: 69 })
    expect(await seen(byCountry)).toMatchObject({ stayed: expect.stringContaining('(release first)'), values: first })
    expect((await seen(', filter: [{ dimension: "country", in: ["VN"] }]')).values).toEqual({ all: 30 })
    await bring(109, 110)
    // As a draft is shown to those who look it over.
    const draft = async (name: string) => {
      await createRelease(college.causeway, OPERATOR, { institution: 'X', name })
      const asked = { indicator: 'EX02', institution: 'X', from: 2023, to: 2023, by: 'country', release: name }
      return readSeries(college.causeway, OPERATOR, { ...asked, profile: 'PUBLIC' })
    }
    expect((await draft('fourth')).stayed).toBeUndefined()
    await publishRelease(college.causeway, OPERATOR, { institution: 'X', release: 'fourth' })
    expect(await seen(byCountry)).toEqual({ stayed: null, values: { KZ: 30, VN: 40 } })
    await bring(110, 112)
    expect((await draft('fifth')).stayed).toEqual([{ year: 2023, release: 'fourth' }])
    // What came out before is as it was.
    expect(await seen(`${byCountry}, release: "second"`)).toMatchObject({ values: first })
  })

  test('what was withdrawn is not shown again, and a breakdown that could be taken from it is hidden and says why', async (database) => {
    const college = await openReleasing(database)
    const seen = async (from = 2023, more = '') => {
      const { data } = await college.ask(
        `{ indicator(id: "EX02") { series(institution: "X", from: ${from}, to: 2023 ${more}) {
          stayed(locale: EN) figures { category { key } period { year } value gap } } } }`,
      )
      const { stayed, figures } = data.indicator.series
      const cells = figures.map(
        (one: { category: { key: string } | null; period: { year: number }; value: number }) => [
          `${one.period.year} ${one.category?.key ?? 'all'}`,
          one.value,
        ],
      )
      return { stayed, cells: Object.fromEntries(cells) }
    }
    const byCountry = 'by: "country"'
    const bring = (from: number, to: number, nationality: string) =>
      putRecords(database, 'enrolment', 'X', learners(from, to, nationality))
    const withdraw = (release: string) =>
      withdrawRelease(college.causeway, OPERATOR, { institution: 'X', release, reason: '数据有误' })
    await make(college, 'first')
    await bring(100, 120, 'VN')
    await make(college, 'second')
    await withdraw('second')
    // The same again is what those who read it know already.
    await make(college, 'again')
    expect(await seen(2023, byCountry)).toEqual({ stayed: null, cells: { '2023 KZ': 30, '2023 VN': 50 } })
    await withdraw('again')
    // One comes, of a country that nobody was of.
    await bring(120, 121, 'TH')
    await make(college, 'third')
    const why = 'a release that was withdrawn, and who read that could tell who they are: 2023/24'
    expect(await seen(2023)).toEqual({ stayed: null, cells: { '2023 all': 81 } })
    expect(await seen(2023, byCountry)).toEqual({
      stayed: expect.stringContaining(why) as string,
      cells: { '2023 all': null },
    })
    // Beside a year that has breakdowns its categories are those of that year.
    expect(await seen(2022, byCountry)).toEqual({
      stayed: expect.stringContaining(why) as string,
      cells: { '2022 LA': 40, '2023 LA': null },
    })
    for (const country of ['VN', 'TH', 'BR'])
      expect((await seen(2023, `filter: [{ dimension: "country", in: ["${country}"] }]`)).cells).toEqual({
        '2023 all': null,
      })
    const read = async (address: string) => {
      const asked = `http://causeway.test/${address}?institution=X&from=2023&to=2023&by=country&lang=en`
      return (await college.app.fetch(new Request(asked))).text()
    }
    const { stayed, release, figures } = JSON.parse(await read('i/EX02.json'))
    expect({ stayed, release }).toEqual({ stayed: [{ year: 2023, release: null }], release: 'third' })
    expect(figures[0].reason).toContain('since a release that was withdrawn')
    expect(await read('i/EX02.csv')).toContain('since a release that was withdrawn')
    expect(await read('embed/EX02')).toContain(why)
    const workbook = new Workbook()
    const address = 'http://causeway.test/i/EX02.xlsx?institution=X&from=2023&to=2023&by=country&lang=en'
    await workbook.xlsx.load(await (await college.app.fetch(new Request(address))).arrayBuffer())
    for (const sheet of workbook.worksheets) expect(JSON.stringify(sheet.getSheetValues())).toContain(why)
    // An earlier one is as it was, and ten more are shown.
    expect((await seen(2023, `${byCountry}, release: "first"`)).cells).toEqual({ '2023 KZ': 30, '2023 VN': 30 })
    await bring(121, 131, 'TH')
    await make(college, 'fourth')
    expect(await seen(2023, byCountry)).toEqual({
      stayed: null,
      cells: { '2023 KZ': 30, '2023 TH': 11, '2023 VN': 50 },
    })
  })

  test('a breakdown that goes back to nearly one that was public before the last stays, too', async (database) => {
    const college = await openReleasing(database)
    const seen = async () => {
      const asked = '/i/EX02.csv?institution=X&from=2023&to=2023&by=country'
      const text = await (await college.app.fetch(new Request(`http://causeway.test${asked}`))).text()
      const [heads, ...rows] = text
        .trim()
        .split('\n')
        .map((line) => line.trim().split(','))
      const at = ['category', 'value', 'stayed'].map((name) => heads!.indexOf(name))
      return rows.map((row) => at.map((place) => row[place]).join(' '))
    }
    await make(college, 'first')
    const { batch } = await putRecords(database, 'enrolment', 'X', learners(100, 120, 'VN'))
    await make(college, 'second')
    await revertBatch(database, batch!)
    await putRecords(database, 'enrolment', 'X', learners(200, 201, 'VN'))
    await make(college, 'third')
    expect(await seen()).toEqual(['KZ 30 second', 'VN 50 second'])
    // What was answered before is not given again.
    await withdrawRelease(college.causeway, OPERATOR, { institution: 'X', release: 'second', reason: '数据有误' })
    expect(await seen()).toEqual(['  '])
  })
})

forEachDatabase(() => {
  test('one enrolment between two releases changes no breakdown of things that are counted in enrolments', async (database) => {
    const codes = ['EX02', 'EX03', 'EX06']
    const college = await openReleasing(database, codes)
    const person = (at: number, more: Values) => ({
      ...{ person: `N${at}`, kind: 'degree', start: '2023-09-01', end: '2024-07-01', nationality: 'VN', sex: 'male' },
      ...{ programme: 'OLD', level: 'diploma', funding: 'self', ...more },
    })
    const programmes = ['OLD', 'NEW'].map((code) => ({ code, name_zh: code, name_en: code, kind: 'ordinary' }))
    await putRecords(database, 'programme', 'X', programmes)
    await putRecords(
      database,
      'enrolment',
      'X',
      Array.from({ length: 20 }, (_, at) => person(at, {})),
    )
    const dimensions = ['country', 'continent', 'bloc', 'programme', 'level', 'sex', 'funding']
    const breakdowns = async () => {
      const found: Record<string, unknown> = {}
      for (const code of codes)
        for (const by of dimensions) {
          const asked = `institution=X&from=2022&to=2023&by=${by}`
          const read = async (format: string) =>
            (await college.app.fetch(new Request(`http://causeway.test/i/${code}.${format}?${asked}`))).text()
          const { figures } = JSON.parse(await read('json')) as { figures: { explanation: unknown }[] }
          found[`${code} ${by}`] = figures.map((figure) => ({ ...figure, explanation: null, computedAt: null }))
        }
      return found
    }
    const whole = async (code: string) => {
      const { data } = await college.ask(
        `{ indicator(id: "${code}") { series(institution: "X", from: 2023, to: 2023) { figures { value } } } }`,
      )
      return data.indicator.series.figures[0].value as number
    }
    const one = { nationality: 'MN', sex: 'female', programme: 'NEW', level: 'bachelor', funding: 'government' }
    await make(college, 'first')
    const before = await breakdowns()
    expect(await Promise.all(codes.map(whole))).toEqual([80, 1, 2])
    await putRecords(database, 'enrolment', 'X', [person(100, one)])
    await make(college, 'second')
    expect(await breakdowns()).toEqual(before)
    // Wholes are of the release itself, as those of persons are.
    expect(await Promise.all(codes.map(whole))).toEqual([81, 2, 3])
    const rest = Array.from({ length: 9 }, (_, at) => person(101 + at, one))
    await putRecords(database, 'enrolment', 'X', rest)
    await make(college, 'third')
    const after = await breakdowns()
    for (const name of ['EX02 sex', 'EX03 sex', 'EX06 country']) expect(after[name]).not.toEqual(before[name])
  })
})
