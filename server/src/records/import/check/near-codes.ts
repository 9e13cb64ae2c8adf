import type { Connection } from '../../../ground/database/database.ts'
import { kept } from '../../../ground/kept.ts'
import { findNearest } from '../../../ground/nearest.ts'
import type { FieldOption } from '../../field-options.ts'
import { listCodes } from '../../record-names.ts'
import { recordTypeOf } from '../../record-types.ts'

/** Looking for the nearest code is slow next to reading a row: a file of wrong rows gets it for the first ones only. */
const MOST_SUGGESTIONS = 200
const CODES_TO_SUGGEST_FROM = 2_000
const MOST_OFFERED = 3
/** A record goes by its code and a name in either language: so many spellings hold as many records as are offered. */
const SPELLINGS = 3

/**
 * Offers the codes most like one that is not there, or whose names are: many write a name where a code belongs. For one import: what
 * is there is read once for every type and institution, and the same wrong code looked for once.
 */
export class NearCodes {
  readonly #db: Connection
  readonly #known = new Map<string, Promise<Map<string, FieldOption>>>()
  readonly #found = new Map<string, Promise<FieldOption[]>>()
  #suggestions = 0

  constructor(db: Connection) {
    this.#db = db
  }

  async list(institution: string, recordType: string, text: string): Promise<FieldOption[]> {
    if (++this.#suggestions > MOST_SUGGESTIONS) return []
    const own = recordType === 'institution' ? null : institution
    const asked = JSON.stringify([recordType, own])
    return kept(this.#found, `${asked}${text}`, async () => {
      const bySpelling = await kept(this.#known, asked, () => this.#read(recordType, own))
      const nearest = findNearest(text, bySpelling.keys(), MOST_OFFERED * SPELLINGS)
      return [...new Set(nearest.map((spelled) => bySpelling.get(spelled)!))].slice(0, MOST_OFFERED)
    })
  }

  /** What may be meant, by every way it may be spelled. */
  async #read(recordType: string, institution: string | null): Promise<Map<string, FieldOption>> {
    const bySpelling = new Map<string, FieldOption>()
    for (const one of await listCodes(this.#db, recordTypeOf(recordType), institution, CODES_TO_SUGGEST_FROM))
      for (const spelled of [one.key, one.label.zh, one.label.en])
        if (!bySpelling.has(spelled)) bySpelling.set(spelled, one)
    return bySpelling
  }
}
