import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { IndicatorFacts, SeriesQuestion } from './indicator-query.ts'
import { graphqlOf, seriesAddress } from './take.ts'
import { INDICATOR_WORDS } from './words.ts'

interface Props {
  indicator: IndicatorFacts
  question: SeriesQuestion
  by: string | null
  /** The year the page is about: a link shows it still when later years have come. */
  year: number
}

/** The same figures for a spreadsheet, a program, a colleague. */
export function TakePanel({ indicator, question, by, year }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const asked = { ...question, id: indicator.id, by }
  return (
    <section className="card wide take" aria-labelledby="take">
      <header className="card-head">
        <h2 id="take">{say(INDICATOR_WORDS.take)}</h2>
      </header>
      <div className="actions">
        <a
          className="button"
          href={seriesAddress(asked, 'csv')}
          download={`${indicator.code}-${question.institution}.csv`}
        >
          {say(INDICATOR_WORDS.csv)}
        </a>
        <a
          className="button"
          href={seriesAddress(asked, 'json')}
          download={`${indicator.code}-${question.institution}.json`}
        >
          {say(INDICATOR_WORDS.json)}
        </a>
        <CopyButton text={() => graphqlOf(asked)}>{say(INDICATOR_WORDS.copyGraphql)}</CopyButton>
        <CopyButton
          text={() =>
            location.origin +
            address.with({ lang: question.locale === 'ZH' ? 'zh' : 'en', institution: question.institution, year })
          }
        >
          {say(INDICATOR_WORDS.copyLink)}
        </CopyButton>
      </div>
    </section>
  )
}
