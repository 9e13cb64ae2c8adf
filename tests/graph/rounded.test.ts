import { expect } from 'vitest'
import type { Series } from '@causeway/shared/series'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { createApp } from '@causeway/server/outlets/http/app'
import { bearer, type College } from '../support/college.ts'
import { forEachDatabase, test } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'
import { learners, make, openReleasing } from '../support/releasing-college.ts'

type Figure = Series['figures'][number] & { category: { key: string } | null }

/** The same college, of a server that rounds, or that does not. */
function served({ causeway }: College, more: object) {
  const given = { ...causeway, ...more }
  const app = createApp(given, { webRoot: null, log: () => {} })
  const get = async (path: string, headers = {}) =>
    app.fetch(new Request(`http://causeway.test${path}`, { headers })).then((response) => response.text())
  const json = async (path: string, headers = {}) => JSON.parse(await get(path, headers)) as SeriesJson
  return { causeway: given, get, json, close: () => app.close() }
}

interface SeriesJson {
  roundedTo: number | null
  release: string | null
  figures: Figure[]
}

const ADDRESS = '/i/EX02.json?institution=X&from=2022&to=2023'
const SAID =
  '{ indicator(id: "EX02") { series(institution: "X", from: 2023, to: 2023) { rounded(locale: ZH) figures { value } } } }'

const valuesOf = ({ figures }: SeriesJson) =>
  figures.map(({ period, category, value, gap }) => `${period.year} ${category?.key ?? 'all'} ${value ?? gap}`)

forEachDatabase(() => {
  test('the public reads rounded numbers, and why; who may see exact ones does not', async (database) => {
    const college = await openReleasing(database)
    await putRecords(college.causeway.database, 'enrolment', 'X', learners(100, 103, 'TH'))
    const rounding = served(college, { publicReleases: false, isRounded: true })
    const reader = bearer(await college.tokenFor('reader'))
    try {
      expect(valuesOf(await rounding.json(`${ADDRESS}&by=country`))).toEqual([
        ...['2022 KZ 0', '2022 LA 40', '2022 TH 0', '2022 VN 0'],
        ...['2023 KZ 30', '2023 LA 0', '2023 TH 5', '2023 VN 30'],
      ])
      expect(await rounding.json(ADDRESS)).toMatchObject({ roundedTo: 5, figures: [{ value: 40 }, { value: 65 }] })
      const exact = await rounding.json(`${ADDRESS}&by=country`, reader)
      expect(exact.roundedTo).toBeNull()
      expect(valuesOf(exact)).toContain('2023 TH 3')
      expect(await rounding.get(ADDRESS.replace('json', 'csv'))).toMatch(/,rounded_to\r?\n(.*,5\r?\n){2}$/)
      expect(await rounding.get(ADDRESS.replace('json', 'csv'), reader)).not.toContain('rounded_to')
      const said = await rounding.get(`/graphql?query=${encodeURIComponent(SAID)}`)
      expect(said).toContain('人数取为 5 的倍数')
      expect(await rounding.get(`/graphql?query=${encodeURIComponent(SAID)}`, reader)).toContain('"rounded":null')
      const hiding = served(college, { publicReleases: false })
      // What one server keeps is nothing that another answers with.
      expect(valuesOf(await hiding.json(`${ADDRESS}&by=country`))).toContain('2023 TH SUPPRESSED')
      expect(valuesOf(await rounding.json(`${ADDRESS}&by=country`))).toContain('2023 TH 5')
      await hiding.close()
    } finally {
      await rounding.close()
      await settleKeeping(college.causeway.database)
    }
  })

  test('a release stays as it was made, whatever the setting is later', async (database) => {
    const college = await openReleasing(database)
    await putRecords(college.causeway.database, 'enrolment', 'X', learners(100, 103, 'TH'))
    const [rounding, hiding] = [served(college, { isRounded: true }), served(college, {})]
    try {
      await make({ ...college, causeway: rounding.causeway }, 'rounded')
      expect(await hiding.json(ADDRESS)).toMatchObject({
        release: 'rounded',
        roundedTo: 5,
        figures: [{ value: 40 }, { value: 65 }],
      })
      await putRecords(college.causeway.database, 'enrolment', 'X', learners(103, 140, 'TH'))
      await make({ ...college, causeway: hiding.causeway }, 'exact')
      expect(await rounding.json(ADDRESS)).toMatchObject({
        release: 'exact',
        roundedTo: null,
        figures: [{ value: 40 }, { value: 100 }],
      })
      await putRecords(college.causeway.database, 'enrolment', 'X', learners(140, 161, 'RU'))
      await make({ ...college, causeway: rounding.causeway }, 'again')
      expect(await hiding.json(ADDRESS)).toMatchObject({
        release: 'again',
        roundedTo: 5,
        figures: [{ value: 40 }, { value: 120 }],
      })
    } finally {
      await rounding.close()
      await hiding.close()
    }
  })
})
