import { readingSentence, readPlace } from '@causeway/shared/charts/reading'
import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import type { ChartFacts } from '@causeway/shared/charts/spec'
import { describe, expect, test } from 'vitest'
import { FACTS, figure, partial, seriesOf } from './figures.ts'

const COUNT: ChartFacts = { ...FACTS, theme: 'EXPORT', kind: 'FLOW' }
const two = seriesToChartSpec(
  seriesOf(
    [2021, 2022, 2023].flatMap((year) => [
      figure(year, year - 2000, { category: 'VN' }),
      figure(year, year === 2022 ? 'SUPPRESSED' : 4, { category: 'LA' }),
    ]),
    'country',
  ),
  COUNT,
  'lines',
)

describe('a place of a chart', () => {
  test('is read with every series that is shown, a gap by its words', () => {
    expect(readingSentence(readPlace(two, 1, [0, 1], 'EN'), 'EN')).toBe(
      '2022/23: VN: 22 people; LA: too few people to publish',
    )
    expect(readingSentence(readPlace(two, 1, [0, 1], 'ZH'), 'ZH')).toBe(
      '2022—2023学年：VN：22人；LA：人数过少，不予公开',
    )
  })

  test('of one series among several is read with its name first', () => {
    expect(readingSentence(readPlace(two, 2, [1], 'EN'), 'EN')).toBe('LA, 2023/24: 4 people')
  })

  test('says that the period is not complete, the interval and what plans want', () => {
    const spec = seriesToChartSpec(
      seriesOf([
        {
          ...partial(figure(2023, 50, { interval: { low: 41, high: 59, method: 'wilson', level: 0.95 } })),
          targets: [{ plan: 'Plan 2025', value: 60 }],
        } as ReturnType<typeof figure>,
      ]),
      COUNT,
    )
    expect(readingSentence(readPlace(spec, 0, [0], 'EN'), 'EN')).toBe(
      '2023/24 (not complete): 50 people, range of chance 41–59, target 60 people (Plan 2025)',
    )
    expect(readingSentence(readPlace(spec, 0, [0], 'ZH'), 'ZH')).toBe(
      '2023—2024学年（数据未完整）：50人，波动范围41–59，目标值60人（Plan 2025）',
    )
  })
})
