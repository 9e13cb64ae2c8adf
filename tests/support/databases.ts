import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, test as plainTest } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { askDoor } from './door.ts'

type DatabaseName = 'sqlite' | 'postgres'
const DATABASES: readonly DatabaseName[] = ['sqlite', 'postgres']

const ending = new Map<Database, () => Promise<void>>()
/** What has to end before a database of a test is closed. */
export const endBeforeClosing = (database: Database, end: () => Promise<void>) => void ending.set(database, end)

let openForTest: () => Promise<Database>

/** `test` for within `forEachDatabase`: a test that takes something is given what `make` makes of a fresh database of its kind. */
export function testGiven<Given>(make: (database: Database) => Given | Promise<Given>) {
  const given = async () => make(await openForTest())
  const by = (plain: (title: string, run: () => unknown) => void) => (title: string, run: (given: Given) => unknown) =>
    plain(title, run.length === 0 ? (run as () => unknown) : async () => run(await given()))
  const runIf = (condition: boolean) => by(condition ? plainTest : plainTest.skip)
  return Object.assign(by(plainTest), { runIf, skipIf: (condition: unknown) => runIf(!condition) })
}

/** Its tests are given the database. */
export const test = testGiven((database) => database)

/**
 * Says the same tests about both databases. `open` gives a fresh, migrated, empty database that is closed and taken away after
 * the test; `newUrl` the address of an empty one that nobody has migrated, for tests of whole processes. Both give one of the
 * other kind where they are asked for it by name.
 */
export const forEachDatabase = (tests: Tests): void => sayOf(DATABASES, tests)

/**
 * Says tests about SQLite alone: of what is made of a database's answer, or of a file before it comes to one. What both answer is
 * compared field by field in `database/statements`, and for every indicator in `database/oracle`.
 */
export const onOneDatabase = (tests: Tests): void => sayOf(['sqlite'], tests)

type Tests = (
  name: DatabaseName,
  open: (kind?: DatabaseName) => Promise<Database>,
  newUrl: (kind?: DatabaseName) => Promise<string>,
) => void

function sayOf(names: readonly DatabaseName[], tests: Tests): void {
  for (const name of names) {
    describe(`on ${name}`, () => {
      const places = { sqlite: filePlace(), postgres: serverPlace() }
      const opened: Database[] = []
      const open = async (kind = name) => {
        const database = await openDatabase(await places[kind].newUrl(true))
        opened.push(database)
        return database
      }
      beforeEach(() => {
        openForTest = open
      })
      afterEach(async () => {
        for (const database of opened.splice(0)) {
          await ending.get(database)?.()
          ending.delete(database)
          await settleKeeping(database)
          await database.close()
        }
        for (const place of Object.values(places)) await place.clear()
      })
      afterAll(async () => {
        for (const place of Object.values(places)) await place.remove()
      })
      tests(name, open, (kind = name) => places[kind].newUrl(false))
    })
  }
}

/** Where databases of one kind are made. A migrated one is a copy of one that was migrated once in a run. */
interface Place {
  newUrl(migrated: boolean): Promise<string>
  clear(): Promise<void>
  remove(): Promise<void>
}

function filePlace(): Place {
  let folder: string | undefined
  let made: Promise<string> | undefined
  return {
    async newUrl(migrated) {
      folder ??= mkdtempSync(join(tmpdir(), 'causeway-test-'))
      const file = join(folder, `${randomBytes(6).toString('hex')}.db`)
      if (migrated) copyFileSync(await (made ??= makeFile(folder)), file)
      return `file:${file}`
    },
    async clear() {},
    async remove() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Made beside and moved into place whole: two may begin at once. */
async function makeFile(folder: string): Promise<string> {
  const template = join(tmpdir(), 'causeway-migrated.db')
  if (existsSync(template)) return template
  const beside = join(folder, 'migrated.db')
  await migrateOnce(`file:${beside}`)
  renameSync(beside, template)
  return template
}

function serverPlace(): Place {
  const prefix = `test_${randomBytes(6).toString('hex')}`
  const names: string[] = []
  let made: Promise<void> | undefined
  let count = 0
  return {
    async newUrl(migrated) {
      const name = `${prefix}_${++count}`
      names.push(name)
      if (migrated) await (made ??= makeTemplate())
      // Copying files takes a seventh of the processor that writing each page to the log does, as is usual.
      await runOnServer(`create database ${name} template ${migrated ? TEMPLATE : 'template0'} strategy file_copy`)
      return addressOf(name)
    },
    async clear() {
      for (const name of names.splice(0)) await runOnServer(`drop database if exists ${name} with (force)`)
    },
    async remove() {},
  }
}

const TEMPLATE = 'causeway_migrated'

/** One waits for the other, and finds it made. */
async function makeTemplate(): Promise<void> {
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE])
    if (rowCount) return
    const beside = `${TEMPLATE}_beside`
    await client.query(`drop database if exists ${beside} with (force)`)
    await client.query(`create database ${beside} template template0`)
    await migrateOnce(await addressOf(beside))
    await client.query(`alter database ${beside} rename to ${TEMPLATE}`)
  })
}

async function migrateOnce(url: string): Promise<void> {
  const database = await openDatabase(url)
  try {
    await migrate(database)
  } finally {
    await database.close()
  }
}

let server: Promise<string> | undefined

/** Of a database of the run's PostgreSQL server, which starts with the first that asks. */
export async function addressOf(name: string): Promise<string> {
  server ??= askDoor('/postgres')
  const address = new URL(await server)
  address.pathname = `/${name}`
  return address.href
}

let kept: Promise<pg.Pool> | undefined

/** Over one connection that stays: making one takes as much as taking a database away. */
async function runOnServer(statement: string): Promise<void> {
  kept ??= addressOf('postgres').then((connectionString) =>
    new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true }).on('error', () => {}),
  )
  await (await kept).query(statement)
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: await addressOf('postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
