import { useContext, useEffect, useEffectEvent, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { ChartSpec } from '@causeway/shared/chart-spec'
import { PALETTES } from '@causeway/shared/colors'
import { toChartJs } from '@causeway/shared/to-chart-js'
import { useLanguage } from '../language/language.tsx'
import { chosenBand } from './chosen-band.ts'
import { LightContext } from './light.ts'
import { Chart } from './register.ts'
import { CHART_WORDS } from './words.ts'

interface Props {
  spec: ChartSpec
  /** Series the reader has put away, by their place. */
  hidden: ReadonlySet<number>
  /** The place that the page is about; -1: none. */
  chosen: number
  /** The reader chose a place, by pointer or by Enter. */
  onChoose?: (place: number) => void
}

/** Pixels that the bar of a name needs so that names stand apart, and that the axis below them takes. */
const ROW = 24
const AXIS = 64

/** The canvas of one chart: made, redrawn and taken away with its page; walked through with the arrow keys. */
export function ChartCanvas({ spec, hidden, chosen, onChoose }: Props) {
  const { locale, say } = useLanguage()
  const light = useContext(LightContext)
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<Chart | null>(null)
  const choose = useEffectEvent((at: number) => onChoose?.(at))
  const [place, setPlace] = useState<number | null>(null)

  useEffect(() => {
    const fontFamily = getComputedStyle(document.body).fontFamily
    const config = toChartJs(spec, { light, locale, fontFamily, fontSize: 13, animate: false })
    config.options!.plugins!.legend = { display: false }
    if (!spec.lying)
      config.options!.scales!.x!.ticks = {
        ...config.options!.scales!.x!.ticks,
        maxRotation: 0,
        autoSkipPadding: 6,
      } as never
    config.options!.onClick = (event, _elements, drawn) => {
      const at = drawn.scales[spec.lying ? 'y' : 'x']?.getValueForPixel((spec.lying ? event.y : event.x) ?? 0)
      if (at !== undefined && at >= 0 && at < spec.labels.length) choose(at)
    }
    config.plugins = [chosenBand(chosen, spec.lying, PALETTES[light].grid), ...(config.plugins ?? [])]
    const made = new Chart(canvas.current!, config)
    hidden.forEach((series) => made.setDatasetVisibility(series, false))
    made.update('none')
    chart.current = made
    return () => {
      chart.current = null
      made.destroy()
    }
  }, [spec, light, locale, hidden, chosen])

  useEffect(() => {
    const made = chart.current
    if (!made) return
    const active =
      place === null
        ? []
        : spec.series
            .map((_, datasetIndex) => ({ datasetIndex, index: place }))
            .filter(({ datasetIndex }) => !hidden.has(datasetIndex))
    made.setActiveElements(active)
    made.tooltip?.setActiveElements(active, { x: 0, y: 0 })
    made.update('none')
  }, [place, spec, hidden, light, locale])

  function walk(event: KeyboardEvent) {
    const last = spec.labels.length - 1
    const now = place ?? (chosen >= 0 ? chosen : 0)
    const to = {
      ArrowRight: place === null ? now : Math.min(now + 1, last),
      ArrowDown: place === null ? now : Math.min(now + 1, last),
      ArrowLeft: place === null ? now : Math.max(now - 1, 0),
      ArrowUp: place === null ? now : Math.max(now - 1, 0),
      Home: 0,
      End: last,
    }[event.key]
    if (to !== undefined) setPlace(to)
    else if (event.key === 'Escape') setPlace(null)
    else if ((event.key === 'Enter' || event.key === ' ') && place !== null) onChoose?.(place)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div
        className="chart-frame"
        role="group"
        tabIndex={0}
        style={spec.lying ? ({ '--rows-height': `${spec.labels.length * ROW + AXIS}px` } as CSSProperties) : undefined}
        aria-label={`${say(spec.title)}${say({ zh: '：', en: ': ' })}${say(onChoose ? CHART_WORDS.walkAndChoose : CHART_WORDS.walk)}`}
        onKeyDown={walk}
        onBlur={() => setPlace(null)}
      >
        <canvas ref={canvas} role="img" aria-label={say(spec.summary)} />
      </div>
      <p className="for-ears" role="status">
        {place !== null && spec.labels[place] && pointText()}
      </p>
    </>
  )

  function pointText(): string {
    const label = spec.labels[place!]!
    const colon = say({ zh: '：', en: ': ' })
    const parts = spec.series
      .filter((_, at) => !hidden.has(at))
      .map((series) => (spec.series.length > 1 ? say(series.name) + colon : '') + say(series.points[place!]!.text))
    const partial = label.partial ? say(CHART_WORDS.partial) : ''
    return `${say(label.text)}${partial}${colon}${parts.join(say({ zh: '；', en: '; ' }))}`
  }
}
