import type { Counts, Layers } from './layers.ts'

/** One thing that is shown or hidden as a whole: a figure, or the same figure in several tables. */
export interface Cell {
  /** Its place in the order in which equals are taken. */
  key: string
  counts: Counts
  /** Not to be known. Never of one that is given. */
  sensitive: boolean
  /** Hidden for a reason that its own counts do not show: alone it may not become known, however large it is. */
  veiled: boolean
  /** Everybody knows it already: it is never hidden, and others are hidden with it in mind. */
  given: boolean
  /**
   * `published`: in a table. `latent`: in none, but the difference of two that are, as the persons of Hong Kong, Macao and Taiwan
   * in a programme. `opaque`: in a table, with a gap that is not of our making, so that nobody knows its counts.
   */
  standing: 'published' | 'latent' | 'opaque'
  hidden: boolean
  /** In a table of the scope that the indicator has where none is asked; such a one is hidden last. */
  usual: boolean
  /** The cell of the same category in the usual scope. */
  twin: Cell | null
  /** Of a latent one: the two that it is the difference of, the one that is hidden first before the other. */
  behind: Cell[]
}

/** Of a cell that nothing is said of yet. */
export const UNMARKED = { veiled: false, given: false, hidden: false, twin: null }

/** A sum that everybody knows: the parent is what its children add up to. */
export interface Line {
  parent: Cell
  children: Cell[]
  /** Layers on which they add up. */
  layers: readonly number[]
  /** The layer by which its cells are ordered. */
  weight: number
  /** Taken only when no child is left to hide, in this order. */
  spare: Cell[]
  /**
   * Says that one layer of two cells is the same, whatever their others are: an equation to solve with, and no sum in which a cell
   * beside another has to be hidden.
   */
  equation?: true
}

/** Of no category. */
export const isWhole = ({ key }: Cell): boolean => key.startsWith('0/')

/** Of no category, or between two such. */
export const isOfWholes = (cell: Cell): boolean => isWhole(cell) || cell.key.startsWith('2/0/')

export function weightOf(cell: Cell, layer: number): number {
  return cell.counts[layer] ?? 0
}

/** Whether a cell must not become known: hidden for itself, or a difference that no table may give away. */
export function isProtected(cell: Cell): boolean {
  return cell.sensitive && cell.standing !== 'opaque'
}

export function isUnknown(cell: Cell): boolean {
  return cell.hidden || cell.standing !== 'published'
}

export function passes(total: number, layer: number, layers: Layers): boolean {
  return total === 0 || total >= layers.least[layer]!
}
