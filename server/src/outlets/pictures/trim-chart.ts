import { heightAlone } from '@causeway/shared/charts/height-alone'
import { chartHeight } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { gapWords } from '@causeway/shared/format-figure'

/** Less than this is no chart. */
const LEAST_SHOWN = 3

/** Their series stand under each other, or beside each other in panels. */
const BY_SERIES: ReadonlySet<ChartSpec['kind']> = new Set(['matrix', 'slope', 'multiples', 'time-line'])

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
  if (spec.kind === 'matrix' || spec.kind === 'time-line') return 0
  return chartHeight({ ...spec, kind: 'bars', lying: false }, 1_000)
}

function withoutLast(spec: ChartSpec): ChartSpec | null {
  const { labels, series, lying, kind } = spec
  if (kind === 'mirrored-bars') return null
  if (BY_SERIES.has(kind))
    return series.length > LEAST_SHOWN ? { ...spec, series: series.slice(0, -1), leftOut: spec.leftOut + 1 } : null
  if ((!lying && kind !== 'flow') || labels.length <= LEAST_SHOWN) return null
  return {
    ...spec,
    labels: labels.slice(0, -1),
    series: series.map((one) => ({ ...one, points: one.points.slice(0, -1) })),
    leftOut: spec.leftOut + 1,
  }
}
