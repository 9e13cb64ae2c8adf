import { Fragment } from 'react'
import { basisWords } from '@causeway/shared/words/terms'
import { Link } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { CountsIn, WholeRecord as RecordFacts } from '../../graph/generated.ts'
import RECORD_WORDS from './words.json' with { type: 'json' }

/** The figures that the record is counted in, each a link to it. */
export function CountsPanel({ record }: { record: RecordFacts }) {
  const { say } = useLanguage()
  if (record.countsIn === null) return null
  const indicators = [...Map.groupBy(record.countsIn, ({ indicator }) => indicator.id).values()]
  return (
    <section className="card" aria-labelledby="record-counts">
      <header className="card-head">
        <h2 id="record-counts">
          {say(RECORD_WORDS.counts)} {indicators.length > 0 && <span className="count">{indicators.length}</span>}
        </h2>
      </header>
      {indicators.length === 0 && <p className="quiet">{say(RECORD_WORDS.countsNone)}</p>}
      <ul className="counts stack">
        {indicators.map((bases) => (
          <li key={bases[0]!.indicator.id}>
            <h3>
              {bases[0]!.indicator.name} <span className="code quiet">{bases[0]!.indicator.code}</span>
            </h3>
            {bases.map((one) => (
              <Periods key={one.basis} counts={one} institution={record.institution.code} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Years in a row are said by their first and last. */
const MOST_LISTED = 3

function Periods({ counts, institution }: { counts: CountsIn; institution: string }) {
  const { say } = useLanguage()
  const { indicator, basis, periods } = counts
  const link = ({ year, label }: CountsIn['periods'][number]['period']) => (
    <Link to={{ page: 'indicator', id: indicator.id }} view={{ year, basis, institution }}>
      {label}
      <span className="for-ears"> {indicator.name}</span>
    </Link>
  )
  return (
    <p>
      <span className="quiet">
        {say(basisWords[basis])}
        {say({ zh: '：', en: ': ' })}
      </span>
      {stretchesOf(periods).map((stretch, at) => {
        const [first, last] = [stretch[0]!.period, stretch.at(-1)!.period]
        return (
          <Fragment key={first.year}>
            {at > 0 && say({ zh: '；', en: '; ' })}
            {stretch.length > MOST_LISTED ? (
              <>
                {link(first)}
                {say(RECORD_WORDS.until)}
                {link(last)}
              </>
            ) : (
              stretch.map(({ period }, place) => (
                <Fragment key={period.year}>
                  {place > 0 && say({ zh: '、', en: ', ' })}
                  {link(period)}
                </Fragment>
              ))
            )}
            {!stretch[0]!.parts.includes('NUMERATOR') && say(RECORD_WORDS.inDenominator)}
          </Fragment>
        )
      })}
    </p>
  )
}

/** Years that follow each other and on the same sides of the figure. */
function stretchesOf(periods: CountsIn['periods']): CountsIn['periods'][] {
  const stretches: CountsIn['periods'][] = []
  for (const one of periods) {
    const before = stretches.at(-1)?.at(-1)
    const follows =
      before &&
      one.period.year === before.period.year + 1 &&
      one.parts.includes('NUMERATOR') === before.parts.includes('NUMERATOR')
    if (follows) stretches.at(-1)!.push(one)
    else stretches.push([one])
  }
  return stretches
}
