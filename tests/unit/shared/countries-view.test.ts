import { expect, test } from 'vitest'
import { readPlace } from '../../../shared/src/charts/reading.ts'
import { toDay } from '../../../shared/src/day.ts'
import { toPeriod, type Basis } from '../../../shared/src/period.ts'
import { countriesView, type CountrySide } from '../../../shared/src/views/countries-view.ts'

function subtitleOn(basis: Basis | null) {
  const calendar = { schoolYearStart: '09-01', dataDay: toDay('2024-08-31') }
  const side: CountrySide = {
    name: { zh: '人数', en: 'People' },
    unit: { zh: '人', en: 'people' },
    decimals: 0,
    summary: { zh: '', en: '' },
    figures: basis ? [{ period: toPeriod(basis, 2022, calendar), value: 3, gap: null, category: null }] : [],
  }
  return countriesView(side, side, { zh: '甲学院', en: 'College X' }).spec.subtitle
}

test('a side that names no records of a country is blank and says so, in the picture and aloud; 0 is a number', () => {
  const period = toPeriod('SCHOOL_YEAR', 2022, { schoolYearStart: '09-01', dataDay: toDay('2024-08-31') })
  const of = (counts: Record<string, number>): CountrySide => ({
    name: { zh: '人数', en: 'People' },
    unit: { zh: '人', en: 'people' },
    decimals: 0,
    summary: { zh: '', en: '' },
    figures: Object.entries(counts).map(([key, value]) => ({
      ...{ period, value, gap: null },
      category: { key, label: { zh: key, en: key } },
    })),
  })
  const view = (...sides: [Record<string, number>, Record<string, number>]) =>
    countriesView(of(sides[0]), of(sides[1]), { zh: '甲学院', en: 'College X' })
  const blank = view({ VN: 4, LA: 0 }, { VN: 2 })
  const laos = blank.spec.labels.findIndex(({ text }) => text.en === 'LA')
  expect(readPlace(blank.spec, laos, [0, 1], 'EN').lines.map(({ text }) => text)).toEqual([
    '0 people',
    'no records of it',
  ])
  expect(blank.notes.map(({ en }) => en)).toEqual(['blank: no records of that country or region on that side'])
  expect(view({ VN: 4 }, { VN: 0 }).notes).toEqual([])
})

test('the picture by country or region says its period on the basis that was asked', () => {
  expect(subtitleOn('SCHOOL_YEAR')).toEqual({ zh: '甲学院，2022—2023学年', en: 'College X, school year 2022/23' })
  expect(subtitleOn('CALENDAR_YEAR')).toEqual({ zh: '甲学院，2022年（自然年）', en: 'College X, calendar year 2022' })
  expect(subtitleOn(null)).toEqual({ zh: '甲学院', en: 'College X' })
})
