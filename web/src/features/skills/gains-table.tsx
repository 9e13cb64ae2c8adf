import { formatFigure, formatValue } from '@causeway/shared/format-figure'
import { symbolsOf } from '@causeway/shared/table'
import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { SymbolList } from '../../ui/table-view.tsx'
import type { MeasuredSeries } from '../../graph/generated.ts'
import { BREAKDOWN_TITLES, SKILLS_WORDS } from './words.ts'

type MeasuredFigure = MeasuredSeries['figures'][number]

/** What was gained on each instrument, by how many, and how many are missing. */
export function GainsTable({ series }: { series: MeasuredSeries }) {
  const { locale, say } = useLanguage()
  const rows = series.figures.filter(({ category, gap }) => category && gap !== 'NOT_APPLICABLE')
  if (rows.length === 0) return <p className="quiet">{say(SKILLS_WORDS.noGains)}</p>
  const whole = (value: number | null) => (value === null ? '—' : formatValue(value, 0, locale))
  return (
    <>
      <DataTable
        caption={say(BREAKDOWN_TITLES.gains)}
        stacks
        columns={[
          {
            id: 'instrument',
            title: say(SKILLS_WORDS.instrument),
            heading: true,
            cell: ({ category }: MeasuredFigure) => category!.label,
          },
          {
            id: 'gain',
            title: say(SKILLS_WORDS.gain),
            number: true,
            cell: (figure: MeasuredFigure) => formatFigure(figure, { decimals: 1, gapAs: 'symbol' }, locale),
          },
          {
            id: 'pairs',
            title: say(SKILLS_WORDS.pairs),
            number: true,
            cell: ({ size }: MeasuredFigure) => whole(size),
          },
          {
            id: 'lost',
            title: say(SKILLS_WORDS.lost),
            number: true,
            cell: ({ lost }: MeasuredFigure) => whole(lost),
          },
        ]}
        rows={rows}
        rowKey={({ category }) => category!.key}
      />
      <p className="cap">{say(SKILLS_WORDS.gainsNote)}</p>
      <SymbolList symbols={symbolsOf(rows.map(({ gap }) => gap))} />
    </>
  )
}
