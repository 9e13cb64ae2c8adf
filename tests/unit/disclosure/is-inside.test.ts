import { expect, test } from 'vitest'
import { isInside, shownCounts } from '@causeway/server/figures/disclosure/shown-counts'
import { tiedBefore } from '@causeway/server/figures/disclosure/ties'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Cond, Declaration, PlainSet } from '@causeway/server/figures/indicators/definition'
import { sameCounts } from '@causeway/server/figures/indicators/same-count'
import INSIDE from './inside.json' with { type: 'json' }

const foreignStudents = CATALOGUE.find(({ code }) => code === 'EX02')!
const firstAttempts = CATALOGUE.find(({ code }) => code === 'SK05')!
const destinations = CATALOGUE.find(({ code }) => code === 'SK15.dec')!

/** The same with other conditions, or whatever else of its set. */
const changed = (declaration: Declaration, set: Partial<PlainSet>, more: Partial<Declaration> = {}): Declaration => ({
  ...declaration,
  id: 'own-other',
  code: 'own-other',
  set: { ...(declaration.set as PlainSet), ...set },
  ...more,
})
const students = (...where: Cond[]) => shownCounts(changed(foreignStudents, { where }))[0]!
const during = (time: PlainSet['time']) => shownCounts(changed(foreignStudents, { time }))[0]!

test.each<[string, Cond, Cond]>(INSIDE as [string, Cond, Cond][])(
  '%s, and not the other way round',
  (_, narrow, wide) => {
    expect(isInside(students(narrow), students(wide))).toBe(true)
    expect(isInside(students(wide), students(narrow))).toBe(false)
  },
)

test('more conditions are inside fewer, whatever their order; others are not', () => {
  const [full, female]: Cond[] = [
    { field: 'full_time', in: [1] },
    { field: 'sex', in: ['female'] },
  ]
  expect(isInside(students(full!, female!), students(female!))).toBe(true)
  expect(isInside(students(full!, female!), students(female!, full!))).toBe(true)
  expect(isInside(students(full!), students(female!))).toBe(false)
})

test('who is there on a day, or comes, is there in the period; who ever came is more', () => {
  const period = during({ overlaps: ['start', 'end'] })
  const [day, coming] = [during({ inForce: [['start', 'end']] }), during({ fallsIn: 'start' })]
  const everCame = during({ upTo: 'start' })
  for (const inner of [day, coming]) {
    expect(isInside(inner, period)).toBe(true)
    expect(isInside(period, inner)).toBe(false)
  }
  expect(isInside(period, everCame)).toBe(true)
  expect(isInside(everCame, period)).toBe(false)
  expect(isInside(during({ fallsIn: 'due' }), period)).toBe(false)
})

test('who passed at the first attempt passed at the best one, but who failed at the first need not have failed at the best', () => {
  const best = CATALOGUE.find(({ code }) => code === 'SK05.best')!
  const inside = shownCounts(firstAttempts).flatMap((one) =>
    shownCounts(best).flatMap((other) => (isInside(one, other) ? [`${one.name} in ${other.name}`] : [])),
  )
  expect(inside).toEqual([
    'denominator in denominator',
    'numerator in denominator',
    'numerator in numerator',
    'rest in denominator',
    'size in size',
  ])
  expect(shownCounts(best).some((one) => shownCounts(firstAttempts).some((other) => isInside(one, other)))).toBe(false)
})

test('an indicator of a college itself gives way to those that ship, by each side of a rate', () => {
  const own = changed(firstAttempts, {
    where: [...((firstAttempts.set as PlainSet).where ?? []), { field: 'unit', in: ['U1'] }],
  })
  const indicators = [own, ...CATALOGUE]
  const tied = tiedBefore(indicators, own).find(({ other }) => other === firstAttempts)!
  expect(tied.ties.map((tie) => `${tie.own} ${tie.theirs}`)).toEqual([
    'denominator denominator',
    'numerator numerator',
    'rest rest',
    'size size',
  ])
  expect(tiedBefore(indicators, firstAttempts)).toEqual([])
})

test('those who said their pay are beside no others; those who said anything else are beside all', () => {
  const counted = (name: string, ...where: Cond[]) =>
    changed(
      destinations,
      { where: [{ field: 'observation', in: ['6m'] }, ...where] },
      { id: `own-${name}`, code: `own-${name}`, measure: { distinct: 'persons' } },
    )
  const all = counted('all')
  const employers = counted('employers', { field: 'employer_type', filled: true })
  expect(tiedBefore([all, employers], employers).map(({ other }) => other)).toEqual([all])
  const pay = CATALOGUE.find(({ code }) => code === 'SK18.mean')!
  expect(tiedBefore([pay, all], all)).toEqual([])
})

test('the same rate of another day after graduation is tied side by side, and another rate of that day is not', () => {
  const later = changed(destinations, { where: [{ field: 'observation', in: ['12m'] }] })
  const [tied] = tiedBefore([destinations, later], later)
  expect(tied?.ties.map((tie) => `${tie.own} ${tie.theirs}`)).toEqual([
    'denominator denominator',
    'numerator numerator',
    'rest rest',
  ])
  const another = changed(later, {}, { measure: { share: [{ field: 'status', in: ['employed'] }], per: 'persons' } })
  expect(tiedBefore([destinations, another], another)).toEqual([])
})

test('an earlier version gives way to all that are in force, and follows the one that counts the same', () => {
  const best = CATALOGUE.find(({ code }) => code === 'SK05.best')!
  expect(tiedBefore([best], { ...firstAttempts, version: 0 }).map(({ other }) => other)).toEqual([best])
  const earlier = { ...foreignStudents, version: 0 }
  expect(sameCounts(CATALOGUE, earlier).map(({ leader }) => leader)).toEqual([foreignStudents])
  expect(sameCounts(CATALOGUE, foreignStudents)).toEqual([])
})

test('none waits for itself, however the counts of several are in each other', () => {
  const rate = (id: string, of: Cond, share: Cond): Declaration => ({
    ...changed(foreignStudents, { where: [of] }),
    id,
    code: id,
    measure: { share: [share], per: 'persons' },
  })
  const [women, whole, funded]: Cond[] = [
    { field: 'sex', in: ['female'] },
    { field: 'full_time', in: [1] },
    { field: 'funding', in: ['government'] },
  ]
  // Each one's part is inside what the next is divided by.
  const round = [rate('own-a', women!, whole!), rate('own-b', whole!, funded!), rate('own-c', funded!, women!)]
  const before = new Map(round.map((one) => [one, tiedBefore(round, one).map(({ other }) => other)]))
  expect([...before.values()].flat().length).toBeGreaterThan(1)
  const waitsFor = (one: Declaration, seen: Declaration[] = []): boolean =>
    seen.includes(one) || before.get(one)!.some((other) => waitsFor(other, [...seen, one]))
  expect(round.some((one) => waitsFor(one))).toBe(false)
})
