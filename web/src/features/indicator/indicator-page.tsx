import { useMemo } from 'react'
import { seriesToChartSpec } from '@causeway/shared/chart-spec'
import { periodLabel } from '@causeway/shared/period'
import { seriesToTable } from '@causeway/shared/table'
import { scopeWords } from '@causeway/shared/words/scopes'
import { themeWords } from '@causeway/shared/words/themes'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/spoken.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../pages.ts'
import type { Setting } from '../../setting/setting.tsx'
import { windowOf } from '../../setting/years.ts'
import { FigureValue } from '../../ui/figure-value.tsx'
import { IndicatorCode } from '../../ui/indicator-code.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { BreakdownPanel } from './breakdown-panel.tsx'
import { Controls } from './controls.tsx'
import { IndicatorQuery, type IndicatorFacts, type SeriesQuestion } from './indicator-query.ts'
import { OriginPanel } from './origin-panel.tsx'
import { RecordsPanel } from './records-panel.tsx'
import { TakePanel } from './take-panel.tsx'
import { INDICATOR_WORDS } from './words.ts'

export function IndicatorPage({ setting, place: { id } }: PageProps<'indicator'>) {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const { institution, years, year } = setting
  const window = windowOf(years, year)
  const [from, to] = [view.from ?? window.from, view.to ?? window.to]
  const question: SeriesQuestion = {
    id,
    institution: institution.code,
    basis: view.basis,
    scope: view.scope,
    from,
    to,
    locale,
  }
  const { data, waiting, fault, retry } = useAnswer(IndicatorQuery, question)
  const indicator = data?.indicator ?? null
  useTitle(indicator ? `${indicator.name}, ${institution.name}` : id)
  if (!indicator) {
    if (fault?.code === 'UNKNOWN_INDICATOR' || (!waiting && !fault)) {
      return (
        <>
          <h1>{say(INDICATOR_WORDS.unknownIndicator)}</h1>
          <EmptyState title={id}>{fault?.message && <p>{fault.message}</p>}</EmptyState>
        </>
      )
    }
    return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={7} />
  }
  return (
    <div className={`theme-${indicator.theme.toLowerCase()}`} aria-busy={waiting}>
      <Head indicator={indicator} setting={setting} />
      <Controls indicator={indicator} setting={setting} question={question} fault={fault} />
      {fault && fault.kind !== 'question' && <FaultState fault={fault} retry={retry} />}
      {fault?.kind === 'question' && !CONTROL_CODES.has(fault.code ?? '') && <FaultState fault={fault} retry={retry} />}
      <div className="indicator">
        {indicator.series && <SeriesPanel indicator={indicator} setting={setting} />}
        <OriginPanel indicator={indicator} setting={setting} by={view.by} question={question} />
        {view.by && indicator.series && (
          <BreakdownPanel key={view.by} indicator={indicator} setting={setting} question={question} by={view.by} />
        )}
        {view.records && (
          <RecordsPanel indicator={indicator} setting={setting} question={question} part={view.records} />
        )}
        <TakePanel indicator={indicator} question={question} by={view.by} year={year} />
      </div>
    </div>
  )
}

/** What is said at the control it concerns. */
const CONTROL_CODES = new Set(['UNKNOWN_BASIS', 'SCOPE_NOT_APPLICABLE', 'UNKNOWN_DIMENSION', 'BAD_PERIOD'])

function Head({ indicator, setting }: { indicator: IndicatorFacts; setting: Setting }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const series = indicator.series
  const figure = series?.figures.find((one) => one.period.year === setting.year)
  const scope = series?.scope ? say(scopeWords[series.scope]) : null
  return (
    <header className="page-head">
      <p className="crumbs">
        <ThemeMark theme={indicator.theme} />
        <Link href={address.to({ page: 'theme', theme: indicator.theme })}>{say(themeWords[indicator.theme])}</Link>
        <IndicatorCode {...indicator} />
      </p>
      <h1>{indicator.name}</h1>
      <p className="lead">{indicator.definition}</p>
      {figure && (
        <div className="now">
          <FigureValue value={figure.value} gap={figure.gap} decimals={indicator.decimals} unit={indicator.unit} />
          <p className="quiet">
            {[
              setting.institution.name,
              periodLabel(figure.period, locale),
              scope,
              figure.period.partial ? say(INDICATOR_WORDS.partial) : null,
            ]
              .filter(Boolean)
              .join(say({ zh: '，', en: ', ' }))}
          </p>
        </div>
      )}
      {figure?.gap === 'SUPPRESSED' && <p className="note">{say(INDICATOR_WORDS.hidden)}</p>}
    </header>
  )
}

function SeriesPanel({ indicator, setting }: { indicator: IndicatorFacts; setting: Setting }) {
  const address = useAddress()
  const series = indicator.series!
  const { institution } = setting
  const { spec, table } = useMemo(() => {
    const facts = {
      name: spoken(indicator.name),
      unit: spoken(indicator.unit),
      decimals: indicator.decimals,
      institution: spoken(institution.name),
      theme: indicator.theme,
      kind: indicator.kind,
    }
    const readable = {
      basis: series.basis,
      scope: series.scope,
      dimension: null,
      figures: series.figures.map(withoutCategory),
    }
    return {
      spec: { ...seriesToChartSpec(readable, facts), title: INDICATOR_WORDS.overTime, summary: spoken(series.summary) },
      table: seriesToTable(readable, facts),
    }
  }, [indicator, series, institution.name])
  return (
    <ChartPanel
      name="years"
      spec={spec}
      table={table}
      source={{ institution: institution.name, dataDate: institution.dataDate, computedAt: series.computedAt }}
      chosen={series.figures.findIndex((figure) => figure.period.year === setting.year)}
      onChoose={(place) => {
        const period = series.figures[place]?.period
        if (period) address.change({ year: period.year, category: null, records: null, after: null })
      }}
    />
  )
}

/** Numbers that a table shows beside a figure; the category's name is not among them. */
function withoutCategory({
  period,
  value,
  gap,
  numerator,
  denominator,
  size,
  interval,
}: NonNullable<IndicatorFacts['series']>['figures'][number]) {
  return {
    period,
    value,
    gap,
    numerator,
    denominator,
    size,
    interval: interval && { ...interval, method: 'wilson' as const },
  }
}
