import { describe, expect, test } from 'vitest'
import type { Figure } from '@causeway/shared/figure'
import type { FigureTable } from '@causeway/server/figures/disclosure/family'
import { declarationOf, PERSONS, SHARE, disclose, shownOf, count, EMPTY, rate, table } from './families.ts'

const NO_SCOPE = { scope: undefined, dimensions: { programme: 'programme', sex: 'sex' } }

/** One dimension beside its total, no scope. */
function byProgramme(figures: Figure[], total: Figure, measure = PERSONS): Record<string, number | null> {
  const tables = disclose(declarationOf(measure, null, NO_SCOPE), [
    table(null, null, [total]),
    table(null, 'programme', figures),
  ])
  return { ...shownOf(tables, 'programme'), ...shownOf(tables, null) }
}

describe('counts of persons', () => {
  test.each<[title: string, counts: Record<string, number>, hidden: string[], total?: number]>([
    // 农机 3人、畜牧 7人、园艺 20人，合计 30人：只隐去农机，30－7－20 即得 3，故连同畜牧一并不予公开。
    // Agri-mechanics 3, husbandry 7, horticulture 20, in all 30: with only the 3 hidden, 30 − 7 − 20 would tell it.
    [
      '1 to 4 are hidden, with the smallest beside them until two are hidden that come to 5',
      { mechanics: 3, husbandry: 7, horticulture: 20 },
      ['mechanics', 'husbandry'],
    ],
    ['two hidden ones that come to less than 5 take a third with them', { a: 1, b: 2, c: 6, d: 9 }, ['a', 'b', 'c']],
    ['two hidden ones that come to 5 need no third', { a: 1, b: 4, c: 6 }, ['a', 'b']],
    ['zero stays zero, and is never taken to hide another', { a: 3, b: 0, c: 20 }, ['a', 'c']],
    ['unknown is a category like any other', { a: 9, b: 20, unknown: 2 }, ['a', 'unknown']],
    ['where no category is left the total is hidden', { a: 3, b: 0 }, ['a', 'total'], 8],
    ['a total of 1 to 4 is hidden with all that is in it', { a: 3, b: 0 }, ['a', 'total']],
    ['of equals the one whose key comes first is taken', { c: 6, b: 6, a: 2 }, ['a', 'b']],
  ])('%s', (_title, counts, hidden, total = Object.values(counts).reduce((sum, one) => sum + one)) => {
    const figures = Object.entries(counts).map(([key, value]) => count(key, value))
    const shown = Object.entries({ ...counts, total }).map(([key, value]) => [key, hidden.includes(key) ? null : value])
    expect(byProgramme(figures, count(null, total))).toEqual(Object.fromEntries(shown))
  })

  test('participations of fewer than 5 persons are hidden, however many they are', () => {
    const tables = disclose(declarationOf({ count: 'participations' }, null, NO_SCOPE), [
      table(null, null, [count(null, 12, { size: 3 })]),
    ])
    expect(shownOf(tables, null)).toEqual({ total: null })
  })
})

describe('what is left of a hidden figure', () => {
  test('no number at all, and the gap says why', () => {
    const exact = count(null, 3, {
      numerator: 3,
      lost: 1,
      groupHeadcount: 2,
      interval: { low: 1, high: 2, method: 't', level: 0.95 },
    })
    const [shown] = disclose(declarationOf(PERSONS, null, NO_SCOPE), [table(null, null, [exact])])
    expect(shown!.figures[0]).toEqual({ ...EMPTY, gap: 'SUPPRESSED' })
  })

  test('a gap that is not of our making stays, without the counts beside it', () => {
    const gap: Figure = { ...EMPTY, gap: 'NOT_APPLICABLE', size: 30, recordCount: 31 }
    const [shown] = disclose(declarationOf({ mean: 'raw' }, null, NO_SCOPE), [table(null, null, [gap])])
    expect(shown!.figures[0]).toEqual({ ...EMPTY, gap: 'NOT_APPLICABLE' })
  })

  test('a period without records stays what it is', () => {
    const gap: Figure = { ...EMPTY, gap: 'NO_RECORDS' }
    const [shown] = disclose(declarationOf(PERSONS, null, NO_SCOPE), [table(null, null, [gap])])
    expect(shown!.figures[0]).toEqual(gap)
  })

  test('few persons that came in group rows are said by no figure of the period', () => {
    const figures = [count('a', 20, { groupHeadcount: 2 }), count('b', 30, { groupHeadcount: 9 })]
    const tables = disclose(declarationOf(PERSONS, null, NO_SCOPE), [
      table(null, null, [count(null, 50, { groupHeadcount: 11 })]),
      table(null, 'programme', figures),
    ])
    expect(tables.flatMap((one) => one.figures).map((figure) => figure.groupHeadcount)).toEqual([null, null, null])
  })
})

describe('the number of records', () => {
  const exact = (groupHeadcount: number) => [
    table(null, null, [count(null, 61, { recordCount: 32, groupHeadcount })]),
    table(null, 'programme', [
      count('a', 1, { recordCount: 1, groupHeadcount: 0 }),
      count('b', 30, { recordCount: 1, groupHeadcount }),
      count('c', 30, { recordCount: 30, groupHeadcount: 0 }),
    ]),
  ]
  const shown = (tables: FigureTable[]) =>
    disclose(declarationOf(PERSONS, null, NO_SCOPE), tables).flatMap(({ figures }) =>
      figures.map(({ recordCount }) => recordCount),
    )

  test('is not said beside hidden figures where one record may be many persons', () => {
    expect(shown(exact(30))).toEqual([null, null, null, null])
  })

  test('is said of what is shown where every record is of one person, or where nothing is hidden', () => {
    expect(shown(exact(0))).toEqual([32, null, null, 30])
    expect(shown([table(null, null, [count(null, 60, { recordCount: 31, groupHeadcount: 30 })])])).toEqual([31])
  })
})

