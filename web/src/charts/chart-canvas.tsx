import { useLayoutEffect, useRef } from 'react'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { toChartConfig } from '@causeway/shared/charts/config'
import { formOf } from '@causeway/shared/charts/forms/forms'
import type { OwnForm } from '@causeway/shared/charts/marks'
import { chartHeight } from '@causeway/shared/charts/size'
import { spotsOf, type Position, type Spot, type Walk } from '@causeway/shared/charts/walk'
import type { Light, Palette } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import { PAPER_WIDTH } from './paper.ts'
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Plugin,
} from 'chart.js'

/** What the frame around a canvas may ask it. */
export interface DrawnChart {
  spots: () => readonly Spot[]
  /** What is under a point of the canvas, in CSS pixels. */
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
  /** What a form that has no axes does itself; null: this one has axes. */
  own?: OwnForm | null
}

/** The canvas of one chart: made, redrawn and taken away with its page. A chunk by itself: Chart.js comes with it. */
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
  own = null,
}: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  // An effect comes after the next picture: the one on paper would be of the chart before it.
  useLayoutEffect(() => {
    const { fontFamily } = getComputedStyle(document.body)
    const config = toChartConfig(
      spec,
      { light, locale, fontFamily, fontSize: 13, palette, key: false },
      own?.draw ?? null,
    )
    config.options = { ...config.options, events: [], ...(printing && { devicePixelRatio: 3, responsive: false }) }
    config.plugins = [...(own ? [] : [chosenBand(chosen, spec.lying, palette.grid)]), ...(config.plugins ?? [])]
    const made = new Chart(canvas.current!, config)
    hidden.forEach((series) => made.setDatasetVisibility(series, false))
    if (hidden.size > 0) made.update('none')
    if (printing) made.resize(...paperSize(canvas.current!, spec))
    onDrawn({ spots: () => spotsOf(made), at: (x, y) => positionAt(made, spec, own, x, y), walk: own?.walk })
    return () => {
      onDrawn(null)
      made.destroy()
    }
  }, [spec, light, palette, locale, hidden, chosen, printing, onDrawn, own])
  return <canvas ref={canvas} role="img" aria-label={label} />
}

/** A page that prints something beside a chart says how large the chart is then: `--paper-width`, `--paper-tall`, in CSS pixels. */
function paperSize(canvas: HTMLCanvasElement, spec: ChartSpec): [width: number, height: number] {
  const style = getComputedStyle(canvas)
  const said = (name: string) => Number(style.getPropertyValue(name)) || null
  return [said('--paper-width') ?? PAPER_WIDTH, said('--paper-tall') ?? chartHeight(spec, PAPER_WIDTH)]
}

function positionAt(chart: Chart, spec: ChartSpec, own: OwnForm | null, x: number, y: number): Position | null {
  if (own?.at) return own.at(spotsOf(chart), x, y)
  if (formOf(spec).oneSeries) {
    const spot = spotsOf(chart).find(
      ({ left, width, top, height }) => x >= left && x <= left + width && y >= top && y <= top + height,
    )
    return spot ? { place: spot.place, series: spot.series } : null
  }
  const place = chart.scales[spec.lying ? 'y' : 'x']?.getValueForPixel(spec.lying ? y : x)
  return place !== undefined && place >= 0 && place < spec.labels.length ? { place, series: null } : null
}

/** A quiet band behind the place that the page is about; one place alone needs none. */
function chosenBand(place: number, lying: boolean, color: string): Plugin<'bar' | 'line'> {
  return {
    id: 'causeway-chosen',
    beforeDraw(chart: Chart) {
      const scale = chart.scales[lying ? 'y' : 'x']
      const count = chart.data.labels?.length ?? 0
      if (!scale || place < 0 || place >= count || count < 2) return
      const { ctx, chartArea, width } = chart
      const middle = scale.getPixelForValue(place)
      const thick = (lying ? chartArea.height : chartArea.width) / count
      ctx.save()
      ctx.fillStyle = color
      if (lying) ctx.fillRect(0, middle - thick / 2, width, thick)
      else ctx.fillRect(middle - thick / 2, chartArea.top, thick, chartArea.height)
      ctx.restore()
    },
  }
}

// Only what is used: what else a chart shows is drawn by `chartMarks`, read by `ChartFrame`.
Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement)
