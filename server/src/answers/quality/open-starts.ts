import { dayWords, toDay } from '@causeway/shared/day'
import { fill, inBoth, type Words } from '@causeway/shared/words/words'
import { listOpenStarts, takenStart, type OpenStart } from '../../figures/indicators/open-start.ts'
import type { Connection } from '../../ground/database/database.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { tableOf } from '../../records/record-type.ts'
import { toFound } from './record-rules.ts'
import { typeTable, type Find, type Found } from './school-year.ts'
import { findOpenStarts, listFirstDays, listWithoutStart } from './store.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** Records that count in every year, since the day on which they began is not filled in. */
export const openStart: Find = ({ database, indicators }, year) =>
  database.snapshot(async (db) => {
    const all: Found[] = []
    for (const { open, indicators: counting } of listOpenStarts(indicators)) {
      const { type, field, paths } = open
      const found = await findOpenStarts(db, typeTable(type), year, sourcesOf(open))
      const codes = inBoth((locale) =>
        counting
          .slice(0, MOST_NAMED)
          .map(({ code, name }) => `${code} ${locale === 'ZH' ? name.zh : name.en}`)
          .join(locale === 'ZH' ? '、' : ', '),
      )
      const words = fill(REFUSALS.OPEN_START, {
        count: found.count,
        ...namesOf(type, field),
        codesZh: codes.zh,
        codesEn: codes.en,
      })
      // Everything in the list is empty where it would be sorted.
      all.push(...toFound(type.name, found, words, { part: paths.join(' '), sort: null }))
    }
    return all
  })

const MOST_NAMED = 3

const namesOf = (type: RecordType, field: Field) => ({
  ...{ typeZh: type.label.zh, typeEn: type.label.en, fieldZh: field.label.zh, fieldEn: field.label.en },
})

/** Returns what is said beside a figure that counts records without a start. */
export function openStartWords({ type, field }: OpenStart, count: number): Words {
  return fill(REFUSALS.OPEN_START_COUNTED, { count, ...namesOf(type, field) })
}

/** The columns of an open start: of the type itself, and of what it names. */
function sourcesOf({ type, paths }: OpenStart): { column: string; named: { table: string; by: string } | null }[] {
  return paths.map((path) => {
    const [head = '', tail] = path.split('.')
    if (tail === undefined) return { column: head, named: null }
    const to = fieldsOf(type).find(({ name }) => name === head)!.to!
    return { column: tail, named: { table: tableOf(to), by: head } }
  })
}

/** A start that a record can take from the first of the records that name it. */
export interface StartOffer {
  institution: string
  recordType: string
  key: string
  /** YYYY-MM-DD */
  start: string
  /** The record that it is taken from. */
  source: { type: string; key: string }
}

/**
 * Returns the starts that the records of a type can take, by their keys: of each record without a start the earliest day of the records
 * that name it, under any of its codes. None for one that ended before that day.
 */
export async function listStartOffers(db: Connection, institution: string, recordType: string): Promise<StartOffer[]> {
  const taken = takenStart(recordType)
  if (!taken) return []
  const { type, field, from } = taken
  const ends = 'ends' in type.span ? type.span.ends! : null
  const table = tableOf(type.name)
  const open = await listWithoutStart(db, institution, { table, start: field.name, end: ends })
  if (open.length === 0) return []
  const source = { table: tableOf(from.type.name), by: from.by, date: from.date }
  const firsts = await listFirstDays(db, institution, source)
  const identity = await readIdentity(db, institution, null)
  const canonical = (code: string) => identity?.canonical(type.name, code) ?? code
  const byCode = Map.groupBy(firsts, ({ code }) => canonical(code))
  return open.flatMap(({ key, code, ended }): StartOffer[] => {
    const [first] = (byCode.get(canonical(code)) ?? []).toSorted((a, b) => toDay(a.day) - toDay(b.day))
    if (!first || (ended !== null && ended < first.day)) return []
    const source = { type: from.type.name, key: first.key }
    return [{ institution, recordType, key, start: first.day, source }]
  })
}

/** Returns what an offer says; `source`: what the record that it is taken from is called. */
export function offerWords({ recordType, start, source }: StartOffer, called: Words): Words {
  const { type, field } = takenStart(recordType)!
  const from = recordTypeOf(source.type).label
  const facts = {
    startZh: dayWords(start, 'ZH'),
    startEn: dayWords(start, 'EN'),
    calledZh: called.zh,
    calledEn: called.en,
  }
  return fill(REFUSALS.START_OFFERED, { ...namesOf(type, field), fromZh: from.zh, fromEn: from.en, ...facts })
}
