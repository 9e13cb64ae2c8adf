import type { Figure } from '@causeway/shared/figure'
import { calendarOf, toPeriod, type Basis } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { fill } from '@causeway/shared/words/words'
import { ANONYMOUS } from '../access/viewer.ts'
import { once } from '../ground/once.ts'
import { QuestionError } from '../ground/question-error.ts'
import type { Database } from '../ground/database/database.ts'
import { readIdentity } from '../records/identity/read-identity.ts'
import { hasNoCategory, orderCategories, toSeries } from './assemble.ts'
import type { Causeway } from './causeway.ts'
import type { CausewayReleased } from './causeway-then.ts'
import { checkRequest, type Question } from './check-request.ts'
import { canonicalFilters } from './indicators/find-field.ts'
import { Memory } from './memory.ts'
import { listInOrder, type Release } from './releases/release.ts'
import { fromStored, ReadCuts, type StoredCut, type StoredFigure, type StoredYear } from './releases/released-cut.ts'
import { stayedYears, type Stayed } from './stayed-years.ts'
import { readReleasedText } from './releases/released-text.ts'
import { atOneMoment } from './standing.ts'
import { yearAlike } from './years-with-records.ts'
import REFUSALS from './refusals.json' with { type: 'json' }
import { liveOf } from '../ground/database/database-then.ts'

const MOST_IN_MEMORY = 3_000_000
const memoryOf = once((_database: Database) => new Memory<ReadCuts>(MOST_IN_MEMORY))

/** A series of what was stored with a release. Nothing is counted. */
export async function readReleased(then: CausewayReleased, request: SeriesRequest): Promise<Series> {
  const { database, released: release } = then
  const question = checkPublicQuestion(then, { ...request, profile: 'PUBLIC' })
  const { institution, declaration, basis, scope, by, filters } = question
  const [filter = null] = filters
  const cuts = await readShownCuts(database, release, declaration.id, basis)
  const dimension = filter?.dimension ?? by
  const cut = cuts?.get(scope, dimension)
  if (!cut) throw notPublic({ zh: '定稿时没有这个指标。', en: 'it was made without this indicator.' })
  if (cut.isCutOff && question.from < cut.first)
    throw new QuestionError('BAD_PERIOD', fill(REFUSALS.BEFORE_RELEASED, { name: release.name, first: cut.first }))
  const years = Array.from({ length: question.to - question.from + 1 }, (_, at) => question.from + at)
  const stayed = await findStayed(database, release, question)
  const cutOf = async (year: number) => {
    const earlier = stayed.get(yearAlike(cut, year))?.release
    return (earlier && (await readShownCuts(database, earlier, declaration.id, basis))?.get(scope, dimension)) ?? cut
  }
  const isHidden = (year: number) => stayed.get(yearAlike(cut, year))?.release === null
  const cutsOfYears = await Promise.all(years.map(cutOf))
  const stored = years.map((year, at) => (isHidden(year) ? HIDDEN : inCut(cutsOfYears[at]!, year)))
  const isRounded = cutsOfYears.some((one) => one.isRounded)
  return atOneMoment(then, institution, async (db, standing) => {
    const identity = filter && (await readIdentity(db, institution, release.revision))
    const [sole] = identity ? canonicalFilters(identity, declaration, filters) : filters
    const keys = by === null ? [] : orderCategories(declaration, by, new Set(stored.flatMap(keysOf)))
    const figures = stored.flatMap((one, at): Figure[] => {
      const period = toPeriod(basis, years[at]!, calendarOf(standing), question.at)
      const own = sole ? [only(one, sole.in[0]!)] : ofYear(one, keys)
      return own.map((figure) => ({ ...fromStored(figure), period }))
    })
    const ofOther = years.flatMap((year) => {
      const one = stayed.get(yearAlike(cut, year))
      return one?.isOther ? [{ year, release: one.release?.name ?? null }] : []
    })
    return {
      ...toSeries(question, standing, figures),
      ...(ofOther.length > 0 && { stayed: ofOther }),
      ...(isRounded && { isRounded }),
    }
  })
}

