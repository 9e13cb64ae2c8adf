import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readNames } from '../../records/record-names.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { Adoption } from './list-adoptions.ts'

const TYPES = ['standard', 'resource'] as const

/** What is adopted, by its title; by its code where it is in no register. Adoptions are of one institution. */
export async function readSubjects(database: Database, adoptions: readonly Adoption[]): Promise<Map<Adoption, Words>> {
  const institution = adoptions[0]?.record.institution ?? ''
  const subjects = new Map<Adoption, Words>()
  for (const type of TYPES) {
    const some = adoptions.filter(({ values }) => values[type])
    const codes = [...new Set(some.map(({ values }) => String(values[type])))]
    const names = await readNames(database.quick, recordTypeOf(type), institution, codes)
    for (const adoption of some) {
      const code = String(adoption.values[type])
      subjects.set(adoption, names.get(code) ?? { zh: code, en: code })
    }
  }
  return subjects
}
