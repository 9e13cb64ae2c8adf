import { expect, test } from 'vitest'
import type { Figure } from '@causeway/shared/figure'
import type { FigureFamily, FigureTable } from '@causeway/server/figures/disclosure/family'
import { settleFamily, toHidings } from '@causeway/server/figures/disclosure/disclose'
import { hide } from '@causeway/server/figures/disclosure/hiding'
import { hideJointly } from '@causeway/server/figures/disclosure/joint'
import { openFamily } from '@causeway/server/figures/disclosure/open-family'
import type { Member } from '@causeway/server/figures/disclosure/relations'
import { roundCount } from '@causeway/server/figures/disclosure/rounding'
import type { Declaration, Measure } from '@causeway/server/figures/indicators/definition'
import { seededRandom } from '../../support/random.ts'
import { wilson } from '@causeway/server/figures/indicators/observe/interval'
import { count, declarationOf, EMPTY, family, holdsPersons, PERSONS, rate, SHARE, table } from './families.ts'

const PROGRAMMES = ['a', 'b', 'c'] as const
type Counts = Record<(typeof PROGRAMMES)[number], number>
type Names = keyof Counts | 'total'

test('numbers are rounded to multiples of five, and none of somebody to 0', () => {
  expect([0, 1, 2, 3, 7, 8, 12, 13, 102, 103, 2.5, 7.5].map((one) => roundCount(one))).toEqual([
    0, 5, 5, 5, 5, 10, 10, 15, 100, 105, 5, 10,
  ])
  expect(roundCount(null)).toBeNull()
})

const roundedFamily = (tables: FigureTable[]): FigureFamily => ({ ...family(tables), isRounded: true })

const learners = {
  ...declarationOf(PERSONS, null, { dimensions: { programme: 'programme' } }),
  ...{ id: 'learners', code: 'L', version: 1, kind: 'FLOW', bases: ['SCHOOL_YEAR'], scope: undefined },
} as unknown as Declaration

function memberOf(counts: Counts): Member {
  const total = counts.a + counts.b + counts.c
  const parts = PROGRAMMES.map((programme) => count(programme, counts[programme]))
  const own = roundedFamily([table(null, null, [count(null, total)]), table(null, 'programme', parts)])
  const outcomes = settleFamily(learners, own, holdsPersons)!
  return {
    declaration: learners,
    basis: 'SCHOOL_YEAR',
    year: 2023,
    ...openFamily(learners, own, outcomes, holdsPersons),
  }
}

/** By name the numbers that each can be, for somebody who tries every answer; null: nobody is of it. */
function possible(counts: Counts, { cells }: Member): Record<Names, Set<number> | null> {
  const isHidden = Object.fromEntries(
    [...cells].map(([{ category }, { hidden }]) => [category ?? 'total', hidden]),
  ) as Record<Names, boolean>
  const all = { ...counts, total: counts.a + counts.b + counts.c }
  const fits = (name: Names, one: number) =>
    all[name] === 0 ? one === 0 : one > 0 && (isHidden[name] || roundCount(one) === roundCount(all[name]))
  const some = (name: Names) => Array.from({ length: 60 }, (_, one) => one).filter((one) => fits(name, one))
  const found = Object.fromEntries(
    (['a', 'b', 'c', 'total'] as const).map((name) => [name, all[name] === 0 ? null : new Set<number>()]),
  ) as Record<Names, Set<number> | null>
  for (const a of some('a'))
    for (const b of some('b'))
      for (const c of some('c')) {
        if (!fits('total', a + b + c)) continue
        for (const [name, one] of Object.entries({ a, b, c, total: a + b + c })) found[name as Names]?.add(one)
      }
  return found
}

const widthOf = (some: Set<number>) => Math.max(...some) - Math.min(...some)

test('no rounded number can be seen to be one of fewer than four', () => {
  const random = seededRandom(5)
  let [hidden, narrow] = [0, 0]
  for (let turn = 0; turn < 150; turn++) {
    const number = () => Math.floor(random() * (turn % 3 === 0 ? 9 : 19))
    const counts = { a: number(), b: number(), c: turn % 2 === 0 ? 0 : number() }
    const member = memberOf(counts)
    const before = Object.values(possible(counts, member))
    narrow += before.filter((some) => some && widthOf(some) < 3).length
    hidden += hideJointly([member], () => true).hidden.size
    for (const [name, some] of Object.entries(possible(counts, member)))
      if (some) expect(widthOf(some), `${name} of ${JSON.stringify(counts)}`).toBeGreaterThanOrEqual(3)
  }
  // Rounding alone does not do it.
  expect(narrow).toBeGreaterThan(10)
  expect(hidden).toBeGreaterThan(5)
  expect(hidden).toBeLessThan(100)
})

