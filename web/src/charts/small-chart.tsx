import { useId } from 'react'
import type { ChartPoint, ChartSpec } from '@causeway/shared/charts/spec'
import { LEAST_BAR, NOUGHT } from '@causeway/shared/charts/pen'
import { formatValue, gapWords } from '@causeway/shared/format-figure'
import { shortPeriod } from '@causeway/shared/period-list'
import { useLanguage } from '../language/language.tsx'

const WIDTH = 280
const HEIGHT = 117
const TOP = 18
const FOOT = 96

/**
 * One series in small: bars from zero or a line, gaps with their symbols, what is not complete hatched, targets as ticks, the last one
 * with its value. Drawn as SVG and without Chart.js: twenty-five of them stand on a page at once with nothing to start, they print
 * as finely as the paper takes, and they are there in a page that is a file.
 *
 * @param chosen the place that the page is about; -1: none
 */
export function SmallChart({ spec, chosen = -1 }: { spec: ChartSpec; chosen?: number }) {
  const { locale, say } = useLanguage()
  const hatch = useId()
  const points = spec.series[0]?.points ?? []
  const lines = spec.kind === 'lines'
  const { whole, limits = [] } = spec
  const numbers = points
    .flatMap(({ value, low, high, targets }) => [value, low, high, ...(targets ?? []).map((target) => target.value)])
    .concat(limits.map(({ value }) => value))
    .filter((one) => one !== null)
  const most = Math.max(0, ...numbers)
  const top = whole !== null && most > whole / 2 && most <= whole ? whole : most || 1
  const bottom = Math.min(0, ...numbers)
  const step = WIDTH / Math.max(points.length, 1)
  const x = (place: number) => round((place + 0.5) * step)
  const y = (value: number) => round(FOOT - ((value - bottom) / (top - bottom)) * (FOOT - TOP))
  const lastTarget = points.findLastIndex(({ targets }) => targets?.length)
  const first = spec.labels[0]
  const last = spec.labels.at(-1)

  return (
    <svg className="small-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say(spec.summary)}>
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v5" className="small-hatch" />
      </pattern>
      <path d={`M0 ${y(0)}H${WIDTH}`} className="small-zero" />
      {limits.map((limit) => (
        <path key={limit.value} d={`M0 ${y(limit.value)}H${WIDTH}`} className="small-limit" />
      ))}
      {lines ? <Course points={points} spec={spec} x={x} y={y} chosen={chosen} /> : points.map(bar)}
      {points.map(
        ({ gap }, place) =>
          gap && (
            <text key={place} x={x(place)} y={FOOT - 4} textAnchor="middle" className="small-gap">
              {gapWords[gap].symbol}
            </text>
          ),
      )}
      {points.flatMap(({ targets }, place) =>
        (targets ?? []).map(({ plan, value, text }) => (
          <g key={`${plan} ${place}`} className="small-target">
            <path d={`M${round(x(place) - step * 0.46)} ${y(value)}h${round(step * 0.92)}`} />
            {place === lastTarget && (
              <text {...aboveAll(x(place))}>{say({ zh: '目标', en: 'target ' }) + say(text)}</text>
            )}
          </g>
        )),
      )}
      <text x="0" y={HEIGHT - 3} className="small-foot below">
        {first && shortPeriod(say(first.text)) + (first.partial ? '†' : '')}
      </text>
      {points.length > 1 && (
        <text x={WIDTH} y={HEIGHT - 3} textAnchor="end" className="small-foot below">
          {last && shortPeriod(say(last.text)) + (last.partial ? '†' : '')}
        </text>
      )}
      {numbers.length > 0 && (lastTarget < 0 || x(lastTarget) > WIDTH / 2) && (
        <text x="0" y="10" className="small-foot">
          {formatValue(top, spec.decimals, locale)}
        </text>
      )}
    </svg>
  )

  function bar({ value }: ChartPoint, place: number) {
    if (value === null) return null
    const [from, to] = [y(Math.max(value, 0)), y(Math.min(value, 0))]
    const partial = spec.labels[place]!.partial
    const height = Math.max(round(to - from), value === 0 ? NOUGHT : LEAST_BAR)
    return (
      <rect
        key={place}
        x={round(x(place) - step * 0.38)}
        y={value < 0 ? from : round(to - height)}
        width={round(step * 0.76)}
        height={height}
        className={
          value === 0
            ? 'small-bar nought'
            : partial
              ? 'small-bar partial'
              : place === chosen
                ? 'small-bar chosen'
                : 'small-bar'
        }
        fill={partial && value !== 0 ? `url(#${hatch})` : undefined}
      />
    )
  }
}

interface CourseProps {
  points: ChartPoint[]
  spec: ChartSpec
  x: (place: number) => number
  y: (value: number) => number
  chosen: number
}

/** A line with its points and whiskers; towards an incomplete period it is dotted. */
function Course({ points, spec, x, y, chosen }: CourseProps) {
  return points.map(({ value, low, high }, place) => {
    if (value === null) return null
    const before = points[place - 1]?.value
    const partial = spec.labels[place]!.partial
    return (
      <g key={place} className={partial ? 'small-point partial' : 'small-point'}>
        {low !== null && high !== null && <path d={`M${x(place)} ${y(low)}V${y(high)}`} className="small-whisker" />}
        {before != null && <path d={`M${x(place - 1)} ${y(before)}L${x(place)} ${y(value)}`} />}
        <circle cx={x(place)} cy={y(value)} r={place === chosen ? 4.5 : 2.6} />
      </g>
    )
  })
}

/** In the strip that nothing is drawn in, at the side where the tick is. */
function aboveAll(x: number) {
  const end = x > WIDTH / 2
  return { x: end ? WIDTH : 0, y: 10, textAnchor: end ? ('end' as const) : ('start' as const) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
