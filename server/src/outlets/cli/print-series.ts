import { openingYearOn } from '@causeway/shared/reported-years'
import { type Basis, calendarOf } from '@causeway/shared/period'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Locale } from '@causeway/shared/words/words'
import { OPERATOR } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import { seriesToCsv, seriesToJson } from '../http/series-to-text.ts'
import { readYearTargets } from '../../answers/targets/figure-targets.ts'
import { cliLocale } from '../../ground/locale.ts'
import { writeTextTable } from './text-table.ts'
import { printJson, printLine } from './print.ts'
import { noRecordsYet, readHome } from './home.ts'

export type SeriesFormat = 'table' | 'csv' | 'json'

export type SeriesOptions = Omit<SeriesRequest, 'indicator' | 'from' | 'to'> & {
  from?: number
  to?: number
  format: SeriesFormat
  heads?: Locale
  json?: boolean
}

/** Periods shown where nobody says which. */
const USUAL_PERIODS = 5

/** Answers `causeway series`. */
export async function printSeries(given: Causeway, indicator: string, options: SeriesOptions): Promise<void> {
  const causeway = await causewayAsked(given, OPERATOR, options)
  const declaration = findIndicator(causeway, indicator, options.definitionVersion)
  const { format, heads, json, ...asked } = options
  const years = await readYears(causeway, asked.basis ?? declaration.bases[0]!, options)
  const request = { indicator, ...asked, ...years }
  const series = await readSeries(causeway, OPERATOR, request)
  const targetsOf = await readYearTargets(causeway, OPERATOR, { declaration, request, series })
  if (json || format === 'json') {
    printJson(await seriesToJson(causeway, { series, declaration, targetsOf }, cliLocale))
  } else if (format === 'csv') {
    process.stdout.write(seriesToCsv([{ series, unit: declaration.unit, targetsOf }], cliLocale, heads))
  } else {
    printLine(await writeTextTable(causeway, series, declaration, cliLocale))
  }
}

async function readYears(
  causeway: Causeway,
  basis: Basis,
  { institution, at, from, to }: SeriesOptions,
): Promise<{ from: number; to: number }> {
  if (from !== undefined && to !== undefined) return { from, to }
  const { home, opening } = await readHome(causeway, institution)
  if (home.dataDate === null || opening === null) throw noRecordsYet(home.name, '--from', '--to')
  const last = to ?? Math.max(from ?? 0, openingYearOn(basis, calendarOf(home), opening, at ?? undefined))
  return { from: from ?? last - USUAL_PERIODS + 1, to: last }
}
