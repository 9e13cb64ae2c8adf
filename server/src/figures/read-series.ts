import { DEFAULT_AT, FIRST_YEAR } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import { evaluate } from './indicators/evaluate.ts'
import { giveWay, workUnderWay } from '../ground/under-way.ts'
import { assemble, toSeries } from './assemble.ts'
import { causewayAsked, isOfThen, isReleased } from './causeway-then.ts'
import { readReleased } from './released-series.ts'
import { readSeriesThen } from './series-then.ts'
import { checkRequest, type Question } from './check-request.ts'
import { once } from '../ground/once.ts'
import { Memory } from './memory.ts'
import { readSets, type Sets } from './exact-sets.ts'
import { allNeeded, isOfThings, isRoundedIn, yearsFrom } from './needed.ts'
import { hideSmallCells, isBeginning } from './public-series.ts'
import { lastStanding, readStandingNow, identityAt, type Standing, atOneMoment } from './standing.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readStanding } from './store.ts'
import { unknownInstitution } from '../records/institutions.ts'
import { yearAlike, yearsWithRecords, type YearsWithRecords } from './years-with-records.ts'
import type { Database } from '../ground/database/database.ts'
import { canonicalFilters } from './indicators/find-field.ts'
import type { CompiledFilter } from './indicators/compile/dimensions.ts'
import type { PeriodAnswer } from './indicators/observe/rows.ts'
import type { Figure } from '@causeway/shared/figure'
import { requireExact } from '../access/refuse.ts'

/**
 * The figures of one indicator: exact for one who may see them, else with small cells hidden. The same for GraphQL, addresses,
 * commands and reports.
 * @throws QuestionError UNKNOWN_INDICATOR, UNKNOWN_INSTITUTION, UNKNOWN_BASIS, UNKNOWN_DIMENSION, UNKNOWN_CATEGORY,
 *   SCOPE_NOT_APPLICABLE, BAD_PERIOD, BAD_AT, FORBIDDEN, UNAUTHENTICATED, and those of `readMoment`
 */
export async function readSeries(causeway: Causeway, viewer: Viewer, request: SeriesRequest): Promise<Series> {
  const asked = await causewayAsked(causeway, viewer, request)
  if (isReleased(asked)) return readReleased(asked, request)
  const question = checkRequest(asked, viewer, request)
  if (isOfThen(asked)) return readSeriesThen(asked, question)
  const memory = memoryOf(causeway)
  const now = isKept(question) ? await readStandingNow(causeway.database, question.institution) : null
  const known = now && memory.get(nameInMemory(now, question))
  if (known) return known
  const { series, standing } = await makeSeries(causeway, question)
  if (now) memory.set(nameInMemory(standing, question), series, series.figures.length)
  return series
}

/** Series as they were answered, each for as long as its institution is where it was. */
const memoryOf = once((_causeway: Causeway) => new Memory<Series>(MOST_FIGURES_IN_MEMORY))
const MOST_FIGURES_IN_MEMORY = 40_000

function nameInMemory({ epoch, revision }: Standing, { declaration, ...question }: Question): string {
  return JSON.stringify([epoch, revision, declaration.id, declaration.version, question])
}

async function makeSeries(causeway: Causeway, question: Question): Promise<{ series: Series; standing: Standing }> {
  const { standing, answers, hidden } = await readAnswers(causeway, question)
  // What is made of one series, its answer included, is much where it has many categories.
  if (workUnderWay()) await giveWay()
  const figures = assemble(question, standing, answers)
  const series = toSeries(question, standing, hidden ? hidden(figures) : figures)
  const isRounded = hidden !== null && isRoundedIn(causeway, question.declaration)
  return { series: isRounded ? { ...series, isRounded } : series, standing }
}

async function readAnswers(causeway: Causeway, asked: Question) {
  const { database } = causeway
  for (let tries = 0; ; tries++) {
    const look = tries === 0 ? lastStanding : readStandingNow
    const before = await look(database, asked.institution)
    if (!before) throw await unknownInstitution(database, asked.institution)
    const years = await yearsThatDiffer(causeway, asked, before)
    const question = { ...asked, from: yearAlike(years, asked.from), to: yearAlike(years, asked.to) }
    const exact = isKept(question) ? await readKept(causeway, question) : await count(causeway, question)
    const masked = question.profile === 'EXACT' ? null : await mask(causeway, question, years, exact)
    // Figures, what is hidden of them, and the years that they are of are of one revision.
    const of = [exact?.standing, ...(masked ? [masked.standing] : [])]
    if (of.some((one) => one?.revision !== before.revision || one.epoch !== before.epoch)) continue
    const found = new Map(exact!.answers[0]!.map((answer) => [answer.year, answer]))
    const answers = yearsFrom(asked.from, asked.to).map((year) => ({ ...found.get(yearAlike(years, year))!, year }))
    return { standing: exact!.standing, answers, hidden: masked && masked.hide }
  }
}

