import type { Asked } from './asked.ts'
import type { Row } from './row.ts'

/** A virtual mobility is no stay. */
export function staysOf({ book }: Asked, direction: string, audience?: string, purposes?: string[]): Row[] {
  return book('mobility').filter(
    (row) =>
      row.direction === direction &&
      (audience === undefined || row.audience === audience) &&
      (purposes === undefined || purposes.includes(row.purpose!)) &&
      row.virtual !== 1,
  )
}

/** Being taught abroad, against teaching there. */
export const STUDY = ['study', 'practice', 'visiting-scholar']
export const GUIDANCE = ['guide', 'train']
