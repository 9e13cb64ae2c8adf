import {
  hasScopeOf,
  isSame,
  liesInside,
  scopeField,
  sharedDimensions,
  shownCounts,
  type CountName,
  type CountOf,
} from '@causeway/server/figures/disclosure/shown-counts'
import { scopesOf, type Declaration, type DimensionId } from '@causeway/server/figures/indicators/definition'
import { disclosureClass } from '@causeway/server/figures/disclosure/disclosure-class'
import { holdsPersons } from '@causeway/server/records/record-types'
import type { Scope } from '@causeway/shared/series'
import { isPossible, loadSolver } from './bound.ts'
import type { SeenAt, World } from './collect.ts'
import { nameOf, type Layer, type System } from './system.ts'

const LAYERS: Record<CountName, Layer> = { value: 'v', size: 's', numerator: 'n', denominator: 'd', rest: 'r' }

/** What indicators say of each other that count the same persons, or some of them. */
export function addBetweenIndicators(system: System, world: World): void {
  const declarations = [...new Set([...world.values()].map(({ declaration }) => declaration))]
  const seen = Map.groupBy(world.values(), ({ declaration }) => declaration)
  const counts = declarations.flatMap((of) => shownCounts(of).map((count) => ({ count, of })))
  for (const inner of counts)
    for (const outer of counts) {
      if (inner === outer) continue
      const [same, inside] = [isSame(inner, outer), liesInside(inner, outer)]
      if (!same && !inside) continue
      const dimensions = sharedDimensions(inner, outer)
      for (const one of seen.get(inner.of)!)
        for (const scope of scopesBeside(inner, outer, one))
          addBeside(system, inner, outer, one, scope, dimensions, same)
    }
}

/** In which scopes of the outer one a count of the inner is inside it. */
function scopesBeside(inner: CountOf, outer: CountOf, { scope }: SeenAt): (Scope | null)[] {
  const all = scopesOf(outer.of)
  if (scopeField(outer) === null) return all
  if (hasScopeOf(inner, outer)) return all.filter((one) => isAround(one, scope))
  return all.filter((one) => one === null)
}

const WIDTH: (Scope | null)[] = ['ABROAD', 'BORDER', null]
const isAround = (outer: Scope | null, inner: Scope | null) => WIDTH.indexOf(outer) >= WIDTH.indexOf(inner)

function addBeside(
  system: System,
  inner: CountOf,
  outer: CountOf,
  { basis, scope, by, year, category }: SeenAt,
  around: Scope | null,
  dimensions: ReadonlySet<DimensionId>,
  same: boolean,
): void {
  if (by !== null && !dimensions.has(by)) return
  const own = nameOf({ declaration: inner.of, basis, scope, by }, year, category, LAYERS[inner.count.name])
  const at = { declaration: outer.of, basis, scope: around, by }
  const other = nameOf(at, year, category, LAYERS[outer.count.name])
  if (!system.has(own) || !system.has(other)) return
  if (
    !(
      same &&
      scope === around &&
      system.add([
        [own, 1],
        [other, -1],
      ])
    )
  )
    system.addAtMost(own, [other])
}

/** Of a count that only grows a later day has all that an earlier one has. */
export function addGrowth(system: System, world: World): void {
  const growing = [...world.values()].filter(({ declaration }) => declaration.kind === 'CUMULATIVE')
  const cells = Map.groupBy(growing, ({ declaration, scope, by, category }) =>
    JSON.stringify([declaration.code, scope, by, category]),
  )
  for (const days of cells.values()) {
    const inOrder = days.toSorted((a, b) => (a.end < b.end ? -1 : 1))
    for (const [at, later] of inOrder.slice(1).entries())
      for (const layer of ['v', 's'] as const) {
        const of = (one: SeenAt) => nameOf(one, one.year, one.category, layer)
        system.addAtMost(of(inOrder[at]!), [of(later)])
      }
  }
}

/** The few who came between two days that are both shown, of a count that only grows. */
export function fewBetweenDays(world: World, least: number): string[] {
  const shown = [...world.values()].filter(
    ({ declaration, figure }) =>
      declaration.kind === 'CUMULATIVE' &&
      disclosureClass(declaration, holdsPersons) === 'persons' &&
      figure.value !== null,
  )
  const cells = Map.groupBy(shown, ({ declaration, scope, by, category }) =>
    JSON.stringify([declaration.code, scope, by, category]),
  )
  return [...cells].flatMap(([cell, days]) => {
    const inOrder = days.toSorted((a, b) => (a.end < b.end ? -1 : 1))
    return inOrder.slice(1).flatMap(({ end, figure }, at) => {
      const came = figure.value! - inOrder[at]!.figure.value!
      return came > 0 && came < least ? [`${cell}: ${came} came from ${inOrder[at]!.end} to ${end}`] : []
    })
  })
}

