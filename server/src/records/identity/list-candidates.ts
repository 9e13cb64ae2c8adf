import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { nameOf } from '../record-names.ts'
import { isKnownByCode, tableOf, type RecordType } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import { readDecisions } from './read-identity.ts'
import { listNamed } from './store.ts'

/** Two codes that may be one thing: a person is to decide. */
export interface Candidate {
  recordType: RecordType
  code: string
  name: Words
  sameAs: string
  sameAsName: Words
  why: Words
}

const MOST_RECORDS = 3_000
/** Names are held against each other one by one. */
const MOST_COMPARED = 600
const MOST_LISTED = 200

interface Named {
  code: string
  name: Words
}

/** Codes of an institution that are spelled alike, or whose names are, and of which nothing was decided. */
export async function listCandidates(database: Database, institution: string): Promise<Candidate[]> {
  const decided = new Set(
    (await readDecisions(database.quick, institution)).map(({ recordType, code }) => `${recordType}\n${code}`),
  )
  const found: Candidate[] = []
  for (const choice of recordTypeOf('same-as').fields.find(({ name }) => name === 'record_type')!.choices!) {
    const type = isNamed(choice.key) ? recordTypeOf(choice.key) : null
    if (!type || found.length >= MOST_LISTED) continue
    const rows = await listNamed(database.quick, tableOf(type.name), institution, MOST_RECORDS)
    const named = rows
      .map((row) => ({ code: String(row['code']), name: nameOf(type, row) }))
      .filter(({ code }) => !decided.has(`${type.name}\n${code}`))
    found.push(...listPairs(type, named))
  }
  return found.slice(0, MOST_LISTED)
}

function isNamed(recordType: string): boolean {
  if (recordType === 'person' || recordType === 'institution') return false
  const type = recordTypeOf(recordType)
  // An event of one name is held again and again; what is in a register is there once.
  return (
    type.register === true &&
    isKnownByCode(type) &&
    type.fields.some(({ name }) => name === 'name_zh' || name === 'title_zh')
  )
}

function listPairs(type: RecordType, named: Named[]): Candidate[] {
  const pairs = new Map<string, Candidate>()
  const add = (one: Named, other: Named, why: Words) => {
    const [first, second] = one.code < other.code ? [one, other] : [other, one]
    const place = `${first.code}\n${second.code}`
    if (first.code === second.code || pairs.has(place)) return
    const about = { code: second.code, name: second.name, sameAs: first.code, sameAsName: first.name }
    pairs.set(place, { recordType: type, ...about, why })
  }
  const groups: [(one: Named) => string[], Words][] = [
    [({ code }) => [fold(code)], { zh: '编号写法相近', en: 'their codes are spelled alike' }],
    [({ name }) => [name.zh, name.en].map(fold), { zh: '名称相同', en: 'they have one name' }],
  ]
  for (const [textsOf, why] of groups) {
    const firsts = new Map<string, Named>()
    for (const one of named)
      for (const text of new Set(textsOf(one))) {
        if (text.length < 2) continue
        const first = firsts.get(text)
        if (first) add(first, one, why)
        else firsts.set(text, one)
      }
  }
  if (named.length <= MOST_COMPARED)
    for (const locale of ['zh', 'en'] as const) {
      const texts = named
        .map((one) => ({ one, text: fold(one.name[locale]), name: one.name[locale] }))
        .filter(({ text }) => text.length >= (locale === 'zh' ? 5 : 8))
      texts.forEach((a, at) => {
        for (const b of texts.slice(at + 1))
          if (differByOne(a.text, b.text) && isCountedAlike(a.name, b.name))
            add(a.one, b.one, { zh: '名称只差一字', en: 'their names differ by one letter' })
      })
    }
  return [...pairs.values()]
}

/** Numbers and single letters, which tell one thing from the next: 第一 and 第二 are two, and so are A and B. */
const COUNTING =
  /[\d一二三四五六七八九十甲乙丙丁东南西北]+|\b([a-z]|one|two|three|four|five|first|second|third|north|south|east|west)\b/giu

/** By one character more, less, or other. */
function differByOne(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = a.length >= b.length ? [a.slice(at), b.slice(at)] : [b.slice(at), a.slice(at)]
  return restA.slice(1) === (restA.length === restB.length ? restB.slice(1) : restB)
}

function isCountedAlike(a: string, b: string): boolean {
  const numbers = (text: string) => (text.match(COUNTING) ?? []).join(' ').toLowerCase()
  return numbers(a) === numbers(b)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
