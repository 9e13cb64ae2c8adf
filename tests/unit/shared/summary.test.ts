import { summarise } from '@causeway/shared/summary'
import { describe, expect, test } from 'vitest'
import { FACTS, figure, partial, seriesOf } from './figures.ts'

const of = (...figures: ReturnType<typeof figure>[]) => summarise(seriesOf(figures), FACTS)

describe('the sentence of a series', () => {
  test('says first and last, highest and lowest, gaps with their reason, and the year that is not complete', () => {
    const words = of(
      figure(2018, 60),
      figure(2019, 84),
      figure(2020, 'SUPPRESSED'),
      figure(2021, 12),
      figure(2022, 'NO_RECORDS'),
      figure(2023, 163),
      partial(figure(2024, 90)),
    )
    expect(words.en).toBe(
      'Foreign students received, Demonstration College, by school year, 2018/19 to 2024/25: 60 people in 2018/19, 163 people in 2023/24; ' +
        'highest 163 people (2023/24), lowest 12 people (2021/22). No records: 2022/23. Too few people to publish: 2020/21. ' +
        '2024/25 is not complete: 90 people so far.',
    )
    expect(words.zh).toBe(
      '演示学院接收国外留学生人数，按学年，2018—2019学年至2024—2025学年：2018—2019学年60人，2023—2024学年163人；' +
        '最高163人（2023—2024学年），最低12人（2021—2022学年）。未填报：2022—2023学年。人数过少，不予公开：2020—2021学年。' +
        '2024—2025学年数据未完整，目前为90人。',
    )
  })

  test('of one year says that year', () => {
    expect(of(figure(2023, 1)).en).toBe(
      'Foreign students received, Demonstration College, by school year, 2023/24: 1 person in 2023/24.',
    )
  })

  test('of what is added up says so, lest a year be taken for all that happened in it', () => {
    const words = summarise(seriesOf([figure(2022, 60), figure(2023, 84)]), { ...FACTS, kind: 'CUMULATIVE' })
    expect(words.zh).toContain('接收国外留学生人数，累计，按学年，')
    expect(words.en).toContain(', added up from the beginning, by school year, ')
  })

  test('of years that read alike names no highest and no lowest', () => {
    const words = summarise(seriesOf([figure(2022, 34.561), figure(2023, 34.564)]), { ...FACTS, decimals: 2 })
    expect(words.en).toContain('34.56 people each in 2022/23, 2023/24.')
  })

  test('of graduates says in the class of a year', () => {
    const one = figure(2022, 84)
    const graduates = { ...one, period: { ...one.period, basis: 'COHORT' as const } }
    expect(summarise({ ...seriesOf([graduates]), basis: 'COHORT' as const }, FACTS).en).toContain(
      '84 people in the class of 2023.',
    )
  })

  test('of equal years says so once', () => {
    expect(of(figure(2021, 7), figure(2022, 7), figure(2023, 7)).en).toContain('7 people each in 2021/22 to 2023/24.')
  })

  test('says of the last complete year whether it reaches what a rule asks, and of categories how many do', () => {
    const threshold = {
      words: { zh: '应占三分之一以上', en: 'one third at least' },
      meets: ({ value }: { value: number | null }) => (value === null ? null : value >= 34),
    }
    const facts = { ...FACTS, threshold }
    const series = seriesOf([figure(2022, 40), figure(2023, 33), partial(figure(2024, 50))])
    expect(summarise(series, facts).en).toContain('What is asked is not met in 2023/24: one third at least.')
    expect(summarise(series, facts).zh).toContain('2023—2024学年未达到要求：应占三分之一以上。')
    const parted = ['PA', 'PB', 'PC'].map((category, n) => ({ ...figure(2023, 30 + 5 * n), category }))
    const byProgramme = { ...seriesOf(parted), dimension: 'programme' }
    expect(summarise(byProgramme, facts).en).toContain(
      'What is asked is met by 2 and not met by 1: one third at least.',
    )
    expect(summarise(series, FACTS).en).not.toContain('asked')
  })

  test('counts zero as a figure', () => {
    expect(of(figure(2022, 0), figure(2023, 9)).en).toContain(
      '0 people in 2022/23, 9 people in 2023/24; highest 9 people (2023/24), lowest 0 people (2022/23).',
    )
  })

  test('does not call an incomplete year the last, the highest or the lowest', () => {
    const words = of(figure(2022, 50), figure(2023, 60), partial(figure(2024, 3)))
    expect(words.en).toContain(
      '60 people in 2023/24; highest 60 people (2023/24), lowest 50 people (2022/23). 2024/25 is not complete: 3 people so far.',
    )
  })

  test('says stretches of gaps as stretches', () => {
    expect(
      of(figure(2019, 'NO_RECORDS'), figure(2020, 'NO_RECORDS'), figure(2021, 'NO_RECORDS'), figure(2023, 'NO_RECORDS'))
        .en,
    ).toContain('no figure can be shown. No records: 2019/20 to 2021/22, 2023/24.')
  })

  test('names the largest categories of the last complete year, and how many are hidden in it', () => {
    const label = (key: string) =>
      ({ VN: { zh: '越南', en: 'Vietnam' }, RU: { zh: '俄罗斯', en: 'Russia' } })[key] ?? { zh: key, en: key }
    const by = (year: number, category: string, value: Parameters<typeof figure>[1]) =>
      figure(year, value, { category })
    const words = summarise(
      seriesOf(
        [
          by(2022, 'RU', 99),
          by(2023, 'LA', 'SUPPRESSED'),
          by(2023, 'RU', 30),
          by(2023, 'TH', 5),
          by(2023, 'VN', 40),
          by(2023, 'BY', 0),
          partial(by(2024, 'RU', 500)),
        ],
        'country',
      ),
      { ...FACTS, categoryLabel: label },
    )
    expect(words.en).toContain(
      'by country or region, by school year, 2022/23 to 2024/25: in 2023/24 highest Vietnam 40 people, Russia 30 people, TH 5 people; 5 categories in all, of which 1 too few people to publish.',
    )
    expect(words.zh).toContain('2023—2024学年居前的是越南40人，俄罗斯30人，TH 5人；共5类，其中1类人数过少，不予公开。')
    expect(words.en).not.toContain('LA')
  })

  test('of a crossed breakdown names both dimensions, and each category by both', () => {
    const cells = [
      figure(2023, 7, { category: 'RU', across: 'male' }),
      figure(2023, 5, { category: 'RU', across: 'female' }),
    ]
    const words = summarise({ ...seriesOf(cells, 'country'), across: 'sex' }, FACTS)
    expect(words.en).toContain(
      'by country or region and sex, by school year, 2023/24: in 2023/24 RU, male 7 people; RU, female 5',
    )
    expect(words.zh).toContain(
      '按国家（地区）和性别，按学年，2023—2024学年：2023—2024学年，RU，male 7人；RU，female 5人；共2类。',
    )
  })

  test('of no figures at all is still a sentence', () => {
    expect(of()).toEqual({
      zh: '演示学院接收国外留学生人数，按学年：没有指标值。',
      en: 'Foreign students received, Demonstration College, by school year: there are no figures.',
    })
  })
})
