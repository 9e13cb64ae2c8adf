import { buildLines } from '@causeway/server/figures/disclosure/build-lines'
import type { Cell } from '@causeway/server/figures/disclosure/cell'
import { layersOf, type Address } from '@causeway/server/figures/disclosure/layers'
import { protect } from '@causeway/server/figures/disclosure/protect'
import { hideAtBest } from '../support/attacker/best.ts'
import { loadSolver } from '../support/attacker/bound.ts'
import { seededRandom } from '../support/random.ts'
import { count, declarationOf, family, PERSONS, randomPersons, tablesOf } from '../unit/disclosure/families.ts'

interface Loss {
  cells: number
  persons: number
}

const SIZES = [30, 120, 400]
/** What the solver was given stays with it. */
const FAMILIES_OF_ONE = 10

/** What is hidden of random families beside the least that a solver can do with by the same rules. */
export async function measurePrice(families: number, first: number) {
  const [own, best]: Loss[] = [
    { cells: 0, persons: 0 },
    { cells: 0, persons: 0 },
  ]
  let late = 0
  let solver = await loadSolver()
  for (let seed = first; seed < first + families; seed++) {
    if (seed % FAMILIES_OF_ONE === 0) solver = await loadSolver()
    const lines = linesOf(seed)
    const found = hideAtBest(solver, lines, layersOf('persons').least[0]!)
    if (!found) {
      late++
      continue
    }
    addTo(best!, found)
    protect(lines, layersOf('persons'))
    addTo(own!, new Set(lines.flatMap(({ parent, children }) => [parent, ...children]).filter(({ hidden }) => hidden)))
  }
  return { own: own!, best: best!, families: families - late, late }
}

function linesOf(seed: number) {
  const random = seededRandom(seed * 7919)
  const persons = randomPersons(random, SIZES[Math.floor(random() * SIZES.length)]!)
  const tables = tablesOf(persons, (category, members) => count(category, members.length), ['ABROAD'])
  const addresses = tables.flatMap(({ scope, dimension, figures }) =>
    figures.map((figure): Address => {
      const { category, value, size } = figure
      return { scope, dimension: category === null ? null : dimension, category, figure, counts: [value, size] }
    }),
  )
  return buildLines(declarationOf(PERSONS), layersOf('persons'), family(tables), addresses).lines
}

function addTo(loss: Loss, cells: ReadonlySet<Cell>): void {
  loss.cells += cells.size
  for (const { counts } of cells) loss.persons += counts[0] ?? 0
}
