import { MIRRORED_CODES, readMirroredView, WHO_LEARNS_FROM_WHOM } from '../mirrored-view.ts'
import { findNamedCollege, type NamedView, textOf } from '../named-view.ts'
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
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { summarise } from '@causeway/shared/summary'
import { countriesView, type CountrySide } from '@causeway/shared/views/countries-view'
import { findIndicator } from '../../../figures/check-request.ts'
import { readSeries } from '../../../figures/read-series.ts'
import { readSeriesFacts } from '../../../figures/series-facts.ts'
import { readYear } from '../../address/address-parameters.ts'
import { readArguments } from '../../address/series-query.ts'
import type { AskedData } from '../../graph/context.ts'
import { openingYearShown } from '../years-shown.ts'

const COUNTRY = /^country:([^,]+)$/

/** The picture of the overview; of one country with `filter=country:VN`, as on the page of that country. */
export const whoLearnsFromWhom: NamedView = {
  name: WHO_LEARNS_FROM_WHOM,
  parameters: ['basis', 'scope', 'from', 'to', 'year', 'filter', 'profile'],
  seriesOf: MIRRORED_CODES,
  read: async (asked) => {
    const { viewer, parameters } = asked
    const question = readViewQuery(WHO_LEARNS_FROM_WHOM, parameters)
    const { spec, causeway, institution, request, sides } = await readMirroredView(asked, question)
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

const COLUMNS = [
  ...['institution', 'basis', 'scope', 'year', 'period', 'country', 'name', 'introduction', 'introduction_gap'],
  ...['export', 'export_gap', 'unit', 'revision'],
]

/** The two indicators of the picture of the overview by country or region, in one year: the last whole one where none is given. */
export const whoLearnsByCountry: NamedView = {
  name: 'who-learns-by-country',
  parameters: ['basis', 'scope', 'year', 'profile'],
  read: async (asked) => {
    const cut = readArguments(asked.parameters, ['basis', 'scope', 'profile'])
    const { causeway, institution } = await findNamedCollege(asked, cut.profile)
    const asks = {
      institution: institution.code,
      ...cut,
      year:
        readYear('year', textOf(asked, 'year')) ??
        (await openingYearShown(causeway.database, institution, cut.basis ?? 'SCHOOL_YEAR')),
    }
    const [into, out] = [
      await readSide({ ...asked, causeway }, asks, MIRRORED_CODES[0]),
      await readSide({ ...asked, causeway }, asks, MIRRORED_CODES[1]),
    ]
    const { series } = into
    const { spec, table, notes, rows } = countriesView(into.side, out.side, institution.name)
    const period = series.figures[0]!.period
    return {
      ...{ spec, table, notes, institution },
      profile: series.profile,
      computedAt: series.computedAt,
      codes: [...MIRRORED_CODES],
      page: {
        path: '/',
        query: {
          year: String(asks.year),
          basis: asks.basis?.toLowerCase() ?? null,
          scope: asks.scope?.toLowerCase() ?? null,
        },
      },
      of: String(asks.year),
      rows: {
        columns: COLUMNS,
        rows: rows.map(({ key, label, points: [left, right] }) => [
          ...[institution.code, series.basis, series.scope, period.year, periodWords(period), key, label],
          ...[left.value, left.gap, right.value, right.gap, into.side.unit, series.revision],
        ]),
      },
    }
  },
}

async function readSide(
  { causeway, viewer }: AskedData,
  { year, ...asks }: { year: number } & Omit<SeriesRequest, 'indicator' | 'from' | 'to'>,
  code: string,
): Promise<{ side: CountrySide; series: Series }> {
  const declaration = findIndicator(causeway, code)
  const series = await readSeries(causeway, viewer, {
    ...{ ...asks, indicator: declaration.id, from: year, to: year, by: 'country' },
  })
  const facts = await readSeriesFacts(causeway, series, declaration)
  const { name, unit, decimals } = declaration
  return {
    series,
    side: {
      ...{ name, unit, decimals, summary: summarise(series, facts) },
      figures: series.figures.map(({ category, ...figure }) => ({
        ...figure,
        category: category === null ? null : { key: category, label: facts.categoryLabel(category) },
      })),
    },
  }
}
