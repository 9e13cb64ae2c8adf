import { findNearest } from '../nearest.ts'
import type { BatchWriter } from '../records/batch-writer.ts'
import * as store from './store.ts'

/** Looking for the nearest code is slow next to reading a row: a file of wrong rows gets it for the first ones only. */
const MOST_SUGGESTIONS = 200
const CODES_TO_SUGGEST_FROM = 2_000

/** Offers the codes most like one that is not there. */
export class NearCodes {
  readonly #writer: BatchWriter
  #suggestions = 0

  constructor(writer: BatchWriter) {
    this.#writer = writer
  }

  async list(institution: string, recordType: string, code: string): Promise<string[]> {
    if (++this.#suggestions > MOST_SUGGESTIONS) return []
    const own = recordType === 'institution' ? null : institution
    return findNearest(code, await store.listCodes(this.#writer.connection, recordType, own, CODES_TO_SUGGEST_FROM))
  }
}
