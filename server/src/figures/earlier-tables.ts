import { DEFAULT_AT } from '@causeway/shared/period'
import type { Database } from '../ground/database/database.ts'
import { kept } from '../ground/kept.ts'
import { assemble } from './assemble.ts'
import type { FigureTable, GivenCell } from './disclosure/family.ts'
import { isOfThings } from './needed.ts'
import type { Sets } from './exact-sets.ts'
import { readExactCuts } from './released-exact.ts'
import { readShownCuts } from './released-series.ts'
import type { Release } from './releases/release.ts'
import {
  fromStoredAnswer,
  toStoredAnswer,
  type ReadCuts,
  type StoredAnswer,
  type StoredFigure,
  type StoredYear,
} from './releases/released-cut.ts'
import type { Source } from './source.ts'
import type { Standing } from './standing.ts'
import { stayedAfter, type Counted, type Stayed } from './stayed-years.ts'

/** A table as it was counted for an earlier release, and which of its figures are hidden there. */
export interface EarlierTable {
  /** Whether what is shown of it is what it is rounded to. */
  isRounded: boolean
  /** Its place among the cuts of the source. */
  at: number
  table: FigureTable
  hidden: readonly boolean[]
}

/** What an earlier release shows of a source in a year. */
export interface EarlierTables {
  release: string
  tables: readonly EarlierTable[]
}

/** What releases show that anybody could read. */
export interface Earlier {
  isAny: boolean
  /** Of each of them that has the year, the first first. */
  tablesOf: (source: Source, year: number) => readonly EarlierTables[]
  /** Whether a breakdown of what is counted now will not be shown: too few came or left since one that was. */
  stays: (source: Source, year: number) => boolean
}

export const NOTHING_EARLIER: Earlier = { isAny: false, tablesOf: () => [], stays: () => false }

/**
 * What releases show that anybody could read, as far as it was counted by the same definition. A breakdown that stayed as it was before is of
 * the release before.
 * @param releases in the order in which they came out
 * @param sets what is counted now
 */
export async function readEarlier(
  database: Database,
  releases: readonly Release[],
  sources: readonly Source[],
  sets: Counting,
): Promise<Earlier> {
  const tables = new Map<string, EarlierTables[]>()
  const staying = new Set<string>()
  const nameOf = (source: Source, year: number) => `${source.at} ${year}`
  for (const source of sources) {
    if (releases.length === 0 || isOfThings(source.declaration)) continue
    const counted = await readCounted(database, releases, source)
    const stayed = stayedAfter(source.declaration, [...counted, { exact: cutsNow(source, sets) }])
    for (const [at, { release, exact }] of counted.entries()) {
      const shown = await readShownCuts(database, release, source.declaration.id, source.basis)
      const own = { release, exact, shown: shown!, stayed: stayed[at]! }
      for (const [year, ofYear] of tablesOf(source, own, sets.standing))
        kept(tables, nameOf(source, year), () => []).push({ release: release.id, tables: ofYear })
    }
    for (const year of stayed.at(-1)!.keys()) staying.add(nameOf(source, year))
  }
  return {
    isAny: releases.length > 0,
    tablesOf: (source, year) => tables.get(nameOf(source, year)) ?? [],
    stays: (source, year) => staying.has(nameOf(source, year)),
  }
}

type Counting = Sets & { first: number; last: number }

/** What releases counted of a source by what it is counted by now. */
async function readCounted(database: Database, releases: readonly Release[], { declaration, basis }: Source) {
  const counted: { release: Release; exact: ReadCuts<StoredAnswer> }[] = []
  for (const release of releases) {
    const exact = await readExactCuts(database, release, declaration, basis)
    if (exact?.isOfOther === false) counted.push({ release, exact: exact.cuts })
  }
  return counted
}

/** What is counted now, as though it were stored. */
function cutsNow({ cuts, at }: Source, { answers, first, last }: Counting): Counted['exact'] {
  return {
    get: (scope, dimension) => {
      const place = cuts.findIndex((one) => one.scope === scope && one.by === dimension)
      if (place < 0) return undefined
      const years = answers[at + place]!.filter(({ year }) => year >= first && year <= last).map(toStoredAnswer)
      return { first, last, isCutOff: false, years }
    },
  }
}

/** What everybody knows of a table as it was counted. */
export function shownUnrounded({ isRounded, hidden, table: { scope, dimension, figures } }: EarlierTable): GivenCell[] {
  if (isRounded) return []
  return figures.flatMap(({ period: { year }, category }, at) => {
    const place = { year, scope, dimension: category === null ? null : dimension, category }
    return hidden[at] ? [] : [{ ...place, whole: true }]
  })
}

interface Released {
  exact: ReadCuts<StoredAnswer>
  shown: ReadCuts
  stayed: ReadonlyMap<number, Stayed>
}

function tablesOf({ declaration, basis, cuts }: Source, released: Released, standing: Standing) {
  const found = new Map<number, EarlierTable[]>()
  for (const [at, { scope, by }] of cuts.entries()) {
    const [exact, shown] = [released.exact.get(scope, by), released.shown.get(scope, by)]
    if (!exact || !shown) continue
    for (const [place, answer] of exact.years.entries()) {
      const year = exact.first + place
      if (by !== null && released.stayed.has(year)) continue
      const question = { declaration, basis, at: DEFAULT_AT, by, across: null }
      const figures = assemble(question, standing, [fromStoredAnswer(year, answer)])
      const hidden = figures.map(({ category }) => isHidden(shown.years[place]!, category))
      const tables = found.get(year) ?? []
      tables.push({ at, table: { scope, dimension: by, figures }, hidden, isRounded: shown.isRounded === true })
      found.set(year, tables)
    }
  }
  return found
}

function isHidden({ figures, whole }: StoredYear, category: string | null): boolean {
  const figure: StoredFigure | undefined =
    category === null ? whole : figures.find((one) => (one.category ?? null) === category)
  return figure?.gap === 'SUPPRESSED'
}
