import type { Home } from './indicators/evaluate.ts'

/** An institution at one moment: what its figures are made from, and how new each part of that is. */
export interface Standing extends Home {
  /** Of the database: another after a restore, or after a college was taken out, when revisions begin anew. */
  epoch: string
  revision: number
  /** ISO date-time. */
  committedAt: string | null
  /** The revision at the last change, by record type; `data-date` is among them. */
  changedAt: ReadonlyMap<string, number>
}

/** The latest revision at which anything that these types say changed. */
export function lastChange(standing: Standing, reads: readonly string[]): number {
  return Math.max(0, ...[...reads, 'data-date'].map((type) => standing.changedAt.get(type) ?? 0))
}
