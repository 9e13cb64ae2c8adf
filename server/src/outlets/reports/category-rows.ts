import type { Figure } from '@causeway/shared/figure'
import { namesNothing } from '@causeway/shared/unknown'
import type { Words } from '@causeway/shared/words/words'
import { bySize } from '../../answers/change/compare-figures.ts'
import type { FigureQuery, FigureReader, Span } from './figure-reader.ts'
import type { FigureTag } from './tags/kinds.ts'
import WORDS from './words.json' with { type: 'json' }

/** One turn of a loop over categories. */
export interface CategoryRow {
  /** Null: there are no categories. */
  key: string | null
  label: Words | null
  /** What asks for its figures alone: a category by itself, and those of a rest together. */
  own: FigureQuery
  /** Of the breakdown; null: of a rest, which is asked by itself. */
  figure: Figure | null
}

/** As the key of a turn. */
export const REST = 'rest'

/**
 * The categories that a tag asks for, in the order in which it asks for them. The largest are those with a number above 0 that name
 * something; all others are the rest, counted by the engine as one, so that nobody is in it twice. Null: they were not read yet.
 */
export function rowsOf(
  reader: FigureReader,
  tag: FigureTag,
  query: FigureQuery,
  year: number,
  span?: Span,
): CategoryRow[] | null {
  const read = reader.categoriesOf(query, year, span)
  if (read === null) return null
  const { by } = query
  const dimension = by!
  const all = read.map(({ figure, label }): CategoryRow & { figure: Figure } => ({
    ...{ key: figure.category, label, figure },
    own: figure.category === null ? query : narrowed(query, dimension, [figure.category]),
  }))
  if (tag.top === undefined) return tag.bySize ? bySize(all, dimension) : all
  const inOrder = bySize(all, dimension)
  const largest = inOrder
    .filter(({ figure }) => figure.value !== null && figure.value > 0 && !namesNothing(dimension, figure.category))
    .slice(0, tag.top)
  if (largest.length === 0) return inOrder.filter(({ key }) => key === null)
  const others = inOrder.filter((one) => !largest.includes(one))
  if (!tag.rest || !others.some(({ figure }) => figure.value !== 0)) return largest
  const keys = others.flatMap(({ key }) => key ?? []).toSorted()
  return [...largest, { key: REST, label: WORDS.rest, own: narrowed(query, dimension, keys), figure: null }]
}

/** The same question of some categories of its dimension alone. */
function narrowed({ by: _by, ...query }: FigureQuery, dimension: string, keys: string[]): FigureQuery {
  return { ...query, filter: [...(query.filter ?? []), { dimension, in: keys }] }
}
