import { useEffect, useRef } from 'react'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { toChartConfig } from '@causeway/shared/charts/config'
import { isOnAxes } from '@causeway/shared/charts/key-series'
import type { DrawOwn } from '@causeway/shared/charts/marks'
import { chartHeight } from '@causeway/shared/charts/size'
import { spotsOf, streamCourse, type Spot } from '@causeway/shared/charts/spots'
import type { Light, Palette } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import { chosenBand } from './chosen-band.ts'
import { PAPER_WIDTH } from './paper.ts'
import { Chart } from './register.ts'
import { readsOneSeries, type Position, type Walk } from './walk.ts'

/** What the frame around a canvas may ask it. */
export interface DrawnChart {
  spots: () => readonly Spot[]
  /** What lies under a point of the canvas, in CSS pixels. */
  at: (x: number, y: number) => Position | null
  /** How its points are walked, where it is not as in other charts. */
  walk?: Walk
}

interface Props {
  spec: ChartSpec
  /** Series the reader has put away, by their place. */
  hidden: ReadonlySet<number>
  /** The place that the page is about; -1: none. */
  chosen: number
  light: Light
  palette: Palette
  locale: Locale
  /** It is being printed: drawn for the width of the paper, finely. */
  printing: boolean
  label: string
  onDrawn: (drawn: DrawnChart | null) => void
  /** Draws the forms that have no axes; null: this one has. */
  drawOwn?: DrawOwn | null
  walk?: Walk
}

/** The canvas of one chart: made, redrawn and taken away with its page. A chunk of its own: Chart.js comes with it. */
export function ChartCanvas({
  spec,
  hidden,
  chosen,
  light,
  palette,
  locale,
  printing,
  label,
  onDrawn,
  drawOwn = null,
  walk,
}: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const { fontFamily } = getComputedStyle(document.body)
    const config = toChartConfig(spec, { light, locale, fontFamily, fontSize: 13, palette, key: false }, drawOwn)
    config.options = { ...config.options, events: [], ...(printing && { devicePixelRatio: 3, responsive: false }) }
    config.plugins = [
      ...(isOnAxes(spec) ? [chosenBand(chosen, spec.lying, palette.grid)] : []),
      ...(config.plugins ?? []),
    ]
    const made = new Chart(canvas.current!, config)
    hidden.forEach((series) => made.setDatasetVisibility(series, false))
    if (hidden.size > 0) made.update('none')
    if (printing) made.resize(...paperSize(canvas.current!, spec))
    onDrawn({ spots: () => spotsOf(made), at: (x, y) => positionAt(made, spec, x, y), walk })
    return () => {
      onDrawn(null)
      made.destroy()
    }
  }, [spec, light, palette, locale, hidden, chosen, printing, onDrawn, drawOwn, walk])
  return <canvas ref={canvas} role="img" aria-label={label} />
}

/** A page that prints something beside a chart says how large the chart is then: `--paper-width`, `--paper-tall`, in CSS pixels. */
function paperSize(canvas: HTMLCanvasElement, spec: ChartSpec): [width: number, height: number] {
  const style = getComputedStyle(canvas)
  const said = (name: string) => Number(style.getPropertyValue(name)) || null
  return [said('--paper-width') ?? PAPER_WIDTH, said('--paper-tall') ?? chartHeight(spec, PAPER_WIDTH)]
}

function positionAt(chart: Chart, spec: ChartSpec, x: number, y: number): Position | null {
  if (spec.kind === 'flow') return streamAt(spotsOf(chart), x, y)
  if (readsOneSeries(spec)) {
    const spot = spotsOf(chart).find(
      ({ left, width, top, height }) => x >= left && x <= left + width && y >= top && y <= top + height,
    )
    return spot ? { place: spot.place, series: spot.series } : null
  }
  const place = chart.scales[spec.lying ? 'y' : 'x']?.getValueForPixel(spec.lying ? y : x)
  return place !== undefined && place >= 0 && place < spec.labels.length ? { place, series: null } : null
}

/** Streams cross: the one whose middle is nearest is meant. */
function streamAt(spots: readonly Spot[], x: number, y: number): Position | null {
  const streams = [...Map.groupBy(spots, (spot) => spot.place).values()].flatMap(([start, end]) => {
    if (!start || !end || x < start.left || x > end.left + end.width) return []
    const share = streamCourse(Math.min(Math.max((x - start.left) / (end.left - start.left), 0), 1))
    const middle = start.top + (end.top - start.top) * share + start.height / 2
    const away = Math.abs(middle - y)
    return away <= Math.max(start.height / 2, 4) ? [{ place: start.place, away }] : []
  })
  const nearest = streams.toSorted((a, b) => a.away - b.away)[0]
  return nearest ? { place: nearest.place, series: 0 } : null
}
