import { periodWords } from '@causeway/shared/period-list'
import type { Series } from '@causeway/shared/series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { summarise } from '@causeway/shared/summary'
import { countriesView, type CountrySide } from '@causeway/shared/views/countries-view'
import { findIndicator } from '../../../figures/check-request.ts'
import { readSeries } from '../../../figures/read-series.ts'
import { readSeriesFacts } from '../../../figures/series-facts.ts'
import { readYear } from '../../address/address-parameters.ts'
import { readArguments } from '../../address/series-query.ts'
import { MIRRORED_CODES } from '../mirrored-view.ts'
import { textOf } from '../named-query.ts'
import type { AskedView, NamedView } from '../named-view.ts'
import { findCollege } from '../series-view.ts'
import { openingYearShown } from '../years-shown.ts'

const COLUMNS = [
  ...['institution', 'basis', 'scope', 'year', 'period', 'country', 'name', 'introduction', 'introduction_gap'],
  ...['export', 'export_gap', 'unit', 'revision'],
]

/** The two indicators of the picture of the overview by country or region, in one year: the last whole one where none is given. */
export const whoLearnsByCountry: NamedView = {
  name: 'who-learns-by-country',
  parameters: ['basis', 'scope', 'year', 'profile'],
  read: async (asked) => {
    const { causeway, viewer, reads } = asked
    const institution = await findCollege(causeway, viewer, textOf(asked, 'institution'), reads)
    const cut = readArguments(asked.parameters, ['basis', 'scope', 'profile'])
    const asks = {
      institution: institution.code,
      ...cut,
      year:
        readYear('year', textOf(asked, 'year')) ??
        (await openingYearShown(asked.causeway.database, institution, cut.basis ?? 'SCHOOL_YEAR')),
    }
    const [into, out] = [await readSide(asked, asks, MIRRORED_CODES[0]), await readSide(asked, asks, MIRRORED_CODES[1])]
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
  { causeway, viewer }: AskedView,
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
