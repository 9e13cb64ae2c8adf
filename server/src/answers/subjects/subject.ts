import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { readCanonical } from '../../records/identity/canonical-records.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import { nameOf } from '../../records/record-names.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { COUNTRIES, countryName, countryOf } from '../../ground/reference/countries.ts'

/** What the records of an institution can be gathered around. */
export const SUBJECT_KINDS = ['PROGRAMME', 'PARTNER', 'PLATFORM', 'COUNTRY'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** A programme, a partner, a platform or a country, as the records of an institution speak of it. */
export interface Subject {
  institution: string
  kind: SubjectKind
  /** The code that stands for it. */
  code: string
  name: Words
  /** Its own record; a country has none. */
  record: StoredRecord | null
}

/** The record type whose codes name subjects of a kind; null: countries. */
export const TYPE_OF_KIND: Record<SubjectKind, string | null> = {
  PROGRAMME: 'programme',
  PARTNER: 'partner',
  PLATFORM: 'platform',
  COUNTRY: null,
}

/**
 * One by whichever of its codes.
 * @throws QuestionError UNKNOWN_SUBJECT with the nearest codes
 */
export async function findSubject(
  database: Database,
  institution: string,
  kind: SubjectKind,
  code: string,
): Promise<Subject> {
  const typeName = TYPE_OF_KIND[kind]
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

const KIND_WORDS: Record<SubjectKind, Words> = {
  PROGRAMME: { zh: '专业', en: 'programme' },
  PARTNER: { zh: '合作机构', en: 'partner' },
  PLATFORM: { zh: '平台', en: 'platform' },
  COUNTRY: { zh: '国家（地区）', en: 'country or region' },
}

function unknownSubject(kind: SubjectKind, code: string, known: readonly string[]): QuestionError {
  const nearest = findNearest(code, known)
  const hint = didYouMean(nearest)
  return new QuestionError(
    'UNKNOWN_SUBJECT',
    {
      zh: `没有代码为“${code}”的${KIND_WORDS[kind].zh}${hint.zh || '。'}`,
      en: `There is no ${KIND_WORDS[kind].en} "${code}"${hint.en || '.'}`,
    },
    { kind, subject: code, nearest },
  )
}
