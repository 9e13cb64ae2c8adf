import { useMemo } from 'react'
import { pairedScoresView } from '@causeway/shared/views/paired-scores-view'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/spoken.ts'
import type { Setting } from '../../setting/setting.tsx'
import type { PairedScores } from '../../graph/generated.ts'

/** Mean scores before and after, a slope for each instrument: only of those who took both tests. */
export function SlopesPanel({ scores, setting }: { scores: PairedScores[]; setting: Setting }) {
  const { institution } = setting
  const drawn = useMemo(() => pairedScoresView(scores, spoken(institution.name)), [scores, institution.name])
  if (scores.length === 0) return null
  return (
    <ChartPanel
      name="slopes"
      spec={drawn.spec}
      table={drawn.table}
      take={{
        name: 'scores-before-and-after',
        query: { institution: institution.code, year: setting.year },
        closed: true,
      }}
      source={{ institution: institution.name, dataDate: institution.dataDate, computedAt: null }}
    />
  )
}