/** Returns what hides small cells. A year before every record has nothing to hide, so no linked table is counted for it. */
async function mask(causeway: Causeway, question: Question, years: YearsWithRecords, exact: Sets | null) {
  const isBefore = years.first > FIRST_YEAR && question.to === years.first
  return isBefore && exact && isBeginning(exact, question.to)
    ? { standing: exact.standing, hide: (figures: Figure[]) => figures }
    : hideSmallCells(causeway, question, years)
}

type OfYears = Pick<Question, 'declaration' | 'basis' | 'profile' | 'by' | 'across' | 'filters' | 'from'>

/** Only years that can differ are read. */
export function yearsThatDiffer({ database, indicators }: Causeway, question: OfYears, standing: Standing) {
  const { declaration, basis, profile, by, across, filters } = question
  const isPublic = profile === 'PUBLIC'
  const needed = isPublic ? allNeeded(indicators, { declaration, basis }).map((one) => one.declaration) : [declaration]
  const byBloc = [by, across, ...filters.map(({ dimension }) => dimension)].includes('bloc')
  return yearsWithRecords(
    database,
    standing,
    needed,
    { hidden: isPublic && !isOfThings(declaration), byBloc },
    question,
  )
}

/** Whether it is answered by a set that is kept. */
export function isKept(question: Question): boolean {
  const { across, filters, cumulativeFrom, at } = question
  const isCell = filters.length === 0 || soleCategory(question) !== null
  return across === null && isCell && cumulativeFrom === null && at === DEFAULT_AT
}

async function readKept({ database }: Causeway, question: Question): Promise<Sets | null> {
  const { institution, declaration, basis, scope, from, to } = question
  const filter = soleCategory(question)
  const by = filter ? filter.dimension : question.by
  const sets = await readSets(database, institution, [{ declaration, basis, scope, by }], from, to)
  return filter && sets ? pickCategory(database, question, filter, sets) : sets
}

/** Any other cut is counted when asked for and not kept. */
function count({ database }: Causeway, question: Question): Promise<Sets | null> {
  return database.snapshot(async (db) => {
    const standing = await readStanding(db, question.institution)
    return standing && { standing, answers: [await evaluate(db, { ...question, home: standing })] }
  })
}

type Filtered = Pick<Question, 'declaration' | 'by' | 'filters'>

/**
 * The filter of a question for one category and nothing else: it is answered by a cell of the breakdown, which is made once for all of
 * its categories and kept. Null: it asks for something else. A unit alone is, for what it reported speaks for itself and not for others.
 */
function soleCategory({ by, filters }: Filtered): CompiledFilter | null {
  const [filter] = filters
  const isSole = by === null && filters.length === 1 && filter!.in.length === 1
  return isSole && filter!.dimension !== 'unit' ? filter! : null
}

/** What the breakdown by a filter's dimension says of its one category, in place of the whole. */
async function pickCategory(
  database: Database,
  { declaration }: Filtered,
  filter: CompiledFilter,
  { standing, answers }: Sets,
): Promise<Sets> {
  const identity = await identityAt(database, standing)
  // What was decided to be one thing is one cell, under whichever of its codes it is asked for.
  const [sole] = identity ? canonicalFilters(identity, declaration, [filter]) : [filter]
  return { standing, answers: answers.map((years) => years.map((answer) => only(answer, sole!.in[0]!))) }
}

function only({ year, cells, uncounted, absent }: PeriodAnswer, category: string): PeriodAnswer {
  const found = [...cells, ...uncounted].find((cell) => cell.category === category) ?? absent
  return { year, cells: [], uncounted: [], absent: { ...found, category: null }, whole: null }
}

/**
 * The figures that records gave at an earlier revision of the institution, with the data date of then. For one who may see exact
 * ones.
 * @throws QuestionError FORBIDDEN and UNAUTHENTICATED without the right, and those of `readSeries`
 */
export async function readFiguresThen(
  causeway: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  then: { revision: number; dataDate: string },
): Promise<Figure[]> {
  requireExact(viewer, request.institution)
  const question = checkRequest(causeway, viewer, { ...request, profile: 'EXACT' })
  return atOneMoment(causeway, question.institution, async (db, standing) => {
    const home = { ...standing, dataDate: then.dataDate }
    const answers = await evaluate(db, { ...question, home, revision: then.revision })
    return assemble(question, home, answers)
  })
}
