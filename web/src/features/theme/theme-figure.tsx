import { useMemo } from 'react'
import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { formatQuantity } from '@causeway/shared/format-figure'
import { Link, useAddress } from '../../address/address.tsx'
import { SmallChart } from '../../charts/small-chart.tsx'
import { judgedBy } from '../../graph/change.ts'
import { useLanguage } from '../../language/language.tsx'
import { spoken } from '../../language/words.ts'
import { ChangeLine, FigureValue, TargetLine } from '../../ui/figure-value.tsx'
import { IndicatorCode } from '../../ui/theme-mark.tsx'
import type { ThemeSeries } from '../../graph/generated.ts'
import THEME_WORDS from './words.json' with { type: 'json' }

interface Props {
  series: ThemeSeries
  year: number
  institution: string
}

/** One indicator of a theme: its figure, what became of it, where it is towards its target, and its years in small. */
export function ThemeFigure({ series, year, institution }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const { indicator, figures } = series
  const spec = useMemo(() => chartOf(series, institution), [series, institution])
  const chosen = figures.findIndex((figure) => figure.period.year === year)
  const figure = figures[chosen]
  const target = figure?.targets.find(({ onCourse }) => onCourse === false) ?? figure?.targets[0]
  return (
    <article className="theme-figure">
      <h3>
        <Link to={{ page: 'indicator', id: indicator.id }} view={{ filter: address.view.filter }}>
          {indicator.name}
        </Link>
      </h3>
      <p className="theme-figure-what">
        <IndicatorCode {...indicator} />
        {figure && <span>{figure.period.label}</span>}
      </p>
      <FigureValue figure={figure} indicator={indicator} />
      {figure?.value != null && (
        <p className="leading-change">
          <ChangeLine indicator={indicator} figures={figures} year={year} />
        </p>
      )}
      {figure && target && (
        <TargetLine target={target} decimals={indicator.decimals} unit={indicator.unit} over={!figure.period.partial} />
      )}
      {figure?.threshold && !figure.threshold.met && (
        <p className="theme-figure-rule">
          <span aria-hidden="true">! </span>
          {say(THEME_WORDS.notMet)}
          <span className="rule-words off-paper">
            {say({ zh: '：', en: ': ' })}
            {figure.threshold.words}
          </span>
        </p>
      )}
      {figures.some(({ gap }) => gap !== 'NO_RECORDS') && <SmallChart spec={spec} chosen={chosen} />}
    </article>
  )
}

function chartOf({ indicator, basis, scope, figures }: ThemeSeries, institution: string) {
  const { theme, kind, decimals } = indicator
  const name = spoken(indicator.name)
  const rule = figures.findLast((figure) => figure.threshold)?.threshold
  const limits = rule ? [{ value: rule.value, words: spoken(rule.words) }] : undefined
  const facts = { ...judgedBy(indicator), name, decimals, theme, kind, institution: spoken(institution), limits }
  const readable = figures.map(({ period, value, gap, numerator, denominator, size, interval }) => ({
    ...{ period, value, gap, numerator, denominator, size },
    interval: interval ? { ...interval, method: 'wilson' as const, level: 0.95 } : null,
  }))
  const spec = seriesToChartSpec({ basis, scope, dimension: null, figures: readable }, facts)
  const [line] = spec.series
  if (!line) return spec
  const points = line.points.map((point, at) => ({ ...point, targets: targetsOf(figures[at]) }))
  return { ...spec, series: [{ ...line, points }] }

  /** Of a target that is added up over years there is nothing to draw beside one year. */
  function targetsOf(figure: ThemeSeries['figures'][number] | undefined) {
    return (figure?.targets ?? [])
      .filter(({ cumulative }) => !cumulative)
      .map(({ plan, value }) => {
        const text = (locale: 'ZH' | 'EN') => formatQuantity(value, decimals, { zh: '', en: '' }, locale)
        return { plan, value, text: { zh: text('ZH'), en: text('EN') } }
      })
  }
}
