import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { findCountry } from '../../ground/reference/find-country.ts'
import { selectInstitutionsNamed, type InstitutionRow } from './store.ts'

/** What peers are called: as institutions known here, by code or by name; as countries; else as they were recorded. */
export class PeerNames {
  readonly #byCode = new Map<string, InstitutionRow>()
  /** Null: several have it, and it names none of them. */
  readonly #byName = new Map<string, InstitutionRow | null>()

  static async read({ quick }: Database, peers: readonly string[]): Promise<PeerNames> {
    const names = new PeerNames()
    names.learn(await selectInstitutionsNamed(quick, [...new Set(peers)]))
    return names
  }

  learn(institutions: readonly InstitutionRow[]): void {
    for (const row of institutions) {
      this.#byCode.set(row.code, row)
      for (const name of [row.name_en, row.name_zh]) {
        if (name === null) continue
        const known = this.#byName.get(name)
        this.#byName.set(name, known === undefined || known?.code === row.code ? row : null)
      }
    }
  }

  known(): InstitutionRow[] {
    return [...this.#byCode.values()]
  }

  of(peer: string): { name: Words; institution: string | null } {
    const found = this.#byCode.get(peer) ?? this.#byName.get(peer)
    if (found) {
      const { code, name_zh: zh, name_en: en } = found
      return { institution: code, name: { zh: zh ?? en ?? code, en: en ?? zh ?? code } }
    }
    const country = /^[A-Z]{2,3}$/.test(peer) ? findCountry(peer) : undefined
    return { institution: null, name: country ? countryName(country) : { zh: peer, en: peer } }
  }
}
