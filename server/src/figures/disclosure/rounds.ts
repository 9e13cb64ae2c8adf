import { fieldOf, type Declaration, type DimensionId } from '../indicators/definition.ts'
import {
  placeOf,
  type Address,
  isSensitive,
  layersOf,
  type Layers,
  lesser,
  roundedLayersOf,
  type Counts,
} from './layers.ts'
import { buildLines } from './build-lines.ts'
import type { Cell } from './cell.ts'
import type { PersonClass } from './disclosure-class.ts'
import type { FigureFamily, GivenCell, Beside, FigureTable } from './family.ts'
import { protect } from './protect.ts'
import type { Scope } from '@causeway/shared/series'
import { countNamed, type CountName } from './shown-counts.ts'

export type Outcome = Pick<Cell, 'hidden' | 'standing'>

/**
 * What is hidden of one period, in rounds that each see other counts of the same cells: what one hides the next ones know. Answers
 * for each cell, in the order given. `hidden` of a cell: hidden already, for a reason of elsewhere. Where numbers are rounded only what
 * rests on few is hidden, in one round.
 */
export function hidingRounds(
  declaration: Pick<Declaration, 'scope' | 'dimensions'>,
  kind: PersonClass,
  family: FigureFamily,
): (addresses: readonly Address[], days: readonly Day[]) => Outcome[] {
  const { scope: sides, dimensions } = declaration
  const usual = sides?.default ?? null
  const dividesByScope = sides !== undefined && fieldOf(sides, 'denominator') !== null
  const given = family.given ?? []
  const whole = given.filter((one) => one.whole)
  // What is hidden in either case: with what is given whole in mind, and as though all were given of which something is.
  const givens = whole.length === given.length ? [whole] : [whole, given]

  if (family.isRounded) return (addresses) => find(addresses, given, roundedLayersOf(kind)).outcomes
  return (addresses, days) => {
    const under = kind === 'rate' && family.sharesDenominator ? hiddenUnder(addresses) : new Set<string>()
    const asked = addresses.map((address) => ({
      ...address,
      hidden: address.hidden === true || (isDivided(address) && under.has(placeUnder(address))),
    }))
    const outcomes = runAll(asked)
    const hide = (at: number) => {
      const isNew = !outcomes[at]!.hidden
      outcomes[at]!.hidden = true
      return isNew
    }
    const known = () => addresses.map((address, at) => ({ ...address, hidden: outcomes[at]!.hidden }))
    // What another day hides would be known by what is beside it on this one, and what is hidden for that by the other days.
    for (let isNew = days.length > 0; isNew;) {
      isNew = false
      for (const day of days) for (const at of tellingBeside(day, known())) isNew = hide(at) || isNew
      if (isNew) for (const [at, { hidden }] of runAll(known()).entries()) if (hidden) hide(at)
    }
    return outcomes
  }

  /** Which of the cells together with those of another day tell of few. */
  function tellingBeside(day: Day, known: readonly Address[]): number[] {
    const steps = stepsFrom(day, known, usual)
    const beside = steps.filter((step) => step !== null)
    const own = day.own === null ? kind : 'persons'
    if (!beside.some(({ counts }) => isSensitive(counts, layersOf(own)))) return []
    const outcomes = new Map(runAll(beside, own).map((outcome, at) => [beside[at]!, outcome]))
    // What the other day hides need not be hidden here.
    return steps.flatMap((step, at) => (step && !step.hidden && outcomes.get(step)!.hidden ? [at] : []))
  }

  /** With either of what is given. */
  function runAll(addresses: readonly Address[], as = kind): Outcome[] {
    const runs = givens.map((one) => run(addresses, one, as))
    return addresses.map((_, at) => ({
      standing: runs[0]![at]!.standing,
      hidden: runs.some((one) => one[at]!.hidden),
    }))
  }

  /**
   * What a rate is divided by is judged by itself, and by nothing else: rates over the same persons then have the same of them hidden.
   * Where the scope is of the numerator alone it is the same in every scope.
   */
  function hiddenUnder(addresses: readonly Address[]): Set<string> {
    const hidden = new Set<string>()
    const under = addresses
      .filter((address) => isDivided(address) && (dividesByScope || address.scope === usual))
      .map((address) => {
        const { value, denominator, size } = address.figure
        const figure = { ...address.figure, value: value === null ? null : denominator }
        return { ...address, figure, counts: [lesser(denominator, size)], hidden: false }
      })
    for (const one of givens)
      for (const [at, cell] of run(under, one, 'mean').entries()) if (cell.hidden) hidden.add(placeUnder(under[at]!))
    return hidden
  }

  function placeUnder({ scope, ...place }: Address): string {
    return placeOf({ ...place, scope: dividesByScope ? scope : null }, usual)
  }

  /** Whether the category is under the line too, and not the whole. */
  function isDivided({ dimension }: Pick<Address, 'dimension'>): boolean {
    const side = dimension === null ? undefined : dimensions[dimension as DimensionId]
    return side === undefined || fieldOf(side, 'denominator') !== null
  }

  function run(addresses: readonly Address[], given: readonly GivenCell[], as: PersonClass): Cell[] {
    const layers = layersOf(as)
    const { lines, outcomes } = find(addresses, given, layers)
    protect(lines, layers)
    return outcomes
  }

  /** The cells, with what is hidden for itself alone. */
  function find(addresses: readonly Address[], given: readonly GivenCell[], layers: Layers) {
    const { cells, lines } = buildLines(declaration, layers, { ...family, given }, addresses)
    return { lines, outcomes: addresses.map((address) => cells.get(address)!) }
  }
}