describe('person-days', () => {
  const days = (category: string | null, value: number, persons: number) => count(category, value, { size: persons })
  const DAYS = { sum: { clippedDays: ['start', 'end'] as [string, string] } }

  test('of 1 to 4 persons are hidden, and few days of many persons are not', () => {
    const shown = byProgramme(
      [days('a', 300, 4), days('b', 3, 6), days('c', 90, 20)],
      days(null, 393, 30),
      DAYS as typeof PERSONS,
    )
    expect(shown).toEqual({ a: null, b: null, c: 90, total: 393 })
  })

  test('nobody for no days is zero', () => {
    expect(byProgramme([days('a', 0, 0), days('b', 90, 20)], days(null, 90, 20), DAYS as typeof PERSONS)).toEqual({
      a: 0,
      b: 90,
      total: 90,
    })
  })
})

describe('rates', () => {
  const isHidden = (figure: Figure) => {
    const [shown] = disclose(declarationOf(SHARE, null, NO_SCOPE), [table(null, null, [figure])])
    return shown!.figures[0]!.gap === 'SUPPRESSED'
  }

  test('on fewer than 10 are hidden', () => {
    expect(isHidden(rate(null, 9, 9))).toBe(true)
    expect(isHidden(rate(null, 10, 10))).toBe(false)
  })

  test('with 1 to 4 in the numerator, or in what is left of the denominator, are hidden', () => {
    expect(isHidden(rate(null, 4, 40))).toBe(true)
    expect(isHidden(rate(null, 5, 40))).toBe(false)
    expect(isHidden(rate(null, 36, 40))).toBe(true)
    expect(isHidden(rate(null, 35, 40))).toBe(false)
  })

  test('of none and of all are shown', () => {
    expect(isHidden(rate(null, 0, 40))).toBe(false)
    expect(isHidden(rate(null, 40, 40))).toBe(false)
  })

  test('on 10 attempts of fewer persons are hidden', () => {
    expect(isHidden(rate(null, 6, 12, { size: 7 }))).toBe(true)
  })

  test('on nobody stay not applicable', () => {
    const [shown] = disclose(declarationOf(SHARE, null, NO_SCOPE), [table(null, null, [rate(null, 0, 0)])])
    expect(shown!.figures[0]!.gap).toBe('NOT_APPLICABLE')
  })

  test('the hidden ones come to a rate that might be shown: 10 in all, and not 1 to 4 on either side', () => {
    // 40/41 leaves 1; with 30/33 it leaves 4, which is still too few; with 50/60 it leaves 14.
    const figures = [rate('a', 40, 41), rate('b', 30, 33), rate('c', 50, 60), rate('d', 100, 200)]
    const shown = byProgramme(figures, rate(null, 220, 334), SHARE)
    expect(
      Object.entries(shown)
        .filter(([, value]) => value === null)
        .map(([key]) => key),
    ).toEqual(['a', 'b', 'c'])
  })

  test('where the denominator stays whole, countries are distinguished by the numerator alone', () => {
    const whole = {
      scope: { numerator: 'nationality', default: 'ABROAD' as const },
      dimensions: { country: { numerator: 'nationality' } },
    }
    const tables = disclose(declarationOf(SHARE, 'ABROAD', whole), [
      table('ABROAD', null, [rate(null, 40, 900)]),
      table('ABROAD', 'country', [rate('VN', 2, 900), rate('LA', 8, 900), rate('RU', 30, 900)]),
    ])
    expect(shownOf(tables, 'country', 'ABROAD')).toEqual({ VN: null, LA: null, RU: (100 * 30) / 900 })
  })
})

describe('means', () => {
  test('over fewer than 10 are hidden, and those beside them until 10 are', () => {
    const mean = (category: string | null, value: number, size: number) =>
      count(category, value, { size, denominator: size })
    const shown = byProgramme(
      [mean('a', 71, 4), mean('b', 64, 5), mean('c', 80, 30), mean('d', 75, 40)],
      mean(null, 76, 79),
      { mean: 'raw' } as never,
    )
    expect(shown).toEqual({ a: null, b: null, c: null, d: 75, total: 76 })
  })
})

describe('things', () => {
  const tables = [table(null, null, [count(null, 3)]), table(null, 'programme', [count('a', 1), count('b', 2)])]

  test('are shown as they are', () => {
    const set = { of: 'adoption', time: { always: true } } as const
    expect(disclose(declarationOf({ distinct: 'standard' }, null, { ...NO_SCOPE, set }), tables)).toEqual(tables)
  })

  test('that are found in records of persons are shown without the number of those', () => {
    const programmes = disclose(declarationOf({ distinct: 'programme' }, null, NO_SCOPE), tables)
    expect(shownOf(programmes, 'programme')).toEqual({ a: 1, b: 2 })
    for (const figure of programmes.flatMap(({ figures }) => figures))
      expect(figure).toMatchObject({ size: figure.value, recordCount: null, groupHeadcount: null })
  })
})

test('periods are judged apart', () => {
  const later = { ...EMPTY.period, year: 2024, start: '2024-09-01', end: '2025-08-31' }
  const [shown] = disclose(declarationOf(PERSONS, null, NO_SCOPE), [
    table(null, null, [count(null, 3), count(null, 30, { period: later })]),
  ])
  expect(shown!.figures.map((figure) => figure.value)).toEqual([null, 30])
})
