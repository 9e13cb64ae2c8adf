import { LEADING, type Theme } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/terms'
import { Link } from '../../address/address.tsx'
import { Sparkline } from '../../charts/sparkline.tsx'
import { useLanguage } from '../../language/language.tsx'
import { ChangeLine, FigureValue, TargetLine } from '../../ui/figure-value.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import type { LeadingSeries } from '../../graph/generated.ts'
import OVERVIEW_WORDS from './words.json' with { type: 'json' }
import '../../styles/leading.css'

interface Props {
  theme: Theme
  leading: LeadingSeries[]
  /** How many indicators the theme has in all. */
  count: number
  year: number
  /** How many figures the card has room for. */
  room: number
}

/** A theme with its leading figures, and the way to all of them. */
export function ThemeCard({ theme, leading, count, year, room }: Props) {
  const { say } = useLanguage()
  const own = LEADING[theme].flatMap((code) => leading.filter(({ indicator }) => indicator.code === code))
  const hasFigure = ({ figures }: LeadingSeries) =>
    figures.some(({ period, value }) => period.year === year && value !== null)
  const shown = [...own.filter(hasFigure), ...own.filter((one) => !hasFigure(one))].slice(0, room)
  const inOrder = own.filter((one) => shown.includes(one))
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
        <Link className="quiet-link" to={{ page: 'theme', theme }}>
          {say(allWords(count))}
          <span className="for-ears"> {name}</span>
        </Link>
      </header>
      {inOrder.map((series) => (
        <LeadingFigure key={series.indicator.id} series={series} year={year} />
      ))}
    </section>
  )
}

function LeadingFigure({ series: { indicator, figures }, year }: { series: LeadingSeries; year: number }) {
  const chosen = figures.findIndex((figure) => figure.period.year === year)
  const figure = figures[chosen]
  const target = figure?.targets.find(({ onCourse }) => onCourse === false) ?? figure?.targets[0]
  const ownPeriod = figure && figure.period.basis !== 'SCHOOL_YEAR' ? figure.period.label : null
  return (
    <article className="leading">
      <h3>
        <Link to={{ page: 'indicator', id: indicator.id }}>{indicator.name}</Link>
        {ownPeriod && ' '}
        {ownPeriod && <small>{ownPeriod}</small>}
      </h3>
      <FigureValue figure={figure} indicator={indicator} />
      {figures.some(({ value }) => value !== null) && <Sparkline figures={figures} chosen={chosen} />}
      {figure?.value != null && (
        <p className="leading-change">
          <ChangeLine indicator={indicator} figures={figures} year={year} />
        </p>
      )}
      {figure && target && (
        <TargetLine target={target} decimals={indicator.decimals} unit={indicator.unit} over={!figure.period.partial} />
      )}
    </article>
  )
}

function allWords(count: number) {
  return { zh: `${OVERVIEW_WORDS.all.zh} ${count} 项`, en: `${OVERVIEW_WORDS.all.en} ${count}` }
}
