import { expect } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { onOneDatabase, test } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'
import { seenByPublic } from '../support/seen-by-public.ts'

/** Learners at a Luban Workshop: so many women and men began in each year. */
async function putWorkshop(database: Database, begun: Record<number, { female: number; male: number }>): Promise<void> {
  await putInstitution(database, 'X', '2024-08-31')
  await putRecords(database, 'overseas-site', 'X', [
    { code: 'W', name_en: 'Workshop', type: 'workshop', brand: 'luban', country: 'TH', opened_on: '2019-01-01' },
  ])
  await putRecords(database, 'programme', 'X', [{ code: 'P', name_en: 'P', kind: 'ordinary', site: 'W' }])
  const rows = Object.entries(begun).flatMap(([year, of]) =>
    (['female', 'male'] as const).flatMap((sex) =>
      Array.from({ length: of[sex] }, (_, n): Values => ({
        person: `${year}-${sex}-${n}`,
        ...{ programme: 'P', site: 'W', kind: 'overseas', level: 'higher', nationality: 'TH', sex },
        ...{ start: `${year}-10-01`, end: '2024-07-01' },
      })),
    ),
  )
  await putRecords(database, 'enrolment', 'X', rows)
}

/** Learners at Luban Workshops in several countries: so many began in each year. */
async function putWorkshops(database: Database, begun: Record<number, Record<string, number>>): Promise<void> {
  await putInstitution(database, 'X', '2024-08-31')
  const countries = [...new Set(Object.values(begun).flatMap((of) => Object.keys(of)))]
  await putRecords(
    database,
    'overseas-site',
    'X',
    countries.map((country) => ({
      ...{ code: `W${country}`, name_en: country, type: 'workshop', brand: 'luban', country, opened_on: '2019-01-01' },
    })),
  )
  await putRecords(
    database,
    'programme',
    'X',
    countries.map((country) => ({ code: `P${country}`, name_en: country, kind: 'ordinary', site: `W${country}` })),
  )
  const rows = Object.entries(begun).flatMap(([year, of]) =>
    Object.entries(of).flatMap(([country, persons]) =>
      Array.from({ length: persons }, (_, n): Values => ({
        person: `${year}-${country}-${n}`,
        ...{ programme: `P${country}`, site: `W${country}`, kind: 'overseas', level: 'higher', nationality: country },
        ...{ start: `${year}-10-01`, end: '2024-07-01' },
      })),
    ),
  )
  await putRecords(database, 'enrolment', 'X', rows)
}

const WORKSHOP = 'workshop-qualification-learners'

onOneDatabase(() => {
  test('few who came since a year that is shown are hidden, and with them those who came beside them', async (database) => {
    await putWorkshop(database, {
      2020: { female: 10, male: 20 },
      2021: { female: 3, male: 8 },
      2022: { female: 6, male: 7 },
    })
    const seen = await seenByPublic(database, WORKSHOP, 'sex', [2020, 2021, 2022])
    expect(seen.map(({ key, value }) => [key, value])).toEqual([
      ['2020 female', 10],
      ['2020 male', 20],
      ['2021 female', null],
      ['2021 male', null],
      ['2022 female', 19],
      ['2022 male', 35],
    ])
    expect((await seenByPublic(database, WORKSHOP, null, [2020, 2021, 2022])).map(({ value }) => value)).toEqual([
      30, 41, 54,
    ])
  })

  test('what is hidden for those who came since is not said by what is shown beside it', async (database) => {
    // Two came to TH, whose 20 would follow from 30 and 40, since of the year before VN and LA are hidden anyway.
    await putWorkshops(database, { 2020: { TH: 18, VN: 3, LA: 2 }, 2021: { TH: 2, VN: 27, LA: 38 } })
    const total = await seenByPublic(database, WORKSHOP, null, [2020, 2021])
    expect(total.map(({ value }) => value)).toEqual([23, 90])
    const seen = await seenByPublic(database, WORKSHOP, 'country', [2020, 2021])
    expect(Object.fromEntries(seen.map(({ key, value }) => [key, value]))).toEqual({
      ...{ '2020 TH': 18, '2020 VN': null, '2020 LA': null },
      ...{ '2021 TH': null, '2021 VN': null, '2021 LA': 40 },
    })
  })

  test('few who came over several years are hidden as long as a shown number would tell of them', async (database) => {
    await putWorkshop(database, {
      2019: { female: 0, male: 20 },
      2020: { female: 0, male: 2 },
      2022: { female: 0, male: 4 },
    })
    const seen = await seenByPublic(database, WORKSHOP, null, [2019, 2020, 2021, 2022, 2023])
    expect(seen.map(({ value }) => value)).toEqual([20, null, null, 26, 26])
  })

  test('nor does a calendar year tell of few who came since a school year', async (database) => {
    await putWorkshop(database, { 2020: { female: 0, male: 20 }, 2021: { female: 0, male: 2 } })
    const schoolYears = await seenByPublic(database, WORKSHOP, null, [2020, 2021])
    const calendarYears = await seenByPublic(database, WORKSHOP, null, [2020, 2021], 'CALENDAR_YEAR')
    expect(schoolYears.map(({ value }) => value)).toEqual([20, null])
    expect(calendarYears.map(({ value }) => value)).toEqual([20, null])
  })

  test('what is shown of a growing count is the same whichever years are asked for', async (database) => {
    await putWorkshop(database, {
      2019: { female: 10, male: 20 },
      2021: { female: 2, male: 9 },
      2022: { female: 2, male: 0 },
    })
    const together = await seenByPublic(database, WORKSHOP, 'sex', [2018, 2019, 2020, 2021, 2022, 2023])
    for (const year of [2019, 2021, 2022, 2023])
      expect(await seenByPublic(database, WORKSHOP, 'sex', [year])).toEqual(
        together.filter(({ key }) => key.startsWith(`${year}`)),
      )
  })
})
