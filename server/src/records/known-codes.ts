import type { Kind } from '../ground/database/columns.ts'
import type { Connection } from '../ground/database/database.ts'
import { recordTypeOf } from './record-types.ts'
import { findByCode, recordTable } from './store.ts'

const KEPT_CODES = 100_000

/** Which codes are there while a batch goes in, its own among them. */
export class KnownCodes {
  readonly #connection: Connection
  readonly #kind: Kind
  readonly #codes = new Map<string, boolean>()

  constructor(connection: Connection, kind: Kind) {
    this.#connection = connection
    this.#kind = kind
  }

  async has(institution: string, recordType: string, code: string): Promise<boolean> {
    const name = nameOf(institution, recordType, code)
    if (!this.#codes.has(name)) await this.learn(recordType, [[institution, code]])
    return this.#codes.get(name)!
  }

  /** Asks for many at once, for `has`. */
  async learn(recordType: string, codes: [institution: string, code: string][]): Promise<void> {
    const asked = new Map(codes.map(([at, code]) => [nameOf(at, recordType, code), [at, code]]))
    for (const name of asked.keys()) if (this.#codes.has(name)) asked.delete(name)
    const found = await findByCode(this.#connection, this.#kind, recordTable(recordTypeOf(recordType)), [
      ...asked.values(),
    ])
    for (const name of asked.keys()) this.#keep(name, false)
    for (const { institution, code } of found) this.#codes.set(nameOf(institution, recordType, code), true)
  }

  keep(institution: string, recordType: string, code: string, isThere: boolean): void {
    this.#keep(nameOf(institution, recordType, code), isThere)
  }

  forget(): void {
    this.#codes.clear()
  }

  #keep(name: string, isThere: boolean): void {
    if (this.#codes.size >= KEPT_CODES) this.#codes.clear()
    this.#codes.set(name, isThere)
  }
}

function nameOf(institution: string, recordType: string, code: string): string {
  return `${recordType}\n${institution}\n${code}`
}
