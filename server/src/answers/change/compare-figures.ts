import type { Figure, Gap } from '@causeway/shared/figure'
import { namesNothing, placeAtEnd } from '@causeway/shared/unknown'

type Compared = Pick<Figure, 'value' | 'gap'>

/** A number made of two figures, or why there is none: the gap of the one that has none. */
export type Made = { value: number; gap: null } | { value: null; gap: Gap }

const none = (gap: Gap): Made => ({ value: null, gap })

/** The later less the earlier, unrounded, in the indicator's unit; of shares in percentage points. */
export function differenceOf(before: Compared, after: Compared): Made {
  if (after.value === null) return none(after.gap!)
  return before.value === null ? none(before.gap!) : { value: after.value - before.value, gap: null }
}

/** What the difference is of the earlier, in %; of nothing, or of less, it is none. */
export function growthOf(before: Compared, after: Compared): Made {
  const difference = differenceOf(before, after)
  if (difference.value === null) return difference
  return before.value! > 0 ? { value: (100 * difference.value) / before.value!, gap: null } : none('NOT_APPLICABLE')
}

/** What a part is of its whole, in %. */
export function shareOf(part: Compared, whole: Compared): Made {
  if (part.value === null) return none(part.gap!)
  if (whole.value === null) return none(whole.gap!)
  return whole.value > 0 ? { value: (100 * part.value) / whole.value, gap: null } : none('NOT_APPLICABLE')
}

/** Its place among the categories of a breakdown by size, from 1; equals share the best. Where one of them is hidden nobody may know. */
export function rankOf(
  figure: Compared,
  all: readonly Pick<Figure, 'value' | 'gap' | 'category'>[],
  dimension: string,
): Made {
  if (figure.value === null) return none(figure.gap!)
  const others = all.filter(({ category }) => category !== null && !namesNothing(dimension, category))
  if (others.some(({ gap }) => gap === 'SUPPRESSED')) return none('SUPPRESSED')
  return { value: 1 + others.filter(({ value }) => value !== null && value > figure.value!).length, gap: null }
}

/** The larger before the smaller; then those without a number, last what names nothing. Equals stay in their order. */
export function bySize<Row extends { figure: Pick<Figure, 'value' | 'category'> }>(
  rows: readonly Row[],
  dimension: string,
): Row[] {
  const end = ({ figure }: Row) => placeAtEnd(dimension, figure.category)
  return rows.toSorted((a, b) => end(a) - end(b) || (b.figure.value ?? -Infinity) - (a.figure.value ?? -Infinity) || 0)
}
