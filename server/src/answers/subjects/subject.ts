import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { readCanonical, leftOutOf } from '../../records/identity/canonical-records.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { type StoredRecord, listRecords, type RecordPage } from '../../records/list-records.ts'
import { nameOf } from '../../records/record-names.ts'
import type { RecordType, Field } from '../../records/record-type.ts'
import { RECORD_TYPES, recordTypeOf, fieldsOf } from '../../records/record-types.ts'
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

/** The records of one type that name a subject in one field. */
export interface Mention {
  type: RecordType
  field: Field
  page: RecordPage
}

export interface MentionRequest {
  /** Of this record type only. */
  type: string | null
  /** In this field only. */
  field: string | null
  first: number
  after: string | null
}

/**
 * The records that name a subject, whichever of its codes they were written with, by type and field in the order of the contract.
 * Fields that name it nowhere are left out. How many types there are bounds how many statements this takes, not how many records.
 */
export async function readMentions(
  database: Database,
  { institution, kind, code }: Subject,
  { type: onlyType, field: onlyField, first, after }: MentionRequest,
): Promise<Mention[]> {
  const identity = await readIdentity(database.quick, institution, null)
  const thing = typeOfKind(kind)
  const codes = thing === null ? [code] : (identity?.alike(thing, [code]) ?? [code])
  const places = placesNaming(kind).filter(
    ({ type, field }) =>
      (onlyType === null || type.name === onlyType) && (onlyField === null || field.name === onlyField),
  )
  const found: Mention[] = []
  for (const { type, field } of places) {
    const out = leftOutOf(identity, type)
    const page = await listRecords(database, {
      ...{ type: type.name, institution, first, after },
      filter: [{ dimension: field.name, in: codes }],
      except: { field: out.field, values: out.keys },
    })
    if (page.totalCount !== 0) found.push({ type, field, page })
  }
  return found
}

/** The fields that name things of a kind. */
export function placesNaming(kind: string): { type: RecordType; field: Field }[] {
  const thing = typeOfKind(kind)
  return RECORD_TYPES.filter(({ notOfSubjects }) => !notOfSubjects).flatMap((type) =>
    fieldsOf(type)
      .filter(({ kind: read, to, codeOf }) => (thing === null ? read === 'country' : (to ?? codeOf) === thing))
      .map((field) => ({ type, field })),
  )
}
