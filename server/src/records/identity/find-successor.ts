import { toDay } from '@causeway/shared/day'
import type { Connection } from '../../ground/database/database.ts'
import type { RecordType } from '../record-type.ts'
import { spanOf } from '../span.ts'
import type { StoredValues } from '../stored-values.ts'
import { selectInstitutionDecisions } from './store.ts'

/** The institution that took another's place, and since when. */
export interface Successor {
  code: string
  /** YYYY-MM-DD; null: always. */
  from: string | null
}

const MOST_STEPS = 20

/** What an institution's code represents today; null: for itself. */
export async function findSuccessor(db: Connection, code: string): Promise<Successor | null> {
  const seen = new Set([code])
  let [at, from]: [string, string | null] = [code, null]
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const decision = (await selectInstitutionDecisions(db, at)).find((one) => one.code === at && one.sameAs !== null)
    if (!decision || seen.has(decision.sameAs!)) break
    from = at === code ? decision.from : from
    at = decision.sameAs!
    seen.add(at)
  }
  return at === code ? null : { code: at, from }
}

/** Records that begin before the day that a successor took over stay with the predecessor. */
export function goesToSuccessor(type: RecordType, { from }: Successor, values: StoredValues): boolean {
  if (from === null) return true
  const { span } = type
  // A class is of the year it graduates in.
  if ('class' in span) return Number(values[span.class]) >= Number(from.slice(0, 4))
  const { first } = spanOf(type, (field) => {
    const iso = values[field]
    return typeof iso === 'string' ? toDay(iso) : null
  })
  return 'always' in span || first === null || first >= toDay(from)
}
