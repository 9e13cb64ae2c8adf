import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import type { Causeway } from '@causeway/server/figures/causeway'
import { listFigureRecords } from '@causeway/server/figures/figure-records'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { factorOf } from '@causeway/server/figures/indicators/observe/factor'
import { type DateOf, type Declaration, type PlainSet, fieldOf } from '@causeway/server/figures/indicators/definition'
import {
  listPartRecords,
  reconcile,
  type Difference,
  type ReconciledValue,
} from '@causeway/server/answers/reconcile/reconcile'
import { placesOutside } from '@causeway/server/ground/reference/countries'
import { forEachDatabase } from '../support/databases.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { SHAPES } from '../support/oracle/shape.ts'
import { putRecords } from '../support/put-records.ts'
import { createRandom } from '../support/random.ts'
import REASONS from './reasons.json' with { type: 'json' }

const DECLARATIONS = [...CATALOGUE, ...SHAPES]
const X: Place = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 1 }
const Y: Place = { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.5 }
/** Years with many records; the data date is in the last. */
const ASKED: [place: Place, seed: string, years: number[]][] = [
  [X, '2', [2022, 2023]],
  [Y, '5', [2021]],
]
/** `RECONCILE_SEEDS=7` tries seeds 1 to 7 besides. */
for (let seed = 1; seed <= Number(process.env['RECONCILE_SEEDS'] ?? 0); seed++)
  ASKED.push([seed % 2 ? X : Y, String(seed), [2018 + (seed % 7)]])
const SHOWN = 20

forEachDatabase((databaseName, open) => {
  test('the parts of every difference add up to it, over random records and every indicator', async () => {
    const wrong: string[] = []
    const seen = { values: 0, differences: 0, parts: new Map<string, number>() }
    for (const [place, seed, years] of ASKED) {
      const database = await open()
      for (const { type, institution, rows, dataDate } of makeBatches(seed, place))
        await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
      const causeway: Causeway = { database, indicators: DECLARATIONS, publicReading: true }
      const random = createRandom(`records of parts ${seed}`)
      // A statement takes a server longer to plan than to run.
      for (const year of databaseName === 'postgres' ? years.slice(0, 1) : years)
        for (const declaration of DECLARATIONS.filter((_, at) => databaseName === 'sqlite' || at % 3 < 2)) {
          const asked = { indicator: declaration.id, institution: place.institution, year }
          const found = await reconcile(causeway, OPERATOR, asked)
          const name = `${declaration.code} ${place.institution} ${year}`
          const [figure] = (await readSeries(causeway, OPERATOR, { ...asked, from: year, to: year })).figures
          expect(found.reference.figure, name).toEqual(figure)
          expect(found.values[0], name).toBe(found.reference)
          seen.values += found.values.length
          for (const difference of found.differences!) {
            seen.differences++
            if (differsInOne(difference) && random.chance(0.3)) {
              const problems = [
                ...(await checkRecords(causeway, difference)),
                ...(await checkReasons(causeway, place, difference)),
              ]
              wrong.push(...problems.map((problem) => `${name}, ${difference.to.label.en}: ${problem}`))
            }
            for (const { reason } of difference.parts) seen.parts.set(reason, (seen.parts.get(reason) ?? 0) + 1)
            wrong.push(...check(difference).map((problem) => `${name}, ${difference.to.label.en}: ${problem}`))
          }
        }
    }
    expect(wrong.length === 0 ? [] : [`${wrong.length} wrong`, ...wrong.slice(0, SHOWN)]).toEqual([])
    expect(seen.values).toBeGreaterThan(databaseName === 'sqlite' ? 1000 : 600)
    for (const reason of REASONS) expect(seen.parts.get(reason) ?? 0, reason).toBeGreaterThan(0)
  }, 300_000)
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

/** Between the two there is no other state, in which records could have come and gone. */
function differsInOne({ from: { question: a }, to: { question: b, unit } }: Difference): boolean {
  return unit === null && a.declaration === b.declaration && (a.basis === b.basis || a.scope === b.scope)
}

/** A part that adds speaks of records of the other figure, one that takes away of records of the reference. */
async function checkRecords(causeway: Causeway, { from, to, parts }: Difference): Promise<string[]> {
  const wrong: string[] = []
  for (const { side, direction, records, reason, label } of parts) {
    if (reason === 'AMOUNT' || reason === 'OTHER_RECORD') continue
    const { request, figure } = direction === 'IN' ? to : from
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

/** What the records themselves say of a reason: their days against the day that it names, their countries against the scope. */
async function checkReasons(
  causeway: Causeway,
  { institution, country }: Place,
  { from, to, parts }: Difference,
): Promise<string[]> {
  const { set, scope, measure } = to.question.declaration
  const isPaired = 'pairs' in measure
  if (!set || 'union' in set) return []
  const [begin, end] = pathsOf(set.time)
  const countryField = scope ? fieldOf(scope, 'numerator') : null
  const wrong: string[] = []
  for (const { direction, records, reason, label } of parts) {
    const day = dayIn(label.zh)
    const lacks = (direction === 'IN' ? from : to).question
    const isTrue: Record<string, (values: Readonly<Record<string, unknown>>) => boolean> = {
      LATER: (values) => begin === null || String(values[begin]) > day,
      EARLIER: (values) => {
        const field = 'fallsIn' in set.time ? begin : end
        return field === null || String(values[field]) < day
      },
      COUNTRY: (values) =>
        typeof countryField !== 'string' ||
        countryField.includes('.') ||
        placesOutside(lacks.scope!, country).includes(String(values[countryField] ?? 'unknown')),
    }
    const test = isTrue[reason]
    if (!test) continue
    const page = await listPartRecords(causeway, OPERATOR, institution, records, { first: 2000 })
    if (page.records.length !== records.length || page.totalCount !== records.length)
      wrong.push(`${label.en}: ${page.records.length} of ${records.length} records are there`)
    // A pair is of the day of its later test.
    const said = page.records.filter(({ values }) => !isPaired || values['phase'] === 'post')
    const untrue = said.filter(({ values }) => !test(values))
    if (untrue.length > 0) wrong.push(`${label.en}: ${JSON.stringify(untrue[0]!.values)}`)
  }
  return wrong
}

/** `2023年8月31日` as records hold it; empty: no day is named. */
function dayIn(sentence: string): string {
  const [, year, month, day] = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(sentence) ?? []
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : ''
}

/** The dates that a simple time rule reads; null: none that a record holds itself. */
function pathsOf(time: PlainSet['time']): [begin: string | null, end: string | null] {
  const own = (date: DateOf) => (typeof date === 'string' && !date.includes('.') ? date : null)
  if ('fallsIn' in time) return [own(time.fallsIn), null]
  if ('overlaps' in time) return [own(time.overlaps[0]), own(time.overlaps[1])]
  if ('inForce' in time && time.inForce.length === 1) return [own(time.inForce[0]![0]), own(time.inForce[0]![1])]
  return [null, null]
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
