import type { Declaration } from '../indicators/definition.ts'
import type { Address } from './address.ts'
import type { Cell, Line } from './cell.ts'
import { Cells } from './cells.ts'
import type { FigureFamily, Nesting } from './family.ts'
import type { Layers } from './layers.ts'
import { Layout } from './layout.ts'
import { ScopePair } from './scope-pair.ts'
import { Sums } from './sums.ts'
import type { Scope } from '@causeway/shared/series'
import { FOREIGN } from '@causeway/shared/unknown'

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

/** What adds up within one scope. */
function addSumsInScope(
  sums: Sums,
  scope: Scope | null,
  { layout, cells, nestings }: { layout: Layout; cells: Cells; nestings: readonly Nesting[] },
): void {
  addCategories(sums, scope, layout, cells)
  addCountries(sums, scope, layout, cells)
  for (const nesting of nestings) addNested(sums, scope, layout, cells, nesting)
}

/** The categories of a dimension are the whole. */
function addCategories(sums: Sums, scope: Scope | null, layout: Layout, cells: Cells): void {
  const whole = cells.find(scope, null, null)
  for (const dimension of layout.dimensions) {
    // Blocs overlap, and many countries are in none.
    if (dimension === 'bloc') continue
    const categories = layout.categoriesOf(scope, dimension).map((category) => cells.find(scope, dimension, category))
    // Who is of somewhere abroad is on no continent.
    if (dimension === 'continent' && layout.groups.includes(dimension))
      categories.push(cells.find(scope, 'country', FOREIGN))
    sums.add(whole, categories, sums.layersBy(layout.declaration.dimensions[dimension]), whole ? [whole] : [])
  }
}

/** The countries of a continent or bloc are all of it. */
function addCountries(sums: Sums, scope: Scope | null, layout: Layout, cells: Cells): void {
  for (const dimension of layout.groups)
    for (const category of layout.categoriesOf(scope, dimension)) {
      const group = cells.find(scope, dimension, category)!
      const countries = layout
        .membersInside(scope, dimension, category)
        .map((country) => cells.find(scope, 'country', country))
      sums.add(group, countries, sums.layersBy(layout.declaration.dimensions[dimension]), [group])
    }
}

/** The programmes of a department are all of it. */
function addNested(
  sums: Sums,
  scope: Scope | null,
  layout: Layout,
  cells: Cells,
  { inner, outer, outerOf }: Nesting,
): void {
  const inside = Map.groupBy(layout.categoriesOf(scope, inner), outerOf)
  for (const category of layout.categoriesOf(scope, outer)) {
    const group = cells.find(scope, outer, category)!
    const members = (inside.get(category) ?? []).map((member) => cells.find(scope, inner, member))
    sums.add(group, members, sums.layersBy(layout.declaration.dimensions[outer]), [group])
  }
}
