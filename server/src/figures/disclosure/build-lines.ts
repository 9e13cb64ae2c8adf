import type { Declaration } from '../indicators/definition.ts'
import type { Address } from './address.ts'
import type { Cell, Line } from './cell.ts'
import { Cells } from './cells.ts'
import type { FigureFamily } from './family.ts'
import type { Layers } from './layers.ts'
import { Layout } from './layout.ts'
import { ScopePair } from './scope-pair.ts'
import { addSumsInScope } from './sums-in-scope.ts'
import { Sums } from './sums.ts'

/** The cells of one period, every address with its own, and the sums between them that everybody knows. */
export function buildLines(
  declaration: Pick<Declaration, 'scope' | 'dimensions'>,
  layers: Layers,
  { places, nestings, given = [] }: Pick<FigureFamily, 'places' | 'nestings' | 'given'>,
  addresses: readonly Address[],
): { cells: Map<Address, Cell>; lines: Line[] } {
  const layout = new Layout(declaration, places, addresses)
  const cells = new Cells(layout, layers, given, addresses)
  const sums = new Sums(layers)
  const { scopes, usual } = layout
  // The usual scope first: what has to be hidden in the others then follows it.
  for (const scope of scopes.toSorted((a, b) => Number(b === usual) - Number(a === usual)))
    addSumsInScope(sums, scope, { layout, cells, nestings })
  for (const [at, outer] of scopes.slice(1).entries()) new ScopePair(scopes[at]!, outer, layout, cells).addSums(sums)
  return { cells: cells.of, lines: sums.lines }
}
