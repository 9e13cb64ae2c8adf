import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, inject } from 'vitest'
import type { Database } from '@causeway/server/database/database'
import { migrate } from '@causeway/server/database/migrate'
import { openDatabase } from '@causeway/server/database/open'
import { settleKeeping } from '@causeway/server/figures/keep-later'

type DatabaseName = 'sqlite' | 'postgres'
const DATABASES: readonly DatabaseName[] = ['sqlite', 'postgres']

/**
 * Says the same tests about both databases. `open` gives a fresh, migrated, empty database that is closed and taken away after
 * the test; `newUrl` the address of an empty one that nobody has migrated, for tests of whole processes. Both give one of the
 * other kind where they are asked for it by name.
 */
export function forEachDatabase(
  tests: (
    name: DatabaseName,
    open: (kind?: DatabaseName) => Promise<Database>,
    newUrl: (kind?: DatabaseName) => Promise<string>,
  ) => void,
): void {
  for (const name of DATABASES) {
    describe(`on ${name}`, () => {
      const places = { sqlite: filePlace(), postgres: serverPlace() }
      const opened: Database[] = []
      const open = async (kind = name) => {
        const database = await openDatabase(await places[kind].newUrl(true))
        opened.push(database)
        return database
      }
      afterEach(async () => {
        for (const database of opened.splice(0)) {
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

/** Where databases of one kind are made. A migrated one is a copy of one that was migrated once. */
interface Place {
  newUrl(migrated: boolean): Promise<string>
  clear(): Promise<void>
  remove(): Promise<void>
}

function filePlace(): Place {
  let folder: string | undefined
  let made: Promise<void> | undefined
  return {
    async newUrl(migrated) {
      folder ??= mkdtempSync(join(tmpdir(), 'causeway-test-'))
      const template = join(folder, 'template.db')
      const file = join(folder, `${randomBytes(6).toString('hex')}.db`)
      if (migrated) {
        await (made ??= migrateOnce(`file:${template}`))
        for (const part of ['', '-wal']) if (existsSync(template + part)) copyFileSync(template + part, file + part)
      }
      return `file:${file}`
    },
    async clear() {},
    async remove() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function serverPlace(): Place {
  const prefix = `test_${randomBytes(6).toString('hex')}`
  const template = `${prefix}_template`
  const names: string[] = []
  let made: Promise<void> | undefined
  let count = 0
  const create = async (name: string, from: string) => {
    await runOnServer(`create database ${name} template ${from}`)
    return addressOf(name)
  }
  return {
    async newUrl(migrated) {
      const name = `${prefix}_${++count}`
      names.push(name)
      if (!migrated) return create(name, 'template0')
      await (made ??= create(template, 'template0').then(migrateOnce))
      return create(name, template)
    },
    async clear() {
      for (const name of names.splice(0)) await runOnServer(`drop database if exists ${name} with (force)`)
    },
    async remove() {
      if (made !== undefined) await runOnServer(`drop database if exists ${template} with (force)`)
    },
  }
}

async function migrateOnce(url: string): Promise<void> {
  const database = await openDatabase(url)
  try {
    await migrate(database)
  } finally {
    await database.close()
  }
}

function addressOf(name: string): string {
  const address = new URL(inject('postgresAddress'))
  address.pathname = `/${name}`
  return address.href
}

async function runOnServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresAddress') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
