import { toDay } from '@causeway/shared/day'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { findRecordType } from '../record-types.ts'
import { Identity } from './identity.ts'
import { listNames, selectDecisions, selectInstitutionDecisions } from './store.ts'
import { spanOf } from '../stretch.ts'
import type { StoredValues } from '../stored-values.ts'

/** Finds the code that is meant by a text which is no code: a spelling that was decided on, or a registered name. */
export class CodeFinder {
  readonly #db: Connection
  readonly #identities = new Map<string, Identity>()
  /** By institution and type: codes by folded name; several of one name leave it to the person. */
  readonly #names = new Map<string, Map<string, Set<string>>>()

  constructor(db: Connection) {
    this.#db = db
  }

  /** Null: nothing is called so, or several things are. Whether a decided code is there is the caller's to ask. */
  async find(institution: string, recordType: string, text: string): Promise<string | null> {
    const identity = await this.#identityOf(institution)
    const decided = identity.canonical(recordType, text)
    if (decided !== text) return decided
    const [code, other] = (await this.#namesOf(institution, recordType)).get(fold(text)) ?? []
    return code !== undefined && other === undefined ? identity.canonical(recordType, code) : null
  }

  async #identityOf(institution: string): Promise<Identity> {
    let identity = this.#identities.get(institution)
    if (!identity) {
      identity = new Identity(await selectDecisions(this.#db, institution, null))
      this.#identities.set(institution, identity)
    }
    return identity
  }

  async #namesOf(institution: string, recordType: string): Promise<Map<string, Set<string>>> {
    const place = `${recordType}\n${institution}`
    let names = this.#names.get(place)
    if (!names) {
      names = new Map()
      this.#names.set(place, names)
      const type = findRecordType(recordType)
      const columns = (type?.fields ?? []).flatMap(({ name }) => (/^(name|title)_(zh|en)$/.test(name) ? [name] : []))
      if (columns.length === 0) return names
      for (const { code, name } of await listNames(this.#db, tableOf(recordType), columns, institution, MOST_NAMES)) {
        const folded = fold(name)
        names.set(folded, (names.get(folded) ?? new Set()).add(code))
      }
    }
    return names
  }
}

/** A register beyond it is known by its codes alone. */
const MOST_NAMES = 100_000

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

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
