import { expect, test } from 'vitest'
import { countOnCourse } from '../../../web/src/features/overview/matters.ts'
import type { YearSeries } from '../../../web/src/graph/generated.ts'
import { groupByTopic } from '../../../web/src/features/theme/groups.ts'

type Target = YearSeries['figures'][number]['targets'][number]

function judged(value: number | null, gap: 'SUPPRESSED' | 'NO_RECORDS' | null, target: Partial<Target>): YearSeries {
  const period = { basis: 'SCHOOL_YEAR' as const, year: 2023, label: '', start: '', end: '', partial: false }
  return {
    indicator: { code: 'EX07' },
    figures: [
      {
        ...{ period, value, gap, numerator: null, denominator: null, size: null, interval: null, threshold: null },
        targets: [{ plan: 'P', value: 10, cumulative: false, actual: value, onCourse: null, reached: null, ...target }],
      },
    ],
  } as unknown as YearSeries
}

test('how many targets are said, and how many are not shown to who asks', () => {
  const all = [
    judged(12, null, { onCourse: true, reached: true }),
    judged(8, null, { onCourse: false, reached: false }),
    // Added up over years: the sum is of those alone who may read the records.
    judged(1391, null, { cumulative: true, actual: null }),
    judged(null, 'SUPPRESSED', {}),
    // Nobody knows these, no matter who asks.
    judged(null, 'NO_RECORDS', {}),
    judged(null, 'NO_RECORDS', { cumulative: true, actual: null }),
  ]
  expect(countOnCourse(all)).toEqual({ onCourse: 1, known: 2, hidden: 2, over: true })
})

test('what rates are measured by does not lead a theme', () => {
  const codes = ['DN01', 'DN03', 'EX02', 'EX07', 'own-x']
  const groups = groupByTopic(
    'EXPORT',
    codes.map((code) => ({ indicator: { code } })),
  )
  expect(groups.map(({ members }) => members.map(({ indicator }) => indicator.code))).toEqual([
    ['DN03'],
    ['EX02', 'DN01'],
    ['EX07'],
    ['own-x'],
  ])
})
