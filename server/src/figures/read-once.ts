import type { Causeway } from './causeway.ts'
import type { Hiding } from './disclosure/hiding.ts'
import type { SetKey } from './exact-sets.ts'
import { evaluateOnBases } from './indicators/evaluate.ts'
import { sharedReads } from './indicators/evaluate-shared.ts'
import { joinLinked, LINK, linkedPersons } from './indicators/linked-persons.ts'
import type { PeriodAnswer } from './indicators/observe/rows.ts'
import type { Connection } from '../ground/database/database.ts'
import type { TableReads } from './public-series.ts'
import type { OnBasis } from './public-family.ts'
import type { Settled } from './settled-tables.ts'
import { identityAt, type Standing } from './standing.ts'
import { readStanding } from './store.ts'

/**
 * Reads for indicators that hide by each other, as an institution is at one revision: all is counted from records, and nothing of it is
 * kept, for nobody asks for all of it again. Where another revision came there is none.
 */
export function readOnce({ database }: Causeway, standing: Standing): TableReads {
  const { institution, revision, epoch } = standing
  const hidings = new Map<string, readonly Hiding[]>()
  const nameOf = ({ declaration, basis }: OnBasis, year: number) => `${declaration.id} ${basis} ${year}`
  const settled: Settled = {
    get: (one, year) => hidings.get(nameOf(one, year)) ?? null,
    set: (one, year, found) => void hidings.set(nameOf(one, year), found),
  }
  return {
    db: database.quick,
    settled: async () => settled,
    sets: async (keys, from, to) => {
      const shared = sharedReads(await identityAt(database, standing), { said: new Map() })
      return database.snapshot(async (db) => {
        const now = await readStanding(db, institution)
        if (now?.revision !== revision || now.epoch !== epoch) return null
        return { standing, answers: await count(db, keys, { home: standing, from, to, shared }) }
      })
    },
  }
}

/** Of each declaration and scope one statement says all, by whatever dimension, of the bases that are broken down alike. */
async function count(
  db: Connection,
  keys: readonly SetKey[],
  of: Omit<Parameters<typeof evaluateOnBases>[1], 'declaration' | 'scope'>,
): Promise<PeriodAnswer[][]> {
  const found = new Map<SetKey, PeriodAnswer[]>()
  const onBases = Map.groupBy(keys, ({ declaration, basis, scope }) => `${declaration.id} ${basis} ${scope}`)
  const together = Map.groupBy(onBases.values(), (same) => {
    const { declaration, basis, scope } = same[0]!
    return [declaration.id, basis === 'COHORT', scope, ...same.map(({ by }) => by)].join(' ')
  })
  await Promise.all(
    together.values().map(async (alike) => {
      const { declaration, scope } = alike[0]![0]!
      const bases = alike.map(([one]) => one!.basis)
      const dimensions = alike[0]!.map(({ by }) => by)
      const made = await evaluateOnBases(db, { ...of, declaration, scope }, bases, dimensions)
      const linked = dimensions.includes(null) ? linkedPersons(declaration) : null
      const persons =
        linked && (await evaluateOnBases(db, { ...of, declaration: linked, scope: null }, bases, [null, LINK]))
      for (const [place, same] of alike.entries())
        for (const [at, key] of same.entries()) {
          const [wholes, byLink] = persons?.[place] ?? []
          const answers = made[place]![at]!
          const withLinked = (answer: PeriodAnswer, year: number): PeriodAnswer => ({
            ...answer,
            persons: joinLinked(wholes![year]!.persons!, byLink![year]!.persons!),
          })
          found.set(key, wholes && key.by === null ? answers.map(withLinked) : answers)
        }
    }),
  )
  return keys.map((key) => found.get(key)!)
}