/** What else is shown of the same cells: by place, what was counted, and what the public does not see of it. */
export interface Day {
  counts: ReadonlyMap<string, Counts>
  hidden: ReadonlySet<string>
  /** Of which scopes and dimensions there are tables. */
  tables: ReadonlySet<string>
  /** The one count that is beside them; null: each is beside its like. */
  own: CountName | null
}

export function toDay(
  exact: readonly Address[],
  { shown, counts }: Pick<Beside, 'shown' | 'counts'>,
  usual: Scope | null,
): Day {
  const hidden = shown.flatMap(({ scope, dimension, figures }) =>
    figures
      .filter(({ gap }) => gap === 'SUPPRESSED')
      .map(({ category }) => placeOf({ scope, dimension: category === null ? null : dimension, category }, usual)),
  )
  return {
    counts: new Map(
      exact
        .map((address) => (counts ? withOne(address, counts.theirs) : address))
        .map((address) => [placeOf(address, usual), countsBy(address)]),
    ),
    hidden: new Set(hidden),
    tables: new Set(shown.map((table) => tableOf(table, usual))),
    own: counts?.own ?? null,
  }
}

/** The one count is all that is looked at, and a number of persons is its own size. */
function withOne(address: Address, name: CountName): Address {
  const count = countNamed(name, address.figure)
  return { ...address, counts: [count, count] }
}

const tableOf = ({ scope, dimension }: Pick<FigureTable, 'scope' | 'dimension'>, usual: Scope | null) =>
  JSON.stringify([scope ?? usual, dimension])

/** Where nothing was recorded yet, nobody had come; another gap that is not of our making says nothing of how many. */
function countsBy({ figure, counts }: Address): Counts {
  if (figure.value !== null || counts.every((count) => count === 0)) return counts
  return counts.map(() => (figure.gap === 'NO_RECORDS' ? 0 : null))
}

/** The same cells with what is between in place of what there is: it adds up along the same sums. Null: there is nothing beside. */
export function stepsFrom(day: Day, addresses: readonly Address[], usual: Scope | null): (Address | null)[] {
  return addresses.map((address) => {
    if (!day.tables.has(tableOf(address, usual))) return null
    const place = placeOf(address, usual)
    const before = day.counts.get(place)
    const own = day.own === null ? address : withOne(address, day.own)
    const counts = own.counts.map((count, layer) => {
      const then = before ? before[layer]! : 0
      return count === null || then === null ? null : Math.abs(count - then)
    })
    return { ...address, counts, hidden: address.hidden === true || day.hidden.has(place) }
  })
}
