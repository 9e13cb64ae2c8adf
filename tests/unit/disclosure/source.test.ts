import { expect, test } from 'vitest'
import type { Basis } from '@causeway/shared/period'
import type { Standing } from '@causeway/server/figures/standing'
import { allNeeded, followsFromAllYears, groupOf, isOfThings } from '@causeway/server/figures/needed'
import { cutsOf, type OnBasis } from '@causeway/server/figures/public-family'
import { namesOf, type Source } from '@causeway/server/figures/source'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { toCell, type PeriodAnswer } from '@causeway/server/figures/indicators/observe/rows'

const YEARS = [2021, 2022, 2023]
const STANDING = { country: 'CN', schoolYearStart: '09-01', dataDate: '2024-08-31' } as Standing

const declarationOf = (code: string) => CATALOGUE.find((one) => one.code === code)!

/** All that what is hidden of an indicator follows from, with a count for each of its tables and years. */
function readOf(asked: OnBasis) {
  const sources: Source[] = []
  const answers: PeriodAnswer[][] = []
  for (const one of allNeeded(CATALOGUE, asked)) {
    const cuts = cutsOf(one)
    const nestings = [{ inner: 'programme' as const, outer: 'department' as const, outerOf: () => 'D1' }]
    sources.push({ ...one, cuts, at: answers.length, nestings, given: [] })
    const absent = toCell(null, null, { value: 0 })
    for (const { by } of cuts) {
      const cells = [toCell(by && 'A', null, { value: 7 })]
      answers.push(YEARS.map((year) => ({ year, cells, absent, uncounted: [], whole: null })))
    }
  }
  const name = (year: number, standing = STANDING) =>
    namesOf(CATALOGUE, sources, { standing, answers })(sources[0]!, year)
  const place = (code: string, basis: Basis) =>
    sources.find((one) => one.declaration.code === code && one.basis === basis)!
  /** One more in the first table of a source in a year. */
  const count = (code: string, basis: Basis, year: number) => {
    const of = answers[place(code, basis).at]!
    const at = YEARS.indexOf(year)
    of[at] = { ...of[at]!, cells: [toCell(null, null, { value: 8 })] }
  }
  return { name, place, count, replace: (at: number, source: Source) => (sources[at] = source), sources }
}

test('the name of all that what is hidden follows from is another where any of it is', () => {
  const EX02 = { declaration: declarationOf('EX02'), basis: 'SCHOOL_YEAR' as const }
  const changes: [what: string, change: (read: ReturnType<typeof readOf>) => void][] = [
    ['its own count', ({ count }) => count('EX02', 'SCHOOL_YEAR', 2022)],
    ['the count of one that it gives way to', ({ count }) => count('DN01', 'SCHOOL_YEAR', 2022)],
    [
      'what was published',
      ({ sources, replace }) => {
        const cell = { basis: 'SCHOOL_YEAR' as const, year: 2022, scope: null, dimension: null, category: null }
        replace(0, { ...sources[0]!, given: [{ ...cell, whole: true }] })
      },
    ],
    [
      'how categories lie in others',
      ({ sources, replace }) => {
        const nestings = sources[0]!.nestings.map((one) => ({ ...one, outerOf: () => 'D2' }))
        replace(0, { ...sources[0]!, nestings })
      },
    ],
  ]
  const before = readOf(EX02).name(2022)
  expect(readOf(EX02).name(2022)).toBe(before)
  for (const [what, change] of changes) {
    const read = readOf(EX02)
    change(read)
    expect(read.name(2022), what).not.toBe(before)
  }
  for (const [fact, value] of Object.entries({ country: 'VN', schoolYearStart: '08-01', dataDate: '2024-09-01' }))
    expect(readOf(EX02).name(2022, { ...STANDING, [fact]: value }), fact).not.toBe(before)
})

test('another year is named with it only where what is hidden follows from all of them', () => {
  const changed = (code: string, basis: Basis, on: Basis) => {
    const asked = { declaration: declarationOf(code), basis }
    const read = readOf(asked)
    read.count(code, on, 2021)
    return readOf(asked).name(2022) !== read.name(2022)
  }
  expect(changed('EX02', 'SCHOOL_YEAR', 'SCHOOL_YEAR')).toBe(false)
  // Its wholes share their parts with those of the other basis.
  expect(changed('EX02', 'CALENDAR_YEAR', 'SCHOOL_YEAR')).toBe(true)
  // It only grows.
  expect(changed('EX18', 'SCHOOL_YEAR', 'SCHOOL_YEAR')).toBe(true)
})

test('those that are settled together follow from the same, whichever is asked for: their solution is remembered for all', () => {
  const isOfOneYear = (one: OnBasis) => !isOfThings(one.declaration) && !followsFromAllYears(CATALOGUE, one)
  const nameOf = ({ declaration, basis }: OnBasis) => `${declaration.code} ${basis}`
  const needsOf = (one: OnBasis) => allNeeded(CATALOGUE, one).map(nameOf).toSorted()
  const asked = CATALOGUE.flatMap((declaration) => declaration.bases.map((basis) => ({ declaration, basis })))
  const compared = asked.filter(isOfOneYear).map((one) => {
    const [first] = groupOf(CATALOGUE, one.declaration)
      .filter(({ bases }) => bases.includes(one.basis))
      .map((declaration) => ({ declaration, basis: one.basis }))
      .filter(isOfOneYear)
    expect(needsOf(one), nameOf(one)).toEqual(needsOf(first!))
    return first!.declaration !== one.declaration
  })
  expect(compared.filter(Boolean).length).toBeGreaterThan(20)
})
