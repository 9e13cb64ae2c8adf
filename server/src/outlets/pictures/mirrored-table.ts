import { formatFigure } from '@causeway/shared/format-figure'
import type { Figure } from '@causeway/shared/figure'
import { periodWords } from '@causeway/shared/period-list'
import type { Series } from '@causeway/shared/series'
import { symbolsOf, type Table, type TableCell } from '@causeway/shared/table'
import type { Words } from '@causeway/shared/words/words'
import { basisWords } from '@causeway/shared/words/bases'
import type { Declaration } from '../../figures/indicators/definition.ts'

type Side = { declaration: Declaration; series: Series }

/** Both sides beside each other, year under year. */
export function mirroredTable([into, out]: readonly [Side, Side], title: Words): Table {
  const figures = into.series.figures
  const byYear = new Map(out.series.figures.map((figure) => [figure.period.year, figure]))
  return {
    title,
    columns: [
      { heading: basisWords[into.series.basis], numeric: false },
      ...[into, out].map(({ declaration }) => ({ heading: headingOf(declaration), numeric: true })),
    ],
    rows: figures.map((figure) => [
      periodCell(figure),
      figureCell(figure, into.declaration),
      figureCell(byYear.get(figure.period.year) ?? { value: null, gap: null }, out.declaration),
    ]),
    notes: figures.some(({ period }) => period.partial)
      ? [{ zh: '带†的时段数据未完整', en: '† the period is not complete' }]
      : [],
    symbols: symbolsOf([...figures, ...out.series.figures].map(({ gap }) => gap)),
  }
}

function headingOf({ name, unit }: Declaration): Words {
  return { zh: `${name.zh}（${unit.zh}）`, en: `${name.en} (${unit.en})` }
}

function periodCell({ period }: Figure): TableCell {
  const words = periodWords(period)
  const mark = period.partial ? '†' : ''
  return { text: { zh: words.zh + mark, en: words.en + mark }, value: null, gap: null, heading: true }
}

function figureCell(figure: Pick<Figure, 'value' | 'gap'>, { decimals }: Declaration): TableCell {
  const format = { decimals, gapAs: 'symbol' as const }
  return {
    text: { zh: formatFigure(figure, format, 'ZH'), en: formatFigure(figure, format, 'EN') },
    value: figure.value,
    gap: figure.value === null ? (figure.gap ?? 'NO_RECORDS') : null,
  }
}
