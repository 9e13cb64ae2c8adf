import { useId } from 'react'
import type { ChartPoint, ChartSpec } from '@causeway/shared/charts/spec'
import { hasLines } from '@causeway/shared/charts/marks-of'
import { scaleOf, smallPlot } from '@causeway/shared/charts/small-plot'
import { formatValue, gapWords } from '@causeway/shared/format-figure'
import { shortPeriod } from '@causeway/shared/period-list'
import { useLanguage } from '../language/language.tsx'

const WIDTH = 280
const HEIGHT = 117
const TOP = 18
const FOOT = 96

/**
 * One series in small: bars from zero or a line, gaps with their symbols, what is not complete hatched, targets as ticks, the last one
 * with its value. Drawn as SVG and without Chart.js: twenty-five of them are on a page at once with nothing to start, they print
 * as finely as the paper takes, and they are there in a page that is a file.
 *
 * @param chosen the place that the page is about; -1: none
 */
export function SmallChart({ spec, chosen = -1 }: { spec: ChartSpec; chosen?: number }) {
  const { locale, say } = useLanguage()
  const hatch = useId()
  const points = spec.series[0]?.points ?? []
  const { whole, limits = [] } = spec
  const numbers = points
    .flatMap(({ value, low, high, targets }) => [value, low, high, ...(targets ?? []).map((target) => target.value)])
    .concat(limits.map(({ value }) => value))
    .filter((one) => one !== null)
  const scale = scaleOf(numbers, whole, (most) => most || 1)
  const plot = smallPlot({ left: 0, top: TOP, width: WIDTH, height: FOOT - TOP }, spec.labels, scale, round)
  const { x, y, step } = plot
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
      {hasLines(spec) ? plot.line(points).map(lineStep) : points.map(bar)}
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
          {formatValue(scale.most, spec.decimals, locale)}
        </text>
      )}
    </svg>
  )

  /** The way to a point, its whisker and itself; towards an incomplete period it is dotted. */
  function lineStep({ place, x, y, partial, from, whisker }: ReturnType<typeof plot.line>[number]) {
    return (
      <g key={place} className={partial ? 'small-point partial' : 'small-point'}>
        {whisker && <path d={`M${x} ${whisker.low}V${whisker.high}`} className="small-whisker" />}
        {from && <path d={`M${from.x} ${from.y}L${x} ${y}`} />}
        <circle cx={x} cy={y} r={place === chosen ? 4.5 : 2.6} />
      </g>
    )
  }

  function bar({ value }: ChartPoint, place: number) {
    if (value === null) return null
    const { left, top, width, height } = plot.bar(place, value)
    const { partial } = spec.labels[place]!
    return (
      <rect
        key={place}
        {...{ x: left, y: top, width, height }}
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

/** In the strip that nothing is drawn in, at the side where the tick is. */
function aboveAll(x: number) {
  const end = x > WIDTH / 2
  return { x: end ? WIDTH : 0, y: 10, textAnchor: end ? ('end' as const) : ('start' as const) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
