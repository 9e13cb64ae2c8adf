import type { CSSProperties } from 'react'
import { keyOf } from '@causeway/shared/charts/size'
import type { Reading } from '@causeway/shared/charts/reading'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Spot } from '@causeway/shared/charts/walk'
import { useLanguage } from '../language/language.tsx'
import { LegendMark } from './chart-legend.tsx'

interface Props {
  spec: ChartSpec
  reading: Reading
  /** What is read, where it was drawn. */
  spots: readonly Spot[]
  /** Of the frame, in CSS pixels. */
  width: number
  /** The keyboard is there: the marks are ringed. */
  ringed: boolean
}

/** Half of how wide the words beside a mark may be. */
const HALF = 130

/** What is at a place, beside its marks. Seen only: the same is read aloud. */
export function ChartCallout({ spec, reading, spots, width, ringed }: Props) {
  const { say } = useLanguage()
  if (spots.length === 0) return null
  const left = Math.min(...spots.map((spot) => spot.left))
  const right = Math.max(...spots.map((spot) => spot.left + spot.width))
  const top = Math.min(...spots.map((spot) => spot.top))
  const bottom = Math.max(...spots.map((spot) => spot.top + spot.height))
  const middle = Math.min(Math.max((left + right) / 2, HALF), Math.max(width - HALF, HALF))
  const above = top > 40 + reading.lines.length * 22
  const withMarks = keyOf(spec).length > 1
  return (
    <div aria-hidden="true">
      {ringed &&
        spots.map((spot, at) => (
          <span
            key={at}
            className="chart-ring off-paper"
            style={{
              left: spot.left - 3,
              top: spot.top - 3,
              width: Math.max(spot.width, 4) + 6,
              height: Math.max(spot.height, 4) + 6,
            }}
          />
        ))}
      <div
        className="chart-callout off-paper"
        data-above={above ? '' : undefined}
        style={{ left: middle, top: above ? top - 8 : bottom + 8 } as CSSProperties}
      >
        <p>{reading.heading}</p>
        {reading.lines.map(({ series, name, text }) => (
          <p key={series}>
            {name !== null && withMarks && <LegendMark series={spec.series[series]!} spec={spec} />}
            {name !== null && <span>{name + say({ zh: '：', en: ': ' })}</span>}
            <b>{text}</b>
          </p>
        ))}
      </div>
    </div>
  )
}
