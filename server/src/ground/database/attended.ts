import type { Kysely, KyselyPlugin, QueryId } from 'kysely'
import { workUnderWay } from '../under-way.ts'
import type { Tables } from './database.ts'

/**
 * The same connection, for as long as somebody waits for what it reads: before each statement it is asked whether they still do.
 * `timed`: the time of each is noted as spent for them, where nothing else knows it.
 */
export function attended(db: Kysely<Tables>, { timed }: { timed: boolean }): Kysely<Tables> {
  const work = workUnderWay()
  if (!work) return db
  const begun = new WeakMap<QueryId, number>()
  const attendance: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      work.signal.throwIfAborted()
      if (timed) begun.set(queryId, performance.now())
      return node
    },
    async transformResult({ result, queryId }) {
      if (timed) work.spend(performance.now() - begun.get(queryId)!)
      return result
    },
  }
  return db.withPlugin(attendance)
}
