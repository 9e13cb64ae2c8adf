import type { Figure } from '@causeway/shared/figure'
import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Declaration, SetOf } from '../indicators/definition.ts'
import type { PersonClass } from './disclosure-class.ts'
import type { Place } from './family.ts'
import { lesser } from './layers.ts'
import { Polytope, WIDE } from './polytope.ts'
import type { Constraint } from './solved-rows.ts'

/** The whole of an indicator on one of its bases in one of its scopes. */
export interface Whole {
  basis: Basis
  scope: Scope | null
  figure: Figure
  hidden: boolean
  /** So many everybody knows that it is at least, from what its parts show. */
  least: number
  /** Everybody knows it. */
  given: boolean
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

/** Whether two parts are as much together as each by itself: nobody is in both. */
function addsUp(declaration: Declaration, name: string): boolean {
  const { measure } = declaration
  if (name === 'size') return false
  if ('sum' in measure && typeof measure.sum === 'object')
    return 'clippedDays' in measure.sum || 'sharedDays' in measure.sum
  const isOfPersons = 'distinct' in measure || ('share' in measure && measure.per === 'persons') || 'ratio' in measure
  const picks = setsOf(declaration).some((one) => !('union' in one) && one.onePer && one.onePer.pick !== 'first')
  return !isOfPersons && !picks && branchesOf(declaration).every(({ time }) => 'fallsIn' in time)
}

/** What a whole tells of how many, by name. */
function countsOf(kind: PersonClass, figure: Figure): Record<string, number | null> {
  // Where nothing was recorded, there was nobody; of a rate one side may have been reported.
  const none = kind !== 'rate' && figure.gap === 'NO_RECORDS' && !figure.leftOut ? 0 : null
  const of = (name: 'value' | 'size' | 'numerator' | 'denominator') => figure[name] ?? none
  const [value, size, numerator, denominator] = [of('value'), of('size'), of('numerator'), of('denominator')]
  if (kind === 'persons' || kind === 'person-days') return { value: value ?? size, size }
  if (kind === 'mean') return { denominator: lesser(denominator, size) }
  const rest = numerator === null || denominator === null || numerator > denominator ? null : denominator - numerator
  return { numerator, rest, denominator }
}

/**
 * The wholes that have to be hidden on other bases than the first, so that each hidden one can be four numbers for anybody who knows
 * those of all years, bases and scopes: calendar years put together are school years put together but for what is at their ends. Of
 * those that do it the one of fewest persons.
 */
export function hideByBases(declaration: Declaration, kind: PersonClass, all: readonly Whole[]): PlaceOnBasis[] {
  const wholes = all.map((whole) => ({ ...whole, counts: countsOf(kind, whole.figure) }))
  if (!wholes.some(({ hidden }) => hidden)) return []
  const names = Object.keys(wholes[0]!.counts)
  const found: PlaceOnBasis[] = []
  const first = declaration.bases[0]
  const lossOf = ({ counts }: (typeof wholes)[number]) =>
    counts['size'] ?? counts['denominator'] ?? counts['value'] ?? 0
  const open = wholes
    .filter(({ basis, hidden, given, figure }) => basis !== first && !hidden && !given && (figure.value ?? 0) > 0)
    .toSorted((a, b) => lossOf(a) - lossOf(b) || (a.figure.period.start < b.figure.period.start ? -1 : 1))
  for (const name of names) {
    const system = new Stretches(wholes, name, addsUp(declaration, name))
    for (const whole of wholes) {
      if (!whole.hidden || !whole.counts[name]) continue
      for (let width = system.widthOf(whole); width < WIDE;) {
        const next = open.find((other) => !other.hidden && system.widthOf(whole, other) > width)
        if (!next) break
        next.hidden = true
        width = system.widthOf(whole)
        const { scope, figure } = next
        found.push({ year: figure.period.year, basis: next.basis, scope, dimension: null, category: null })
      }
    }
  }
  return found
}

interface PlaceOnBasis extends Place {
  basis: Basis
}

type Counted = Whole & { counts: Record<string, number | null> }
type Part = 'before' | 'after'

/** How the parts of years make up the wholes of one count. */
class Stretches {
  readonly #wholes: readonly Counted[]
  readonly #name: string
  readonly #isExact: boolean
  readonly #parts = new Map<string, number>()
  /** Of which part the first of September is. */
  readonly #day: Part

