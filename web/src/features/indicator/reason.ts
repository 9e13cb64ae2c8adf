import { graph } from '../../graph/graph.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import type { SeriesQuestion } from './indicator-query.ts'

const ReasonQuery = graph(`
  query Reason(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $before: Int!, $year: Int!, $filter: [DimensionFilter!],
    $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(
        institution: $institution, basis: $basis, scope: $scope, from: $before, to: $year, filter: $filter,
        release: $release, asOf: $asOf
      ) {
        change(year: $year) { reason(locale: $locale) dimension { id } }
      }
    }
  }
`)

/** What the records give as the reason of a change since the year before, and by which dimension that is seen best. */
export function useReason(question: SeriesQuestion, year: number) {
  const { from: _from, to: _to, ...asked } = question
  const { data, waiting } = useAnswer(ReasonQuery, { ...asked, before: year - 1, year })
  return { change: data?.indicator?.series?.change ?? null, waiting: waiting && !data }
}
