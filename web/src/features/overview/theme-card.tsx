import type { Theme } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/themes'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { Sparkline } from '../../charts/sparkline.tsx'
import { changeText } from '../../graph/change-text.ts'
import { readChange } from '../../graph/change.ts'
import { useLanguage } from '../../language/language.tsx'
import { FigureValue } from '../../ui/figure-value.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { FEATURED } from './featured.ts'
import type { OverviewIndicator } from './overview-query.ts'
import { OVERVIEW_WORDS } from './words.ts'

/** A theme with its leading figures of the chosen year. */
export function ThemeCard({
  theme,
  indicators,
  year,
  room,
}: {
  theme: Theme
  indicators: OverviewIndicator[]
  year: number
  room: number
}) {
  const { say } = useLanguage()
  const address = useAddress()
  const own = indicators.filter((indicator) => indicator.theme === theme)
  const shown = FEATURED[theme]
    .map((code) => own.find((indicator) => indicator.code === code))
    .filter((indicator) => indicator !== undefined)
    .slice(0, room)
  const name = say(themeWords[theme])
  return (
    <section
      className={`card theme-${theme.toLowerCase()} area-${theme.toLowerCase()}`}
      aria-labelledby={`card-${theme}`}
    >
      <header className="card-head">
        <h2 id={`card-${theme}`}>
          <ThemeMark theme={theme} /> {name}
        </h2>
        <Link className="quiet-link" href={address.to({ page: 'theme', theme })}>
          {say(OVERVIEW_WORDS.all)} {own.length}
          <span className="for-ears"> {name}</span>
        </Link>
      </header>
      {shown.map((indicator) => (
        <LeadingFigure key={indicator.id} indicator={indicator} year={year} />
      ))}
    </section>
  )
}

function LeadingFigure({ indicator, year }: { indicator: OverviewIndicator; year: number }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const figures = indicator.series?.figures ?? []
  const chosen = figures.findIndex((figure) => figure.period.year === year)
  const figure = figures[chosen]
  const change = readChange(figures, year, indicator.decimals, indicator.betterWhen)
  const { arrow, words } = changeText(change, indicator, locale)
  const ownPeriod = figure && figure.period.basis !== 'SCHOOL_YEAR' ? figure.period.label : null
  return (
    <article className="leading">
      <h3>
        <Link href={address.to({ page: 'indicator', id: indicator.id })}>{indicator.name}</Link>
        {ownPeriod && ' '}
        {ownPeriod && <small>{ownPeriod}</small>}
      </h3>
      <FigureValue
        value={figure?.value ?? null}
        gap={figure?.gap ?? null}
        decimals={indicator.decimals}
        unit={indicator.unit}
      />
      <Sparkline values={figures.map((one) => one.value)} chosen={chosen} />
      {figure?.value != null && (
        <p className="leading-change">
          {arrow && <span aria-hidden="true">{arrow} </span>}
          {say(words)}
        </p>
      )}
    </article>
  )
}
