import { useMemo } from 'react'
import { toChartSeries } from '@causeway/shared/chart-pieces'
import type { ChartSpec } from '@causeway/shared/chart-spec'
import { formatValue } from '@causeway/shared/format-figure'
import { periodWords } from '@causeway/shared/period-list'
import type { Table } from '@causeway/shared/table'
import type { Words } from '@causeway/shared/words/words'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/spoken.ts'
import type { Setting } from '../../setting/setting.tsx'
import type { PairedScores } from './skills-query.ts'
import { SKILLS_WORDS } from './words.ts'

const POINTS: Words = { zh: '分', en: 'points' }

/** Mean scores before and after, a slope for each instrument: only of those who took both tests. */
export function SlopesPanel({ scores, setting }: { scores: PairedScores[]; setting: Setting }) {
  const { institution } = setting
  const drawn = useMemo(() => {
    const first = scores[0]
    if (!first) return null
    const names = scores.map(({ instrument, version }) => spoken([instrument, version].filter(Boolean).join(' / ')))
    const text = (value: number) => formatValue(value, 1, 'EN')
    const when = periodWords(first.period)
    const spec: ChartSpec = {
      kind: 'slope',
      lying: false,
      title: SKILLS_WORDS.slopes,
      subtitle: { zh: `${institution.name}，${when.zh}`, en: `${institution.name}, ${when.en}` },
      summary: {
        zh: `${scores.map(({ before, after, pairs }, at) => `${names[at]!.zh}：${pairs}人，由${text(before)}分到${text(after)}分`).join('；')}。`,
        en: `${scores.map(({ before, after, pairs }, at) => `${names[at]!.en}: ${pairs} people, from ${text(before)} to ${text(after)} points`).join('; ')}.`,
      },
      labels: [SKILLS_WORDS.before, SKILLS_WORDS.after].map((words) => ({
        text: words,
        partial: first.period.partial,
      })),
      series: scores.map(({ before, after, period }, at) =>
        toChartSeries(
          names[at]!,
          'SKILLS',
          at,
          [before, after].map((value) => ({ period, value, gap: null })),
          { decimals: 1, unit: POINTS },
        ),
      ),
      unit: POINTS,
      decimals: 1,
      whole: null,
      symbols: [],
      leftOut: 0,
    }
    const cell = (value: number, decimals: number) => ({
      text: spoken(formatValue(value, decimals, 'EN')),
      value,
      gap: null,
    })
    const table: Table = {
      title: SKILLS_WORDS.slopes,
      columns: [
        { heading: SKILLS_WORDS.instrument, numeric: false },
        { heading: SKILLS_WORDS.before, numeric: true },
        { heading: SKILLS_WORDS.after, numeric: true },
        { heading: SKILLS_WORDS.pairs, numeric: true },
      ],
      rows: scores.map(({ before, after, pairs }, at) => [
        { text: names[at]!, value: null, gap: null, heading: true as const },
        cell(before, 1),
        cell(after, 1),
        cell(pairs, 0),
      ]),
      notes: [],
      symbols: [],
    }
    return { spec, table }
  }, [scores, institution.name])
  if (!drawn) return null
  return (
    <ChartPanel
      name="slopes"
      spec={drawn.spec}
      table={drawn.table}
      source={{ institution: institution.name, dataDate: institution.dataDate, computedAt: null }}
    />
  )
}
