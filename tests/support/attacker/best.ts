import { weightOf, type Cell, type Line } from '@causeway/server/figures/disclosure/cell'
import { WIDE } from '@causeway/server/figures/disclosure/polytope'
import type { Highs } from 'highs'

/** More than all persons of a family: a whole is hidden last. */
const LOSS_OF_WHOLE = 1e6
const SECONDS = 20

/**
 * The hidden cells of the least loss by the same rules as the program's, found by a solver: fewest persons, then fewest cells. Of lines
 * that hold exactly, without scopes. Null: it takes too long.
 */
export function hideAtBest(highs: Highs, lines: readonly Line[], least: number): Set<Cell> | null {
  const cells = [...new Set(lines.flatMap(({ parent, children }) => [parent, ...children]))].filter(
    (cell) => weightOf(cell, 0) > 0,
  )
  if (cells.length === 0) return new Set()
  const at = new Map(cells.map((cell, place) => [cell, place]))
  const model = highs.createModel()
  try {
    model.options.set({ output_flag: false, time_limit: SECONDS, mip_rel_gap: 0 })
    const isHidden = cells.map(({ sensitive }) => (sensitive ? 1 : 0))
    model.addVars(
      isHidden,
      cells.map(() => 1),
    )
    for (const [place, cell] of cells.entries()) {
      model.changeColIntegrality(place, 1)
      const ofWhole = cell.key.startsWith('0/') ? LOSS_OF_WHOLE : 0
      model.changeColCost(place, weightOf(cell, 0) * (cells.length + 1) + 1 + ofWhole)
    }
    const row = (from: number, terms: [number, number][]) =>
      model.addRow(from, Number.POSITIVE_INFINITY, {
        indices: terms.map(([place]) => place),
        values: terms.map(([, times]) => times),
      })
    for (const { parent, children } of lines) {
      const whole = at.get(parent)
      const parts = children.flatMap((child) => at.get(child) ?? [])
      if (whole === undefined) continue
      // The whole is not to be known from its parts, nor a part from the others, nor what is hidden of it as few.
      row(0, [...parts.map((part): [number, number] => [part, 1]), [whole, -1]])
      for (const part of parts) {
        const persons = parts.map((one): [number, number] => [one, weightOf(cells[one]!, 0)])
        row(0, [...persons.map(([one, of]): [number, number] => [one, one === part ? of - least : of]), [whole, least]])
        row(0, [...parts.map((one): [number, number] => [one, one === part ? -1 : 1]), [whole, 2]])
      }
    }
    for (const cell of cells) if (cell.sensitive) addWidth(model, cells, lines, at, cell)
    const { modelStatus } = model.run()
    if (modelStatus !== 7) return null
    const { colValue } = model.getSolution()
    return new Set(cells.filter((_, place) => colValue[place]! > 0.5))
  } finally {
    model.dispose()
  }
}

type Model = ReturnType<Highs['createModel']>

/** That it can be at least four numbers: two answers that lie so far apart. */
function addWidth(
  model: Model,
  cells: readonly Cell[],
  lines: readonly Line[],
  at: ReadonlyMap<Cell, number>,
  secret: Cell,
): void {
  const first = model.getDimensions().numCols
  const ways = [0, cells.length].map((shift) => first + shift)
  for (const way of ways) {
    model.addVars(
      cells.map((cell) => -Math.min(WIDE, weightOf(cell, 0) - 1)),
      cells.map(() => WIDE),
    )
    for (const [place, cell] of cells.entries()) {
      const down = Math.min(WIDE, weightOf(cell, 0) - 1)
      const own = way + place
      // What is shown is what it is.
      model.addRow(Number.NEGATIVE_INFINITY, 0, { indices: [own, place], values: [1, -WIDE] })
      model.addRow(0, Number.POSITIVE_INFINITY, { indices: [own, place], values: [1, down] })
    }
    for (const { parent, children } of lines) {
      const inside = [...new Set([parent, ...children])].filter((cell) => at.has(cell))
      model.addRow(0, 0, {
        indices: inside.map((cell) => way + at.get(cell)!),
        values: inside.map((cell) => (cell === parent ? -1 : 1)),
      })
    }
  }
  const place = at.get(secret)!
  model.addRow(WIDE, Number.POSITIVE_INFINITY, { indices: ways.map((way) => way + place), values: [1, -1] })
}
