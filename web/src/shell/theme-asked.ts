import { gql, type TypedDocumentNode } from 'urql'
import type { Theme } from '@causeway/shared/series'
import type { Place } from '../address/place.ts'
import { useAnswer } from '../graph/use-answer.ts'

const ThemeQuery: TypedDocumentNode<{ indicator: { theme: Theme } | null }, { id: string }> = gql`
  query Theme($id: ID!) {
    indicator(id: $id) {
      theme
    }
  }
`

/** Of a page that is written as a file, whose menu stands before the page is known: its theme is asked for. A live page tells it. */
export function useThemeAsked(place: Place, live: boolean): Theme | null {
  const id = place.page === 'indicator' || place.page === 'answer' ? place.id : null
  const { data } = useAnswer(ThemeQuery, { id: id ?? '' }, live || id === null)
  return data?.indicator?.theme ?? null
}
