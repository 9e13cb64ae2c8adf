import type { Scope } from '@causeway/shared/series'
import { placeOf, type Address } from './address.ts'
import type { Beside, FigureTable } from './family.ts'
import type { Counts } from './layers.ts'
import { countNamed, type CountName } from './shown-counts.ts'

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
