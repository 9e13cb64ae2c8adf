import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { migrate } from '@causeway/server/records/migrate'
import { sql } from 'kysely'
import pg from 'pg'
import { openFilledCollege, type College } from '../support/college.ts'
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts'

let server: PostgresServer
let database: Database
let college: College

beforeAll(async () => {
  server = await startPostgres()
  database = await openDatabase(server.address, { threaded: true })
  await migrate(database)
  college = await openFilledCollege(database)
})
afterAll(async () => {
  await college?.app.close()
  await database?.close()
  await server?.stop()
})

const QUERY = '{ institutions(first: 5) { edges { node { code } } } }'

/** Terminates every other connection to the server, as an administrator does. */
async function terminateAll(): Promise<void> {
  const client = new pg.Client({ connectionString: server.address })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name = $1',
    ['causeway'],
  )
  await client.end()
}

it('a terminated read or write is said to be unreachable, the write changes nothing, and the next is answered', async () => {
  const reading = database.snapshot((db) => sql`select pg_sleep(60)`.execute(db))
  const writing = database.write(async (db) => {
    await db.insertInto('setting').values({ name: 'half', value: 'x' }).execute()
    await sql`select pg_sleep(60)`.execute(db)
  })
  const ended = Promise.allSettled([reading, writing])
  await expect
    .poll(async () => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from pg_stat_activity where query like 'select pg_sleep%'`.execute(database.quick)
      return rows[0]!.n
    })
    .toBe(2)
  await terminateAll()
  const lost = { status: 'rejected', reason: expect.objectContaining({ code: 'DATABASE_UNREACHABLE' }) }
  expect(await ended).toEqual([lost, lost])
  await expect.poll(async () => (await college.get('/readyz')).status).toBe(200)
  expect(await database.quick.selectFrom('setting').selectAll().where('name', '=', 'half').execute()).toEqual([])
})

it('while the server is stopped every address answers 503 in both languages, and when to ask again', async () => {
  const authorization = `Bearer ${await college.tokenFor('reader')}`
  await server.stop()
  const unreachable = {
    code: 'DATABASE_UNREACHABLE',
    messages: { zh: expect.stringContaining('数据库'), en: expect.stringContaining('database') },
  }
  for (const ask of [
    () => college.post('/graphql', { query: QUERY }),
    () => college.post('/graphql', { query: QUERY }, { authorization }),
  ]) {
    const answer = await ask()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: unreachable }] })
  }
  for (const path of ['/i/EX02.csv?institution=X&from=2020&to=2024', '/i/EX02.svg?institution=X', '/oembed?url=x']) {
    const answer = await college.get(path)
    expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '2'])
    expect(await answer.json()).toMatchObject({ error: unreachable })
  }
  const ready = await college.get('/readyz')
  expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2'])
})
