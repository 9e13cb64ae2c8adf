import type { Scope } from '@causeway/shared/series'
import { FOREIGN } from '@causeway/shared/unknown'
import type { Cells } from './cells.ts'
import type { Nesting } from './family.ts'
import type { Layout } from './layout.ts'
import type { Sums } from './sums.ts'

/** What adds up within one scope. */
export function addSumsInScope(
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
