import { kept } from '../../ground/kept.ts'
import { isUnknown, isWhole, weightOf, type Cell, type Line } from './cell.ts'
import { findGivenAway } from './given-away.ts'
import type { Layers } from './layers.ts'
import type { Count } from './held-counts.ts'
import { Intervals } from './intervals.ts'
import { guardLines } from './line-guard.ts'
import { Tableau } from './tableau.ts'
import { findWider } from './widen.ts'

/**
 * Hides cells until nothing that is hidden can be worked out: no sum gives it away, neither a line by itself nor all of them together, and
 * it can be at least four numbers. Then what has become needless is shown again, what tells the most first. Lines and cells are taken in
 * a fixed order, so that the answer depends on the figures alone.
 */
export function protect(lines: readonly Line[], layers: Layers): void {
  if (!lines.some(({ parent, children }) => isDelicate(parent) || children.some(isDelicate))) return
  const sums = lines.filter(({ equation }) => !equation)
  const weights = weightsIn(sums)
  const intervals = new Intervals([{ lines, layers }])
  const hidden: Cell[] = []
  const given: Count[] = []
  for (;;) {
    const found = hideGivenAway(lines, layers, weights)
    for (const cell of found) intervals.hide(cell)
    hidden.push(...found)
    const next = findWidening(intervals, weights, given)
    if (next.length === 0) break
    for (const cell of next) intervals.hide(cell)
    hidden.push(...next)
  }
  const isSafe = safety(lines, layers, weights, intervals, given)
  for (const cell of hidden.toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)) || dearerFirst(a, b, weights))) {
    if (!isSafe(cell)) intervals.hide(cell)
  }
}

/** Hides what no sum may be without: a line by itself, and all of them together. */
function hideGivenAway(lines: readonly Line[], layers: Layers, weights: ReadonlyMap<Cell, number>): Cell[] {
  const hidden: Cell[] = []
  const tableaus = tableausOf(lines, layers)
  const hide = (cell: Cell) => {
    cell.hidden = true
    hidden.push(cell)
    for (const guard of [shown, solved]) guard.touch(cell)
    for (const { tableau } of tableaus) tableau.hide(cell)
  }
  // Against anyone who sees what is shown, and against anyone who has also worked out what follows from it.
  const sums = lines.filter(({ equation }) => !equation)
  const shown = guardLines(sums, layers, hide)
  const solved = guardLines(sums, layers, hide)
  // The first layer has all sums.
  const everything = tableaus[0]!.tableau
  for (;;) {
    if (shown.hideUnsafe()) continue
    solved.know(new Set(everything.said()))
    if (solved.hideUnsafe()) continue
    const next = findBreaker(tableaus, weights)
    if (!next) return hidden
    hide(next)
  }
}

const tableausOf = (lines: readonly Line[], layers: Layers): LayerTableau[] =>
  distinctLayers(lines, layers).map((layer) => {
    const least = layers.least[layer]!
    const on = lines.filter((line) => line.layers.includes(layer))
    return { layer, least, tableau: new Tableau(on, layer, least) }
  })

/**
 * What to hide so that a hidden count can be four numbers. None: all can be, but for those that nothing is left to hide for, which are added
 * to `given`.
 */
function findWidening(intervals: Intervals, weights: ReadonlyMap<Cell, number>, given: Count[]): readonly Cell[] {
  const isGiven = ({ cell, layer }: Count) => given.some((one) => one.cell === cell && one.layer === layer)
  const open = {
    isOpen: (cell: Cell) => weights.has(cell) && !cell.hidden && !cell.given && cell.standing === 'published',
    compare: (a: Cell, b: Cell) => Number(isWhole(a)) - Number(isWhole(b)) || -dearerFirst(a, b, weights),
  }
  for (const count of intervals.narrow(isGiven)) {
    const next = findWider(intervals, count, open)
    if (next.length > 0) return next
    given.push(count)
  }
  return []
}

/** Shows a cell again, and says whether all is as safe as it is now. Only what is tied to it can become less so. */
function safety(
  lines: readonly Line[],
  layers: Layers,
  weights: ReadonlyMap<Cell, number>,
  intervals: Intervals,
  given: readonly Count[],
): (cell: Cell) => boolean {
  const unsafeOf = (some: readonly Line[], known: ReadonlySet<Cell> | null) => {
    const guard = guardLines(
      some.filter(({ equation }) => !equation),
      layers,
      () => {},
    )
    if (known) guard.know(known)
    return guard.unsafe()
  }
  const solve = (some: readonly Line[]) => {
    const tableaus = tableausOf(some, layers)
    return { tableaus, known: new Set(tableaus[0]!.tableau.said()) }
  }
  const [byItself, solved] = [new Set(unsafeOf(lines, null)), new Set(unsafeOf(lines, solve(lines).known))]
  const isGiven = ({ cell, layer }: Count) => given.some((one) => one.cell === cell && one.layer === layer)
  const { linesOf, besideOf, tiedTo } = tiesOf(lines)
  return (cell) => {
    intervals.show(cell)
    // Mostly it is one of its lines that would give it away.
    const own = new Set(linesOf(cell))
    if (unsafeOf(besideOf(cell), null).some((line) => own.has(line) && !byItself.has(line))) return false
    const tied = tiedTo(cell)
    if (!unsafeOf(tied, null).every((line) => byItself.has(line))) return false
    const { tableaus, known } = solve(tied)
    if (!unsafeOf(tied, known).every((line) => solved.has(line)) || findBreaker(tableaus, weights)) return false
    return intervals.narrow(isGiven, 1).length === 0
  }
}

/** The lines of a cell; with those of all that is unknown in them; and with those of all that is unknown in those, and so on. */
function tiesOf(lines: readonly Line[]) {
  const known = new Map<Cell, Line[]>()
  for (const line of lines)
    for (const cell of new Set([line.parent, ...line.children])) kept(known, cell, () => []).push(line)
  const linesOf = (cell: Cell): readonly Line[] => known.get(cell) ?? []
  return {
    linesOf,
    besideOf(cell: Cell): Line[] {
      const cells = new Set([cell, ...linesOf(cell).flatMap(({ children }) => children.filter(isUnknown))])
      return [...new Set([...cells].flatMap(linesOf))]
    },
    tiedTo(cell: Cell): Line[] {
      const [tied, seen] = [new Set([cell]), new Set<Line>()]
      for (const one of tied)
        for (const line of linesOf(one)) {
          if (seen.has(line)) continue
          seen.add(line)
          for (const other of [line.parent, ...line.children]) if (isUnknown(other)) tied.add(other)
        }
      return [...seen]
    },
  }
}

/** What tells more persons comes first; of equals one in a fixed order. */
function dearerFirst(a: Cell, b: Cell, weights: ReadonlyMap<Cell, number>): number {
  return weights.get(b)! - weights.get(a)! || (a.key < b.key ? 1 : -1)
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
