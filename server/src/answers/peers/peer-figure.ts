import type { Gap } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import { badCursor, fromCursor } from '../../ground/cursor.ts'
import type { Rate } from '../../figures/indicators/observe/rate-difference.ts'
import type { Difference } from './comparability.ts'

/**
 * Where the number of a peer comes from, or why there is none. BLANK, NONE (无) and DASH (—) stood where a number would; none of
 * them is 0. COMPUTED: counted here, from the peer's own records. NOT_COLLECTED: nobody has looked up what it published.
 */
export const PEER_STATUSES = ['PUBLISHED', 'COMPUTED', 'BLANK', 'NONE', 'DASH', 'NOT_COLLECTED'] as const
export type PeerStatus = (typeof PEER_STATUSES)[number]

/** One number of one peer, or why there is none, and whether it may be compared. */
export interface PeerFigure {
  /** Code or name, as it was recorded. */
  peer: string
  name: Words
  /** Code, where it is an institution known here. */
  institution: string | null
  status: PeerStatus
  /** Unrounded where it was computed, else as it was published. */
  value: number | null
  /** Of a computed one without a value. */
  gap: Gap | null
  /** What the rate was made from; null: no rate of persons, or not published. */
  rate: Rate | null
  basis: string | null
  scope: Scope | null
  edition: string | null
  source: string | null
  page: string | null
  /** In what it is another thing than what is compared; none: it is comparable. */
  differences: Difference[]
}

/** It has a number, and that number is of the same thing. */
export function isCompared(figure: Pick<PeerFigure, 'value' | 'differences'>): boolean {
  return figure.value !== null && figure.differences.length === 0
}

/** What tells one number from all others: a peer may have published several, and several institutions may have recorded one. */
export function placeOf({ peer, status, value, edition, basis, scope, source, page }: PeerFigure): string {
  return JSON.stringify([peer, status === 'COMPUTED' ? status : [status, value, edition, basis, scope, source, page]])
}

/** Where in a list the number is that a cursor names. Throws `BAD_PAGE` where there is none such. */
export function findPlace(figures: readonly PeerFigure[], cursor: string): number {
  const place = fromCursor(cursor)
  const found = figures.findIndex((figure) => placeOf(figure) === place)
  if (found < 0) throw badCursor()
  return found
}
