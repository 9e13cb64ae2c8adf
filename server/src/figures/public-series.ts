import { NO_NUMBERS, type Figure } from '@causeway/shared/figure'
import type { Causeway } from './causeway.ts'
import type { FigureTable } from './disclosure/family.ts'
import type { Earlier } from './earlier-tables.ts'
import { canonicalFilters } from './indicators/find-field.ts'
import type { Question } from './check-request.ts'
import { identityAt, lastStanding, type Standing } from './standing.ts'
import { yearAlike, type YearsWithRecords } from './years-with-records.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import { readPublishedCells } from './forms/published-cells.ts'
import { readSets, type SetKey, type Sets } from './exact-sets.ts'
import { once } from '../ground/once.ts'
import { giveWay, oneAtATime } from '../ground/under-way.ts'
import { hide } from './disclosure/hiding.ts'
import { cutsOf, type OnBasis, type Cut } from './public-family.ts'
import { readNestings } from './read-nestings.ts'
import { settledBefore } from './hidden-cells.ts'
import {
  allNeeded,
  endOf,
  followsFromAllYears,
  groupOf,
  isOfGrowing,
  isOfThings,
  whollyThere,
  yearsFrom,
} from './needed.ts'
import { exactTables } from './assemble.ts'
import { type Settled, settledTables } from './settled-tables.ts'
import type { Source } from './source.ts'

interface Hidden {
  /** As the institution stood when the tables were read. */
  standing: Standing
  /** The public figures in place of exact ones that answer the question. */
  hide: (figures: Figure[]) => Figure[]
}

/**
 * Hides what the public may not see of the figures of a question, or only of those years of it that differ (`years`). Null: no such
 * institution.
 */
export async function hideSmallCells(
  causeway: Causeway,
  question: Question,
  years: YearsWithRecords,
  reads?: TableReads,
): Promise<Hidden | null> {
  const { declaration, basis, institution, from, to } = question
  const cut = { scope: question.scope, by: question.filters[0]?.dimension ?? question.by }
  const asked = { declaration, basis, institution, from, to, cut, floor: years.first }
  const read = await readPublicTables(causeway, asked, reads)
  if (!read) return null
  const { standing, tablesOf } = read
  // Read only where a filter names something: every public figure comes by here.
  const identity = question.filters.length === 0 ? null : await identityAt(causeway.database, standing)
  // What was decided to be one thing is one cell, under whichever of its codes it is asked for.
  const filters = identity ? canonicalFilters(identity, declaration, question.filters) : question.filters
  return {
    standing,
    hide: (figures) =>
      figures.map((figure) =>
        publicFigure({ ...question, filters }, tablesOf(yearAlike(years, figure.period.year)), figure),
      ),
  }
}

/** One category of a dimension, asked with `filter`, is a cell of that dimension's table. */
export function publicFigure(
  { scope, by, filters }: Pick<Question, 'scope' | 'by' | 'filters'>,
  tables: FigureTable[],
  figure: Figure,
): Figure {
  const [filter] = filters
  const wanted = filter ? filter.in[0]! : figure.category
  const table = tables.find((it) => it.scope === scope && it.dimension === (filter?.dimension ?? by))!
  const cell = table.figures.find(({ category }) => category === wanted)
  if (cell) return { ...cell, period: figure.period, category: figure.category }
  // What a unit reported covers what is asked of that unit alone: to the public it is a cell of a table that has no records.
  if (figure.value && table.figures.every(({ gap }) => gap === 'NO_RECORDS'))
    return { ...figure, ...NO_NUMBERS, gap: 'NO_RECORDS' }
  // A category that occurs in other periods only: nothing was counted in this one, and what it was divided by is another cell.
  // The message goes to the log, where no exact figure may be.
  if (figure.value) throw new Error(`no public cell for ${figure.period.year} ${String(wanted)} of ${String(by)}`)
  return {
    ...figure,
    numerator: null,
    denominator: null,
    leftOut: table.figures.every(({ leftOut }) => leftOut === 0) ? 0 : null,
    size: figure.size === 0 ? 0 : null,
    lost: null,
    recordCount: figure.recordCount === 0 ? 0 : null,
    groupHeadcount: null,
  }
}

