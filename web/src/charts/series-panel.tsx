import { useMemo, type ReactNode } from 'react'
import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import type { Gap, Interval } from '@causeway/shared/figure'
import type { Basis, Period } from '@causeway/shared/period'
import type { Scope, Theme } from '@causeway/shared/series'
import { seriesToTable } from '@causeway/shared/table'
import type { Words } from '@causeway/shared/words/words'
import { spoken } from '../language/words.ts'
import { ChartPanel } from './chart-panel.tsx'
import { useChartForm } from './use-chart-form.ts'

interface DrawnFigure {
  period: Period
  value: number | null
  gap: Gap | null
  numerator?: number | null
  denominator?: number | null
  size?: number | null
  interval?: { low: number; high: number } | null
  category?: { key: string; label: string } | null
}

interface Props {
  name: string
  title: Words
  indicator: {
    code: string
    name: string
    theme: Theme
    kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
    unit: string
    decimals: number
  }
  series: { basis: Basis; scope: Scope | null; computedAt: string | null; figures: DrawnFigure[] }
  /** What the figures are broken down by; null: they are not. */
  by: string | null
  /** Of this year only; null: of all that were asked for. */
  year: number | null
  institution: { code: string; name: string; dataDate: string | null }
  className?: string
  children?: ReactNode
}

/** The figures of one indicator as the chart that suits them, with all that a chart owes its reader. */
export function SeriesPanel({ name, title, indicator, series, by, year, institution, className, children }: Props) {
  const { readable, facts } = useMemo(() => {
    const labels = new Map(series.figures.flatMap(({ category }) => (category ? [[category.key, category.label]] : [])))
    const shown = year === null ? series.figures : series.figures.filter((figure) => figure.period.year === year)
    return {
      facts: {
        name: spoken(indicator.name),
        unit: spoken(indicator.unit),
        decimals: indicator.decimals,
        institution: spoken(institution.name),
        theme: indicator.theme,
        kind: indicator.kind,
        categoryLabel: (key: string) => spoken(labels.get(key) ?? key),
      },
      readable: {
        basis: series.basis,
        scope: series.scope,
        dimension: by,
        figures: shown.map(({ category, interval, ...figure }) => ({
          ...figure,
          category: category?.key ?? null,
          interval: interval ? ({ ...interval, method: 'wilson', level: 0.95 } satisfies Interval) : null,
        })),
      },
    }
  }, [indicator, series, by, year, institution.name])
  const { form, forms } = useChartForm(name, readable, facts)
  const spec = useMemo(() => ({ ...seriesToChartSpec(readable, facts, form), title }), [readable, facts, form, title])
  const table = useMemo(() => seriesToTable(readable, facts), [readable, facts])
  const shown = readable.figures.map(({ period }) => period.year)
  const take = {
    name: indicator.code,
    query: {
      ...{ institution: institution.code, basis: series.basis, scope: series.scope, by },
      ...{ from: Math.min(...shown), to: Math.max(...shown) },
    },
    pictured: { chart: form === forms[0] ? null : form },
  }
  return (
    <ChartPanel
      name={name}
      spec={spec}
      table={table}
      forms={forms}
      institution={institution}
      computedAt={series.computedAt}
      className={className}
      take={take}
    >
      {children}
    </ChartPanel>
  )
}