test('fourteen says what seven and seven are: something is hidden', () => {
  const counts = { a: 7, b: 7, c: 0 }
  const member = memberOf(counts)
  expect([...possible(counts, member).a!]).toEqual([6, 7])
  hideJointly([member], () => true)
  expect(widthOf(possible(counts, member).a!)).toBeGreaterThanOrEqual(3)
})

test('a rate is that of rounded numbers, and hidden where it rests on fewer than ten', () => {
  const declaration = declarationOf(SHARE, null, { dimensions: { programme: 'programme' }, scope: undefined })
  const own = roundedFamily([
    table(null, null, [rate(null, 23, 61, { interval: wilson(23, 61), coverage: 61.9, effect: null })]),
    table(null, 'programme', [rate('a', 2, 31), rate('b', 21, 22), rate('c', 0, 8)]),
  ])
  const outcomes = settleFamily(declaration, own, holdsPersons)
  const hidings = toHidings(declaration, own, outcomes, holdsPersons)
  const [whole, parts] = own.tables.map((one, at) => hide(one, hidings[at]!).figures)
  const saidOf = (figure: (typeof whole & object)[number]) => {
    const { value, numerator, denominator, size, gap } = figure
    return { value: value === null ? null : Math.round(value * 10) / 10, numerator, denominator, size, gap }
  }
  expect(saidOf(whole![0]!)).toEqual({ value: 41.7, numerator: 25, denominator: 60, size: 60, gap: null })
  // They are as exact as the numbers that they are made from.
  expect(whole![0]).toMatchObject({ interval: wilson(25, 60), coverage: 60 })
  expect(parts!.map(saidOf)).toEqual([
    { value: 16.7, numerator: 5, denominator: 30, size: 30, gap: null },
    { value: 100, numerator: 20, denominator: 20, size: 20, gap: null },
    { value: null, numerator: null, denominator: null, size: null, gap: 'SUPPRESSED' },
  ])
})

test('zero is nobody, and is known', () => {
  const declaration = declarationOf(SHARE, null, { dimensions: { programme: 'programme' }, scope: undefined })
  // Of 38 to 42 no fewer than 18 and 23 are, since the third of them is nobody.
  const own = roundedFamily([
    table(null, null, [rate(null, 41, 50)]),
    table(null, 'programme', [rate('a', 18, 20), rate('b', 23, 25), rate('c', 0, 5)]),
  ])
  const outcomes = settleFamily(declaration, own, holdsPersons)!
  const member: Member = {
    ...{ declaration: { ...learners, ...declaration }, basis: 'SCHOOL_YEAR', year: 2023 },
    ...openFamily(declaration, own, outcomes, holdsPersons),
  }
  hideJointly([member], () => true)
  const hidden = [...member.cells].flatMap(([{ category }, cell]) => (cell.hidden ? [category ?? 'total'] : []))
  expect(hidden.filter((one) => one !== 'c')).toHaveLength(1)
})

test('a mean keeps three digits, and neither interval nor number tells how many it is of', () => {
  const MEAN: Measure = { mean: 'raw' }
  const declaration = declarationOf(MEAN, null, { dimensions: { programme: 'programme' }, scope: undefined })
  const mean = (category: string | null, value: number, size: number): Figure => ({
    ...{ ...EMPTY, category, value, size, denominator: size },
    interval: { low: value - 1, high: value + 1, method: 't', level: 0.95 },
  })
  const own = roundedFamily([
    table(null, null, [mean(null, 71 / 13, 13)]),
    table(null, 'programme', [mean('a', 4.5, 6)]),
  ])
  const hidings = toHidings(declaration, own, settleFamily(declaration, own, holdsPersons), holdsPersons)
  const [[whole], [few]] = own.tables.map((one, at) => hide(one, hidings[at]!).figures) as [Figure[], Figure[]]
  expect(whole).toMatchObject({ value: 5.46, size: 15, denominator: 15, interval: null, gap: null })
  expect(few).toMatchObject({ value: null, size: null, gap: 'SUPPRESSED' })
})
