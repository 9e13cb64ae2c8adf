import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Connection } from '@causeway/server/ground/database/database'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { addressOf, forEachDatabase } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { putRecords } from '../support/put-records.ts'

const COLLEGE = { code: 'A', name_zh: '甲', country: 'CN' }

const at = folderOfEachTest()

async function postgresUrl(change: (address: URL) => void): Promise<string> {
  const address = new URL(await addressOf('postgres'))
  change(address)
  return address.href
}

it('on SQLite the server keeps reads and writes off its own thread and gives the same answers', async () => {
  const database = await openDatabase(`file:${at('c.db')}`, { threaded: true })
  try {
    await migrate(database)
    await putRecords(database, 'institution', null, [COLLEGE])
    const seen = await database.snapshot((db) => db.selectFrom('record_institution').select('code').execute())
    expect(seen).toEqual([{ code: 'A' }])
    const twice = database.write((db) => db.insertInto('setting').values({ name: 'epoch', value: 'x' }).execute())
    await expect(twice).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
    // Counting so far takes SQLite long enough for a timer here to turn several times.
    let turns = 0
    const timer = setInterval(() => turns++, 5)
    await database.snapshot((db) =>
      db
        .withRecursive('n(i)', (q) =>
          q
            .selectNoFrom((e) => e.val(1).as('i'))
            .unionAll(
              q
                .selectFrom('n')
                .select((e) => e('n.i', '+', 1).as('i'))
                .where('n.i', '<', 2_000_000),
            ),
        )
        .selectFrom('n')
        .select((e) => e.fn.countAll().as('count'))
        .execute(),
    )
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  } finally {
    await database.close()
  }
})

it('on SQLite a closed database is one file', async () => {
  const database = await openDatabase(`file:${at('c.db')}`)
  await migrate(database)
  await putRecords(database, 'institution', null, [COLLEGE])
  await database.close()
  expect(readdirSync(at())).toEqual(['c.db'])
})

it('on SQLite a reference is followed by the index of codes, whether the database is full or empty', async () => {
  const database = await openDatabase(`file:${at('c.db')}`)
  try {
    await migrate(database)
    const plan = await sql<{ detail: string }>`explain query plan
      select p.type from record_mobility m left join record_partner p
        on p.institution = m.institution and p.code = m.partner and p.until is null
      where m.institution = 'A' and m.until is null`.execute(database.quick)
    expect(plan.rows.map(({ detail }) => detail)).toEqual([
      'SEARCH m USING PRIMARY KEY (institution=?)',
      'SEARCH p USING INDEX record_partner_code (institution=? AND code=? AND until=?) LEFT-JOIN',
    ])
  } finally {
    await database.close()
  }
})

it('on SQLite a new file that another process is opening is waited for', async () => {
  const other = new BetterSqlite(at('c.db'))
  other.exec('begin immediate')
  const opened = openDatabase(`file:${at('c.db')}`, { threaded: true })
  opened.catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 200))
  other.close()
  await (await opened).close()
})

it('whole numbers stay whole in a query of SQLite', async () => {
  const database = await openDatabase(`file:${at('c.db')}`)
  try {
    await migrate(database)
    const row = await database.quick.selectNoFrom((e) => e(e.val(5), '/', 2).as('half')).executeTakeFirst()
    expect(row).toEqual({ half: 2 })
  } finally {
    await database.close()
  }
})

it.each([
  ['a folder', () => mkdirSync(at('c.db')), 'SQLITE_CANTOPEN'],
  [
    'a file of another kind',
    () => writeFileSync(at('c.db'), 'a letter, and a long one. '.repeat(200)),
    'SQLITE_NOTADB',
  ],
])('on SQLite %s is said by a code', async (_what, make, code) => {
  make()
  for (const threaded of [false, true]) {
    await expect(openDatabase(`file:${at('c.db')}`, { threaded })).rejects.toMatchObject({ code })
  }
})

it.each([
  ['a server that is not there', () => postgresUrl((address) => (address.port = '1')), 'ECONNREFUSED'],
  [
    'a host that is none',
    () => postgresUrl((address) => (address.hostname = 'no-such-host.invalid')),
    /ENOTFOUND|EAI_AGAIN/,
  ],
  ['a database that is not there', () => postgresUrl((address) => (address.pathname = '/no_such_database')), '3D000'],
  ['a user that is not there', () => postgresUrl((address) => (address.username = 'nobody_at_all')), '28000'],
])('on PostgreSQL %s is said by a code', async (_what, url, code) => {
  const expected = typeof code === 'string' ? code : expect.stringMatching(code)
  await expect(openDatabase(await url())).rejects.toMatchObject({ code: expected })
})

it("on PostgreSQL a server's reads end after a minute, its writes and the reads of commands do not", async () => {
  const limits: string[] = []
  for (const threaded of [true, false]) {
    const database = await openDatabase(await addressOf('postgres'), { threaded })
    const ask = async (db: Connection) => {
      const { rows } = await sql<{ most: string }>`select current_setting('statement_timeout') as most`.execute(db)
      limits.push(rows[0]!.most)
    }
    try {
      await database.snapshot(ask)
      await database.write(ask)
      await ask(database.quick)
    } finally {
      await database.close()
    }
  }
  expect(limits).toEqual(['1min', '0', '0', '0', '0', '0'])
})

forEachDatabase((_name, _open, newUrl) => {
  it('migrating twice does nothing the second time, and two processes may start together', async () => {
    const url = await newUrl()
    const databases = [await openDatabase(url), await openDatabase(url)]
    try {
      await Promise.all(databases.map(migrate))
      const read = () => databases[0]!.quick.selectFrom('setting').selectAll().orderBy('name').execute()
      const before = await read()
      expect(before.map(({ name }) => name)).toEqual(['epoch', 'reference-data'])
      await migrate(databases[1]!)
      expect(await read()).toEqual(before)
    } finally {
      for (const database of databases) await database.close()
    }
  })

  it('the reference data are filled again when they have changed', async () => {
    const database = await openDatabase(await newUrl())
    try {
      await migrate(database)
      await database.write(async (db) => {
        await db.deleteFrom('bloc_membership').where('bloc', '=', 'asean').execute()
        await db.updateTable('setting').set({ value: 'older' }).where('name', '=', 'reference-data').execute()
      })
      await migrate(database)
      const asean = await database.quick.selectFrom('bloc_membership').selectAll().where('bloc', '=', 'asean').execute()
      expect(asean).toHaveLength(11)
    } finally {
      await database.close()
    }
  })
})
