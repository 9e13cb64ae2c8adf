import { formatValue } from '@causeway/shared/format-figure'
import { countsOf } from '@causeway/shared/verdict'
import { Link } from '../address/address.tsx'
import { Sparkline } from '../charts/sparkline.tsx'
import { judgedBy } from '../graph/change.ts'
import type { JudgedFigure, InstitutionFacts } from '../graph/generated.ts'
import type { IndicatorFigures } from '../graph/subject-query.ts'
import { useLanguage } from '../language/language.tsx'
import { ChangeLine, FigureValue } from './figure-value.tsx'
import '../styles/figure-list.css'
import { SourceLine } from './source-line.tsx'

interface Props {
  indicators: IndicatorFigures[]
  year: number
  /** As addresses take it: what the figures are limited to. It goes along to the page of each. */
  filter?: string[]
}

/** Indicators of one kind under each other: the figure of the chosen year, what became of it, its years in small. */
export function FigureList({ indicators, year, filter = [] }: Props) {
  const { locale, say } = useLanguage()

  /** Of a rate its two numbers, of a mean how many it was made of: few are said as few. */
  function basisOf(indicator: IndicatorFigures, figure: JudgedFigure | undefined): string | null {
    if (!figure || figure.value === null) return null
    const { numerator, denominator, size } = figure
    if (countsOf(figure, judgedBy(indicator))) return null
    const { kind } = indicator
    const whole = (value: number) => formatValue(value, 0, locale)
    if (kind === 'RATIO' && numerator !== null && denominator !== null && Number.isInteger(numerator))
      return `${whole(numerator)}/${whole(denominator)}`
    return kind === 'MEAN' && size !== null
      ? say({ zh: `基数 ${whole(size)}`, en: `counted over ${whole(size)}` })
      : null
  }

  return (
    <ul className="figure-list">
      {indicators.map((indicator) => {
        const figures = indicator.series?.figures ?? []
        const chosen = figures.findIndex((figure) => figure.period.year === year)
        const figure = figures[chosen]
        const ownPeriod = figure && figure.period.basis !== 'SCHOOL_YEAR' ? figure.period.label : null
        const facts = [ownPeriod, basisOf(indicator, figure)].filter(Boolean).join(say({ zh: '，', en: ', ' }))
        return (
          <li key={indicator.id}>
            <div className="figure-list-name">
              <Link to={{ page: 'indicator', id: indicator.id }} view={{ filter }}>
                {indicator.name}
              </Link>
              <p className="quiet">
                {facts}
                {figure?.value != null && (
                  <>
                    {facts && say({ zh: '，', en: ', ' })}
                    <ChangeLine indicator={indicator} figures={figures} year={year} />
                  </>
                )}
              </p>
            </div>
            <FigureValue figure={figure} indicator={indicator} />
            <Sparkline figures={figures} chosen={chosen} />
          </li>
        )
      })}
    </ul>
  )
}

interface FiguresCardProps {
  id: string
  title: string
  indicators: IndicatorFigures[]
  year: number
  /** The year as people name it. */
  when: string
  institution: InstitutionFacts
}

/** The indicators of a page in one card. Where none has a figure yet it says so once, and not in every line. */
export function FiguresCard({ id, title, indicators, year, when, institution }: FiguresCardProps) {
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
