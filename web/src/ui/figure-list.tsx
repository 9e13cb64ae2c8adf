import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { changeText } from '../graph/change-text.ts'
import { readChange } from '../graph/change.ts'
import type { IndicatorFigures } from '../graph/indicator-figures.ts'
import { useLanguage } from '../language/language.tsx'
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
  const address = useAddress()
  const { locale, say } = useLanguage()
  return (
    <ul className="figure-list">
      {indicators.map((indicator) => {
        const figures = indicator.series?.figures ?? []
        const chosen = figures.findIndex((figure) => figure.period.year === year)
        const figure = figures[chosen]
        const change = readChange(figures, year, indicator.decimals, indicator.betterWhen)
        const { arrow, words } = changeText(change, indicator, locale)
        return (
          <li key={indicator.id}>
            <p className="figure-list-name">
              <Link href={address.to({ page: 'indicator', id: indicator.id }, { filter })}>{indicator.name}</Link>
              {figure && <span className="quiet">{figure.period.label}</span>}
            </p>
            <FigureValue
              value={figure?.value ?? null}
              gap={figure?.gap ?? null}
              decimals={indicator.decimals}
              unit={indicator.unit}
            />
            <Sparkline values={figures.map((one) => one.value)} chosen={chosen} />
            <p className="figure-list-change quiet">
              {figure?.value != null && (
                <>
                  {arrow && <span aria-hidden="true">{arrow} </span>}
                  {say(words)}
                </>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
