import type { ChartConfiguration, ScaleOptionsByType, TooltipItem } from 'chart.js'
import { chartMarks } from './chart-marks.ts'
import type { ChartSeries, ChartSpec } from './chart-spec.ts'
import { PALETTES, themeTone, translucent, type Light, type Palette } from './colors.ts'
import { formatValue } from './format-figure.ts'
import { inLocale, type Locale } from './words/words.ts'

interface ChartLook {
  light: Light
  locale: Locale
  /** CSS font families; the server names the one it has registered. */
  fontFamily: string
  /** CSS pixels. */
  fontSize?: number
  /** Motion only to show what changed; off for print and for whoever wants less of it. */
  animate?: boolean
}

type CausewayChart = ChartConfiguration<'bar' | 'line', (number | null)[], string | string[]>

/**
 * A chart as Chart.js 4 takes it; pure, so that browser and server draw the same one. Whoever draws it has to register the bar
 * and line controllers, their elements, the category and linear scales, tooltip and legend. A gap is null in the data (a break)
 * and its symbol stands in its place; the left side of a mirrored chart is negative in the data and nowhere in a text.
 */
export function toChartJs(spec: ChartSpec, look: ChartLook): CausewayChart {
  const palette = PALETTES[look.light]
  const font = { family: look.fontFamily, size: look.fontSize ?? 13 }
  const [along, up] = spec.lying ? (['y', 'x'] as const) : (['x', 'y'] as const)
  return {
    type: spec.kind === 'lines' || spec.kind === 'slope' ? 'line' : 'bar',
    data: {
      labels: spec.labels.map(({ text, partial }) =>
        axisLabel(inLocale(text, look.locale) + (partial ? '†' : ''), spec.lying),
      ),
      datasets: spec.series.map((series) =>
        spec.kind === 'lines' || spec.kind === 'slope' ? lineOf(spec, series, palette, look) : barOf(spec, series, palette, look),
      ),
    },
    options: {
      indexAxis: along,
      animation: look.animate ? { duration: 250 } : false,
      responsive: true,
      maintainAspectRatio: false,
      color: palette.ink2,
      font,
      // Room for the values that stand beside the bars.
      layout: { padding: spec.lying ? { right: spec.kind === 'mirrored-bars' ? 0 : 44, top: 4 } : { top: 24 } },
      interaction: { mode: 'index', axis: along, intersect: false },
      scales: {
        [along]: {
          type: 'category',
          stacked: spec.kind === 'mirrored-bars',
          grid: { display: false },
          border: { color: palette.line, display: !spec.lying },
          offset: true,
          ticks: { color: palette.ink2, font, autoSkip: !spec.lying, maxRotation: 0 },
        },
        [up]: valueAxis(spec, look, palette, font),
      },
      plugins: {
        legend: {
          display: spec.series.length > 1,
          position: 'top',
          labels: { color: palette.ink, font, usePointStyle: true, boxWidth: 12, boxHeight: 10 },
        },
        tooltip: {
          backgroundColor: palette.ink,
          titleColor: palette.surface,
          bodyColor: palette.surface,
          titleFont: { ...font, weight: 'bold' },
          bodyFont: font,
          cornerRadius: 6,
          callbacks: {
            title: (items) => (items[0] ? inLocale(spec.labels[items[0].dataIndex]!.text, look.locale) : ''),
            label: (item) => tooltipLine(spec, item, look.locale),
          },
        },
      },
    },
    plugins: [chartMarks(spec, palette, look.locale, font)],
  }
}

function barOf(
  spec: ChartSpec,
  series: ChartSeries,
  palette: Palette,
  look: ChartLook,
): CausewayChart['data']['datasets'][number] {
  const color = themeTone(palette, series.theme, series.tone)
  return {
    type: 'bar',
    label: inLocale(series.name, look.locale),
    data: series.points.map(({ value }) =>
      value !== null && series.side === 'left' && spec.kind === 'mirrored-bars' ? -value : value,
    ),
    backgroundColor: spec.labels.map(({ partial }) => (partial ? translucent(color, 0.3) : color)),
    borderColor: color,
    borderWidth: spec.labels.map(({ partial }) => (partial ? 1 : 0)),
    // A bar of a small number stays to be seen; zero has none.
    minBarLength: series.points.some(({ value }) => value === 0) ? 0 : 2,
    borderRadius: 3,
    barPercentage: 0.82,
    categoryPercentage: 0.92,
    maxBarThickness: 56,
    pointStyle: 'rectRounded',
  }
}

