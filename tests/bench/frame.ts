import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { migrate } from '@causeway/server/records/migrate'
import { fillDemonstration } from '../support/demonstration.ts'
import { startPostgres } from '../support/postgres-server.ts'

/** How much is measured, and what questions are drawn by. */
export interface Size {
  small: boolean
  seed: string
  /** How long mixed traffic goes on, at a low rate; absent: as long as the row says. */
  minutes?: number
}

/** `note`: what it was made of. A sentence alone: why it could not be measured. */
export type Measured = { value: number; note?: string } | string

export interface Row {
  name: string
  /** `≥ 0.9`: at least; `≤ 15 ms`: at most. Without a unit it is a ratio. */
  limit: string
  /** A small run leaves it to the whole one. */
  isLarge?: boolean
  measure(size: Size): Promise<Measured>
}

/** A row that is one of what is measured together. */
export const rowOf = <K extends string>(
  name: string,
  limit: string,
  all: (size: Size) => Promise<Record<K, Measured>>,
  one: K,
): Row => ({ name, limit, measure: async (size) => (await all(size))[one] })

/** What several rows need: measured when the first asks. */
export function once<T>(work: (size: Size) => Promise<T>): (size: Size) => Promise<T> {
  let made: Promise<T> | undefined
  return (size) => (made ??= work(size))
}

/** All that is made in a folder goes when the process ends, however it ends. */
export function takeFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
  // A server of PostgreSQL may be another user's.
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'bench-'))

/** The folder of a database that has the demonstration college and its figures. */
export const demonstration = once(fillDemonstration)

const postgres = once(() => startPostgres())

/** The address of an empty database. */
export async function newPostgres(size: Size, name: string): Promise<string> {
  const { address } = await postgres(size)
  await onPostgres(address, (client) => client.query(`create database ${name}`))
  return Object.assign(new URL(address), { pathname: `/${name}` }).href
}

export async function onPostgres<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

/** Works with an empty database. */
export async function withDatabase<T>(work: (database: Database, folder: string) => Promise<T>): Promise<T> {
  const folder = newFolder()
  const database = await openDatabase(`file:${join(folder, 'bench.db')}`, { threaded: true })
  try {
    await migrate(database)
    return await work(database, folder)
  } finally {
    await settleKeeping(database)
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds of the clock. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds of the processor, of all threads of this process. */
export async function spent(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The middle of several, each measured after what makes it the first. */
export async function repeated(times: number, before: () => Promise<unknown>, work: () => Promise<unknown>) {
  const all: number[] = []
  for (let round = 0; round < times; round++) {
    await before()
    all.push(await timed(work))
  }
  return all.sort((a, b) => a - b)[all.length >> 1]!
}
