import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readCanonical, type CanonicalRecord } from '../../records/identity/canonical-records.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import { readNames } from '../../records/record-names.ts'
import { recordTypeOf } from '../../records/record-types.ts'

/** That a programme implements a standard, or is benchmarked to it, for a stretch of time. */
export interface ProgrammeStandard {
  programme: string
  /** Its code where it is in no register. */
  programmeName: Words
  standard: string
  /** implements or benchmarked */
  relation: string
  from: string
  to: string | null
  record: StoredRecord
}

const TYPE = recordTypeOf('programme-standard')
export const PROGRAMME_RELATIONS = TYPE.fields.find(({ name }) => name === 'relation')!.choices!

/** Those of some standards or of some programmes, in the order of their keys. */
export async function readProgrammeStandards(
  database: Database,
  institution: string,
  wanted: { standard: readonly string[] } | { programme: readonly string[] },
): Promise<ProgrammeStandard[]> {
  const records = await readCanonical(database, TYPE.name, institution, wanted)
  const codes = [...new Set(records.map(({ values }) => String(values['programme'])))]
  const names = await readNames(database.quick, recordTypeOf('programme'), institution, codes)
  return records.map((it) => toProgrammeStandard(it, names))
}

export function isProgrammeStandardOn({ from, to }: ProgrammeStandard, on: string): boolean {
  return from <= on && (to === null || to >= on)
}

function toProgrammeStandard({ record, values }: CanonicalRecord, names: Map<string, Words>): ProgrammeStandard {
  const programme = String(values['programme'])
  return {
    programme,
    programmeName: names.get(programme) ?? { zh: programme, en: programme },
    standard: String(values['standard']),
    relation: String(values['relation']),
    from: String(values['from']),
    to: values['to'] ? String(values['to']) : null,
    record,
  }
}
