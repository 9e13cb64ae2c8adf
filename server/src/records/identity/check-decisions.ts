import { fill, type Words } from '@causeway/shared/words/words'
import type { Connection } from '../../ground/database/database.ts'
import { findNearest } from '../../ground/nearest.ts'
import { tableOf } from '../record-type.ts'
import { fieldsOf, findRecordType, RECORD_TYPES } from '../record-types.ts'
import { PERSON, type Decision } from './decision.ts'
import { hasValue, listValues, selectDecisions } from './store.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** A decision that cannot be. */
export interface BadDecision {
  decision: Decision
  code: 'SAME_AS_TWICE' | 'SAME_AS_CIRCLE' | 'SAME_AS_UNKNOWN' | 'SAME_AS_TOO_MANY'
  /** The field that is wrong. */
  field: 'code' | 'same_as'
  words: Words
  nearest: string[]
}

/** All of them go into every statement over the institution's records. */
const MOST_DECISIONS = 2_000
const MOST_CANDIDATES = 2_000

/** The first decision of a batch that cannot be beside the institution's others; null: all can. */
export async function findBadDecision(db: Connection, institution: string, batch: string): Promise<BadDecision | null> {
  const all = await selectDecisions(db, institution, null)
  const next = new Map(all.map((decision) => [placeOf(decision, decision.code), decision]))
  const twice = all.find((one) => next.get(placeOf(one, one.code)) !== one)
  if (twice) return bad(twice, 'SAME_AS_TWICE', 'code', alreadyDecided(twice))
  const own = all.filter((decision) => decision.batch === batch)
  if (all.length > MOST_DECISIONS && own[0]) return bad(own[0], 'SAME_AS_TOO_MANY', 'code', tooMany(all.length))
  for (const decision of own) {
    const circle = findCircle(next, decision)
    if (circle) return bad(decision, 'SAME_AS_CIRCLE', 'same_as', inCircle(circle))
    const unknown = await findUnknown(db, institution, decision, next)
    if (unknown) return unknown
  }
  return null
}

function placeOf({ recordType }: Decision, code: string): string {
  return `${recordType}\n${code}`
}

function findCircle(next: ReadonlyMap<string, Decision>, from: Decision): string[] | null {
  const path = [from.code]
  for (let at: Decision | undefined = from; at?.sameAs != null; at = next.get(placeOf(from, at.sameAs))) {
    path.push(at.sameAs)
    if (at.sameAs === from.code) return path
    if (path.indexOf(at.sameAs) < path.length - 1) return null
  }
  return null
}

/** What a code is the same as must be there. The code itself may be a mere spelling, where it is the same thing. */
async function findUnknown(
  db: Connection,
  institution: string,
  decision: Decision,
  next: ReadonlyMap<string, Decision>,
): Promise<BadDecision | null> {
  const { recordType, code, sameAs, relation } = decision
  if (recordType === PERSON) return null
  const asked: ['code' | 'same_as', string | null][] = [
    ['same_as', sameAs],
    ['code', relation === 'same' && hasCodes(recordType) ? null : code],
  ]
  for (const [field, wanted] of asked) {
    if (wanted === null || (field === 'same_as' && next.has(placeOf(decision, wanted)))) continue
    if (await isKnown(db, institution, recordType, wanted)) continue
    const known = await listKnown(db, institution, recordType)
    const nearest = findNearest(wanted, hasCodes(recordType) ? known : known.map(asNamed))
    return { ...bad(decision, 'SAME_AS_UNKNOWN', field, unknown(recordType, wanted, nearest)), nearest }
  }
  return null
}

/** The key of a record with a source id, as a person writes it: unit/source id. */
function asNamed(key: string): string {
  return key.replace(/^~\/?/, '')
}

function hasCodes(recordType: string): boolean {
  return findRecordType(recordType)?.fields.some(({ name }) => name === 'code') ?? false
}

/** Where a code of the type may be: in its register, and of a unit in every record that names one. */
function placesOf(recordType: string): { table: string; column: string }[] {
  const own = { table: tableOf(recordType), column: hasCodes(recordType) ? 'code' : 'key' }
  const named = RECORD_TYPES.flatMap((type) =>
    fieldsOf(type).flatMap(({ name, codeOf }) =>
      codeOf === recordType ? [{ table: tableOf(type.name), column: name }] : [],
    ),
  )
  return [own, ...named]
}

async function isKnown(db: Connection, institution: string, recordType: string, code: string): Promise<boolean> {
  if (recordType === 'institution') return hasValue(db, tableOf(recordType), 'code', code, code)
  for (const { table, column } of placesOf(recordType))
    if (await hasValue(db, table, column, institution, code)) return true
  return false
}

async function listKnown(db: Connection, institution: string, recordType: string): Promise<string[]> {
  const known = new Set<string>()
  for (const { table, column } of placesOf(recordType))
    for (const value of await listValues(db, table, column, institution, MOST_CANDIDATES)) known.add(value)
  return [...known]
}

function bad(decision: Decision, code: BadDecision['code'], field: BadDecision['field'], words: Words): BadDecision {
  return { decision, code, field, words, nearest: [] }
}

function alreadyDecided({ code, sameAs }: Decision): Words {
  return {
    zh: `编号 ${code} 已有认定${sameAs ? `（同于 ${sameAs}）` : '（拆分）'}；请先撤除原认定（same-as undo），再另作认定。`,
    en: `What ${code} is was decided already${sameAs ? `: the same as ${sameAs}` : ': it was split'}. Undo that first (same-as undo).`,
  }
}

function tooMany(count: number): Words {
  return fill(REFUSALS.TOO_MANY_DECISIONS, { MOST_DECISIONS, count })
}

function inCircle(path: string[]): Words {
  return fill(REFUSALS.IN_CIRCLE, { path: path.join(' → ') })
}

function unknown(recordType: string, code: string, nearest: string[]): Words {
  const label = findRecordType(recordType)?.label ?? { zh: recordType, en: recordType }
  return {
    zh: `「${label.zh}」中没有 ${code}${nearest.length > 0 ? `，是否应为 ${nearest.join('、')}？` : '；请先导入，或改正编号。'}`,
    en: `There is no ${code} among "${label.en}"${nearest.length > 0 ? `. Did you mean ${nearest.join(' or ')}?` : ': import it first, or correct the code.'}`,
  }
}
