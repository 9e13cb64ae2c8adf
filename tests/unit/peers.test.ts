import { expect, test } from 'vitest'
import type { Causeway } from '@causeway/server/figures/causeway'
import type { FormDefinition } from '@causeway/server/figures/forms/form-definition'
import type { FormLine } from '@causeway/server/figures/indicators/form-line'
import { listForms } from '@causeway/server/figures/forms/find-form'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { publishedEditions } from '@causeway/server/answers/peers/edition-in-force'
import { rankingOf, type Ranked } from '@causeway/server/answers/peers/compare-with-peers'

const words = { zh: '表', en: 'table' }
const seen = { source: words, confidence: 'GENERAL' as const }

/** A form of the operator's with editions of these first years, each with one line for EX02. */
function form(id: string, editions: [from: number, line: Partial<FormLine>][]): FormDefinition {
  return {
    ...{ id, name: words, authority: words, ...seen },
    editions: editions.map(([from, line]) => ({
      ...{ edition: String(from), name: words, from, yearOffset: 1, ...seen },
      lines: [{ number: '1', label: words, unit: words, indicator: 'EX02', confidence: 'GENERAL', ...line }],
    })),
  }
}

/** In place of all that ship. */
function editionsOf(...forms: FormDefinition[]) {
  const shipped = listForms({ indicators: [] }).map(({ id }) => id)
  const silent = shipped.filter((id) => !forms.some((it) => it.id === id)).map((id) => form(id, []))
  const causeway = { indicators: CATALOGUE, ownForms: [...forms, ...silent] } as unknown as Causeway
  return publishedEditions(
    causeway,
    CATALOGUE.find(({ code }) => code === 'EX02')!,
  )
}

test('an edition holds from the year of its report until another begins, the first one before that too', () => {
  const editions = editionsOf(
    form('a', [
      [2018, {}],
      [2022, {}],
    ]),
  )
  expect(editions.inForce(2010)).toEqual(['2018', 'a/2018'])
  expect(editions.inForce(2017)).toEqual(['2018', 'a/2018'])
  expect(editions.inForce(2020)).toEqual(['2018', 'a/2018'])
  expect(editions.inForce(2021)).toEqual(['2022', 'a/2022'])
})

test('a year alone names no edition where it is that of two tables of which one is over', () => {
  const editions = editionsOf(
    form('a', [
      [2018, {}],
      [2022, {}],
    ]),
    form('b', [[2018, {}]]),
  )
  expect(editions.inForce(2021)).toEqual(['2022', 'a/2022', 'b/2018'])
})

test('what a record does not say, the line of its edition does, if all lines agree', () => {
  const editions = editionsOf(
    form('a', [[2018, { scope: 'BORDER', basis: 'CALENDAR_YEAR' }]]),
    form('b', [[2022, { scope: 'ABROAD' }]]),
    form('c', [[2022, { scope: 'BORDER' }]]),
  )
  const none = { basis: null, scope: null }
  expect(editions.describe({ ...none, edition: '2018' })).toEqual({
    ...{ edition: '2018', basis: 'CALENDAR_YEAR', scope: 'BORDER' },
  })
  expect(editions.describe({ ...none, edition: '2022' })).toEqual({
    edition: '2022',
    basis: 'SCHOOL_YEAR',
    scope: null,
  })
  expect(editions.describe({ ...none, edition: 'b/2022' }).scope).toBe('ABROAD')
  expect(editions.describe({ ...none, edition: null })).toEqual({ edition: '', basis: 'SCHOOL_YEAR', scope: null })
  expect(editions.describe({ basis: 'CALENDAR_YEAR', scope: 'ABROAD', edition: 'b/2022' })).toMatchObject({
    ...{ basis: 'CALENDAR_YEAR', scope: 'ABROAD' },
  })
})

const plain = (value: number): Ranked => ({ value, rate: null })
const rate = (k: number, n: number): Ranked => ({ value: (100 * k) / n, rate: { k, n } })
const ranks = (values: Ranked[], betterWhen: 'HIGHER' | 'LOWER' | null = 'HIGHER') => {
  const rankOf = rankingOf(values, betterWhen)
  return values.map((_, at) => rankOf(at))
}

test('equals share a place and the next is left free', () => {
  expect(ranks([plain(5), plain(9), plain(7), plain(7)]).map(({ rank, tied }) => `${rank} ${tied}`)).toEqual([
    '4 false',
    '1 false',
    '2 true',
    '2 true',
  ])
})

test('where less is better the least is first', () => {
  expect(ranks([plain(5), plain(9)], 'LOWER').map(({ rank }) => rank)).toEqual([1, 2])
})

test('without counts nothing is said of chance', () => {
  expect(ranks([plain(5), plain(9)])[0]).toMatchObject({ from: null, to: null, withinNoise: null })
})

test('a place that chance alone could have given says so, with the places it could be', () => {
  // 48 of 80 is surely behind 70 of 70, and may be before or behind 46 of 80.
  expect(ranks([rate(48, 80), rate(70, 70), rate(46, 80)])).toEqual([
    { rank: 2, tied: false, from: 2, to: 3, withinNoise: true },
    { rank: 1, tied: false, from: 1, to: 1, withinNoise: false },
    { rank: 3, tied: false, from: 2, to: 3, withinNoise: true },
  ])
})

test('a number published without counts is held against what chance could have made of the own one', () => {
  // 48 of 80 may be anything from 49% to 70%.
  expect(ranks([rate(48, 80), plain(61)])[0]).toEqual({ rank: 2, tied: false, from: 1, to: 2, withinNoise: true })
  expect(ranks([rate(48, 80), plain(75)])[0]).toEqual({ rank: 2, tied: false, from: 2, to: 2, withinNoise: false })
})