function lineOf(
  spec: ChartSpec,
  series: ChartSeries,
  palette: Palette,
  look: ChartLook,
): CausewayChart['data']['datasets'][number] {
  const color = themeTone(palette, series.theme, series.tone)
  const unfinished = (index: number) => spec.labels[index]?.partial ?? false
  return {
    type: 'line',
    label: inLocale(series.name, look.locale),
    data: series.points.map(({ value }) => value),
    borderColor: color,
    borderWidth: 2,
    borderDash: [...series.dash],
    segment: { borderDash: ({ p1DataIndex }) => (unfinished(p1DataIndex) ? [2, 4] : undefined) },
    spanGaps: false,
    tension: 0,
    pointStyle: series.mark,
    pointRadius: 4,
    pointHoverRadius: 6,
    pointBorderColor: color,
    pointBorderWidth: 1.5,
    pointBackgroundColor: spec.labels.map(({ partial }) => (partial ? palette.surface : color)),
    backgroundColor: color,
  }
}

type Font = { family: string; size: number }

function valueAxis(
  spec: ChartSpec,
  look: ChartLook,
  palette: Palette,
  font: Font,
): Partial<ScaleOptionsByType<'linear'>> {
  const values = spec.series.flatMap(({ points }) => points.flatMap(({ value, low, high }) => [value, low, high]))
  const numbers = values.filter((value) => value !== null)
  const most = Math.max(0, ...numbers)
  const unit = inLocale(spec.unit, look.locale)
  const base = {
    type: 'linear',
    grid: { color: palette.grid, drawTicks: false },
    border: { display: false },
    ticks: {
      color: palette.ink2,
      font,
      maxTicksLimit: 7,
      padding: 6,
      ...(spec.decimals === 0 && { precision: 0 }),
      callback: (tick: string | number) =>
        tickText(spec.kind === 'mirrored-bars' ? Math.abs(Number(tick)) : Number(tick), look.locale),
    },
    title: { display: spec.lying && unit !== '', text: unit, color: palette.ink3, font },
  }
  // Gaps alone: an axis of invented numbers would say something that nobody knows.
  if (numbers.length === 0) {
    const min = spec.kind === 'mirrored-bars' ? -1 : 0
    return { ...base, min, max: 1, grid: { display: false }, ticks: { display: false } } as unknown as Partial<
      ScaleOptionsByType<'linear'>
    >
  }
  if (spec.kind === 'mirrored-bars') {
    // More than the longest bar: its value stands beyond its end.
    const edge = niceCeiling(most * 1.2)
    const step = spec.decimals > 0 || Number.isInteger(edge / 2) ? edge / 2 : edge
    return {
      ...base,
      ticks: { ...base.ticks, stepSize: step },
      stacked: true,
      min: -edge,
      max: edge,
    } as unknown as Partial<ScaleOptionsByType<'linear'>>
  }
  // No bar is cut off. A line of parts shows the whole way, of shares to 100, once it passes the middle; other lines may start where they are.
  const { whole } = spec
  const isShown = whole !== null && most > whole / 2 && most <= whole && Math.min(0, ...numbers) === 0
  const ends = isShown
    ? { min: 0, max: whole }
    : {
        beginAtZero: spec.kind === 'bars' || whole !== null,
        grace: spec.kind === 'bars' ? 0 : '10%',
        ...reachOf(numbers),
      }
  return { ...base, ...ends } as unknown as Partial<ScaleOptionsByType<'linear'>>
}

/** Chart.js looks at the figures alone: their intervals need room too. */
function reachOf(numbers: number[]) {
  return { suggestedMin: Math.min(...numbers), suggestedMax: Math.max(...numbers) }
}

/** The least of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is not below `value`; 1 for nothing. */
export function niceCeiling(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value)!
  return Math.max(1, step * power)
}

function tickText(tick: number, locale: Locale): string {
  const places = String(tick).split('.')[1]?.length ?? 0
  return formatValue(tick, Math.min(places, 2), locale)
}

function tooltipLine(spec: ChartSpec, item: TooltipItem<'bar' | 'line'>, locale: Locale): string {
  const series = spec.series[item.datasetIndex]!
  const point = series.points[item.dataIndex]!
  const colon = locale === 'ZH' ? '：' : ': '
  const interval =
    point.low !== null && point.high !== null
      ? ` (${formatValue(point.low, spec.decimals, locale)} – ${formatValue(point.high, spec.decimals, locale)})`
      : ''
  return `${inLocale(series.name, locale)}${colon}${inLocale(point.text, locale)}${interval}`
}

/** `2023—2024学年` below an upright axis takes two lines. */
function axisLabel(text: string, lying: boolean): string | string[] {
  const year = /^(\d{4}—)(\d{4}学年.*)$/.exec(text)
  return year && !lying ? [year[1]!, year[2]!] : text
}
