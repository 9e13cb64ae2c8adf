import { toDay } from '@causeway/shared/day'
import { lastCompleteYear, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import { OPERATOR } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import { findIndicator } from '../figures/find-indicator.ts'
import { readSeries } from '../figures/read-series.ts'
import { unknownInstitution } from '../figures/unknown-institution.ts'
import { seriesToCsv } from '../http/series-to-csv.ts'
import { seriesToJson } from '../http/series-to-json.ts'
import { QuestionError } from '../question-error.ts'
import { findInstitution } from '../records/institutions.ts'
import { readYearTargets } from '../targets/year-targets.ts'
import { cliLocale } from './locale.ts'
import { printJson, printLine } from './print.ts'
import { writeTextTable } from './text-table.ts'

export type SeriesFormat = 'table' | 'csv' | 'json'

export interface SeriesOptions {
  institution: string
  basis?: Basis
  at?: string
  scope?: Scope
  from?: number
  to?: number
  by?: string
  definitionVersion?: number
  format: SeriesFormat
  json?: boolean
}

/** Periods shown where nobody says which. */
const USUAL_PERIODS = 5

/** Answers `causeway series`. */
export async function printSeries(causeway: Causeway, indicator: string, options: SeriesOptions): Promise<void> {
  const declaration = findIndicator(causeway, indicator, options.definitionVersion)
  const { institution, basis, at, scope, by, definitionVersion } = options
  const years = await readYears(causeway, basis ?? declaration.bases[0]!, options)
  const request = { indicator, institution, basis, at, scope, by, definitionVersion, ...years }
  const series = await readSeries(causeway, OPERATOR, request)
  const targetsOf = await readYearTargets(causeway, OPERATOR, { declaration, request, series })
  const format = options.json ? 'json' : options.format
  if (format === 'csv') {
    process.stdout.write(seriesToCsv([{ series, unit: declaration.unit, targetsOf }], cliLocale))
  } else if (format === 'json') {
    printJson(await seriesToJson(causeway, { series, declaration, targetsOf }, cliLocale))
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
  const facts = await findInstitution(causeway.database, institution)
  if (!facts) throw await unknownInstitution(causeway.database, institution)
  if (facts.dataDate === null) {
    throw new QuestionError('BAD_PERIOD', {
      zh: `${facts.name.zh} 尚未导入数据，请用 --from 与 --to 给出年份。`,
      en: `Nothing has been imported for ${facts.name.en} yet: say which years with --from and --to.`,
    })
  }
  const calendar = { schoolYearStart: facts.schoolYearStart, dataDay: toDay(facts.dataDate) }
  const last = to ?? Math.max(from ?? 0, lastCompleteYear(basis, calendar, at))
  return { from: from ?? last - USUAL_PERIODS + 1, to: last }
}
