import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import type { Declaration, SetOf } from '../indicators/definition.ts'
import type { Count, Part, Relation } from './held-counts.ts'
import type { CountName } from './shown-counts.ts'

/** One count of the whole of an indicator on one of its bases, in a year. */
export interface Whole {
  basis: Basis
  year: number
  /** First day. */
  start: string
  value: number
  /** Null: there was nobody, as everybody knows. */
  count: Count | null
}

const setsOf = ({ measure, set }: Declaration): SetOf[] =>
  'ratio' in measure ? [measure.ratio.numerator.set, measure.ratio.denominator.set] : [set!]

const branchesOf = (declaration: Declaration) =>
  setsOf(declaration).flatMap((one) => ('union' in one ? one.union : [one]))

/**
 * Whether its school years and calendar years share their parts: what is before the school year begins, and what is after. A state on
 * a day is none of a stretch.
 */
export function sharesStretches(declaration: Declaration): boolean {
  const { bases } = declaration
  return (
    bases.includes('SCHOOL_YEAR') &&
    bases.includes('CALENDAR_YEAR') &&
    branchesOf(declaration).every(({ time }) => 'fallsIn' in time || 'overlaps' in time) &&
    !branchesOf(declaration).some(({ time }) => 'trailing' in time)
  )
}

/** How much two parts are together: as much as each by itself; no less than one, and no more than both; no more than both. */
type Together = 'all' | 'some' | 'atMost'

/** Null: nothing is known of it. */
function together(declaration: Declaration, name: CountName): Together | null {
  const { measure } = declaration
  const picks = setsOf(declaration).some((one) => !('union' in one) && one.onePer && one.onePer.pick !== 'first')
  if ('sum' in measure && typeof measure.sum === 'object')
    if (name === 'value' && ('clippedDays' in measure.sum || 'sharedDays' in measure.sum)) return 'all'
  if ('pairs' in measure || (picks && (name === 'numerator' || name === 'rest'))) return null
  const isOfPersons = 'distinct' in measure || ('share' in measure && measure.per === 'persons') || 'ratio' in measure
  const isAtOnce = branchesOf(declaration).every(({ time }) => 'fallsIn' in time)
  if (name !== 'size' && !picks && isAtOnce && !isOfPersons && !setsOf(declaration).some((one) => 'union' in one))
    return 'all'
  // Those who meet a condition later are of the rest before.
  return name === 'rest' || 'mean' in measure ? 'atMost' : 'some'
}

/**
 * What the wholes of one count say of each other, over all years: years share their parts, and a part in a scope is no more than in a wider
 * one.
 * @param scopes the wholes of each scope, from the narrowest to the widest
 */
export function relateStretches(
  declaration: Declaration,
  name: CountName,
  scopes: readonly (readonly Whole[])[],
): Relation[] {
  const how = together(declaration, name)
  if (how === null) return []
  const found = scopes.flatMap((wholes) => (wholes.length > 0 ? relateScope(how, wholes) : []))
  return [
    ...found.flatMap(({ relations }) => relations),
    ...found.slice(1).flatMap(({ parts }, at) => relateScopes(found[at]!.parts, parts)),
  ]
}

function relateScopes(inner: Parts, outer: Parts): Relation[] {
  return [...inner].flatMap(([name, part]): Relation[] => {
    const around = outer.get(name)
    if (!around || part.count > around.count) return []
    return [
      {
        terms: [
          [part, 1],
          [around, -1],
        ],
        isExact: false,
      },
    ]
  })
}

function relateScope(how: Together, wholes: readonly Whole[]): { relations: Relation[]; parts: Parts } {
  const begin = wholes.find(({ basis }) => basis === 'SCHOOL_YEAR')?.start.slice(5) ?? DEFAULT_AT
  const day = begin > DEFAULT_AT ? 'before' : 'after'
  const inOrder = wholes.toSorted((one, other) => (one.start < other.start ? -1 : 1))
  let exact = how === 'all' ? inOrder.length : 0
  let [parts, relations] = relateExactly(inOrder.slice(0, exact), day)
  // Of a year that has not begun nobody knows that nobody will be in it: parts add up until then.
  while (relations === null) [parts, relations] = relateExactly(inOrder.slice(0, --exact), day)
  const left = inOrder.slice(exact)
  const loose = how === 'all' ? 'some' : how
  const all = new Map([...takeParts(left, loose), ...parts])
  return { relations: [...relations, ...relate(left, all, loose, day)], parts: all }
}

type Side = 'before' | 'after'
type Parts = ReadonlyMap<string, Part>

/** The parts that a whole is made up of; on a day it is inside of one. */
function partsOf({ basis, year }: Whole, day: Side): string[] {
  if (basis === 'CALENDAR_YEAR') return [`${year} before`, `${year} after`]
  if (basis === 'SCHOOL_YEAR') return [`${year} after`, `${year + 1} before`]
  return [`${year} ${day}`]
}

/** Null: they do not add up. */
function relateExactly(wholes: readonly Whole[], day: Side): [Parts, Relation[] | null] {
  const parts = findParts(wholes)
  const relations = parts ? relate(wholes, parts, 'all', day) : []
  return [parts ?? new Map(), parts && relations.length === wholes.length ? relations : null]
}

/** What is so, as the counts are. */
function relate(wholes: readonly Whole[], parts: Parts, how: Together, day: Side): Relation[] {
  const relations: Relation[] = []
  for (const whole of wholes) {
    const own: Relation['terms'] = whole.count ? [[whole.count, 1]] : []
    const inside = partsOf(whole, day).flatMap((name) => parts.get(name) ?? [])
    const sum = inside.reduce((total, { count }) => total + count, 0)
    const isExact = how === 'all' && whole.basis !== 'POINT_IN_TIME'
    if (isExact ? sum === whole.value : sum >= whole.value)
      relations.push({ terms: [...own, ...inside.map((part) => [part, -1] as const)], isExact })
    if (how !== 'some' || whole.basis === 'POINT_IN_TIME') continue
    for (const part of inside)
      if (part.count <= whole.value)
        relations.push({ terms: [[part, 1], ...own.map(([count]) => [count, -1] as const)], isExact: false })
  }
  return relations
}

/** The parts as they are, from the first year on, before which there was nobody. Null: they do not add up. */
function findParts(wholes: readonly Whole[]): Parts | null {
  const parts = new Map<string, Part>()
  const values = new Map(wholes.map(({ basis, year, value }) => [`${basis} ${year}`, value]))
  const years = [...new Set(wholes.map(({ year }) => year))].toSorted((a, b) => a - b)
  let before = 0
  for (const year of years) {
    const after = (values.get(`CALENDAR_YEAR ${year}`) ?? 0) - before
    // Of the last year the school year may be left out.
    const next = (values.get(`SCHOOL_YEAR ${year}`) ?? after) - after
    if (after < 0 || next < 0) return null
    parts.set(`${year} before`, { count: before })
    parts.set(`${year} after`, { count: after })
    parts.set(`${year + 1} before`, { count: next })
    before = next
  }
  return parts
}

/** Parts that can be: as great as what they are in lets them, or all of what they are in. */
function takeParts(wholes: readonly Whole[], how: Together): Parts {
  const parts = new Map<string, Part>()
  for (const whole of wholes) {
    if (whole.basis === 'POINT_IN_TIME') continue
    for (const name of partsOf(whole, 'before')) {
      const before = parts.get(name)?.count ?? whole.value
      parts.set(name, { count: how === 'some' ? Math.min(before, whole.value) : Math.max(before, whole.value) })
    }
  }
  return parts
}
