import { formOf } from '@causeway/shared/charts/forms/forms'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { chartHeight, heightAlone } from '@causeway/shared/charts/size'
import { gapWords } from '@causeway/shared/format-figure'

/** Less than this is no chart. */
const LEAST_SHOWN = 3

/**
 * A chart that fits a height: what is too much for it is left out, from the end, and counted as left out. In CSS pixels of the page.
 */
export function trimChart(spec: ChartSpec, width: number, height: number): ChartSpec {
  let trimmed = spec
  while (heightAlone(trimmed, width) > Math.max(height, leastOf(spec))) {
    const fewer = withoutLast(trimmed)
    if (!fewer) break
    trimmed = fewer
  }
  return trimmed === spec
    ? spec
    : { ...trimmed, symbols: trimmed.symbols.filter(({ symbol }) => occurs(trimmed, symbol)) }
}

function occurs({ series }: ChartSpec, symbol: string): boolean {
  return series.some(({ points }) =>
    points.some(({ gap, mark }) => mark === symbol || (gap !== null && gapWords[gap].symbol === symbol)),
  )
}

/** What even an empty chart asks for; rows without an axis ask for nothing but themselves. */
function leastOf(spec: ChartSpec): number {
  if (formOf(spec).asLowAsRows) return 0
  return chartHeight({ ...spec, kind: 'bars', lying: false }, 1_000)
}

function withoutLast(spec: ChartSpec): ChartSpec | null {
  const { labels, series, lying } = spec
  const gives = formOf(spec).gives ?? (lying ? 'places' : 'nothing')
  const count = { series: series.length, places: labels.length, nothing: 0 }[gives]
  if (count <= LEAST_SHOWN) return null
  const fewer = { ...spec, leftOut: spec.leftOut + 1 }
  if (gives === 'series') return { ...fewer, series: series.slice(0, -1) }
  return {
    ...fewer,
    labels: labels.slice(0, -1),
    series: series.map((one) => ({ ...one, points: one.points.slice(0, -1) })),
  }
}
