import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

const FIVE_YEARS = '“十四五”国际化规划 Plan 2021-2025'
const DOUBLE_HIGH = '高水平学校建设任务书 High-level college 2019-2023'

/** Indicator, where the plan began, what it wants of each year after. */
type Wanted = [indicator: string, base: number, years: number[], more?: Row]

/** From 2021/22 to 2025/26, against 2020/21. */
// prettier-ignore
const IN_FIVE_YEARS: Wanted[] = [
  ['EX02', 33, [35, 45, 60, 80, 100]],
  ['IN17', 0, [20, 60, 110, 140, 160]],
  ['EX07', 802, [900, 1900, 3000, 4200, 5500], { cumulative: 1 }],
  ['EX11', 45, [60, 150, 260, 350, 420]],
  ['IN11', 0, [2, 8, 15, 20, 24]],
  ['ST01', 5, [5, 6, 6, 7, 8]],
  ['ST05', 8, [8, 10, 11, 13, 15]],
  ['PF02', 23, [24, 26, 28, 30, 32]],
  ['ST08', 82, [84, 86, 90, 95, 100]],
  ['IN06', 28.6, [29, 30, 31, 32, 33.4]],
  ['SK05', 70.4, [75, 77, 79, 82, 85]],
  ['SK15.dec', 94.7, [94.8, 95, 95.2, 95.5, 96], { basis: 'COHORT' }],
]

/** By calendar years, from 2019 to 2023. */
const BY_CALENDAR_YEARS: Wanted[] = [
  ['EX07', 480, [500, 900, 1500, 2300, 3300], { cumulative: 1, basis: 'CALENDAR_YEAR' }],
  ['SK01', 3, [4, 4, 5, 6, 8], { basis: 'CALENDAR_YEAR' }],
]

/** What two plans want, and where they began. */
export const TARGETS: Row[] = [...list(FIVE_YEARS, 2020, IN_FIVE_YEARS), ...list(DOUBLE_HIGH, 2018, BY_CALENDAR_YEARS)]

function list(plan: string, first: number, wanted: Wanted[]): Row[] {
  return wanted.flatMap(([indicator, base, years, more]) =>
    [base, ...years].map((value, n) => ({
      plan,
      indicator,
      year: first + n,
      value,
      ...more,
      ...(n === 0 && { base: 1, cumulative: undefined }),
      unit: UNIT.quality,
    })),
  )
}
