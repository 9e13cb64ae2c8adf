import type { IndicatorFigures } from '../graph/subject-query.ts'
import { useLanguage } from '../language/language.tsx'
import type { InstitutionFacts } from '../graph/generated.ts'
import { FigureList } from './figure-list.tsx'
import { SourceLine } from './source-line.tsx'

interface Props {
  id: string
  title: string
  indicators: IndicatorFigures[]
  year: number
  /** The year as people name it. */
  when: string
  institution: InstitutionFacts
}

/** The indicators of a page in one card. Where none has a figure yet it says so once, and not in every line. */
export function FiguresCard({ id, title, indicators, year, when, institution }: Props) {
  const { say } = useLanguage()
  const said = indicators.some(({ series }) => (series?.figures ?? []).some(({ gap }) => gap !== 'NO_RECORDS'))
  const list = <FigureList indicators={indicators} year={year} />
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="cap">
        {institution.name}
        {say({ zh: '，', en: ', ' })}
        {when}
      </p>
      {said ? (
        list
      ) : (
        <>
          <p className="quiet">
            {say({
              zh: `${indicators.length} 项指标这些年都未填报。未填报不等于 0。`,
              en: `None of the ${indicators.length} indicators has records in these years, which does not mean zero.`,
            })}
          </p>
          <details>
            <summary>{say({ zh: '是哪些指标', en: 'Which they are' })}</summary>
            {list}
          </details>
        </>
      )}
      <SourceLine institution={institution} />
    </section>
  )
}
