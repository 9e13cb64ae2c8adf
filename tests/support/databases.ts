import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, inject } from 'vitest'
import type { Database } from '@causeway/server/database/database'
import { migrate } from '@causeway/server/database/migrate'
import { openDatabase } from '@causeway/server/database/open'

export type DatabaseName = 'sqlite' | 'postgres'
export const DATABASES: readonly DatabaseName[] = ['sqlite', 'postgres']

/**
 * Says the same tests about both databases. `open` gives a fresh, migrated, empty database that is closed and taken away after
 * the test; `newUrl` the address of an empty one that nobody has migrated, for tests of whole processes.
 */
export function forEachDatabase(
  tests: (name: DatabaseName, open: () => Promise<Database>, newUrl: () => Promise<string>) => void,
): void {
  for (const name of DATABASES) {
    describe(`on ${name}`, () => {
      const place = name === 'sqlite' ? filePlace() : serverPlace()
      const opened: Database[] = []
      const open = async () => {
        const database = await openDatabase(await place.newUrl(true))
        opened.push(database)
        return database
      }
      afterEach(async () => {
        for (const database of opened.splice(0)) await database.close()
        await place.clear()
      })
      afterAll(() => place.remove())
      tests(name, open, () => place.newUrl(false))
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
  const folder = mkdtempSync(join(tmpdir(), 'causeway-test-'))
  const template = join(folder, 'template.db')
  let made: Promise<void> | undefined
  return {
    async newUrl(migrated) {
      const file = join(folder, `${randomBytes(6).toString('hex')}.db`)
      if (migrated) {
        await (made ??= migrateOnce(`file:${template}`))
        copyFileSync(template, file)
      }
      return `file:${file}`
    },
    async clear() {},
    async remove() {
      rmSync(folder, { recursive: true, force: true })
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
      await runOnServer(`drop database if exists ${template} with (force)`)
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
