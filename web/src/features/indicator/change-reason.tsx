import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { graph } from '../../graph/graph.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import type { SeriesQuestion } from './indicator-query.ts'
import { INDICATOR_WORDS } from './words.ts'

const ReasonQuery = graph(`
  query Reason(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $before: Int!, $year: Int!, $filter: [DimensionFilter!],
    $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(institution: $institution, basis: $basis, scope: $scope, from: $before, to: $year, filter: $filter) {
        change(year: $year) { reason(locale: $locale) dimension { id } }
      }
    }
  }
`)

/** Why the figure is another one than a year before, as far as the records say: a row of the facts about it. */
export function ChangeReason({ question, year }: { question: SeriesQuestion; year: number }) {
  const { say } = useLanguage()
  const address = useAddress()
  const { from: _from, to: _to, ...asked } = question
  const { data } = useAnswer(ReasonQuery, { ...asked, before: year - 1, year })
  const change = data?.indicator?.series?.change
  if (!change?.reason) return null
  const text = <Unbroken text={change.reason} />
  return (
    <div>
      <dt>{say(INDICATOR_WORDS.reason)}</dt>
      <dd>{change.dimension ? <Link href={address.with({ by: change.dimension.id })}>{text}</Link> : text}</dd>
    </div>
  )
}
