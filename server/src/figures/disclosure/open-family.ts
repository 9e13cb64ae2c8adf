import type { Figure } from '@causeway/shared/figure'
import type { Declaration } from '../indicators/definition.ts'
import { buildLines } from './build-lines.ts'
import type { Cell, Line } from './cell.ts'
import { disclosureClass, sizeIsOfPersons, type PersonClass } from './disclosure-class.ts'
import type { FigureFamily, FigureTable } from './family.ts'
import { countsOf, layersOf, roundedLayersOf, type Address, type Layers } from './layers.ts'
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
  const addresses = tables.map((table, place) =>
    table.map((address, at) => {
      // Nobody is to know even how many days they have.
      const days = kind === 'person-days' ? [address.figure.value] : []
      return { ...address, counts: [...address.counts, ...days], hidden: outcomes[place]![at]!.hidden }
    }),
  )
  const own = isRounded ? roundedLayersOf(kind) : layersOf(kind)
  const layers: Layers =
    kind === 'person-days' ? { ...own, names: [...own.names, 'value'], least: [...own.least, 0] } : own
  const given = family.given?.filter(({ whole }) => whole)
  const built = buildLines(declaration, layers, { ...family, given }, toOrder(addresses.flat()))
  return { addresses, layers, isRounded, ...built }
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