/** Its categories are not named either: one that is new is somebody who came. */
const HIDDEN: StoredYear = {
  figures: [],
  besides: [],
  absent: { gap: 'SUPPRESSED' },
  whole: { gap: 'SUPPRESSED' },
}

const inCut = (cut: StoredCut, year: number): StoredYear => cut.years[yearAlike(cut, year) - cut.first]!

/** The years of a question whose breakdowns are not those of the release. */
async function findStayed(
  database: Database,
  release: Release,
  { declaration, institution, basis, by, filters }: Question,
) {
  if (by === null && filters.length === 0) return new Map<number, Stayed>()
  const live = liveOf(database)
  const all = await listInOrder(live, institution)
  const at = all.findIndex(({ id }) => id === release.id)
  // One that nobody reads yet comes after them all.
  const before = at < 0 ? all : all.slice(0, at)
  return stayedYears(live, before, release, declaration, basis)
}

const keysOf = ({ figures }: StoredYear): string[] => figures.flatMap(({ category }) => category ?? [])

/** The whole of one year in each of these releases; one that was made without it is left out. */
export async function readReleasedWholes(
  database: Database,
  releases: Iterable<Release>,
  { declaration, basis, scope, year }: Pick<Question, 'declaration' | 'basis' | 'scope'> & { year: number },
): Promise<Map<string, ReturnType<typeof fromStored>>> {
  const found = new Map<string, ReturnType<typeof fromStored>>()
  for (const release of releases) {
    const cut = (await readShownCuts(database, release, declaration.id, basis))?.get(scope, null)
    if (!cut || (cut.isCutOff && year < cut.first)) continue
    const { whole } = cut.years[yearAlike(cut, year) - cut.first]!
    found.set(release.institution, fromStored(whole))
  }
  return found
}

function only(year: StoredYear, key: string): StoredFigure {
  return { ...find(year, key), category: null }
}

/** As a live answer has them: the categories of any year that is asked for, or one figure of a year without any. */
function ofYear(year: StoredYear, keys: readonly string[]): StoredFigure[] {
  const isWhole = keys.length === 0 || hasNoCategory(year.figures, year.absent)
  return isWhole ? [year.whole] : keys.map((category) => ({ ...find(year, category), category }))
}

function find({ figures, besides, absent }: StoredYear, key: string): StoredFigure {
  const isOf = ({ category }: StoredFigure) => category === key
  return figures.find(isOf) ?? besides.find(isOf) ?? absent
}

function checkPublicQuestion(causeway: Causeway, request: SeriesRequest): Question {
  try {
    return checkRequest(causeway, ANONYMOUS, request)
  } catch (error) {
    if (error instanceof QuestionError && error.code === 'UNAUTHENTICATED') throw notPublic(error.words, error.facts)
    throw error
  }
}

function notPublic(why: { zh: string; en: string }, facts: Record<string, unknown> = {}): QuestionError {
  return new QuestionError('NOT_PUBLIC', { ...fill(REFUSALS.NOT_PUBLIC, { whyZh: why.zh, whyEn: why.en }), facts })
}

/** All that the public sees of an indicator on a basis in a release. Null: it was made without it. */
export async function readShownCuts(
  database: Database,
  { institution, id: release }: Release,
  indicator: string,
  basis: Basis,
): Promise<ReadCuts | null> {
  const memory = memoryOf(liveOf(database))
  const name = JSON.stringify([institution, release, indicator, basis])
  const known = memory.get(name)
  if (known) return known
  const text = await readReleasedText(database.quick, { institution, release, indicator, basis })
  if (text === null) return null
  const cuts = new ReadCuts(text)
  memory.set(name, cuts, text.length)
  return cuts
}
