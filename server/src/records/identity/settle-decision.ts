import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'
import { findRecordType } from '../record-types.ts'
import { hashPerson, type Secret } from '../secret.ts'
import { PERSON } from '../types/same-as.ts'
import { hasValue, listKeysOfSource } from './store.ts'

type Values = Record<string, string | number | null>

/** The codes of a decision as records have them: persons hashed, records of types without codes by their keys. */
export async function settleDecision(
  db: Connection,
  secret: Secret,
  institution: string,
  values: Values,
): Promise<Values> {
  const settled = { ...values }
  for (const field of ['code', 'same_as']) {
    const text = values[field]
    if (typeof text !== 'string' || text === '') continue
    settled[field] =
      values['record_type'] === PERSON
        ? hashPerson(secret, institution, text)
        : await findKey(db, institution, String(values['record_type']), text)
  }
  return settled
}

/** A record as people name it: its id, its key, or its source id, with or without the unit that gave it. */
async function findKey(db: Connection, institution: string, recordType: string, text: string): Promise<string> {
  const type = findRecordType(recordType)
  // As imports read codes, so that what was decided is what they look for.
  if (!type || type.fields.some(({ name }) => name === 'code')) return text.normalize('NFKC').trim()
  const prefix = `${recordType}/${institution}/`
  const own = text.startsWith(prefix) ? text.slice(prefix.length) : text
  for (const key of [own, `~${own}`, `~/${own}`])
    if (await hasValue(db, tableOf(recordType), 'key', institution, key)) return key
  const [key, another] = await listKeysOfSource(db, tableOf(recordType), institution, own)
  return key !== undefined && another === undefined ? key : own
}
