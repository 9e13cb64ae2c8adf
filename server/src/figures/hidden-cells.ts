import { once, oncePerPair } from '../ground/once.ts'
import { hashBuild } from '../ground/build-hash.ts'
import type { Database } from '../ground/database/database.ts'
import type { Causeway } from './causeway.ts'
import type { FormDefinition } from './forms/form-definition.ts'
import type { Declaration } from './indicators/definition.ts'
import { readsOf } from './indicators/reads.ts'
import { keepLater } from './keep-later.ts'
import { Memory } from './memory.ts'
import { allNeeded, isOfThings, type OnBasis, type Settled } from './settled-tables.ts'
import { lastChange, type Standing } from './standing.ts'
import { listHidden } from './store.ts'
import { RECORD_TYPES } from '../records/record-types.ts'

/** What is hidden of an indicator in a year, table by table. */
interface Found {
  definition: string
  revision: number
  hidings: readonly string[]
}

const MOST_LETTERS_IN_MEMORY = 8_000_000
const memoryOf = once((_database: Database) => new Memory<Found>(MOST_LETTERS_IN_MEMORY))

const NO_FORMS: readonly FormDefinition[] = []
/** What is hidden follows from every indicator, form and line of the program: any change of them settles it anew. */
const definitionOf = oncePerPair((indicators: readonly Declaration[], forms: readonly FormDefinition[]) =>
  hashBuild([...indicators, ...forms, ...RECORD_TYPES]),
)

/** What all that is hidden is made by. */
export const hiddenDefinition = ({ indicators, ownForms = NO_FORMS }: Causeway): string =>
  definitionOf(indicators, ownForms)

/** What was settled of these indicators before, by this process or another, and is true at the standing. */
export async function settledBefore(
  causeway: Causeway,
  standing: Standing,
  wanted: readonly OnBasis[],
  years: readonly number[],
): Promise<Settled> {
  const { database, indicators } = causeway
  const memory = memoryOf(database)
  const definition = hiddenDefinition(causeway)
  const changes = new Map<string, number>()
  const settled: Settled = {
    get: (one, year) => {
      const found = memory.get(nameOf(one, year))
      const isTrue = found?.definition === definition && found.revision >= changeOf(one)
      return isTrue && found.revision <= standing.revision ? found.hidings : null
    },
    set: (one, year, hidings) => {
      const { epoch, institution, revision } = standing
      remember(one, year, { definition, revision, hidings })
      const made = { definition, revision, hidden: JSON.stringify(hidings) }
      keepLater(database, { epoch, table: 'hidden_cells', row: { institution, ...placeOf(one), year, ...made } })
    },
  }
  for (const one of wanted) {
    if (isOfThings(one.declaration) || years.every((year) => settled.get(one, year))) continue
    const kept = await listHidden(database.quick, { institution: standing.institution, ...placeOf(one) })
    for (const { year, hidden, ...found } of kept)
      if (!settled.get(one, year)) remember(one, year, { ...found, hidings: JSON.parse(hidden) as string[] })
  }
  return settled

  function remember(one: OnBasis, year: number, found: Found): void {
    const letters = found.hidings.reduce((sum, { length }) => sum + length, 0)
    memory.set(nameOf(one, year), found, letters + 200)
  }

  function nameOf(one: OnBasis, year: number): string {
    const { indicator, basis } = placeOf(one)
    return [standing.epoch, standing.institution, indicator, basis, year].join('|')
  }

  /** The last revision that can have changed what is hidden of it. */
  function changeOf(one: OnBasis): number {
    const { indicator, basis } = placeOf(one)
    const name = `${indicator}|${basis}`
    const reads = () => allNeeded(indicators, one).flatMap(({ declaration }) => readsOf(declaration))
    const change = changes.get(name) ?? lastChange(standing, [...reads(), 'form-publication'])
    changes.set(name, change)
    return change
  }
}

const placeOf = ({ declaration, basis }: OnBasis) => ({
  indicator: `${declaration.id}@${declaration.version}`,
  basis,
})
