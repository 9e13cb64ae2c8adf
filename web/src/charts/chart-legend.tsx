import { keyOf } from '@causeway/shared/charts/size'
import { formOf } from '@causeway/shared/charts/forms/forms'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { useLanguage } from '../language/language.tsx'
import { LegendMark } from './legend-mark.tsx'
import { CHART_WORDS } from './words.ts'

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
