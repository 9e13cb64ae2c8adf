import type { Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'
import { toDay } from '@causeway/shared/day'
import type { Causeway } from '../causeway.ts'
import type { Database } from '../database/database.ts'
import { discloseFamily } from '../disclosure/disclose.ts'
import { disclosureClass } from '../disclosure/disclosure-class.ts'
import type { FigureTable, Nesting, Places } from '../disclosure/family.ts'
import { readPublishedCells, type PublishedCell } from '../forms/published-cells.ts'
import type { Declaration, DimensionId } from '../indicators/definition.ts'
import { canonicalFilters } from '../indicators/canonical-filters.ts'
import { readsOf } from '../indicators/reads.ts'
import { readIdentity } from '../identity/read-identity.ts'
import { recordTypeOf } from '../records/record-types.ts'
import { BLOCS } from '../reference/blocs.ts'
import { countryOf } from '../reference/countries.ts'
import { placesOutside } from '../reference/scopes.ts'
import { assemble } from './assemble.ts'
import type { Question } from './check-request.ts'
import { readSets, type SetKey } from './exact-sets.ts'
import { Memory } from './memory.ts'
import { readNestings } from './nestings.ts'
import { lastChange } from './standing.ts'

interface Hidden {
  /** The institution's revision that the tables were read at. */
  revision: number
  /** The public figures in place of exact ones that answer the question. */
  hide: (figures: Figure[]) => Figure[]
}

/** The public tables of one period. */
type PeriodTables = FigureTable[]

const MOST_FIGURES_IN_MEMORY = 400_000
const memories = new WeakMap<Database, Memory<{ change: number; tables: PeriodTables }>>()

/**
 * What is hidden of persons follows from every table of the indicator that the public can ask for, so all of them are read,
 * whichever was asked for. Periods are hidden in apart from each other, and are remembered so. Null: no such institution.
 */
export async function hideSmallCells(causeway: Causeway, question: Question): Promise<Hidden | null> {
  const { database } = causeway
  const { declaration, basis, institution, from, to } = question
  const ofThings = disclosureClass(declaration, holdsPersons) === 'things'
  const asked = { scope: question.scope, by: question.filters[0]?.dimension ?? question.by }
  const cuts = ofThings
    ? [asked]
    : scopesOf(declaration).flatMap((scope) => dimensionsOf(declaration).map((by) => ({ scope, by })))
  const keys = cuts.map((cut): SetKey => ({ declaration, basis, ...cut }))
  const sets = await readSets(database, institution, keys, from, to)
  if (!sets) return null
  const { standing } = sets
  const memory = memories.get(database) ?? new Memory<{ change: number; tables: PeriodTables }>(MOST_FIGURES_IN_MEMORY)
  memories.set(database, memory)
  const change = lastChange(standing, [...readsOf(declaration), 'form-publication'])
  const byYear = new Map<number, PeriodTables>()
  let nestings: Nesting[] | null = null
  let given: PublishedCell[] | null = null
  for (let year = from; year <= to; year++) {
    const cut = ofThings ? Object.values(asked) : []
    const name = [standing.epoch, institution, declaration.id, declaration.version, basis, year, ...cut].join('|')
    let known = memory.get(name)
    if (known?.change !== change) {
      const tables = cuts.map(({ scope, by }, index) => {
        const answers = sets.answers[index]!.filter((answer) => answer.year === year)
        return { scope, dimension: by, figures: assemble({ ...question, scope, by, across: null }, standing, answers) }
      })
      nestings ??= await readNestings(database, institution, declaration)
      given ??= (await readPublishedCells(causeway, institution, standing.dataDate, declaration)).filter(
        (cell) => cell.basis === basis,
      )
      known = {
        change,
        tables: discloseFamily(
          declaration,
          { tables, places: placesFrom(standing.country), nestings, given },
          holdsPersons,
        ),
      }
      memory.set(
        name,
        known,
        known.tables.reduce((sum, { figures }) => sum + figures.length, 0),
      )
    }
    byYear.set(year, known.tables)
  }
  // Read only where a filter names something: every public figure comes by here.
  const identity =
    question.filters.length === 0 ? null : await readIdentity(database.quick, institution, standing.revision)
  // What was decided to be one thing is one cell, under whichever of its codes it is asked for.
  const filters = identity ? canonicalFilters(identity, declaration, question.filters) : question.filters
  return {
    revision: standing.revision,
    hide: (figures) => figures.map((figure) => publicFigure({ ...question, filters }, byYear, figure)),
  }
}

/** One category of a dimension, asked with `filter`, is a cell of that dimension's table. */
function publicFigure({ scope, by, filters }: Question, byYear: Map<number, PeriodTables>, figure: Figure): Figure {
  const [filter] = filters
  const tables = byYear.get(figure.period.year)!
  const wanted = filter ? filter.in[0]! : figure.category
  const table = tables.find((it) => it.scope === scope && it.dimension === (filter?.dimension ?? by))!
  const cell = table.figures.find(({ category }) => category === wanted)
  if (cell) return { ...cell, category: figure.category }
  // A category that occurs in other periods only: nothing was counted in this one, and what it was divided by is another cell.
  // The message goes to the log, where no exact figure may stand.
  if (figure.value) throw new Error(`no public cell for ${figure.period.year} ${String(wanted)} of ${String(by)}`)
  return {
    ...figure,
    numerator: null,
    denominator: null,
    size: figure.size === 0 ? 0 : null,
    lost: null,
    recordCount: figure.recordCount === 0 ? 0 : null,
    groupHeadcount: null,
  }
}

function scopesOf({ scope }: Declaration): (Scope | null)[] {
  return scope ? [...new Set([scope.default, 'ABROAD' as const, 'BORDER' as const])] : [null]
}

function dimensionsOf({ dimensions }: Declaration): (DimensionId | null)[] {
  return [null, ...(Object.keys(dimensions) as DimensionId[])]
}

function placesFrom(home: string): Places {
  return {
    home,
    continentOf: (country) => countryOf(country)?.continent ?? null,
    inBloc: (bloc, country, day) => isMember(bloc, country, toDay(day)),
    placesOutside,
  }
}

function isMember(bloc: string, country: string, day: number): boolean {
  const members = BLOCS.find(({ id }) => id === bloc)?.members ?? []
  return members.some(
    (member) => member.country === country && member.from <= day && (member.to === null || member.to >= day),
  )
}

function holdsPersons(type: string): boolean {
  return recordTypeOf(type).fields.some(({ kind }) => kind === 'person')
}
