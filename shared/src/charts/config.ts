import type { Chart, ChartConfiguration, Scale } from 'chart.js'
import { valueAxis } from './axes.ts'
import { roomForNames } from './end-names.ts'
import { keyHeight } from './key.ts'
import { formOf } from './forms/forms.ts'
import { hasLines, hasPoints, isHollow, isOnAxes, pointRadius } from './marks-of.ts'
import { chartMarks, type DrawOwn } from './marks.ts'
import { nameLines } from './measures.ts'
import { setType, wrapEvenly, type Pen } from './pen.ts'
import type { ChartSeries, ChartSpec } from './spec.ts'
import { gapStrip } from './values.ts'
import { PALETTES, themeTone, translucent, type Light, type Palette } from '../colors.ts'
import { inLocale, type Locale } from '../words/words.ts'

export interface ChartLook {
  light: Light
  locale: Locale
  /** CSS font families; the server names the one it has registered. */
  fontFamily: string
  /** CSS pixels. */
  fontSize?: number
  /** Other colours than those of the light: the reader's own, where the system forces them. */
  palette?: Palette
  /** False: the page has a key. */
  key?: boolean
}

export type CausewayChart = ChartConfiguration<'bar' | 'line', (number | null)[], string | string[]>

/**
 * A chart as Chart.js 4 takes it. A gap is null in the data (a break) and its symbol takes its place; the left side of a mirrored
 * chart is negative in the data and nowhere in a text.
 *
 * @param drawOwn draws the forms that have no axes; null where the spec is none of them
 */
