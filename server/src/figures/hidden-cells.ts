import { once, oncePerPair } from '../ground/once.ts'
import { hashBuild } from '../ground/build-hash.ts'
import type { Database } from '../ground/database/database.ts'
import type { Causeway } from './causeway.ts'
import { changedYears, EVERY_YEAR, isAmong, spanning, type Years } from './changed-years.ts'
import type { FormDefinition } from './forms/form-definition.ts'
import type { Declaration } from './indicators/definition.ts'
import { keepLater } from './keep-later.ts'
import { Memory } from './memory.ts'
import type { OnBasis } from './public-family.ts'
import { allNeeded, followsFromAllYears, isOfGrowing, isOfThings } from './needed.ts'
import type { Settled } from './settled-tables.ts'
import type { SolvedTogether } from './settled-together.ts'
import { lastChange, type Standing } from './standing.ts'
import { listHidden } from './store.ts'
import { RECORD_TYPES } from '../records/record-types.ts'

/** What is hidden of an indicator in a year, table by table. */
interface Found {
  definition: string
  revision: number
  hidings: readonly string[]
  /** Names all that it follows from; undefined: not known, of what another process settled. */
  tables?: string | undefined
}

const MOST_LETTERS_IN_MEMORY = 8_000_000
const memoryOf = once((_database: Database) => new Memory<Found>(MOST_LETTERS_IN_MEMORY))

const MOST_CELLS_IN_MEMORY = 500_000
/** What readings of single indicators solve for others too, which are asked for soon after. */
const solvedOf = once(
  (_database: Database) =>
    new Memory<{ definition: string; revision: number; hidden: SolvedTogether }>(MOST_CELLS_IN_MEMORY),
)

const NO_FORMS: readonly FormDefinition[] = []
/** What is hidden follows from every indicator, form and line of the program: any change of them settles it anew. */
const definitionOf = oncePerPair((indicators: readonly Declaration[], forms: readonly FormDefinition[]) =>
  hashBuild([...indicators, ...forms, ...RECORD_TYPES]),
)

/** What all that is hidden is made by. */
export const hiddenDefinition = ({ indicators, ownForms = NO_FORMS, isRounded = false }: Causeway): string =>
  `${definitionOf(indicators, ownForms)}${isRounded ? ' rounded' : ''}`

/** What was settled of these indicators before, by this process or another, and is true at the standing. */
export async function settledBefore(
  causeway: Causeway,
  standing: Standing,
  wanted: readonly OnBasis[],
  years: readonly number[],
): Promise<Settled> {
  const { database } = causeway
  const memory = memoryOf(database)
  const definition = hiddenDefinition(causeway)
  const settled: Settled = {
    get: (one, year) => {
      const found = memory.get(nameOf(one, year))
      return found?.definition === definition && found.revision === standing.revision ? found.hidings : null
    },
    again: (one, year, tables) => {
      const found = memory.get(nameOf(one, year))
      return found?.definition === definition && found.tables === tables ? found.hidings : null
    },
    set: (one, year, hidings, tables) => {
      const { epoch, institution, revision } = standing
      remember(one, year, { definition, revision, hidings, tables })
      const made = { definition, revision, hidden: JSON.stringify(hidings) }
      keepLater(database, { epoch, table: 'hidden_cells', row: { institution, ...placeOf(one), year, ...made } })
    },
    solved: (name, solve) => {
      const { epoch, institution, revision } = standing
      const own = [epoch, institution, name].join('|')
      const known = solvedOf(database).get(own)
      if (known?.definition === definition && known.revision === revision) return known.hidden
      const hidden = solve()
      const cells = hidden.values().flatMap((tables) => tables.map(({ length }) => length))
      const weight = cells.reduce((sum, length) => sum + length, 200)
      solvedOf(database).set(own, { definition, revision, hidden }, weight)
      return hidden
    },
  }
  for (const one of wanted) {
    if (isOfThings(one.declaration) || years.every((year) => settled.get(one, year))) continue
    for (const year of years) await hold(one, year, memory.get(nameOf(one, year)))
    if (years.every((year) => settled.get(one, year))) continue
    const kept = await listHidden(database.quick, { institution: standing.institution, ...placeOf(one) })
    for (const { year, hidden, ...found } of kept)
      if (!settled.get(one, year)) await hold(one, year, { ...found, hidings: JSON.parse(hidden) as string[] })
  }
  return settled

  /** What was settled before and is true still. */
  async function hold(one: OnBasis, year: number, found: Found | undefined): Promise<void> {
    if (found?.definition !== definition || found.revision > standing.revision) return
    if (!isAmong(await changedSince(one, found.revision), year))
      remember(one, year, { ...found, revision: standing.revision })
  }

  async function changedSince(one: OnBasis, revision: number): Promise<Years | null> {
    const changes = changesOf(standing)
    const name = [definition, nameOf(one, revision)].join('|')
    const known = changes.get(name)
    if (known !== undefined) return known
    const found = await findChanged(causeway, standing, one, revision)
    changes.set(name, found)
    return found
  }

  function remember(one: OnBasis, year: number, found: Found): void {
    const letters = found.hidings.reduce((sum, { length }) => sum + length, 0)
    memory.set(nameOf(one, year), found, letters + 200)
  }

  function nameOf(one: OnBasis, year: number): string {
    const { indicator, basis } = placeOf(one)
    return [standing.epoch, standing.institution, indicator, basis, year].join('|')
  }
}

const changesOf = once((_standing: Standing) => new Map<string, Years | null>())

/** The years of which a change since a revision can have altered what is hidden of an indicator. */
export async function findChanged(
  { database, indicators }: Causeway,
  standing: Standing,
  one: OnBasis,
  since: number,
): Promise<Years | null> {
  if (lastChange(standing, ['form-publication']) > since) return EVERY_YEAR
  const isOfAll = followsFromAllYears(indicators, one)
  let years: Years | null = null
  for (const needed of allNeeded(indicators, one)) {
    const changed = await changedYears(database, standing, needed, since)
    const reachesAll = isOfAll || isOfGrowing(indicators, needed.declaration)
    years = spanning(years, changed && reachesAll ? EVERY_YEAR : changed)
    if (years === EVERY_YEAR) break
  }
  return years
}

const placeOf = ({ declaration, basis }: OnBasis) => ({
  indicator: `${declaration.id}@${declaration.version}`,
  basis,
})
