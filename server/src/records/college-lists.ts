import type { Words } from '@causeway/shared/words/words'
import type { Connection, Database } from '../ground/database/database.ts'
import { kept } from '../ground/kept.ts'
import { templateColumns } from './example-row.ts'
import { codeAndName, nameOf } from './record-names.ts'
import type { Field, RecordType } from './record-type.ts'
import { recordTypeOf } from './record-types.ts'
import { recordTable, selectCurrent } from './store.ts'

/** What a college has for the columns of its templates, by `type.field`: codes with their names, and texts of last year's rows. */
export type CollegeLists = ReadonlyMap<string, readonly string[]>

/** Whose lists, and which of them. */
export interface ListsOf {
  institution: string
  /** Null: the whole institution. */
  unit: string | null
}

const MOST_CODES = 5_000
const MOST_TEXTS = 1_000
const ROWS_READ = 5_000
const DAYS_OF_A_YEAR = 366

/** @param language of names */
export async function readCollegeLists(
  database: Database,
  types: readonly RecordType[],
  of: ListsOf,
  language: keyof Words,
): Promise<CollegeLists> {
  return database.snapshot(async (db) => {
    const lists = new Map<string, readonly string[]>()
    const registers = new Map<string, Promise<string[]>>()
    for (const type of types) {
      const columns = templateColumns(type)
      for (const field of columns) {
        if (field.name === 'unit' && of.unit !== null) lists.set(`${type.name}.unit`, [of.unit])
        else if (field.to ?? field.codeOf) {
          const isNamed = field.to !== undefined
          const items = await kept(registers, `${field.to ?? field.codeOf} ${isNamed}`, () =>
            readRegister(db, recordTypeOf((field.to ?? field.codeOf)!), of, isNamed ? language : null),
          )
          lists.set(`${type.name}.${field.name}`, items)
        }
      }
      for (const [name, texts] of await readTexts(db, type, columns.filter(isText), of))
        lists.set(`${type.name}.${name}`, texts)
    }
    return lists
  })
}

/** What nobody could list beforehand and people write alike year after year. */
function isText({ kind, name, codeOf }: Field): boolean {
  return (kind === 'text' || kind === 'code') && !codeOf && name !== 'note' && name !== 'source_id'
}

/** A unit's own entries and those of no unit; where there are none, all. `language` null: codes alone. */
async function readRegister(
  db: Connection,
  type: RecordType,
  { institution, unit }: ListsOf,
  language: keyof Words | null,
): Promise<string[]> {
  const all = await selectCurrent(db, type, institution).selectAll().orderBy('code').limit(MOST_CODES).execute()
  const own = all.filter((row) => unit === null || row['unit'] === null || row['unit'] === unit)
  return [
    ...new Set(
      (own.length > 0 ? own : all).map((row) => {
        const code = String(row['code'])
        return language === null ? code : codeAndName(code, nameOf(type, row)[language])
      }),
    ),
  ]
}

/** By field: the texts of the last year that there are rows of, and of what has no end. */
async function readTexts(
  db: Connection,
  type: RecordType,
  fields: readonly Field[],
  { institution, unit }: ListsOf,
): Promise<Map<string, string[]>> {
  const known = new Set(recordTable(type).fields)
  const names = fields.flatMap(({ name }) => (known.has(name) ? [name] : []))
  if (names.length === 0) return new Map()
  const current = selectCurrent(db, type, institution).select(['first_day', 'last_day', ...names])
  const asked = unit === null ? current : current.where('unit', '=', unit)
  const rows = await asked.orderBy('first_day', 'desc').limit(ROWS_READ).execute()
  const days = rows.flatMap(({ first_day: day }) => (typeof day === 'number' ? [day] : []))
  const since = Math.max(...days) - DAYS_OF_A_YEAR
  const recent = rows.filter((row) => row['last_day'] === null || Number(row['last_day']) > since)
  const textsOf = (name: string) => new Set(recent.flatMap((row) => (row[name] ? [String(row[name])] : [])))
  return new Map(names.map((name) => [name, [...textsOf(name)].sort().slice(0, MOST_TEXTS)]))
}

/** Those of the types that there are records of; of the unit, where one is said. */
export async function typesWithRecords(
  database: Database,
  types: readonly RecordType[],
  { institution, unit }: ListsOf,
): Promise<RecordType[]> {
  const found: RecordType[] = []
  for (const type of types) {
    const current = selectCurrent(database.quick, type, institution)
    const some = await (unit === null ? current : current.where('unit', '=', unit)).select('key').limit(1).execute()
    if (some.length > 0) found.push(type)
  }
  return found
}
