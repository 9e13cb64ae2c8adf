import { DEFAULT_AT, FIRST_YEAR, type Basis } from '@causeway/shared/period'
import type { Causeway } from '../causeway.ts'
import type { Database } from '../database/database.ts'
import { discloseFamily } from '../disclosure/disclose.ts'
import { disclosureClass } from '../disclosure/disclosure-class.ts'
import type { Beside, FigureTable, Nesting, Place } from '../disclosure/family.ts'
import { tiedBefore, type Tie } from '../disclosure/ties.ts'
import { readPublishedCells, type PublishedCell } from '../forms/published-cells.ts'
import type { Declaration, DimensionId } from '../indicators/definition.ts'
import { readsOf } from '../indicators/reads.ts'
import { sameCounts, sharesDenominator } from '../indicators/same-count.ts'
import { scopesOf } from '../indicators/scopes-of.ts'
import { holdsPersons } from '../records/holds-persons.ts'
import { assemble } from './assemble.ts'
import { readSets, type SetKey, type Sets } from './exact-sets.ts'
import { Memory } from './memory.ts'
import { readNestings } from './nestings.ts'
import { placesFrom } from './places.ts'
import { lastChange, type Standing } from './standing.ts'

interface Asked {
  declaration: Declaration
  basis: Basis
  institution: string
  from: number
  to: number
  /** The one table that is wanted. */
  cut: Cut
}

type Cut = Pick<SetKey, 'scope' | 'by'>

export interface PublicTables {
  standing: Standing
  /** Of a year that was asked for: every table of it, or of what hides nothing the one that is wanted. */
  tablesOf: (year: number) => FigureTable[]
}

/** An indicator on a basis, whose tables are hidden in together. */
interface Source {
  declaration: Declaration
  basis: Basis
  cuts: readonly Cut[]
  /** Where its answers begin among those that were read. */
  at: number
  nestings: Nesting[]
  given: PublishedCell[]
}

const MOST_FIGURES_IN_MEMORY = 400_000
const memories = new WeakMap<Database, Memory<{ change: number; tables: FigureTable[] }>>()

/**
 * What the public sees of an indicator. What is hidden of persons follows from every table of it that the public can ask for, from
 * those of an indicator that counts the same persons or some of them and, of a count that only grows, from those of the years before: all
 * of them are read at one revision, whichever was asked for. What was worked out is remembered by period. Null: no such institution.
 */
