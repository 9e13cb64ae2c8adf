import { NO_NUMBERS, type Figure, type Gap } from '@causeway/shared/figure'

/** A figure without its period. */
export type Cell = Omit<Figure, 'period'>

export type Observed = Partial<Cell> & ({ value: number } | { gap: Gap })

export function toCell(category: string | null, across: string | null, observed: Observed): Cell {
  return { ...NO_NUMBERS, gap: null, category, across, ...observed }
}

/** What one period answers: its cells, and what a category that occurs only elsewhere is in it. */
export interface PeriodAnswer {
  year: number
  cells: Cell[]
  absent: Cell
  /** Of categories that nothing was counted in, those that are not as `absent`: records of theirs were left out. */
  uncounted: Cell[]
  /** Where it has no cell though it has records (they may all be in no bloc): the period as a whole. Null: as `absent`. */
  whole: Cell | null
}
