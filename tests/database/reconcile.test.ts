import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import type { Causeway } from '@causeway/server/causeway'
import { createRandom } from '@causeway/server/demonstration/random'
import { listFigureRecords } from '@causeway/server/figures/figure-records'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/indicators/catalogue/catalogue'
import { factorOf } from '@causeway/server/indicators/observe/factor'
import type { Declaration } from '@causeway/server/indicators/definition'
import { reconcile, type Difference, type ReconciledValue } from '@causeway/server/reconcile/reconcile'
import { forEachDatabase } from '../support/databases.ts'
import { COUNTS_AND_SUMS } from '../support/oracle/counts-and-sums.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { ODD_VALUES } from '../support/oracle/odd-values.ts'
import { RATES_AND_MEANS } from '../support/oracle/rates-and-means.ts'
import { putRecords } from '../support/put-records.ts'

const SHAPES = [...RATES_AND_MEANS, ...COUNTS_AND_SUMS, ...ODD_VALUES]
const DECLARATIONS = [...CATALOGUE, ...SHAPES]
const X: Place = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 1 }
const Y: Place = { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.5 }
/** Years with many records; in the last the data date lies. */
const ASKED: [place: Place, seed: string, years: number[]][] = [
  [X, '2', [2022, 2023]],
  [Y, '5', [2021]],
]
const SHOWN = 20

forEachDatabase((_name, open) => {
  test('the parts of every difference add up to it, over random records and every indicator', async () => {
    const wrong: string[] = []
    const seen = { values: 0, differences: 0, parts: new Map<string, number>() }
    for (const [place, seed, years] of ASKED) {
      const database = await open()
      for (const { type, institution, rows, dataDate } of makeBatches(seed, place))
        await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
      const causeway: Causeway = { database, indicators: DECLARATIONS, publicReading: true }
      const random = createRandom(`records of parts ${seed}`)
      for (const year of years)
        for (const declaration of DECLARATIONS) {
          const asked = { indicator: declaration.id, institution: place.institution, year }
          const found = await reconcile(causeway, OPERATOR, asked)
          const name = `${declaration.code} ${place.institution} ${year}`
          const [figure] = (await readSeries(causeway, OPERATOR, { ...asked, from: year, to: year })).figures
          expect(found.reference.figure, name).toEqual(figure)
          expect(found.values[0], name).toBe(found.reference)
          seen.values += found.values.length
          for (const difference of found.differences!) {
            seen.differences++
            if (differsInOne(difference) && random.chance(0.1))
              wrong.push(...(await checkRecords(causeway, difference)).map((problem) => `${name}: ${problem}`))
            for (const { reason } of difference.parts) seen.parts.set(reason, (seen.parts.get(reason) ?? 0) + 1)
            wrong.push(...check(difference).map((problem) => `${name}, ${difference.to.label.en}: ${problem}`))
          }
        }
    }
    expect(wrong.length === 0 ? [] : [`${wrong.length} wrong`, ...wrong.slice(0, SHOWN)]).toEqual([])
    expect(seen.values).toBeGreaterThan(1000)
    for (const reason of [
      'LATER',
      'EARLIER',
      'COUNTRY',
      'REPEATED',
      'AMOUNT',
      'OTHER_RECORD',
      'NOT_FIRST',
      'CONDITION',
    ])
      expect(seen.parts.get(reason) ?? 0, reason).toBeGreaterThan(5)
  }, 60_000)
})

const SIDES = [null, 'NUMERATOR', 'DENOMINATOR'] as const

/** What is wrong with a difference. */
function check({ from, to, value, parts, sentence }: Difference): string[] {
  const wrong: string[] = []
  for (const side of SIDES) {
    const [before, after] = [wholeOf(from, side), wholeOf(to, side)]
    const own = parts.filter((part) => part.side === side)
    if (before === null || after === null) continue
    const sum = own.reduce((total, { amount }) => total + amount, 0)
    const factor = own[0]?.factor ?? after.factor
    const expected = Math.round(after.number * factor) - Math.round(before.number * factor)
    if (sum !== expected) wrong.push(`the parts of ${side} are ${sum}, the difference is ${expected}`)
  }
  for (const { amount, records, label } of parts) {
    if (amount === 0 || records.length === 0) wrong.push(`an empty part: ${label.en}`)
    if (new Set(records.map(({ type, key }) => `${type}/${key}`)).size !== records.length)
      wrong.push(`a record twice in a part: ${label.en}`)
  }
  if (!/\p{Script=Han}.*。$/su.test(sentence.zh) || !/^\P{Script=Han}*\.$/su.test(sentence.en))
    wrong.push(`no sentence: ${sentence.zh} ${sentence.en}`)
  if (from.number !== null && to.number !== null && value !== to.number - from.number) wrong.push(`value ${value}`)
  return wrong
}

/** Between the two no other state lies, in which records could have come and gone. */
function differsInOne({ from: { question: a }, to: { question: b, unit } }: Difference): boolean {
  return unit === null && a.declaration === b.declaration && (a.basis === b.basis || a.scope === b.scope)
}

/** A part that adds speaks of records of the other figure, one that takes away of records of the reference. */
async function checkRecords(causeway: Causeway, { from, to, parts }: Difference): Promise<string[]> {
  const wrong: string[] = []
  for (const { side, amount, records, reason, label } of parts) {
    if (reason === 'AMOUNT' || reason === 'OTHER_RECORD') continue
    const { request, figure } = amount > 0 ? to : from
    const own = await listFigureRecords(
      causeway,
      OPERATOR,
      request,
      { year: figure.period.year, category: null, across: null },
      side === 'DENOMINATOR' && !isOneSet(to.question.declaration) ? 'DENOMINATOR' : 'NUMERATOR',
      { first: 2000 },
    )
    const known = new Set(own.records.map(({ type, key }) => `${type}/${key}`))
    const strange = records.filter(({ type, key }) => !known.has(`${type}/${key}`))
    if (strange.length > 0) wrong.push(`${label.en}: ${strange.length} records are not of the figure`)
  }
  return wrong
}

/** Means, medians and gains have one set of records, which makes both sides. */
const isOneSet = ({ measure }: Declaration) => ['mean', 'median', 'pairs'].some((name) => name in measure)

/** One side of a figure, where two that can be compared have it. Null: it has no such side, or no number. */
function wholeOf(
  { question, figure, part }: ReconciledValue,
  side: 'NUMERATOR' | 'DENOMINATOR' | null,
): { number: number; factor: number } | null {
  if (part !== null && part !== side) return null
  const { declaration } = question
  const isWhole = ['count', 'distinct', 'sum'].some((name) => name in declaration.measure)
  if (isWhole !== (side === null)) return null
  const number = side === null ? figure.value : side === 'NUMERATOR' ? figure.numerator : figure.denominator
  return number === null ? null : { number, factor: factorIn(declaration) }
}

function factorIn({ measure, set }: Declaration): number {
  if ('sum' in measure) return factorOf(set!, measure.sum)
  return 1
}
