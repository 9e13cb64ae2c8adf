import { MIRRORED_CODES, readMirroredView, WHO_LEARNS_FROM_WHOM } from '../mirrored-view.ts'
import type { NamedView } from '../named-view.ts'
import { nameFilters } from '../name-filters.ts'
import { readViewQuery } from '../view-query.ts'
import { formatFigure } from '@causeway/shared/format-figure'
import type { Figure } from '@causeway/shared/figure'
import { periodWords } from '@causeway/shared/period-list'
import type { Series } from '@causeway/shared/series'
import { symbolsOf, type Table, type TableCell } from '@causeway/shared/table'
import type { Words } from '@causeway/shared/words/words'
import { basisWords } from '@causeway/shared/words/terms'
import type { Declaration } from '../../../figures/indicators/definition.ts'

const COUNTRY = /^country:([^,]+)$/

/** The picture of the overview; of one country with `filter=country:VN`, as on the page of that country. */
export const whoLearnsFromWhom: NamedView = {
  name: WHO_LEARNS_FROM_WHOM,
  parameters: ['basis', 'scope', 'from', 'to', 'year', 'filter', 'profile'],
  seriesOf: MIRRORED_CODES,
  read: async ({ causeway, viewer, parameters, reads }) => {
    const question = readViewQuery(WHO_LEARNS_FROM_WHOM, parameters)
    const { spec, institution, request, sides } = await readMirroredView(causeway, viewer, question, reads)
    const [{ series, declaration }] = sides
    const country = parameters.getAll('filter').length === 1 ? COUNTRY.exec(parameters.get('filter')!)?.[1] : null
    return {
      spec,
      table: mirroredTable(sides, spec.title),
      narrowed: await nameFilters(causeway, viewer, {
        request: { ...request, indicator: declaration.id },
        declaration,
        profile: series.profile,
      }),
      rows: null,
      institution,
      profile: series.profile,
      computedAt: series.computedAt,
      codes: sides.map((side) => side.declaration.code),
      page: { path: country ? `/country/${encodeURIComponent(country)}` : '/', query: {} },
      of: country ?? null,
    }
  },
}

type Side = { declaration: Declaration; series: Series }

/** Both sides beside each other, year under year. */
function mirroredTable([into, out]: readonly [Side, Side], title: Words): Table {
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
