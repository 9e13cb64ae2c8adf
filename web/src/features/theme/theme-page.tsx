import { symbolsOf } from '@causeway/shared/table'
import { formatFigure } from '@causeway/shared/format-figure'
import { themeWords } from '@causeway/shared/words/themes'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { Sparkline } from '../../charts/sparkline.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../pages.ts'
import { reportLabel, windowOf } from '../../setting/years.ts'
import { FigureValue } from '../../ui/figure-value.tsx'
import { IndicatorCode } from '../../ui/indicator-code.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { SymbolList } from '../../ui/table-view.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ThemeQuery, type ThemeIndicator } from './theme-query.ts'
import { THEME_PAGE_WORDS, THEME_SENTENCES } from './words.ts'

/** How many earlier years stand under the chosen one. */
const EARLIER = 4

export function ThemePage({ setting, place: { theme } }: PageProps<'theme'>) {
  const { locale, say } = useLanguage()
  const { institution, years, year } = setting
  const { data, waiting, fault, retry } = useAnswer(ThemeQuery, {
    theme,
    institution: institution.code,
    ...windowOf(years, year),
    locale,
  })
  const name = say(themeWords[theme])
  useTitle(`${name}, ${institution.name}`)
  const indicators = data?.indicators
  const gaps = indicators?.flatMap((one) => earlierOf(one, year).map((figure) => figure.gap)) ?? []
  return (
    <div className={`theme-${theme.toLowerCase()}`}>
      <header className="page-head">
        <h1>
          <ThemeMark theme={theme} /> {name}
        </h1>
        <p className="lead">{say(THEME_SENTENCES[theme])}</p>
        <p className="lead">
          {institution.name}
          {say({ zh: '，', en: ', ' })}
          {reportLabel(years.periodOf(year), locale)}
        </p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      {!indicators && waiting && <Loading rows={6} />}
      {indicators?.length === 0 && <EmptyState title={say(THEME_PAGE_WORDS.none)} />}
      {indicators && (
        <div className="theme-list" aria-busy={waiting}>
          {indicators.map((indicator) => (
            <ThemeRow key={indicator.id} indicator={indicator} year={year} />
          ))}
        </div>
      )}
      <SymbolList symbols={symbolsOf(gaps)} />
    </div>
  )
}

function ThemeRow({ indicator, year }: { indicator: ThemeIndicator; year: number }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const figures = indicator.series?.figures ?? []
  const chosen = figures.findIndex((figure) => figure.period.year === year)
  const figure = figures[chosen]
  return (
    <article className="card theme-row">
      <div className="theme-what">
        <h2>
          <Link href={address.to({ page: 'indicator', id: indicator.id })}>{indicator.name}</Link>
        </h2>
        <p className="quiet">
          <IndicatorCode {...indicator} /> {indicator.definition}
        </p>
      </div>
      <div className="theme-now">
        <p className="quiet">{figure?.period.label}</p>
        <FigureValue
          value={figure?.value ?? null}
          gap={figure?.gap ?? null}
          decimals={indicator.decimals}
          unit={indicator.unit}
        />
      </div>
      <Sparkline values={figures.map((one) => one.value)} chosen={chosen} />
      <dl className="earlier" aria-label={say(THEME_PAGE_WORDS.figures)}>
        {earlierOf(indicator, year).map((one) => (
          <div key={one.period.year}>
            <dt>{one.period.label}</dt>
            <dd>{formatFigure(one, { decimals: indicator.decimals, gapAs: 'symbol' }, locale)}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function earlierOf(indicator: ThemeIndicator, year: number) {
  return (indicator.series?.figures ?? []).filter((one) => one.period.year < year && one.period.year >= year - EARLIER)
}
