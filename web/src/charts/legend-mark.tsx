import { useContext } from 'react'
import type { ChartSeries, ChartSpec } from '@causeway/shared/chart-spec'
import { PALETTES, themeTone } from '@causeway/shared/colors'
import { LightContext } from './light.ts'

/** How a series is drawn, in small: its colour with its hatching, or with its dash. */
export function LegendMark({ series, kind }: { series: ChartSeries; kind: ChartSpec['kind'] }) {
  const palette = PALETTES[useContext(LightContext)]
  const color = themeTone(palette, series.theme, series.tone)
  return (
    <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
      {kind === 'lines' ? (
        <>
          <line x1="1" x2="25" y1="7" y2="7" stroke={color} strokeWidth="2.4" strokeDasharray={series.dash.join(' ')} />
          <circle cx="13" cy="7" r="3.4" fill={color} />
        </>
      ) : (
        <>
          <rect x="1" y="1" width="24" height="12" rx="3" fill={color} />
          {series.pattern !== 'solid' && (
            <path d="M4 13 14 1M10 13 20 1M16 13 25 2" stroke={palette.surface} strokeWidth="1.25" />
          )}
        </>
      )}
    </svg>
  )
}
