import {
  lazy,
  Suspense,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { isOnAxes } from '@causeway/shared/charts/marks-of'
import { readingSentence, readPlace } from '@causeway/shared/charts/reading'
import { chartHeight } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { type Position, walk } from '@causeway/shared/charts/walk'
import { useLanguage } from '../language/language.tsx'
import { FailedPart } from '../ui/states.tsx'
import { afterPaint } from '../ui/first-paint.ts'
import type { DrawnChart } from './chart-canvas.tsx'
import { ChartCallout } from './chart-callout.tsx'
import { PAPER_WIDTH, usePrinting } from './paper.ts'
import { usePalette } from './use-palette.ts'
import CHART_WORDS from './words.json' with { type: 'json' }

// What draws is fetched after the figures are shown; its place is kept meanwhile.
const ChartCanvas = lazy(async () => {
  await afterPaint()
  return { default: (await import('./chart-canvas.tsx')).ChartCanvas }
})
const OwnCanvas = lazy(async () => {
  await afterPaint()
  return { default: (await import('./own-canvas.tsx')).OwnCanvas }
})

interface Props {
  spec: ChartSpec
  /** Series the reader has put away, by their place. */
  hidden: ReadonlySet<number>
  /** The place that the page is about; -1: none. */
  chosen: number
  /** The reader chose a point, by pointer or by Enter; `series` is -1 where all at that place are meant. */
  onChoose?: (place: number, series: number) => void
}

/** Around the canvas of a chart: as high as it has to be, walked through with the arrow keys, read aloud and beside the mark. */
export function ChartFrame({ spec, hidden, chosen, onChoose }: Props) {
  const { locale, say } = useLanguage()
  const { light, palette } = usePalette()
  const printing = usePrinting()
  const frame = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<DrawnChart | null>(null)
  const [width, setWidth] = useState(PAPER_WIDTH)
  const [walked, setWalked] = useState<Position | null>(null)
  const [pointed, setPointed] = useState<Position | null>(null)
  const shown = useMemo(() => spec.series.map((_, at) => at).filter((at) => !hidden.has(at)), [spec, hidden])
  const onDrawn = useCallback((made: DrawnChart | null) => setDrawn(made), [])

  useLayoutEffect(() => {
    const measure = () => frame.current && setWidth(frame.current.clientWidth)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(frame.current!)
    return () => watch.disconnect()
  }, [])

  const Canvas = isOnAxes(spec) ? ChartCanvas : OwnCanvas
  const now = inside(walked) ?? inside(pointed)
  const series = now ? (now.series === null ? shown : shown.filter((at) => at === now.series)) : []
  const reading = now && series.length > 0 ? readPlace(spec, now.place, series, locale) : null

  return (
    <>
      <div
        ref={frame}
        className="chart-frame"
        role="group"
        tabIndex={0}
        style={
          {
            '--rows-height': `${chartHeight(spec, width)}px`,
            '--paper-height': `${chartHeight(spec, PAPER_WIDTH)}px`,
          } as CSSProperties
        }
        data-chooses={onChoose ? '' : undefined}
        aria-label={`${say(spec.title)}${say({ zh: '：', en: ': ' })}${say(onChoose ? CHART_WORDS.walkAndChoose : CHART_WORDS.walk)}`}
        onKeyDown={press}
        onBlur={() => setWalked(null)}
        onMouseMove={(event) => setPointed(positionOf(event))}
        onMouseLeave={() => setPointed(null)}
        onClick={(event) => {
          const at = positionOf(event)
          setWalked(null)
          setPointed(at)
          if (at) onChoose?.(at.place, at.series ?? -1)
        }}
      >
        <FailedPart>
          <Suspense>
            <Canvas
              {...{ spec, hidden, chosen, light, palette, locale, printing, onDrawn }}
              label={say(spec.summary)}
            />
          </Suspense>
        </FailedPart>
        {reading && drawn && !printing && (
          <ChartCallout
            spec={spec}
            reading={reading}
            spots={drawn.spots().filter((spot) => spot.place === now!.place && series.includes(spot.series))}
            width={width}
            ringed={walked !== null}
          />
        )}
      </div>
      <p className="for-ears" role="status">
        {walked && reading && readingSentence(reading, locale)}
      </p>
    </>
  )

  /** The data may have changed since. */
  function inside(position: Position | null): Position | null {
    return position && position.place < spec.labels.length && (position.series ?? 0) < spec.series.length
      ? position
      : null
  }

  function press(event: KeyboardEvent) {
    if ((event.key === 'Enter' || event.key === ' ') && walked) onChoose?.(walked.place, walked.series ?? -1)
    else {
      const to = (drawn?.walk ?? walk)(event.key, spec, shown, inside(walked), chosen)
      if (to === undefined) {
        if (event.key === 'Escape' && pointed) setPointed(null)
        return
      }
      setPointed(null)
      setWalked(to)
    }
    event.preventDefault()
  }

  function positionOf(event: MouseEvent): Position | null {
    const box = frame.current!.getBoundingClientRect()
    return drawn?.at(event.clientX - box.left, event.clientY - box.top) ?? null
  }
}
