import { toIso } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { Connection } from '../ground/database/database.ts'
import {
  listAbove,
  listLongStays,
  listPersonsInTwoPlaces,
  listPersonsWithTwo,
  listStretches,
  type BatchPlace,
  type Doubt,
  type RowGroup,
} from '../ground/database/doubtful-records.ts'
import { countryName } from '../ground/reference/countries.ts'
import { findAggregateWarnings } from './aggregate-warnings.ts'
import type { DataDateStep } from './data-date.ts'
import { findDataDateWarnings } from './data-date-warnings.ts'
import { findCountryWarnings } from './country-warnings.ts'
import { findEvidenceWarnings } from './evidence-warnings.ts'
import { findPersonWarnings } from './person-warnings.ts'
import type { RecordType } from './record-type.ts'
import { findRecordType, RECORD_TYPES } from './record-types.ts'
import type { RecordWarning } from './record-warning.ts'
import { findSkillWarnings } from './skill-warnings.ts'
import { findStandardWarnings } from './standard-warnings.ts'
import { recordTable } from './store.ts'
import { findStructureWarnings } from './structure-warnings.ts'
import { findTimeWarnings } from './time-warnings.ts'
import { findUseWarnings } from './use-warnings.ts'
import { findZeroReportWarnings } from './zero-report-warnings.ts'

/** What a batch did to one institution with one type. */
export interface TouchedType {
  institution: string
  /** Persons, or groups, are among its rows. */
  hasPersons: boolean
  hasGroups: boolean
  /** The institution had records of the type before. */
  wasFilled: boolean
  /** The day up to which the batch says that the records speak, YYYY-MM-DD; null: it says none. */
  said: string | null
  dataDate: DataDateStep
}

/** Longer than a school year abroad with its holidays. */
const LONGEST_STAY_DAYS = 400

/** What does not fit between records of different types, whichever of them the batch brought. */
const ACROSS_TYPES = [
  findTimeWarnings,
  findStructureWarnings,
  findStandardWarnings,
  findUseWarnings,
  findPersonWarnings,
  findSkillWarnings,
  findEvidenceWarnings,
  findAggregateWarnings,
  findZeroReportWarnings,
]

/** What is doubtful in what a batch brought, asked inside its transaction when all its rows are in. */
export async function findWarnings(
  writer: { connection: Connection; batch: string; touched(recordType: string): TouchedType[] },
  type: RecordType,
): Promise<RecordWarning[]> {
  const { connection, batch } = writer
  const touched = writer.touched(type.name)
  const warnings: RecordWarning[] = []
  for (const { institution, hasPersons, hasGroups, wasFilled, ...dates } of touched) {
    const place = { institution, batch }
    warnings.push(...(await findDataDateWarnings(connection, place, type, dates)))
    if (type.name === 'mobility')
      warnings.push(...(await listLongStays(connection, place, LONGEST_STAY_DAYS)).map(toLongStay))
    if (type.name === 'assessment-result') warnings.push(...(await findAboveMax(connection, place, type)))
    if (hasPersons && ['mobility', 'training-session'].includes(type.name)) {
      const home = await findCountryOf(connection, institution)
      warnings.push(...(await listPersonsInTwoPlaces(connection, place, home)).map(toTwoCountries))
    }
    if (hasPersons) warnings.push(...(await findTwofold(connection, place, type)))
    if ((hasPersons && hasGroups) || (wasFilled && (hasPersons || hasGroups))) {
      warnings.push(...(await findMixed(connection, place, type)))
    }
    for (const find of ACROSS_TYPES) warnings.push(...(await find(connection, place, type)))
  }
  const places = touched.map(({ institution }) => institution)
  return [...warnings, ...(await findCountryWarnings(connection, batch, places, type))]
}

function toLongStay({ row, one }: Doubt): RecordWarning {
  const message = {
    zh: `停留 ${one} 天，超过 ${LONGEST_STAY_DAYS} 天，请核对起止日期。`,
    en: `A stay of ${one} days, more than ${LONGEST_STAY_DAYS}: look at its two dates.`,
  }
  return { code: 'LONG_STAY', row, field: 'end', value: String(one), message }
}

async function findAboveMax(db: Connection, place: BatchPlace, type: RecordType): Promise<RecordWarning[]> {
  const [raw, max] = ['raw', 'max'].map((name) => type.fields.find((field) => field.name === name)!)
  const plain = (value: string | number) => String(Number(value) / raw!.factor!)
  const doubts = await listAbove(db, place, recordTable(type).table, { amount: raw!.name, most: max!.name })
  return doubts.map(({ row, one, other }) => {
    const message = {
      zh: `得分 ${plain(one)} 高于满分 ${plain(other)}，请核对这两项。`,
      en: `A raw score of ${plain(one)} is above the maximum of ${plain(other)}: look at both.`,
    }
    return { code: 'ABOVE_MAX', row, field: raw!.name, value: plain(one), message }
  })
}

