import { toDay, toIso, type Day } from '@causeway/shared/day'
import { dayWords } from '@causeway/shared/day'
import { UNKNOWN } from '@causeway/shared/unknown'
import { fill, type Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import { fieldsOf, recordTypeOf, reportedTypes } from '../../records/record-types.ts'
import { typeTable, type Found, type Find, type SchoolYear } from './school-year.ts'
import {
  findExpiredEvidence,
  findLapsingAgreements,
  findNeverEnded,
  findUnproved,
  findUnusedAdoptions,
  findWhere,
  type FoundRecords,
} from './store.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

const YEARS_OF_STUDY = 6
const YEARS_UNUSED = 2
const DAYS_IN_A_YEAR = 365

/** Returns what is said of records of a type; nothing if none were found. `sort`: the first day of the record unless it is given. */
export function toFound(
  recordType: string,
  found: FoundRecords,
  message: Words,
  { part = '', sort = firstDateOf(recordTypeOf(recordType)) }: Partial<Pick<Found, 'part' | 'sort'>> = {},
): Found[] {
  return found.count === 0 ? [] : [{ recordType, message, part, sort, ...found }]
}

function firstDateOf({ span }: RecordType): string | null {
  return 'starts' in span ? span.starts[0]! : 'class' in span ? span.class : null
}

/** Of every type the records in which one of these fields has a value, or none (null). */
function findByType(
  { database }: Causeway,
  year: SchoolYear,
  { fields, value }: { fields: (type: RecordType) => Field[]; value: string | null },
  say: (type: RecordType, field: Field, count: number) => Words,
): Promise<Found[]> {
  return database.snapshot(async (db) => {
    const all: Found[] = []
    for (const type of reportedTypes())
      for (const field of fields(type)) {
        const found = await findWhere(db, typeTable(type), year, field.name, value)
        all.push(...toFound(type.name, found, say(type, field, found.count), { part: field.name }))
      }
    return all
  })
}

export const noUnit: Find = (causeway, year) => {
  // A unit owns itself.
  const fields = (type: RecordType) => fieldsOf(type).filter(({ name }) => name === 'unit' && type.name !== 'unit')
  return findByType(causeway, year, { fields, value: null }, ({ label }, _field, count) => ({
    zh: `“${label.zh}”有 ${count} 条记录未填责任部门。`,
    en: `Records of "${label.en}" without a unit: ${count}.`,
  }))
}

export const unknownCountry: Find = (causeway, year) => {
  const fields = (type: RecordType) => type.fields.filter(({ kind }) => kind === 'country')
  return findByType(causeway, year, { fields, value: UNKNOWN }, (type, { label }, count) => ({
    zh: `“${type.label.zh}”有 ${count} 条记录的“${label.zh}”未注明。`,
    en: `Records of "${type.label.en}" with an unknown "${label.en}": ${count}.`,
  }))
}

export const neverEnded: Find = async ({ database }, { institution, firstDay }) => {
  const before = firstDay - YEARS_OF_STUDY * DAYS_IN_A_YEAR
  const found = await database.snapshot((db) => findNeverEnded(db, institution, before))
  return toFound('enrolment', found, {
    zh: `${found.count} 条学籍记录在${dayWords(toIso(before), 'ZH')}之前入学，至今没有结束日期。`,
    en: `Enrolments that began before ${dayWords(toIso(before), 'EN')} and have no end: ${found.count}.`,
  })
}

export const unusedAdoption: Find = async ({ database }, { institution, asOf }) => {
  const before = asOf - YEARS_UNUSED * DAYS_IN_A_YEAR
  const found = await database.snapshot((db) => findUnusedAdoptions(db, institution, { before, on: asOf }))
  return toFound('adoption', found, fill(REFUSALS.NEVER_USED, { count: found.count }), { sort: 'adopted_on' })
}

export const expiredEvidence: Find = async ({ database }, { institution, asOf }) => {
  const found = await database.snapshot((db) => findExpiredEvidence(db, institution, asOf))
  const message = {
    zh: `${found.count} 条佐证材料到${dayWords(toIso(asOf), 'ZH')}已过有效期。`,
    en: `Pieces of evidence that had expired by ${dayWords(toIso(asOf), 'EN')}: ${found.count}.`,
  }
  return toFound('evidence', found, message, { sort: 'expires_on' })
}

/** Counts, for each reported type, the year's records without evidence that is valid at the end of the year. */
export const withoutEvidence: Find = ({ database }, year) =>
  database.snapshot(async (db) => {
    const all: Found[] = []
    for (const type of reportedTypes()) {
      const found = await findUnproved(db, typeTable(type), type.name, year, year.asOf)
      const words = { without: found.count, typeZh: type.label.zh, typeEn: type.label.en }
      all.push(...toFound(type.name, found, fill(REFUSALS.WITHOUT_EVIDENCE, words)))
    }
    return all
  })

/**
 * As far as a college plans: what ends before the next report is due. Of a year that is long over nothing is left to decide: it is said
 * of the years that the data date has just passed, or is in.
 */
export const lapsingAgreement: Find = async ({ database }, { home, institution, firstDay, lastDay }) => {
  const after = home.dataDate === null ? null : toDay(home.dataDate)
  if (after === null || after < firstDay || after > lastDay + DAYS_IN_A_YEAR) return []
  const until = after + DAYS_IN_A_YEAR
  const found = await database.snapshot((db) => findLapsingAgreements(db, institution, { after, until }))
  const day = (one: Day, locale: 'ZH' | 'EN') => dayWords(toIso(one), locale)
  const { first, count } = found
  const message = {
    zh: `${count} 份合作协议将在${day(until, 'ZH')}前到期，尚未续签，最早的${day(first, 'ZH')}到期。`,
    en: `Agreements that end by ${day(until, 'EN')} and are not renewed: ${count}, the first on ${day(first, 'EN')}.`,
  }
  return toFound('agreement', found, message, { sort: 'to' })
}
