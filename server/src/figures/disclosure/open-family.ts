import type { Figure } from '@causeway/shared/figure'
import type { Declaration } from '../indicators/definition.ts'
import { buildLines } from './build-lines.ts'
import type { Cell, Line } from './cell.ts'
import { disclosureClass, sizeIsOfPersons, type PersonClass } from './disclosure-class.ts'
import type { FigureFamily, FigureTable } from './family.ts'
import {
  countsOf,
  FEWEST_IN_RATE,
  layersOf,
  roundedLayersOf,
  type Address,
  type Counts,
  type Layers,
} from './layers.ts'
import type { Outcome } from './rounds.ts'

export type Disclosed = Pick<Declaration, 'measure' | 'set' | 'unit' | 'scope' | 'dimensions'>

/** Of every table of a family what becomes of its figures. */
export type Outcomes = readonly (readonly Outcome[])[]

/** A family of one period, with the cells and sums that are left when some of it is hidden. */
export interface OpenFamily {
  /** In the order of its tables. */
  addresses: readonly (readonly Address[])[]
  cells: ReadonlyMap<Address, Cell>
  lines: readonly Line[]
  layers: Layers
  isRounded: boolean
}

export function openFamily(
  declaration: Disclosed,
  family: FigureFamily,
  outcomes: Outcomes,
  holdsPersons: (recordType: string) => boolean,
): OpenFamily {
  const { isRounded = false } = family
  const kind = disclosureClass(declaration, holdsPersons) as PersonClass
  const tables = addressing(declaration, kind, holdsPersons, family)(family.tables)
  const own = isRounded ? roundedLayersOf(kind) : layersOf(kind)
  const sizeOfPersons = !isRounded && sizeIsOfPersons(declaration, holdsPersons)
  const { layers, countsOf: countsIn } = layersToSolve(kind, own, sizeOfPersons && tables.flat().some(hasOwnSize))
  const addresses = tables.map((table, place) =>
    table.map((address, at) => ({ ...address, counts: countsIn(address), hidden: outcomes[place]![at]!.hidden })),
  )
  const given = family.given?.filter(({ whole }) => whole)
  const built = buildLines(declaration, layers, { ...family, given }, toOrder(addresses.flat()))
  return { addresses, layers, isRounded, ...built }
}

/** Of how many persons a rate is, where some of them take part more than once. */
const hasOwnSize = ({ figure: { size, denominator } }: Address): boolean =>
  size !== null && denominator !== null && size !== denominator

/** Beside the counts by which a figure is hidden by itself those that nobody is to find out besides: how many days, and of how many persons a rate is. */
function layersToSolve(
  kind: PersonClass,
  own: Layers,
  isOfOwnSize: boolean,
): { layers: Layers; countsOf: (address: Address) => Counts } {
  const more = (name: Layers['names'][number], least: number): Layers => ({
    ...own,
    names: [...own.names, name],
    least: [...own.least, least],
  })
  if (kind === 'person-days')
    return { layers: more('value', 0), countsOf: ({ counts, figure }) => [...counts, figure.value] }
  if (kind !== 'rate' || !isOfOwnSize) return { layers: own, countsOf: ({ counts }) => counts }
  return {
    layers: more('size', FEWEST_IN_RATE),
    countsOf: ({ counts: [numerator, rest], figure }) => [numerator!, rest!, figure.denominator, figure.size],
  }
}

/** The addresses of tables, with their counts. */
export function addressing(
  declaration: Disclosed,
  kind: PersonClass,
  holdsPersons: (recordType: string) => boolean,
  { isRounded = false }: Pick<FigureFamily, 'isRounded'>,
) {
  // Of a rate that is rounded only both sides are shown.
  const sizeOfPersons = sizeIsOfPersons(declaration, holdsPersons) && !(isRounded && kind === 'rate')
  return (tables: readonly FigureTable[]) =>
    tables.map((table) => toAddresses(table, declaration, (figure) => countsOf(figure, kind, sizeOfPersons)))
}

/** Period by period. */
export const periodsOf = (addresses: readonly (readonly Address[])[]): Address[][] => [
  ...Map.groupBy(addresses.flat(), ({ figure }) => figure.period.year).values(),
]

function toAddresses(
  table: FigureTable,
  { scope }: Pick<Declaration, 'scope'>,
  counts: (figure: Figure) => Address['counts'],
): Address[] {
  return table.figures.map((figure) => ({
    scope: scope ? (table.scope ?? scope.default) : null,
    dimension: figure.category === null ? null : table.dimension,
    category: figure.category,
    figure,
    counts: counts(figure),
  }))
}

/** An order that hangs on places alone. */
export function toOrder(period: readonly Address[]): Address[] {
  return period
    .map((address) => [`${address.scope ?? ''}/${address.dimension ?? ''}/${address.category ?? ''}`, address] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, address]) => address)
}