/** How much is counted of two stretches of time together: as much as of each, no less than of one, or no more than of each. */
type Together = 'all' | 'some' | 'atMost' | 'any'

function together({ measure, set }: Declaration, layer: Layer): Together {
  const sets = 'ratio' in measure ? [measure.ratio.numerator, measure.ratio.denominator] : [{ set: set!, measure }]
  const branches = sets.flatMap((part) => ('union' in part.set ? part.set.union : [part.set]))
  const isAtOnce = branches.every(({ time }) => 'fallsIn' in time)
  const picksOften = sets.some((part) => !('union' in part.set) && part.set.onePer && part.set.onePer.pick !== 'first')
  if ('sum' in measure && typeof measure.sum === 'object') {
    if (layer === 'v' && ('clippedDays' in measure.sum || 'sharedDays' in measure.sum)) return 'all'
  }
  if ('pairs' in measure || (picksOften && (layer === 'n' || layer === 'r'))) return 'any'
  const isOfPersons = 'distinct' in measure || ('share' in measure && measure.per === 'persons') || 'ratio' in measure
  if (layer !== 's' && !picksOften && isAtOnce && !isOfPersons && !('union' in (set ?? {}))) return 'all'
  // Those who meet a condition later are of the rest before.
  return layer === 'r' || 'mean' in measure ? 'atMost' : 'some'
}

/**
 * School years and calendar years share their parts: of each calendar year what is before the school year begins, and what is after.
 * What is counted whole in a stretch is inside every longer one.
 */
export async function addBases(system: System, world: World, schoolYearStart: string): Promise<void> {
  const solver = await loadSolver()
  const wholes = [...world.values()].filter(({ by, declaration }) => by === null && isOfStretches(declaration))
  const ofOne = Map.groupBy(wholes, ({ declaration, scope }) => JSON.stringify([declaration.code, scope]))
  for (const [key, all] of ofOne) {
    const { declaration, scope } = all[0]!
    const years = [...new Set(all.map(({ year }) => year))]
    for (const layer of ['v', 's', 'n', 'd', 'r'] as const) {
      const name = (basis: SeenAt['basis'], year: number) =>
        nameOf({ declaration, basis, scope, by: null }, year, null, layer)
      if (!years.some((year) => declaration.bases.some((basis) => system.has(name(basis, year))))) continue
      const half = (year: number, part: 'A' | 'B') => `${key} ${layer} ${year} ${part}`
      const before = system.relations.length
      for (const year of [...years, Math.max(...years) + 1])
        for (const part of ['A', 'B'] as const) system.addUnknown(half(year, part), !('sum' in declaration.measure))
      for (const year of years) {
        const how = together(declaration, layer)
        addStretch(system, name('CALENDAR_YEAR', year), [half(year, 'A'), half(year, 'B')], how)
        addStretch(system, name('SCHOOL_YEAR', year), [half(year, 'B'), half(year + 1, 'A')], how)
        const day = name('POINT_IN_TIME', year)
        if (system.has(day) && how !== 'any') addLess(system, day, half(year, '09-01' >= schoolYearStart ? 'B' : 'A'))
      }
      // Anyone who takes for true what is not finds out nothing, and leaves it out: a year that the records end in.
      const added = system.relations.splice(before)
      if (added.length === 0 || isPossible(solver, added, system.truth)) system.relations.push(...added)
      else
        system.relations.push(
          ...added.reduce<typeof added>(
            (all, one) => (isPossible(solver, [...all, one], system.truth) ? [...all, one] : all),
            [],
          ),
        )
    }
  }
}

const isOfStretches = ({ kind, bases, measure, set }: Declaration) =>
  bases.length > 1 &&
  kind !== 'CUMULATIVE' &&
  kind !== 'STOCK' &&
  !timesOf({ measure, set }).some(
    (time) => 'inForce' in time || 'trailing' in time || 'upTo' in time || 'always' in time,
  )

function timesOf({ measure, set }: Pick<Declaration, 'measure' | 'set'>) {
  const sets = 'ratio' in measure ? [measure.ratio.numerator.set, measure.ratio.denominator.set] : [set!]
  return sets.flatMap((one) => ('union' in one ? one.union : [one])).map(({ time }) => time)
}

function addStretch(system: System, whole: string, parts: [string, string], how: Together): void {
  if (!system.has(whole) || how === 'any') return
  const sum: [string, number][] = [
    [whole, -1],
    [parts[0], 1],
    [parts[1], 1],
  ]
  system.addAnyway({ terms: sum, least: 0, most: how === 'all' ? 0 : Infinity })
  if (how === 'some') for (const part of parts) addLess(system, part, whole)
}

function addLess(system: System, inner: string, outer: string): void {
  system.addAnyway({
    terms: [
      [inner, 1],
      [outer, -1],
    ],
    least: -Infinity,
    most: 0,
  })
}
