import type { ListedEdition } from '../../graph/generated.ts'

/** The edition that the report of the year takes; undefined: none does. */
export function editionOfYear<Edition extends Pick<ListedEdition, 'from' | 'to' | 'yearOffset'>>(
  editions: readonly Edition[],
  year: number,
): Edition | undefined {
  return editions.findLast(
    ({ from, to, yearOffset }) => from <= year + yearOffset && (to === null || year + yearOffset <= to),
  )
}
