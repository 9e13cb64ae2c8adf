import { DEFAULT_AT, periodDays, calendarOf } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { findTarget, type PlanLine, type StoredTarget, listTargets, toPlanLines } from './plan-line.ts'
import { measureProgress, type Progress, type Waypoint } from './progress.ts'
import { requireInstitution } from '../../records/institutions.ts'

/** A target with how far one figure has come towards it. */
export interface FigureTarget extends Progress {
  line: PlanLine
  target: StoredTarget
  /** What it is held against: the figure, or what has been added up since the plan's first year. Null: there is none to see. */
  actual: number | null
}

/** Of one year of a series. */
export type TargetsOf = (year: number, ahead: boolean) => FigureTarget[]

const NONE: TargetsOf = () => []

/**
 * The targets of the figures of a series, with one more series for each first year that cumulative ones are added up from. Targets
 * speak of the whole, in the indicator's own scope, on the usual day: any other cut has none.
 */
export async function readFigureTargets(
  causeway: Causeway,
  viewer: Viewer,
  lines: readonly PlanLine[],
  asked: { declaration: Declaration; request: SeriesRequest; series: Series },
): Promise<TargetsOf> {
  const { declaration, request, series } = asked
  const own = lines.filter(({ indicator, basis }) => indicator.id === declaration.id && basis === series.basis)
  if (own.length === 0 || !isWhole(asked)) return NONE
  const institution = await requireInstitution(causeway.database, series.institution)
  const lastDayOf = (year: number) => periodDays(series.basis, year, institution.schoolYearStart)[1]
  const firstDayOf = (year: number) => periodDays(series.basis, year, institution.schoolYearStart)[0]
  const { dataDay } = calendarOf(institution)
  const sums = await readSums(causeway, viewer, own, request, series)
  const figures = new Map(series.figures.map((figure) => [figure.period.year, figure]))

  return (year, ahead) => {
    const figure = figures.get(year)
    if (!figure) return []
    return own.flatMap((line): FigureTarget[] => {
      const target = findTarget(line, year, ahead)
      if (!target) return []
      const toWaypoint = (row: StoredTarget): Waypoint => ({ value: row.value, day: lastDayOf(row.year) })
      const sum = isSum(line, target)
      const isFlow = declaration.kind === 'FLOW'
      const isOwnYear = target.year === year
      // A year that is not over has no level to compare with that of a later year.
      const isUnfinished = isFlow && !sum && !isOwnYear && figure.period.partial
      const actual = sum ? (sums.get(line.firstYear)?.get(year) ?? null) : isUnfinished ? null : figure.value
      const growsFrom = !isFlow ? null : sum ? firstDayOf(line.firstYear) : isOwnYear ? firstDayOf(year) : null
      const base = sum || line.base === null ? null : toWaypoint(line.base)
      const earlier = line.targets.filter((row) => !isSum(line, row) && row.year < target.year).at(-1)
      const progress = measureProgress({
        actual,
        target: toWaypoint(target),
        betterWhen: declaration.betterWhen,
        base,
        before: earlier && !sum ? toWaypoint(earlier) : base,
        growsFrom,
        asOf: Math.min(lastDayOf(year), dataDay),
      })
      return [{ line, target, actual, ...progress }]
    })
  }
}

function isWhole({ declaration, request, series }: Parameters<typeof readFigureTargets>[3]) {
  return (
    series.dimension === null &&
    series.across === null &&
    (request.filter ?? []).length === 0 &&
    request.cumulativeFrom == null &&
    (series.at === null || series.at === DEFAULT_AT) &&
    series.scope === (declaration.scope?.default ?? null)
  )
}

/** What is counted up to its period's end anyway is not added up again. */
function isSum({ indicator }: PlanLine, { cumulative }: StoredTarget): boolean {
  return cumulative && indicator.kind !== 'STOCK' && indicator.kind !== 'CUMULATIVE'
}

/** By first year, what was added up since by each year. None in public: sums of several years would tell of what is hidden. */
async function readSums(
  causeway: Causeway,
  viewer: Viewer,
  lines: readonly PlanLine[],
  request: SeriesRequest,
  { basis, scope, profile }: Series,
): Promise<Map<number, Map<number, number | null>>> {
  const firstYears = new Set(
    lines.filter((line) => line.targets.some((row) => isSum(line, row))).map(({ firstYear }) => firstYear),
  )
  const sums = new Map<number, Map<number, number | null>>()
  if (profile !== 'EXACT') return sums
  for (const cumulativeFrom of firstYears) {
    const from = Math.max(cumulativeFrom, request.from)
    if (from > request.to) continue
    const { figures } = await readSeries(causeway, viewer, {
      ...{ indicator: request.indicator, institution: request.institution, to: request.to },
      ...{ basis, scope, profile, cumulativeFrom, from, definitionVersion: request.definitionVersion },
    })
    sums.set(cumulativeFrom, new Map(figures.map(({ period, value }) => [period.year, value])))
  }
  return sums
}

/** What plans want of the figure of one year, in the indicator's unit. */
export type TargetsOfYear = (year: number) => { plan: string; value: number }[]

/**
 * Targets that are set for the very year of a figure. One that is added up over years is none beside the figure of one, and a
 * breakdown has none.
 */
export async function readYearTargets(
  causeway: Causeway,
  viewer: Viewer,
  asked: Parameters<typeof readFigureTargets>[3],
): Promise<TargetsOfYear> {
  const { series } = asked
  if (series.dimension !== null) return () => []
  const lines = toPlanLines(await listTargets(causeway, series.institution), causeway.indicators)
  const targetsOf = await readFigureTargets(causeway, viewer, lines, asked)
  return (year) =>
    targetsOf(year, false)
      .filter(({ target }) => target.year === year && !target.cumulative)
      .map(({ line, target }) => ({ plan: line.plan, value: target.value }))
}

/** Of the targets of a year of which it is known, how many are reached or, while the year is not over, where they should be by now. */
export interface TargetsOnCourse {
  onCourse: number
  known: number
}

/** The targets of the year on the first basis of their indicators, as the overview counts them. */
export async function countOnCourse(
  causeway: Causeway,
  viewer: Viewer,
  institution: string,
  year: number,
): Promise<TargetsOnCourse> {
  const lines = toPlanLines(await listTargets(causeway, institution), causeway.indicators)
  const count: TargetsOnCourse = { onCourse: 0, known: 0 }
  for (const declaration of new Set(lines.map(({ indicator }) => indicator))) {
    const request = { indicator: declaration.id, institution, from: year, to: year }
    const series = await readSeries(causeway, viewer, request)
    const targetsOf = await readFigureTargets(causeway, viewer, lines, { declaration, request, series })
    for (const { onCourse } of targetsOf(year, false)) {
      if (onCourse === null) continue
      count.known++
      if (onCourse) count.onCourse++
    }
  }
  return count
}
