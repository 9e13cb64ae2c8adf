import { keyOf, keyMarkOf } from '@causeway/shared/charts/size'
import { formOf } from '@causeway/shared/charts/forms/forms'
import type { ChartSpec, ChartSeries, Pattern } from '@causeway/shared/charts/spec'
import { useLanguage } from '../language/language.tsx'
import CHART_WORDS from './words.json' with { type: 'json' }
import { markPath } from '@causeway/shared/charts/mark-shape'
import { themeTone } from '@causeway/shared/colors'
import { usePalette } from './use-palette.ts'

interface Props {
  spec: ChartSpec
  hidden: ReadonlySet<number>
  onHide: (hidden: ReadonlySet<number>) => void
}

/** A key of buttons, each of which puts its series away or brings it back. Where lines carry their names there is none. */
export function ChartLegend({ spec, hidden, onHide }: Props) {
  const { say } = useLanguage()
  const keys = keyOf(spec)
  if (keys.length === 0) return null
  const { namesAtEnds, stacks } = formOf(spec)
  return (
    <div
      className={`chart-legend ${stacks === 'sides' ? 'mirrored' : ''} ${namesAtEnds && !spec.lying ? 'at-ends' : ''}`}
      role="group"
      aria-label={say(CHART_WORDS.legend)}
    >
      {keys.map((series) => {
        // Of small multiples a line is in every panel.
        const own = spec.series.flatMap((one, at) =>
          one === series || (one.panel && one.tone === series.tone) ? [at] : [],
        )
        const shown = own.some((at) => !hidden.has(at))
        return (
          <button
            key={series.name.en}
            type="button"
            aria-pressed={shown}
            onClick={() => {
              const rest = [...hidden].filter((at) => !own.includes(at))
              onHide(new Set(shown ? [...rest, ...own] : rest))
            }}
          >
            <LegendMark series={series} spec={spec} />
            {say(series.name)}
          </button>
        )
      })}
    </div>
  )
}

/** How a series is drawn, in small: its colour with its hatching, or with its dash and the shape of its points. */
export function LegendMark({ series, spec }: { series: ChartSeries; spec: ChartSpec }) {
  const { palette } = usePalette()
  const color = themeTone(palette, series.theme, series.tone)
  const hatching = HATCHES[series.pattern]
  const { stroke, mark, hollow, radius } = keyMarkOf(spec, series)
  return (
    <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
      {mark ? (
        <>
          {stroke && (
            <line x1="1" x2="25" y1="7" y2="7" stroke={color} strokeWidth="2" strokeDasharray={series.dash.join(' ')} />
          )}
          <path
            d={markPath(mark, 13, 7, radius)}
            stroke={color}
            strokeWidth={hollow ? 2 : 1.5}
            fill={hollow ? palette.surface : color}
          />
        </>
      ) : (
        <>
          <rect x="1" y="1" width="24" height="12" rx="3" fill={color} />
          {hatching && (
            <path
              d={hatching}
              stroke={palette.surface}
              strokeWidth="1.25"
              strokeDasharray={series.pattern === 'dots' ? '2 4' : undefined}
            />
          )}
        </>
      )}
    </svg>
  )
}

const HATCHES: Record<Pattern, string | null> = {
  solid: null,
  diagonal: 'M4 13 14 1M10 13 20 1M16 13 25 2',
  dots: 'M3 4h22M3 9h22',
  horizontal: 'M1 4h24M1 10h24',
  cross: 'M4 13 14 1M10 13 20 1M16 13 25 2M4 1l10 12M10 1l10 12M16 1l9 11',
  vertical: 'M5 1v12M11 1v12M17 1v12M23 1v12',
}
