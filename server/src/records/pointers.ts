import type { Words } from '@causeway/shared/words/words'
import { type PointingTable, listNaming } from '../ground/database/revert-versions.ts'
import type { RecordType } from './record-type.ts'
import { findRecordType, keyReferencesTo, referencesTo, recordTypeOf } from './record-types.ts'
import { recordTable, findByCode } from './store.ts'
import type { Connection } from '../ground/database/database.ts'
import { QuestionError } from '../ground/question-error.ts'
import type { StoredRecord } from './stored-values.ts'

type Pointer = PointingTable & { type: RecordType }

/** The tables whose records may name a record of the type, by its code or by its key. */
export function pointersTo(type: RecordType): Pointer[] {
  return [
    ...referencesTo(type).map(({ from, field }): Pointer => ({ ...tableOf(from), field, by: 'code' })),
    ...keyReferencesTo(type).map(({ from, field, of }): Pointer => ({
      ...tableOf(from),
      field,
      by: 'key',
      only: { field: of, is: type.name },
    })),
    ...decisionsOn(type),
  ]
}

/** What was decided to be the same as a record rests on it; a unit need not be registered. */
function decisionsOn(type: RecordType): Pointer[] {
  const decisions = findRecordType('same-as')!
  const isDecidedOn = decisions.fields.some(({ choices }) => choices?.some(({ key }) => key === type.name))
  if (!isDecidedOn || type.name === 'unit' || type.name === 'institution') return []
  const by = type.fields.some(({ name }) => name === 'code') ? 'code' : 'key'
  return [{ ...tableOf(decisions), field: 'same_as', by, only: { field: 'record_type', is: type.name } }]
}

function tableOf(type: RecordType) {
  const { table, columns } = recordTable(type)
  return { type, table, columns }
}

/** Of each type. */
const MOST_NAMED = 10
/** Of all types together. */
const MOST_IN_THE_WAY = 20

/** The records of one type that point to a record by one of their fields. */
export interface Pointing {
  type: RecordType
  /** The field that names it. */
  field: string
  total: number
  /** `type/institution/key` of the first of them. */
  records: string[]
}

/**
 * What points to a record and would point to nothing without it.
 * @param kind of the database
 */
export async function listPointing(
  db: Connection,
  kind: 'sqlite' | 'postgres',
  record: StoredRecord,
): Promise<Pointing[]> {
  const type = recordTypeOf(record.type)
  const { institution, key } = record
  const code = typeof record.values['code'] === 'string' ? record.values['code'] : null
  const others =
    code === null
      ? []
      : (await findByCode(db, kind, recordTable(type), [[institution, code]])).filter((it) => it.key !== key)
  const found: Pointing[] = []
  for (const from of pointersTo(type)) {
    // Another record has the code too, as a course of two programmes: what names it still finds one.
    const name = from.by === 'key' ? key : others.length > 0 ? null : code
    if (name === null) continue
    const { total, keys } = await listNaming(db, from, { institution, name, limit: MOST_NAMED })
    const records = keys.map((named) => `${from.type.name}/${institution}/${named}`)
    if (total > 0) found.push({ type: from.type, field: from.field, total, records })
  }
  return found
}

/**
 * Throws `IN_USE`, naming them, where records point to one that is to be there no more.
 * @param kind of the database
 */
export async function refuseInUse(db: Connection, kind: 'sqlite' | 'postgres', record: StoredRecord): Promise<void> {
  const found = await listPointing(db, kind, record)
  if (found.length === 0) return
  const list = (locale: keyof Words) =>
    found
      .map(({ type: { label }, total }) =>
        locale === 'zh' ? `「${label.zh}」${total} 条` : `${total} of "${label.en}"`,
      )
      .join(locale === 'zh' ? '、' : ', ')
  throw new QuestionError('IN_USE', {
    zh: `这条记录仍被引用：${list('zh')}。请先改正或撤出这些记录。`,
    en: `Records still point to this one: ${list('en')}. Correct or withdraw those first.`,
    facts: { records: found.flatMap(({ records }) => records).slice(0, MOST_IN_THE_WAY) },
  })
}
