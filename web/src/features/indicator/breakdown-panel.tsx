import { useMemo } from 'react'
import { seriesToChartSpec } from '@causeway/shared/chart-spec'
import { seriesToTable } from '@causeway/shared/table'
import { useAddress } from '../../address/use-address.ts'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/spoken.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { BreakdownQuery, type BreakdownSeries, type IndicatorFacts, type SeriesQuestion } from './indicator-query.ts'
import { INDICATOR_WORDS } from './words.ts'

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  question: SeriesQuestion
  by: string
}

/** The categories of the chosen year as a chart, of all years as a table. */
export function BreakdownPanel({ indicator, setting, question, by }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const { data, waiting, fault, retry } = useAnswer(BreakdownQuery, { ...question, by })
  const series = data?.indicator?.series ?? null
  const { institution, year } = setting
  const drawn = useMemo(
    () => (series ? draw(series, by, indicator, institution.name, year) : null),
    [series, by, indicator, institution.name, year],
  )
  const name = indicator.dimensions.find((dimension) => dimension.id === by)?.name ?? by
  if (!series || !drawn || drawn.categories.length === 0) {
    return (
      <section className="card wide">
        {fault ? (
          <FaultState fault={fault} retry={retry} />
        ) : waiting ? (
          <Loading rows={5} />
        ) : (
          <EmptyState title={say(INDICATOR_WORDS.noCategories)} />
        )}
      </section>
    )
  }
  return (
    <ChartPanel
      name="groups"
      className="wide"
      spec={{ ...drawn.spec, title: spoken(say(INDICATOR_WORDS.byWhat).replace('{by}', name)) }}
      table={drawn.table}
      source={{ institution: institution.name, dataDate: institution.dataDate, computedAt: series.computedAt }}
      chosen={drawn.categories.indexOf(address.view.category ?? '')}
      onChoose={(place) => {
        const key = drawn.categories[place]
        if (key) address.change({ category: key === address.view.category ? null : key, records: null, after: null })
      }}
    >
      {indicator.kind !== 'RATIO' && indicator.kind !== 'MEAN' && (
        <p className="cap">{say(INDICATOR_WORDS.notAdditive)}</p>
      )}
    </ChartPanel>
  )
}

function draw(series: BreakdownSeries, by: string, indicator: IndicatorFacts, institution: string, year: number) {
  const labels = labelsOf(series)
  const facts = {
    name: spoken(indicator.name),
    unit: spoken(indicator.unit),
    decimals: indicator.decimals,
    institution: spoken(institution),
    theme: indicator.theme,
    kind: indicator.kind,
    categoryLabel: (key: string) => spoken(labels.get(key) ?? key),
  }
  const figures = series.figures.map(({ period, value, gap, category }) => ({
    period,
    value,
    gap,
    category: category?.key ?? null,
  }))
  const common = { basis: series.basis, scope: series.scope, dimension: by }
  const ofYear = figures.filter((figure) => figure.period.year === year)
  if (UNORDERED.has(by))
    ofYear.sort((a, b) => Number(a.category === 'unknown') - Number(b.category === 'unknown') || sizeOf(b) - sizeOf(a))
  const spec = seriesToChartSpec({ ...common, figures: ofYear }, facts)
  const keyOf = new Map([...labels].map(([key, label]) => [label, key]))
  return {
    spec,
    table: seriesToTable({ ...common, figures }, facts),
    /** Keys in the order the chart has them. */
    categories: spec.labels.map((label) => keyOf.get(label.text.en) ?? ''),
  }
}

/** Dimensions whose categories have no order of their own: their bars stand by length. */
const UNORDERED = new Set(['country', 'programme', 'department', 'partner', 'platform', 'site', 'unit', 'instrument'])

function sizeOf({ value, gap }: { value: number | null; gap: string | null }): number {
  return value ?? (gap === 'SUPPRESSED' ? -1 : -2)
}

/** Names of the categories by key; two of one name are told apart by their keys. */
function labelsOf(series: BreakdownSeries): Map<string, string> {
  const labels = new Map(
    series.figures.flatMap(({ category }) => (category ? [[category.key, category.label] as const] : [])),
  )
  const times = Map.groupBy(labels, ([, label]) => label)
  return new Map([...labels].map(([key, label]) => [key, times.get(label)!.length > 1 ? `${label} (${key})` : label]))
}
