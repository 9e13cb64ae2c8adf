import { expect, test } from 'vitest'
import { lessReported, readYears, reportLabel, windowOf } from '../../../web/src/setting/years.ts'

const college = {
  code: 'x',
  name: 'X',
  demonstration: false,
  schoolYearStart: '09-01',
  revision: 1,
  dataDate: '2025-07-31',
  openingYear: 2023,
  reportedYears: [
    { year: 2024, expected: 5, reported: 4 },
    { year: 2023, expected: 10, reported: 9 },
    { year: 2022, expected: 0, reported: 0 },
  ],
}

test('the year that opens is what the college says, and the newest that has begun comes from its data date', () => {
  expect(readYears(college)).toMatchObject({ last: 2023, newest: 2024 })
  expect(readYears({ ...college, dataDate: '2024-08-31' })).toMatchObject({ last: 2023, newest: 2023 })
  expect(readYears({ ...college, dataDate: '2024-09-01' })).toMatchObject({ last: 2023, newest: 2024 })
  expect(readYears({ ...college, dataDate: '2027-01-31' })).toMatchObject({ last: 2023, newest: 2026 })
  expect(readYears({ ...college, dataDate: null, openingYear: null })).toBeNull()
})

test('a year of which less is reported than of the one that opens says so, and no other does', () => {
  expect(lessReported(college, 2024)).toEqual({ year: 2024, expected: 5, reported: 4 })
  expect(lessReported(college, 2023)).toBeNull()
  expect(lessReported(college, 2022)).toBeNull()
  expect(lessReported(college, 1999)).toBeNull()
})

test('a decade is shown that ends with the newest year and holds the chosen one', () => {
  const years = readYears(college)!
  expect(windowOf(years, 2023)).toEqual({ from: 2015, to: 2024 })
  expect(windowOf(years, 2015)).toEqual({ from: 2015, to: 2024 })
  expect(windowOf(years, 2001)).toEqual({ from: 2001, to: 2010 })
  expect(windowOf(years, 2030)).toEqual({ from: 2021, to: 2030 })
})

test('a year is named by the report it is filed in, both years in sight', () => {
  const period = readYears(college)!.periodOf(2023)
  expect(reportLabel(period, 'ZH')).toBe('2024年度年报（2023—2024学年）')
  expect(reportLabel(period, 'EN')).toBe('2024 annual report (2023/24)')
})