  constructor(wholes: readonly Counted[], name: string, isExact: boolean) {
    this.#wholes = wholes
    this.#name = name
    const begin = wholes.find(({ basis }) => basis === 'SCHOOL_YEAR')?.figure.period.start.slice(5) ?? DEFAULT_AT
    this.#day = begin > DEFAULT_AT ? 'before' : 'after'
    this.#isExact = isExact && this.#findParts()
    if (!this.#isExact) this.#takeParts()
  }

  /** How many numbers a hidden one can be, up to four, with another hidden too. */
  widthOf(whole: Counted, also?: Counted): number {
    const unknown = this.#wholes.filter((one) => (one.hidden || one === also) && this.#count(one) !== null)
    const parts = [...this.#parts.keys()]
    const places = new Map<Counted | string, number>([...unknown, ...parts].map((one, at) => [one, at]))
    const values = [...unknown.map((one) => this.#count(one)!), ...this.#parts.values()]
    const isPart = this.#name === 'numerator' || this.#name === 'rest'
    const least = values.map((value, at) =>
      Math.min(value, at < unknown.length && !isPart ? this.#leastOf(unknown[at]!) : 0),
    )
    return new Polytope(values, least, [...this.#constraints(places)]).widthOf(places.get(whole)!)
  }

  *#constraints(places: ReadonlyMap<Counted | string, number>): Generator<Constraint> {
    for (const whole of this.#wholes) {
      const count = this.#count(whole)
      if (count === null) continue
      const own = places.get(whole)
      const parts = this.#partsOf(whole).map((name) => places.get(name)!)
      const isDay = whole.basis === 'POINT_IN_TIME'
      const ofWhole = own === undefined ? [] : [[own, 1] as const]
      const known = own === undefined ? count : 0
      if (!isDay)
        yield {
          terms: [...ofWhole, ...parts.map((at) => [at, -1] as const)],
          most: this.#isExact ? null : -known,
        }
      // On a day are no more than in what it is in; in a part of a year are no more than in all of it.
      for (const at of parts)
        if (isDay) yield { terms: [...ofWhole, [at, -1]], most: -known }
        else if (!this.#isExact)
          yield { terms: [[at, 1], ...ofWhole.map(([place]) => [place, -1] as const)], most: known }
    }
    for (const inner of this.#wholes)
      for (const outer of this.#wholes) {
        if (inner.basis !== outer.basis || inner.figure.period.year !== outer.figure.period.year) continue
        if (WIDTH.indexOf(inner.scope) >= WIDTH.indexOf(outer.scope)) continue
        yield* this.#within(inner, outer, places)
      }
  }

  *#within(inner: Counted, outer: Counted, places: ReadonlyMap<Counted | string, number>): Generator<Constraint> {
    const [one, other] = [this.#count(inner), this.#count(outer)]
    const [own, around] = [places.get(inner), places.get(outer)]
    if (one === null || other === null || one > other || (own === undefined && around === undefined)) return
    yield {
      terms: [
        ...(own === undefined ? [] : [[own, 1] as const]),
        ...(around === undefined ? [] : [[around, -1] as const]),
      ],
      most: (around === undefined ? other : 0) - (own === undefined ? one : 0),
    }
  }

  #leastOf({ least }: Counted): number {
    return this.#name === 'value' || this.#name === 'denominator' ? Math.max(1, least) : 1
  }

  #partsOf({ basis, scope, figure }: Counted): string[] {
    const { year } = figure.period
    const [before, after] = [partName(scope, year, 'before'), partName(scope, year, 'after')]
    if (basis === 'CALENDAR_YEAR') return [before, after]
    if (basis === 'SCHOOL_YEAR') return [after, partName(scope, year + 1, 'before')]
    return [this.#day === 'before' ? before : after]
  }

  #count(whole: Counted): number | null {
    return whole.counts[this.#name] ?? null
  }

  /** The parts as they are, from the first year on, before which there was nobody. Whether they are all that there is. */
  #findParts(): boolean {
    const scopes = Map.groupBy(this.#wholes, ({ scope }) => scope)
    for (const [scope, own] of scopes) {
      const of = (basis: Basis, year: number) =>
        own.find((one) => one.basis === basis && one.figure.period.year === year)
      const years = [...new Set(own.map(({ figure }) => figure.period.year))].toSorted((a, b) => a - b)
      let before = 0
      for (const year of years) {
        const [calendar, school] = (['CALENDAR_YEAR', 'SCHOOL_YEAR'] as const).map((basis) => {
          const whole = of(basis, year)
          return whole ? (this.#count(whole) ?? 0) : 0
        })
        const after = calendar! - before
        const next = school! - after
        if (after < 0 || next < 0) return false
        this.#parts.set(partName(scope, year, 'before'), before)
        this.#parts.set(partName(scope, year, 'after'), after)
        this.#parts.set(partName(scope, year + 1, 'before'), next)
        before = next
      }
    }
    return true
  }

  /** Parts that can be: as great as what they are in lets them. */
  #takeParts(): void {
    this.#parts.clear()
    for (const whole of this.#wholes) {
      if (whole.basis === 'POINT_IN_TIME') continue
      for (const name of this.#partsOf(whole)) {
        const most = this.#count(whole) ?? Number.MAX_SAFE_INTEGER
        this.#parts.set(name, Math.min(this.#parts.get(name) ?? most, most))
      }
    }
    for (const [name, most] of this.#parts) if (most === Number.MAX_SAFE_INTEGER) this.#parts.set(name, 0)
  }
}

const WIDTH: (Scope | null)[] = ['ABROAD', 'BORDER', null]

const partName = (scope: Scope | null, year: number, part: Part) => `${scope} ${year} ${part}`
