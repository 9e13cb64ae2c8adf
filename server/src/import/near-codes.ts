import { findNearest } from '../nearest.ts'
import type { BatchWriter } from '../records/batch-writer.ts'
import type { FieldOption } from '../records/field-options.ts'
import { listCodes } from '../records/record-names.ts'
import { recordTypeOf } from '../records/record-types.ts'

/** Looking for the nearest code is slow next to reading a row: a file of wrong rows gets it for the first ones only. */
const MOST_SUGGESTIONS = 200
const CODES_TO_SUGGEST_FROM = 2_000
const MOST_OFFERED = 3

/** Offers the codes most like one that is not there, or whose names are: many write a name where a code belongs. */
export class NearCodes {
  readonly #writer: BatchWriter
  #suggestions = 0

  constructor(writer: BatchWriter) {
    this.#writer = writer
  }

  async list(institution: string, recordType: string, text: string): Promise<FieldOption[]> {
    if (++this.#suggestions > MOST_SUGGESTIONS) return []
    const own = recordType === 'institution' ? null : institution
    const known = await listCodes(this.#writer.connection, recordTypeOf(recordType), own, CODES_TO_SUGGEST_FROM)
    const byText = new Map<string, FieldOption>()
    for (const one of known)
      for (const spelled of [one.key, one.label.zh, one.label.en]) if (!byText.has(spelled)) byText.set(spelled, one)
    const codes = findNearest(
      text,
      known.map(({ key }) => key),
    )
    const names = findNearest(text, byText.keys())
    return [...new Set([...codes, ...names].map((spelled) => byText.get(spelled)!))].slice(0, MOST_OFFERED)
  }
}
