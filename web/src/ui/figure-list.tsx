import { formatValue } from '@causeway/shared/format-figure'
import { countsOf } from '@causeway/shared/verdict'
import { Link } from '../address/link.tsx'
import { Sparkline } from '../charts/sparkline.tsx'
import { judgedBy } from '../graph/change.ts'
import type { JudgedFigure } from '../graph/generated.ts'
import type { IndicatorFigures } from '../graph/subject-query.ts'
import { useLanguage } from '../language/language.tsx'
import { ChangeLine } from './change-line.tsx'
import { FigureValue } from './figure-value.tsx'
import '../styles/figure-list.css'

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