interface Asked extends OnBasis {
  institution: string
  from: number
  to: number
  /** No year before it has a record, or there is no such year. */
  floor: number
  /** The one table that is wanted. */
  cut: Cut
}

export interface PublicTables {
  standing: Standing
  /** Of a year that was asked for: every table of it, or of what hides nothing the one that is wanted. */
  tablesOf: (year: number) => FigureTable[]
}

/**
 * What the public sees of an indicator. What is hidden of persons follows from every table of it that the public can ask for, from
 * those of an indicator that counts the same persons or some of them and, of a count that only grows, from those of the years before: all
 * of them are read at one revision, whichever was asked for. What is hidden is kept by year. Null: no such institution.
 */
export async function readPublicTables(
  causeway: Causeway,
  question: Asked,
  reads?: TableReads,
): Promise<PublicTables | null> {
  if (reads) return readWithAllNeeded(causeway, question, reads)
  const { declaration, institution } = question
  if (isOfThings(declaration)) return readAllTables(causeway, question)
  const known = await readByWhatIsKept(causeway, question)
  if (known) return known
  const [first] = groupOf(causeway.indicators, declaration)
  // After one that hides by the same tables it is known.
  return oneAtATime(settlingOf(causeway.database), `${institution}|${first!.id}`, async (waited) => {
    const now = waited ? await readByWhatIsKept(causeway, question) : null
    return now ?? readAllTables(causeway, question)
  })
}

const settlingOf = once((_database: Database) => new Map<string, Promise<unknown>>())

/** The same with every table, where persons are counted. */
function readAllTables(causeway: Causeway, question: Asked): Promise<PublicTables | null> {
  const { database } = causeway
  return readWithAllNeeded(causeway, question, {
    db: database.quick,
    sets: (...asked) => readSets(database, question.institution, ...asked),
    settled: (...asked) => settledBefore(causeway, ...asked),
  })
}

/** How what is needed is read. */
export interface TableReads {
  db: Connection
  sets: (keys: SetKey[], from: number, to: number) => Promise<Sets | null>
  settled: (standing: Standing, wanted: readonly OnBasis[], years: readonly number[]) => Promise<Settled>
  /** What earlier releases show, so that no two of them tell more together. Absent: nothing is released here. */
  earlier?: (sources: readonly Source[], sets: Sets & { first: number; last: number }) => Promise<Earlier>
}

/** Where all that is hidden is known, no table is read but the one that is wanted. Null: it is not, or something changed meanwhile. */
async function readByWhatIsKept(causeway: Causeway, question: Asked): Promise<PublicTables | null> {
  const { declaration, basis, institution, from, to, cut } = question
  const standing = await lastStanding(causeway.database, institution)
  if (!standing) return null
  const years = yearsFrom(from, to)
  const settled = await settledBefore(causeway, standing, [question], years)
  const at = cutsOf(question).findIndex(({ scope, by }) => scope === cut.scope && by === cut.by)
  const hidings = new Map(years.map((year) => [year, settled.get(question, year)?.[at]]))
  if ([...hidings.values()].includes(undefined)) return null
  const sets = await readSets(causeway.database, institution, [{ declaration, basis, ...cut }], from, to)
  if (sets?.standing.revision !== standing.revision || sets.standing.epoch !== standing.epoch) return null
  return {
    standing: sets.standing,
    tablesOf: (year) => {
      const [exact] = exactTables(question, [cut], sets.standing, sets.answers, year)
      return [hide(exact!, hidings.get(year)!)]
    },
  }
}

async function readWithAllNeeded(causeway: Causeway, question: Asked, reads: TableReads): Promise<PublicTables | null> {
  const { cut, ...years } = question
  const wanted = allNeeded(causeway.indicators, question)
  const cutsFor = (one: OnBasis) => (isOfThings(one.declaration) ? [cut] : cutsOf(one))
  const read = await readTogether(
    causeway,
    years,
    wanted.map((one) => ({ ...one, cuts: cutsFor(one) })),
    reads,
  )
  return read && { standing: read.standing, tablesOf: (year) => read.shownOf(0, year) }
}

