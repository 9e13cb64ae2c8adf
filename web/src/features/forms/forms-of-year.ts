import type { ListedEdition, LineState } from '../../graph/generated.ts'

/** The edition that the report of the year takes; undefined: none does. */
export function editionOfYear<Edition extends Pick<ListedEdition, 'from' | 'to' | 'yearOffset'>>(
  editions: readonly Edition[],
  year: number,
): Edition | undefined {
  return editions.findLast(
    ({ from, to, yearOffset }) => from <= year + yearOffset && (to === null || year + yearOffset <= to),
  )
}

/** How far a table is filled: each of its lines is in one of these. */
interface Tally {
  all: number
  /** A number or words, from records or by hand. */
  filled: number
  /** Of those filled: by hand. */
  byHand: number
  /** Nobody filled it in, and no record can. */
  toFill: number
  /** Neither records nor a zero report speak for it. */
  noRecords: number
  notApplicable: number
  /** Too few people to publish, or not public before the table is. */
  hidden: number
}

export function tallyOf(lines: readonly LineState[]): Tally {
  const count = (is: (line: LineState) => boolean) => lines.filter(is).length
  const has = ({ source, gap }: LineState) => gap === null && (source === 'COMPUTED' || source === 'HAND_FILLED')
  return {
    all: lines.length,
    filled: count(has),
    byHand: count(({ source }) => source === 'HAND_FILLED'),
    toFill: count(({ source }) => source === 'EMPTY'),
    noRecords: count(({ source, gap }) => source === 'COMPUTED' && gap === 'NO_RECORDS'),
    notApplicable: count(({ gap }) => gap === 'NOT_APPLICABLE'),
    hidden: count(({ source, gap }) => gap === 'SUPPRESSED' || source === 'WITHHELD'),
  }
}
