import { expect, test } from 'vitest'
import { readYears, reportLabel, windowOf } from '../../../web/src/setting/years.ts'

const college = {
  code: 'x',
  name: 'X',
  demonstration: false,
  schoolYearStart: '09-01',
  revision: 1,
  dataDate: '2025-07-31',
}

test('the last complete year and the newest that has begun come from the data date, never from the clock', () => {
  expect(readYears(college)).toMatchObject({ last: 2023, newest: 2024 })
  expect(readYears({ ...college, dataDate: '2024-08-31' })).toMatchObject({ last: 2023, newest: 2023 })
  expect(readYears({ ...college, dataDate: '2024-09-01' })).toMatchObject({ last: 2023, newest: 2024 })
  expect(readYears({ ...college, dataDate: null })).toBeNull()
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