export async function readPublicTables(causeway: Causeway, asked: Asked): Promise<PublicTables | null> {
  const { database, indicators } = causeway
  const { declaration, institution } = asked
  const ofThings = disclosureClass(declaration, holdsPersons) === 'things'
  const wanted = ofThings ? [{ declaration, basis: asked.basis }] : allNeeded(indicators, declaration, asked.basis)
  let keyCount = 0
  const places = wanted.map((one) => {
    const cuts = ofThings ? [asked.cut] : cutsOf(one.declaration)
    const at = keyCount
    keyCount += cuts.length
    return { ...one, cuts, at }
  })
  const keys = places.flatMap(({ cuts, ...of }) => cuts.map((cut): SetKey => ({ ...of, ...cut })))
  const sets = await readFromStart(
    database,
    asked,
    keys,
    wanted.some((one) => grows(one.declaration)),
  )
  if (!sets) return null
  const { standing, first, last } = sets
  const changes = new Map<Named, number>()
  const changeOf = (one: Named): number => {
    const known = changes.get(one)
    if (known !== undefined) return known
    const needed = ofThings ? [one] : allNeeded(indicators, one.declaration, one.basis)
    const reads = needed.flatMap(({ declaration: of }) => readsOf(of))
    const change = lastChange(standing, [...reads, 'form-publication'])
    changes.set(one, change)
    return change
  }
  const memory = memories.get(database) ?? new Memory<{ change: number; tables: FigureTable[] }>(MOST_FIGURES_IN_MEMORY)
  memories.set(database, memory)
  const nameOf = (source: Pick<Source, 'declaration' | 'basis' | 'cuts'>, year: number) =>
    [
      ...[standing.epoch, institution, source.declaration.id, source.declaration.version, source.basis, year],
      ...(ofThings ? [asked.cut.scope, asked.cut.by] : []),
    ].join('|')
  const remembered = (source: Named & Pick<Source, 'cuts'>, year: number) => {
    const known = memory.get(nameOf(source, year))
    return known?.change === changeOf(source) ? known.tables : null
  }
  const years = yearsFrom(asked.from, asked.to)
  const known = new Map(years.map((year) => [year, remembered(places[0]!, year)]))
  if ([...known.values()].every((tables) => tables !== null)) return { standing, tablesOf: (year) => known.get(year)! }

  const sources: Source[] = []
  for (const place of places) {
    const cells = await readPublishedCells(causeway, institution, standing.dataDate, place.declaration)
    sources.push({
      ...place,
      nestings: await readNestings(database, institution, place.declaration),
      given: cells.filter(({ basis }) => basis === place.basis),
    })
  }
  const sourceOf = (one: Declaration, basis: Basis) =>
    sources.find((source) => source.declaration === one && source.basis === basis)!
  const assembled = new Map<string, FigureTable[]>()
  const exactOf = (source: Source, year: number): FigureTable[] => {
    const name = nameOf(source, year)
    const found = assembled.get(name)
    if (found) return found
    const tables = source.cuts.map(({ scope, by }, index) => {
      const answers = sets.answers[source.at + index]!.filter((answer) => answer.year === year)
      const question = { declaration: source.declaration, basis: source.basis, at: DEFAULT_AT, by, across: null }
      return { scope, dimension: by, figures: assemble(question, standing, answers) }
    })
    assembled.set(name, tables)
    return tables
  }
  const made = new Map<string, FigureTable[]>()
  const shownOf = (source: Source, year: number): FigureTable[] => {
    const name = nameOf(source, year)
    const found = made.get(name) ?? remembered(source, year)
    if (found) return found
    const leaders = ofThings ? [] : leadersOf(indicators, source)
    const tables = discloseFamily(
      source.declaration,
      {
        tables: exactOf(source, year),
        places: placesFrom(standing.country),
        nestings: source.nestings,
        given: source.given,
        hiddenElsewhere: leaders.flatMap(({ leader, dimensions }) =>
          hiddenIn(shownOf(sourceOf(leader, source.basis), year), year, dimensions),
        ),
        sharesDenominator: sharesDenominator(indicators, source.declaration),
        beside: [...daysBeside(source, year), ...countsBeside(source, year)],
      },
      holdsPersons,
    )
    made.set(name, tables)
    memory.set(
      name,
      { change: changeOf(source), tables },
      tables.reduce((sum, { figures }) => sum + figures.length, 0),
    )
    return tables
  }
  const daysBeside = (source: Source, year: number): Beside[] => {
    if (!grows(source.declaration)) return []
    const day = (of: Source, on: number): Beside => ({ exact: exactOf(of, on), shown: shownOf(of, on) })
    const before = yearsFrom(first, year - 1).map((on) => day(source, on))
    const usual = source.declaration.bases[0]!
    if (source.basis === usual) return before
    return [...yearsFrom(first, last).map((on) => day(sourceOf(source.declaration, usual), on)), ...before]
  }
  const countsBeside = (source: Source, year: number): Beside[] =>
    (ofThings ? [] : othersOf(indicators, source)).flatMap(({ other, ties }) => {
      const of = sourceOf(other, source.basis)
      return ties.flatMap((tie) =>
        tie.scopes.map((scopes) => ({
          exact: inScopesOf(exactOf(of, year), tie, scopes),
          shown: inScopesOf(shownOf(of, year), tie, scopes),
          counts: tie,
        })),
      )
    })
  return { standing, tablesOf: (year) => shownOf(sources[0]!, year) }
}

type Named = Pick<Source, 'declaration' | 'basis'>