function toTwoCountries({ row, one, other, day }: Doubt): RecordWarning {
  const [here, there] = [countryName(String(one)), countryName(String(other))]
  const on = toIso(day!)
  const message = {
    zh: `同一人在 ${on} 既在${here.zh}，又在${there.zh}。`,
    en: `The same person is in ${here.en} and in ${there.en} on ${on}.`,
  }
  return { code: 'TWO_COUNTRIES', row, field: 'start', value: on, message }
}

const TWOFOLD: { field: string; code: RecordWarning['code']; words: Words }[] = [
  { field: 'sex', code: 'TWO_SEXES', words: { zh: '性别', en: 'sexes' } },
  { field: 'nationality', code: 'TWO_NATIONALITIES', words: { zh: '国籍', en: 'nationalities' } },
]

/** One person key with two sexes or two nationalities, over every type that has them. */
async function findTwofold(db: Connection, place: BatchPlace, type: RecordType): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  for (const { field, code, words } of TWOFOLD) {
    if (!hasFields(type, field)) continue
    const tables = RECORD_TYPES.filter((other) => hasFields(other, field, 'person')).map(
      (other) => recordTable(other).table,
    )
    for (const { row, one, other } of await listPersonsWithTwo(db, place, field, tables)) {
      const [a, b] = [toWords(type, field, one), toWords(type, field, other)]
      const message = {
        zh: `同一人员编号有两种${words.zh}：${a.zh}、${b.zh}。`,
        en: `One person has two ${words.en}: ${a.en} and ${b.en}.`,
      }
      warnings.push({ code, row, field, value: String(one), message })
    }
  }
  return warnings
}

function toWords(type: RecordType, field: string, value: string | number): Words {
  const choice = type.fields.find(({ name }) => name === field)?.choices?.find(({ key }) => key === value)
  return choice?.label ?? countryName(String(value))
}

/** What tells that group rows and person rows speak for the same thing. */
const SUBJECTS: Record<string, string> = { 'training-session': 'session', 'online-learning': 'resource' }

/** Group and person rows for one programme (or session, or resource) and stretch: they may count the same persons twice. */
async function findMixed(db: Connection, place: BatchPlace, type: RecordType): Promise<RecordWarning[]> {
  if (!hasFields(type, 'headcount')) return []
  const subject = SUBJECTS[type.name] ?? 'programme'
  const days = 'class' in type.span ? { first: 'class', last: 'class' } : { first: 'first_day', last: 'last_day' }
  const stretches = await listStretches(db, place, recordTable(type).table, { subject, ...days })
  const warnings: RecordWarning[] = []
  for (const [key, rows] of Map.groupBy(stretches, (stretch) => stretch.subject)) {
    const [persons, groups] = [rows.filter(({ isGroup }) => isGroup === 0), rows.filter(({ isGroup }) => isGroup === 1)]
    const row = firstClash(persons, groups)
    if (row === undefined) continue
    const label = type.fields.find(({ name }) => name === subject)!.label
    const message = {
      zh: `${label.zh}${key ?? '（未填）'}在同一时段既有名单又有人数，同一批人可能被重复计算。`,
      en: `${label.en} ${key ?? '(empty)'} has rows of persons and rows of headcounts for the same time: the same persons may count twice.`,
    }
    warnings.push({ code: 'GROUP_AND_PERSONS', row, field: 'headcount', value: key, message })
  }
  return warnings
}

/** A row of the batch that takes part in a clash. */
function firstClash(persons: RowGroup[], groups: RowGroup[]): number | undefined {
  for (const group of groups) {
    for (const person of persons) {
      const row = group.row ?? person.row
      if (row !== null && overlaps(group, person)) return row
    }
  }
  return undefined
}

function overlaps(a: RowGroup, b: RowGroup): boolean {
  if (a.first === null || b.first === null) return false
  return a.first <= (b.last ?? Infinity) && b.first <= (a.last ?? Infinity)
}

function hasFields(type: RecordType, ...names: string[]): boolean {
  return names.every((name) => type.fields.some((field) => field.name === name))
}

async function findCountryOf(db: Connection, institution: string): Promise<string> {
  const { table } = recordTable(findRecordType('institution')!)
  const row = await db
    .selectFrom(table as `record_${string}`)
    .select('country')
    .where('institution', '=', institution)
    .where('until', 'is', null)
    .executeTakeFirst()
  return (row?.['country'] as string | undefined) ?? UNKNOWN
}
