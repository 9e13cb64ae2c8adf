import { expect, test } from 'vitest'
import { figureSentence, type SentenceFacts } from '../../../shared/src/figure-sentence.ts'
import { toDay } from '../../../shared/src/day.ts'
import { toPeriod, type Basis } from '../../../shared/src/period.ts'

const facts: SentenceFacts = {
  institution: { zh: '甲学院', en: 'College X' },
  name: { zh: '接收国外留学生人数', en: 'Foreign students received' },
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  kind: 'FLOW',
  scope: 'ABROAD',
  dataDate: '2025-07-31',
}
const period = (basis: Basis, year = 2023) =>
  toPeriod(basis, year, { schoolYearStart: '09-01', dataDay: toDay('2025-07-31') })

test('a figure leaves the page with its unit, period, scope and the date of its data', () => {
  expect(figureSentence({ period: period('SCHOOL_YEAR'), value: 1284, gap: null }, facts)).toEqual({
    zh: '甲学院接收国外留学生人数（国外）：2023—2024学年为1,284人，台账记录截至2025年7月31日。',
    en: 'Foreign students received (abroad), College X: 1,284 people in school year 2023/24, by records up to 31 July 2025.',
  })
})

test('a basis that the name of a period leaves open is said', () => {
  const said = (basis: Basis) => figureSentence({ period: period(basis), value: 1, gap: null }, facts)
  expect(said('CALENDAR_YEAR').zh).toContain('2023年（自然年）为1人')
  expect(said('CALENDAR_YEAR').en).toContain('1 person in calendar year 2023')
  expect(said('POINT_IN_TIME').zh).toContain('（时点）为1人')
  expect(said('COHORT').zh).toContain('2024届毕业生为1人')
})

test('a gap is said by its reason, a running period as not complete, a part as a part', () => {
  const hidden = figureSentence(
    { period: period('SCHOOL_YEAR', 2024), value: null, gap: 'SUPPRESSED' },
    { ...facts, scope: null, narrowed: [{ zh: '专业：畜牧兽医', en: 'programme: Animal science' }], dataDate: null },
  )
  expect(hidden.zh).toBe('甲学院接收国外留学生人数（专业：畜牧兽医）：2024—2025学年（数据未完整）人数过少，不予公开。')
  expect(hidden.en).toBe(
    'Foreign students received (programme: Animal science), College X: too few people to publish in school year 2024/25 (not complete).',
  )
})

test('what is added up since the beginning is not said as what happened in one year', () => {
  const said = (basis: Basis, year = 2023) =>
    figureSentence({ period: period(basis, year), value: 1200, gap: null }, { ...facts, kind: 'CUMULATIVE' })
  expect(said('SCHOOL_YEAR').zh).toContain('：截至2023—2024学年末累计为1,200人，')
  expect(said('SCHOOL_YEAR').en).toContain(': 1,200 people in all up to the end of school year 2023/24, by')
  expect(said('CALENDAR_YEAR').zh).toContain('：截至2023年（自然年）末累计为1,200人，')
  expect(said('SCHOOL_YEAR', 2024).zh).toContain('：截至2024—2025学年（数据未完整）累计为1,200人，')
  expect(said('SCHOOL_YEAR', 2024).en).toContain(': 1,200 people in all up to school year 2024/25 (not complete), by')
})

test('a state is said of the last day of a year', () => {
  const said = (basis: Basis, year = 2023) =>
    figureSentence({ period: period(basis, year), value: 12, gap: null }, { ...facts, kind: 'STOCK' })
  expect(said('SCHOOL_YEAR').zh).toContain('：2023—2024学年末为12人，')
  expect(said('SCHOOL_YEAR').en).toContain(': 12 people at the end of school year 2023/24, by')
  expect(said('SCHOOL_YEAR', 2024).zh).toContain('：2024—2025学年（数据未完整）为12人，')
  expect(said('POINT_IN_TIME').en).toContain(': 12 people on 1 ')
})