const leadersOf = (indicators: readonly Declaration[], { declaration, basis }: Named) =>
  sameCounts(indicators, declaration).filter(({ leader }) => leader.bases.includes(basis))

const othersOf = (indicators: readonly Declaration[], { declaration, basis }: Named) =>
  tiedBefore(indicators, declaration).filter(({ other }) => other.bases.includes(basis))

/** The tables that both have, each under the scope in which it is beside one of the indicator's own. */
function inScopesOf(tables: readonly FigureTable[], { dimensions }: Tie, scopes: Tie['scopes'][number]): FigureTable[] {
  const shared = tables.filter(({ dimension }) => dimension === null || dimensions.has(dimension))
  return scopes.flatMap(({ own, theirs }) =>
    shared.filter(({ scope }) => scope === theirs).map((table) => ({ ...table, scope: own })),
  )
}

/** An indicator, itself first, with all that what is hidden of it depends on. */
function allNeeded(indicators: readonly Declaration[], declaration: Declaration, basis: Basis): Named[] {
  const needed: Named[] = []
  const add = (one: Declaration, on: Basis) => {
    if (needed.some((it) => it.declaration === one && it.basis === on)) return
    const named = { declaration: one, basis: on }
    needed.push(named)
    for (const beside of basesBeside(one, on)) add(one, beside)
    for (const { leader } of leadersOf(indicators, named)) add(leader, on)
    for (const { other } of othersOf(indicators, named)) add(other, on)
  }
  add(declaration, basis)
  return needed
}

/** Years that are looked at besides, until nothing was counted before them. */
const YEARS_AT_ONCE = 20

/** The sets of the years asked for; of a count that only grows those from its beginning to the data date. */
async function readFromStart(
  database: Database,
  { institution, from, to }: Asked,
  keys: SetKey[],
  grow: boolean,
): Promise<(Sets & { first: number; last: number }) | null> {
  let [first, last] = [from, to]
  for (;;) {
    const sets = await readSets(database, institution, keys, first, last)
    if (!sets || !grow) return sets && { ...sets, first, last }
    const { dataDate } = sets.standing
    const dataYear = dataDate === null ? to : Math.max(to, Number(dataDate.slice(0, 4)))
    if (dataYear <= last && (first === FIRST_YEAR || isBeginning(sets, first))) return { ...sets, first, last }
    if (!isBeginning(sets, first)) first = Math.max(FIRST_YEAR, first - YEARS_AT_ONCE)
    last = dataYear
  }
}

function isBeginning({ answers }: Sets, year: number): boolean {
  return answers.every((of) => {
    const { cells, absent, whole } = of.find((answer) => answer.year === year)!
    return [...cells, absent, ...(whole ? [whole] : [])].every(({ value, gap }) => value === 0 || gap === 'NO_RECORDS')
  })
}

const grows = ({ kind }: Declaration): boolean => kind === 'CUMULATIVE'

/** Of a count that only grows the usual basis has its days too: they lie between those of any other. */
function basesBeside(declaration: Declaration, basis: Basis): Basis[] {
  return grows(declaration) ? [...new Set([basis, declaration.bases[0]!])] : [basis]
}

function hiddenIn(tables: readonly FigureTable[], year: number, dimensions: ReadonlySet<DimensionId>): Place[] {
  return tables.flatMap(({ scope, dimension, figures }) =>
    figures
      .filter(({ category, gap }) => gap === 'SUPPRESSED' && (category === null || dimensions.has(dimension!)))
      .map(({ category }) => ({ year, scope, dimension: category === null ? null : dimension, category })),
  )
}

function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

function cutsOf(declaration: Declaration): Cut[] {
  return scopesOf(declaration).flatMap((scope) => dimensionsOf(declaration).map((by) => ({ scope, by })))
}

function dimensionsOf({ dimensions }: Declaration): (DimensionId | null)[] {
  return [null, ...(Object.keys(dimensions) as DimensionId[])]
}
