import type { View } from '../address/view.ts'

/** As `series` takes it: values of one dimension are ORed, dimensions ANDed. */
export interface SeriesFilter {
  dimension: string
  in: string[]
}

/** `country:VN,LA` of an address. */
export function readFilter(text: string): SeriesFilter {
  const colon = text.indexOf(':')
  return {
    dimension: text.slice(0, colon),
    in: text
      .slice(colon + 1)
      .split(',')
      .filter(Boolean),
  }
}

export function writeFilter({ dimension, in: keys }: SeriesFilter): string {
  return `${dimension}:${keys.join(',')}`
}

/** What of the address will be answered to anyone who asks. */
export interface Cut {
  filters: SeriesFilter[]
  by: string | null
  across: string | null
  /** Something of the address is left out, because it needs a token. */
  withheld: boolean
}

/**
 * The public may ask for one value of one dimension, and no breakdown beside it, on the usual basis and in the usual scope: other cuts
 * could be subtracted from each other.
 */
export function cutFor(
  { basis, scope, ...view }: Pick<View, 'filter' | 'by' | 'across' | 'basis' | 'scope'>,
  exact: boolean,
): Cut {
  const filters = view.filter.map(readFilter).filter((filter) => filter.in.length > 0)
  const across = view.by && view.across !== view.by ? view.across : null
  if (exact) return { filters, by: view.by, across, withheld: false }
  if (basis !== null || scope !== null)
    return { filters: [], by: null, across: null, withheld: filters.length > 0 || view.by !== null }
  if (filters.length === 0) return { filters, by: view.by, across: null, withheld: across !== null }
  const one = filters.length === 1 && filters[0]!.in.length === 1
  if (one) return { filters, by: null, across: null, withheld: view.by !== null }
  return { filters: [], by: view.by, across: null, withheld: true }
}
