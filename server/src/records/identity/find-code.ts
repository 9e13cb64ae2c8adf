import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'
import { findRecordType } from '../record-types.ts'
import { Identity } from './identity.ts'
import { listNames, selectDecisions } from './store.ts'

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
