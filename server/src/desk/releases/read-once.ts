import { countSets } from '../../figures/count-wholes.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Hiding } from '../../figures/disclosure/hiding.ts'
import { sharedReads } from '../../figures/indicators/evaluate.ts'
import type { TableReads } from '../../figures/public-series.ts'
import type { OnBasis, Settled } from '../../figures/settled-tables.ts'
import { identityAt, type Standing } from '../../figures/standing.ts'
import { readStanding } from '../../figures/store.ts'

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
      const shared = sharedReads(await identityAt(database, standing))
      return database.snapshot(async (db) => {
        const now = await readStanding(db, institution)
        if (now?.revision !== revision || now.epoch !== epoch) return null
        return countSets(db, shared, standing, keys, from, to)
      })
    },
  }
}