export interface TablesTogether {
  standing: Standing
  /** Of each cut of each indicator, one after the other. */
  answers: Sets['answers']
  /** The tables of an indicator, by its place among those asked for, in the order of its cuts. */
  shownOf: (place: number, year: number) => FigureTable[]
}

/**
 * What the public sees of indicators in these years.
 * @param wanted with every other that what is hidden of one of them depends on; what one hides by comes after it
 */
export async function readTogether(
  causeway: Causeway,
  question: Omit<Asked, keyof OnBasis | 'cut'>,
  wanted: readonly (OnBasis & { cuts: readonly Cut[] })[],
  reads: TableReads,
): Promise<TablesTogether | null> {
  const { institution, from, to } = question
  let at = 0
  const places = wanted.map((one) => {
    const place = { ...one, at }
    at += one.cuts.length
    return place
  })
  const keys = places.flatMap(({ declaration, basis, cuts }) =>
    cuts.map((one): SetKey => ({ declaration, basis, ...one })),
  )
  const { indicators } = causeway
  const settling = whollyThere(indicators, wanted)
  const grow =
    wanted.some(({ declaration }) => isOfGrowing(indicators, declaration)) ||
    settling.some((one) => followsFromAllYears(indicators, one))
  const sets = await readFromStart(reads, question, keys, grow)
  if (!sets) return null
  const { standing, answers } = sets
  const asked = yearsFrom(from, to)
  const yearsOf = (one: OnBasis) => (followsFromAllYears(indicators, one) ? yearsFrom(sets.first, sets.last) : asked)
  const givenOf = standing.changedAt.has('form-publication')
    ? await readPublishedCells(causeway, institution, standing.dataDate)
    : () => []
  const sources: Source[] = []
  for (const place of places) {
    sources.push({
      ...place,
      nestings: await readNestings(causeway.database, reads.db, standing, place.declaration),
      given: givenOf(place.declaration).filter(({ basis }) => basis === place.basis),
    })
  }
  const settled = await reads.settled(standing, wanted, yearsFrom(sets.first, sets.last))
  const earlier = await reads.earlier?.(sources, sets)
  const shownOf = settledTables(indicators, sources, sets, settled, causeway.isRounded === true, earlier)
  // What one hides by comes first, so that none has much to do at once.
  for (const source of whollyThere(indicators, sources).toReversed())
    for (const year of yearsOf(source)) {
      if (settled.get(source, year)) continue
      shownOf(source, year)
      await giveWay()
    }
  return { standing, answers, shownOf: (place, year) => shownOf(sources[place]!, year) }
}

/** Years that are looked at besides, until nothing was counted before them. */
const YEARS_AT_ONCE = 20

/** The sets of the years asked for; of what follows from all years those from its beginning to its end. */
async function readFromStart(
  reads: TableReads,
  { from, to, floor }: Pick<Asked, 'from' | 'to' | 'floor'>,
  keys: SetKey[],
  grow: boolean,
): Promise<(Sets & { first: number; last: number }) | null> {
  let [first, last] = [from, to]
  for (;;) {
    const sets = await reads.sets(keys, first, last)
    if (!sets || !grow) return sets && { ...sets, first, last }
    const end = Math.max(to, endOf(sets.standing, to))
    if (end <= last && (first === floor || isBeginning(sets, first))) return { ...sets, first, last }
    if (!isBeginning(sets, first)) first = Math.max(floor, first - YEARS_AT_ONCE)
    last = end
  }
}

/** Whether nothing at all was counted in a year. */
export function isBeginning({ answers }: Pick<Sets, 'answers'>, year: number): boolean {
  return answers.every((of) => {
    const { cells, absent, whole } = of.find((answer) => answer.year === year)!
    return [...cells, absent, ...(whole ? [whole] : [])].every(({ value, gap }) => value === 0 || gap === 'NO_RECORDS')
  })
}
