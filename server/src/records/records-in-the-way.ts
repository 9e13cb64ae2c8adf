import type { Words } from '@causeway/shared/words/words'
import type { Connection } from '../database/database.ts'
import { listNaming } from '../database/list-naming.ts'
import { QuestionError } from '../question-error.ts'
import { pointersTo } from './pointers.ts'
import { recordTypeOf } from './record-types.ts'
import { findByCode, recordTable } from './store.ts'
import type { StoredRecord } from './stored-values.ts'

const MOST_NAMED = 10

/**
 * Throws `IN_USE`, naming them, where records point to one that is to be there no more.
 * @param kind of the database
 */
export async function refuseInUse(db: Connection, kind: 'sqlite' | 'postgres', record: StoredRecord): Promise<void> {
  const type = recordTypeOf(record.type)
  const { institution, key } = record
  const code = typeof record.values['code'] === 'string' ? record.values['code'] : null
  const others =
    code === null
      ? []
      : (await findByCode(db, kind, recordTable(type), [[institution, code]])).filter((it) => it.key !== key)
  const found: { label: Words; keys: string[]; total: number; type: string }[] = []
  for (const from of pointersTo(type)) {
    // Another record has the code too, as a course of two programmes: what names it still finds one.
    const name = from.by === 'key' ? key : others.length > 0 ? null : code
    if (name === null) continue
    const naming = await listNaming(db, from, { institution, name, limit: MOST_NAMED })
    if (naming.total > 0) found.push({ label: from.type.label, type: from.type.name, ...naming })
  }
  if (found.length === 0) return
  const list = (locale: keyof Words) =>
    found
      .map(({ label, total }) => (locale === 'zh' ? `「${label.zh}」${total} 条` : `${total} of "${label.en}"`))
      .join(locale === 'zh' ? '、' : ', ')
  throw new QuestionError(
    'IN_USE',
    {
      zh: `这条记录仍被引用：${list('zh')}。请先改正或撤除这些记录。`,
      en: `Records still point to this one: ${list('en')}. Mend or withdraw those first.`,
    },
    { records: found.flatMap((one) => one.keys.map((named) => `${one.type}/${institution}/${named}`)).slice(0, 20) },
  )
}
