import { weightOf, type Cell, type Line } from './cell.ts'
import { findGivenAway } from './given-away.ts'
import type { Layers } from './layers.ts'
import { guardLines } from './line-guard.ts'
import { Tableau } from './tableau.ts'

/**
 * Hides cells until no sum gives away one that is hidden: neither a line by itself, nor all of them together. Cells are only ever
 * hidden, never shown again, so that it ends; lines and children are taken in a fixed order, so that the answer depends on the
 * figures alone.
 */
export function protect(lines: readonly Line[], layers: Layers): void {
  if (!lines.some(({ parent, children }) => isDelicate(parent) || children.some(isDelicate))) return
  const tableaus = distinctLayers(lines, layers).map((layer) => {
    const least = layers.least[layer]!
    const on = lines.filter((line) => line.layers.includes(layer))
    return { layer, least, tableau: new Tableau(on, layer, least) }
  })
  const hide = (cell: Cell) => {
    cell.hidden = true
    for (const guard of [shown, solved]) guard.touch(cell)
    for (const { tableau } of tableaus) tableau.hide(cell)
  }
  // Against anyone who sees what is shown, and against anyone who has also worked out what follows from it.
  const sums = lines.filter(({ equation }) => !equation)
  const shown = guardLines(sums, layers, hide)
  const solved = guardLines(sums, layers, hide)
  const weights = weightsIn(sums)
  // The first layer has all sums.
  const everything = tableaus[0]!.tableau
  for (;;) {
    if (shown.hideUnsafe()) continue
    solved.know(new Set(everything.said()))
    if (solved.hideUnsafe()) continue
    const next = findBreaker(tableaus, weights)
    if (!next) return
    hide(next)
  }
}

/** Only of these can something be given away that is not shown. */
function isDelicate(cell: Cell): boolean {
  return cell.sensitive || cell.veiled || cell.standing === 'opaque'
}

interface LayerTableau {
  layer: number
  least: number
  tableau: Tableau
}

/**
 * The cell to hide so that something is not given away any more: of those that it is worked out from the first, in the order in
 * which cells are hidden, that does it alone, else the first of all. Null where nothing is given away, or nothing is left to hide.
 */
function findBreaker(tableaus: readonly LayerTableau[], weights: ReadonlyMap<Cell, number>): Cell | null {
  for (const { tableau, layer, least } of tableaus) {
    for (const rows of findGivenAway(tableau, layer, least)) {
      const candidates = tableau
        .knownOf(rows)
        .filter((cell) => weights.has(cell) && !cell.given)
        .toSorted(
          (a, b) => Number(a.usual) - Number(b.usual) || weights.get(a)! - weights.get(b)! || (a.key < b.key ? -1 : 1),
        )
      const found = candidates.find((cell) => tableau.isIrreplaceable(cell)) ?? candidates[0]
      if (found) return found
    }
  }
  return null
}

/** Of each cell that may be hidden, as the first line that has it orders its cells. */
function weightsIn(lines: readonly Line[]): Map<Cell, number> {
  const weights = new Map<Cell, number>()
  for (const { parent, children, weight } of lines) {
    for (const cell of [...children, parent]) {
      const own = weightOf(cell, weight)
      if (own > 0 && !weights.has(cell)) weights.set(cell, own)
    }
  }
  return weights
}

/** Without those that count the same in all cells as one before them. */
function distinctLayers(lines: readonly Line[], layers: Layers): number[] {
  const isSame = (layer: number, before: number) =>
    layers.least[layer] === layers.least[before] &&
    lines.every(
      (line) =>
        line.layers.includes(layer) === line.layers.includes(before) &&
        [line.parent, ...line.children].every((cell) => weightOf(cell, layer) === weightOf(cell, before)),
    )
  const all = layers.least.map((_, layer) => layer)
  return all.filter((layer) => !all.slice(0, layer).some((before) => isSame(layer, before)))
}
