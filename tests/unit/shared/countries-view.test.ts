import { expect, test } from 'vitest'
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

test('the picture by country or region says its period on the basis that was asked', () => {
  expect(subtitleOn('SCHOOL_YEAR')).toEqual({ zh: '甲学院，2022—2023学年', en: 'College X, school year 2022/23' })
  expect(subtitleOn('CALENDAR_YEAR')).toEqual({ zh: '甲学院，2022年（自然年）', en: 'College X, calendar year 2022' })
  expect(subtitleOn(null)).toEqual({ zh: '甲学院', en: 'College X' })
})