export function toChartConfig(spec: ChartSpec, look: ChartLook, drawOwn: DrawOwn | null): CausewayChart {
  const palette = look.palette ?? PALETTES[look.light]
  const font = { family: look.fontFamily, size: look.fontSize ?? 13 }
  const pen = { palette, locale: look.locale, font }
  const [along, up] = spec.lying ? (['y', 'x'] as const) : (['x', 'y'] as const)
  const own = !isOnAxes(spec)
  const points = !own && hasPoints(spec)
  const { stacks, bothEnds, spans } = formOf(spec)
  const key = look.key ?? true
  return {
    type: points ? 'line' : 'bar',
    data: {
      labels: own
        ? []
        : spec.labels.map(({ text, partial }) =>
            axisLabel(inLocale(text, look.locale) + (partial ? '†' : ''), spec.lying),
          ),
      datasets: spec.series.map((series) =>
        own
          ? { type: 'bar', label: inLocale(series.name, look.locale), data: [] }
          : points
            ? lineOf(spec, series, palette, look)
            : barOf(spec, series, palette, look),
      ),
    },
    options: {
      indexAxis: along,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      color: palette.ink2,
      font,
      layout: { padding: (({ chart }: { chart: Chart }) => paddingOf(chart, spec, pen, key)) as never },
      interaction: { mode: 'index', axis: along, intersect: false },
      scales: own
        ? { x: { display: false }, y: { display: false } }
        : {
            [along]: {
              type: 'category',
              stacked: stacks !== undefined,
              grid: { display: bothEnds === true, color: palette.line },
              border: { color: palette.line, display: !spec.lying },
              offset: !bothEnds,
              afterBuildTicks: keepPartial(spec),
              ticks: {
                color: palette.ink2,
                font,
                autoSkip: !spec.lying,
                major: { enabled: true },
                autoSkipPadding: 6,
                maxRotation: 0,
                // The values of the lower ends are there.
                padding: spans ? 36 : 3 + gapStrip(spec),
                ...(spec.lying && { callback: nameInLines(spec, pen) }),
              },
            },
            [up]: valueAxis(spec, look.locale, palette, font),
          },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [chartMarks(spec, pen, key, drawOwn)],
  }
}

/** Where there is no room for every label, that of the last incomplete period stays: its sign is explained below. */
function keepPartial({ labels }: ChartSpec) {
  const last = labels.findLastIndex(({ partial }) => partial)
  return ({ ticks }: Scale) => ticks.forEach((tick) => (tick.major = tick.value === last))
}

/** Room for what is beside the marks: values, names at the ends of lines, the unit above an upright axis, a key. */
function paddingOf(chart: Chart, spec: ChartSpec, pen: Parameters<typeof keyHeight>[2], key: boolean) {
  if (!isOnAxes(spec)) return 0
  const above = key ? keyHeight(chart, spec, pen) : 0
  const { left, right } = roomForNames(chart, spec, pen)
  if (!spec.lying) return { top: above + 26, left, right }
  return { top: above + (spec.limits?.length ? 20 : 4), right: formOf(spec).stacks ? 0 : 48 }
}

type Dataset = CausewayChart['data']['datasets'][number]

function barOf(spec: ChartSpec, series: ChartSeries, palette: Palette, look: ChartLook): Dataset {
  const color = themeTone(palette, series.theme, series.tone)
  const { stacks } = formOf(spec)
  const stacked = stacks === 'parts'
  return {
    type: 'bar',
    label: inLocale(series.name, look.locale),
    data: series.points.map(({ value }) =>
      value !== null && series.side === 'left' && stacks === 'sides' ? -value : value,
    ),
    backgroundColor: spec.labels.map(({ partial }) => (partial ? translucent(color, 0.3) : color)),
    borderColor: stacked ? palette.surface : color,
    borderWidth: spec.labels.map(({ partial }) => (stacked ? 1 : partial ? 1 : 0)),
    borderRadius: stacked ? 0 : 3,
    barPercentage: 0.82,
    // Bars of one category stand together, apart from those of the next.
    categoryPercentage: !stacks && spec.series.length > 1 ? 0.8 : 0.92,
    maxBarThickness: 56,
    pointStyle: 'rectRounded',
  }
}

function lineOf(spec: ChartSpec, series: ChartSeries, palette: Palette, look: ChartLook): Dataset {
  const color = themeTone(palette, series.theme, series.tone)
  const unfinished = (index: number) => spec.labels[index]?.partial ?? false
  const hollow = isHollow(spec, series)
  return {
    type: 'line',
    label: inLocale(series.name, look.locale),
    data: series.points.map(({ value }) => value),
    showLine: hasLines(spec),
    borderColor: color,
    borderWidth: 2,
    borderDash: [...series.dash],
    segment: { borderDash: ({ p1DataIndex }) => (unfinished(p1DataIndex) ? [2, 4] : undefined) },
    spanGaps: false,
    tension: 0,
    pointStyle: series.mark === 'triangleDown' ? 'triangle' : series.mark,
    pointRotation: series.mark === 'triangleDown' ? 180 : 0,
    pointRadius: pointRadius(spec),
    pointHoverRadius: 6,
    pointBorderColor: color,
    pointBorderWidth: hollow ? 2 : 1.5,
    pointBackgroundColor: spec.labels.map(({ partial }) => (hollow || partial ? palette.surface : color)),
    backgroundColor: color,
    clip: false,
  }
}

/** A name at the left of its bar, in some lines where one has no room, about as long as each other. */
function nameInLines(spec: ChartSpec, pen: Omit<Pen, 'ctx'>) {
  return function (this: Scale, value: string | number): string[] {
    const own = { ...pen, ctx: this.chart.ctx }
    setType(own)
    const { room, lines } = nameLines(spec, this.chart.width, formOf(spec).besideNames)
    return wrapEvenly(own, this.getLabelForValue(Number(value)), room, Math.max(2, lines))
  }
}

/** `2023—2024学年` below an upright axis takes two lines. */
function axisLabel(text: string, lying: boolean): string | string[] {
  const year = /^(\d{4}—)(\d{4}学年.*)$/.exec(text)
  return year && !lying ? [year[1]!, year[2]!] : text
}
