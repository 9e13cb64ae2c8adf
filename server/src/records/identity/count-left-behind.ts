import { toDay } from '@causeway/shared/day'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'
import { RECORD_TYPES } from '../record-types.ts'
import { countFrom } from './store.ts'

/**
 * Records that an institution has although they would go to its successor, were they imported today: a merger moves none. `from`:
 * first day of the successor, YYYY-MM-DD; null: always.
 */
export async function countLeftBehind(db: Connection, institution: string, from: string | null): Promise<number> {
  let count = 0
  for (const type of RECORD_TYPES) {
    if (type.ofInstitution) continue
    const since =
      from === null
        ? null
        : 'class' in type.span
          ? { column: type.span.class, least: Number(from.slice(0, 4)) }
          : { column: 'first_day', least: toDay(from) }
    count += await countFrom(db, tableOf(type.name), institution, since)
  }
  return count
}
