import { CompiledQuery, type QueryResult } from 'kysely'
import type { Connection } from './database.ts'
import type { Column, Kind } from './columns.ts'

/**
 * Statements that act on hundreds of rows at once. SQLite runs a prepared one for each row, which costs less than parsing one with
 * thousands of parameters; PostgreSQL takes new rows as a COPY, and what is asked of many as arrays, each in one round trip.
 */

const AT_ONCE = 1_000

/** Parts of a list, each small enough for the parameters of one statement. */
export function inParts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, i) => list.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}

/** `rows` hold the columns' values in their order. */
export async function insertMany(
  db: Connection,
  kind: Kind,
  table: string,
  columns: readonly Column[],
  rows: unknown[][],
): Promise<void> {
  if (rows.length === 0) return
  // What no row fills is left out: half of a wide table is not carried to it.
  const filled = columns.flatMap((_, i) => (rows.some((row) => row[i] != null) ? [i] : []))
  const names = filled.map((i) => quote(columns[i]!.name)).join(', ')
  if (kind === 'sqlite') {
    const insert = `insert into ${quote(table)} (${names}) values (${filled.map(() => '?').join(', ')})`
    const cells = rows.map((row) => filled.map((i) => row[i]))
    await run(db, insert, cells)
  } else {
    const lines = rows.map((row) => `${filled.map((i) => toCopied(row[i])).join('\t')}\n`)
    await run(db, `copy ${quote(table)} (${names}) from stdin`, [lines.join('')])
  }
}

/** The rows of a table whose `by` columns, the first of them `institution`, are one of `keys`, and whose `until` is empty. */
export async function findMany<R>(
  db: Connection,
  kind: Kind,
  table: string,
  select: readonly string[],
  by: readonly Column[],
  keys: unknown[][],
): Promise<R[]> {
  if (keys.length === 0) return []
  const columns = select.map((name) => `t.${quote(name)}`).join(', ')
  if (kind === 'sqlite') {
    const where = by.map(({ name }) => `t.${quote(name)} = ?`).join(' and ')
    return (await run<R>(db, `select ${columns} from ${quote(table)} t where ${where} and t.until is null`, keys)).rows
  }
  // With the institution said once more PostgreSQL would walk through all its rows while a table fills up, and not seek each key.
  const on = by.map(({ name }, i) => `t.${quote(name)} = k.c${i}`).join(' and ')
  const join = `${unnest(by)} as k(${by.map((_, i) => `c${i}`).join(', ')}) join ${quote(table)} t on ${on}`
  return (await run<R>(db, `select ${columns} from ${join} where t.until is null`, transpose(by, keys))).rows
}

/** Those of the institutions that some row of the table is of. */
export async function findHaving(
  db: Connection,
  kind: Kind,
  table: string,
  institutions: string[],
): Promise<Set<string>> {
  if (institutions.length === 0) return new Set()
  const of = `from ${quote(table)} t where t.institution =`
  const [statement, parameters] =
    kind === 'sqlite'
      ? [`select t.institution ${of} ? limit 1`, institutions.map((code) => [code])]
      : [
          `select k.institution from unnest($1::text[]) as k(institution)
            where exists (select 1 ${of} k.institution and t.institution = any($1::text[]))`,
          [institutions],
        ]
  const { rows } = await run<{ institution: string }>(db, statement, parameters)
  return new Set(rows.map(({ institution }) => institution))
}

/** Sets one column of the rows whose `by` columns, the first of them `institution`, are given; each of `rows` is the new value, then the `by` values. */
export async function updateMany(
  db: Connection,
  kind: Kind,
  table: string,
  set: Column,
  by: readonly Column[],
  rows: unknown[][],
): Promise<void> {
  if (rows.length === 0) return
  if (kind === 'sqlite') {
    const where = by.map(({ name }) => `${quote(name)} = ?`).join(' and ')
    await run(db, `update ${quote(table)} set ${quote(set.name)} = ? where ${where}`, rows)
    return
  }
  const columns = [set, ...by]
  const on = by.map(({ name }, i) => `t.${quote(name)} = k.c${i + 1}`).join(' and ')
  const names = columns.map((_, i) => `c${i}`).join(', ')
  const update = `update ${quote(table)} t set ${quote(set.name)} = k.c0 from ${unnest(columns)} as k(${names})`
  await run(db, `${update} where ${on}`, transpose(columns, rows))
}

function run<R>(db: Connection, statement: string, parameters: unknown[]): Promise<QueryResult<R>> {
  return db.executeQuery(CompiledQuery.raw(statement, parameters) as CompiledQuery<R>)
}

function unnest(columns: readonly Column[]): string {
  return `unnest(${columns.map(({ kind }, i) => `$${i + 1}::${kind}[]`).join(', ')})`
}

function transpose(columns: readonly Column[], rows: unknown[][]): unknown[][] {
  return columns.map((_, i) => rows.map((row) => row[i] ?? null))
}

const MARKUP = /[\\\t\n\r]/
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** As COPY reads it, in text. */
function toCopied(value: unknown): unknown {
  if (value == null) return '\\N'
  if (typeof value !== 'string' || !MARKUP.test(value)) return value
  return value.replace(/[\\\t\n\r]/g, (char) => ESCAPED[char]!)
}

function quote(name: string): string {
  return `"${name}"`
}
