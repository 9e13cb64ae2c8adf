import type { Causeway } from './causeway.ts'
import type { Hiding } from './disclosure/hiding.ts'
import type { SetKey } from './exact-sets.ts'
import { evaluateOnBases } from './indicators/evaluate.ts'
import { sharedReads } from './indicators/evaluate-shared.ts'
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

/** Of each declaration and scope one statement says all, on whatever basis and by whatever dimension. */
async function count(
  db: Connection,
  keys: readonly SetKey[],
  of: Omit<Parameters<typeof evaluateOnBases>[1], 'declaration' | 'scope'>,
): Promise<PeriodAnswer[][]> {
  const found = new Map<SetKey, PeriodAnswer[]>()
  const together = Map.groupBy(
    keys,
    ({ declaration, basis, scope }) => `${declaration.id} ${basis === 'COHORT'} ${scope}`,
  )
  await Promise.all(
    together.values().map(async (same) => {
      const { declaration, scope } = same[0]!
      const [bases, dimensions] = [[...new Set(same.map(({ basis }) => basis))], [...new Set(same.map(({ by }) => by))]]
      const made = await evaluateOnBases(db, { ...of, declaration, scope }, bases, dimensions)
      for (const key of same) found.set(key, made[bases.indexOf(key.basis)]![dimensions.indexOf(key.by)]!)
    }),
  )
  return keys.map((key) => found.get(key)!)
}
