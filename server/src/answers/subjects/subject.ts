import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { readCanonical } from '../../records/identity/canonical-records.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import { nameOf } from '../../records/record-names.ts'
import type { RecordType } from '../../records/record-type.ts'
import { RECORD_TYPES, recordTypeOf } from '../../records/record-types.ts'
import { COUNTRIES, countryName, countryOf } from '../../ground/reference/countries.ts'

const COUNTRY = 'COUNTRY'

/** What the records of an institution can be gathered around, as `PROGRAMME`: record types that say so, and countries. */
export const SUBJECT_KINDS: ReadonlyMap<string, NonNullable<RecordType['subject']>> = new Map([
  ...RECORD_TYPES.flatMap(({ name, subject }) => (subject ? [[name.toUpperCase(), subject] as const] : [])),
  [COUNTRY, { zh: '国家（地区）', en: 'country or region', means: 'A country or region, by ISO 3166-1 alpha-2' }],
])

/** A programme, a partner, a platform or a country, as the records of an institution speak of it. */
export interface Subject {
  institution: string
  /** Of `SUBJECT_KINDS`. */
  kind: string
  /** The code that represents it. */
  code: string
  name: Words
  /** Its own record; a country has none. */
  record: StoredRecord | null
}

/** The record type whose codes name subjects of a kind; null: countries. */
export function typeOfKind(kind: string): string | null {
  return kind === COUNTRY ? null : kind.toLowerCase()
}

/**
 * One by whichever of its codes.
 * @throws QuestionError UNKNOWN_SUBJECT with the nearest codes
 */
export async function findSubject(
  database: Database,
  institution: string,
  kind: string,
  code: string,
): Promise<Subject> {
  const typeName = typeOfKind(kind)
  if (typeName === null) {
    if (countryOf(code)) return { institution, kind, code, name: countryName(code), record: null }
    throw unknownSubject(
      kind,
      code,
      COUNTRIES.map((country) => country.code),
    )
  }
  const identity = await readIdentity(database.quick, institution, null)
  const canonical = identity?.canonical(typeName, code) ?? code
  const found = await readCanonical(database, typeName, institution, { code: [canonical] })
  const own = found.find(({ values }) => values['code'] === canonical) ?? found[0]
  if (own)
    return {
      institution,
      kind,
      code: canonical,
      name: nameOf(recordTypeOf(typeName), own.values),
      record: own.record,
    }
  const known = await readCanonical(database, typeName, institution)
  throw unknownSubject(
    kind,
    code,
    known.map(({ values }) => String(values['code'])),
  )
}

function unknownSubject(kind: string, code: string, known: readonly string[]): QuestionError {
  const nearest = findNearest(code, known)
  const hint = didYouMean(nearest)
  const words = SUBJECT_KINDS.get(kind)!
  return new QuestionError('UNKNOWN_SUBJECT', {
    zh: `没有代码为“${code}”的${words.zh}${hint.zh || '。'}`,
    en: `There is no ${words.en} "${code}"${hint.en || '.'}`,
    facts: { kind, subject: code, nearest },
  })
}
