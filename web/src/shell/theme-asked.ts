import type { Theme } from '@causeway/shared/series'
import type { Place } from '@causeway/shared/pages'
import { graph } from '../graph/graph.ts'
import { useAnswer } from '../graph/use-answer.ts'

const ThemeOfQuery = graph(`query ThemeOf($id: ID!) { indicator(id: $id) { theme } }`)

/** Of a page that is written as a file, whose menu stands before the page is known: its theme is asked for. A live page tells it. */
export function useThemeAsked(place: Place, live: boolean): Theme | null {
  const id = place.page === 'indicator' || place.page === 'answer' ? place.id : null
  const { data } = useAnswer(ThemeOfQuery, { id: id ?? '' }, live || id === null)
  return data?.indicator?.theme ?? null
}
