import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readConfig } from '@causeway/server/ground/config'
import { readSetting, writeSetting, type Connection, type Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { QuestionError } from '@causeway/server/ground/question-error'
import { openCauseway } from '@causeway/server/figures/open-causeway'
import { migrate } from '@causeway/server/records/migrate'
import { addressOf } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { startPostgres, startReplica, type PostgresServer } from '../support/postgres-server.ts'

/** Longer than it takes to find out that a replica is gone, on a machine that has much else to do. */
const SOON_MS = 5_000

const at = folderOfEachTest()
const ending: (() => Promise<unknown>)[] = []
let primary: PostgresServer
let replica: PostgresServer

/** Of a user who has no rights but over this database. */
const ofCollege = ({ address }: { address: string }) =>
  address.replace('causeway@', 'plain@').replace(/\w+$/, 'college')

async function ask(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(statement)
  await client.end()
}

beforeAll(async () => {
  primary = await startPostgres()
  await ask(primary.address, 'create role plain login')
  await ask(primary.address, 'create database college owner plain')
  // A replica hears of a commit when it is on the disk.
  await ask(primary.address, 'alter database college set synchronous_commit = on')
  const database = await openDatabase(ofCollege(primary))
  await migrate(database)
  await database.close()
  replica = await startReplica(primary)
})
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})
afterAll(async () => {
  await replica?.stop()
  await primary?.stop()
})

async function openWith(...replicas: string[]): Promise<Database> {
  const database = await openDatabase(ofCollege(primary), { threaded: true, replicas })
  ending.push(() => database.close())
  return database
}

const isReplica = async (db: Connection) =>
  (await sql<{ is: boolean }>`select pg_is_in_recovery() as is`.execute(db)).rows[0]!.is

const untilRead = (database: Database) => expect.poll(() => database.snapshot(isReplica)).toBe(true)

const put = (database: Database, value: string) => database.write((db) => writeSetting(db, 'note', value))

const read = (database: Database) =>
  database.snapshot(async (db) => ({ there: await isReplica(db), value: await readSetting(db, 'note') }))

/** A way to the replica that may be cut, or say nothing any more. */
async function startWay() {
  const { port } = new URL(replica.address)
  const sockets = new Set<Socket>()
  let isSilent = false
  const server = createServer((from) => {
    const to = connect(Number(port), '127.0.0.1')
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one.on('error', () => other.destroy()).on('close', () => other.destroy()))
      if (!isSilent) one.pipe(other)
    }
  })
  const open = async (at = 0) => once(server.listen(at, '127.0.0.1'), 'listening')
  await open()
  const own = (server.address() as AddressInfo).port
  const cut = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  ending.push(async () => cut())
  return {
    address: ofCollege(replica).replace(port, String(own)),
    cut,
    silence: () => {
      isSilent = true
      for (const socket of sockets) socket.unpipe().pause()
    },
    restore: async () => {
      isSilent = false
      cut()
      await open(own)
    },
  }
}

it('a replica is read, and a change that any server made is seen by every read that comes after it', async () => {
  const one = await openWith()
  const settings = { DATABASE_URL: ofCollege(primary), DATABASE_REPLICA_URLS: ofCollege(replica) }
  const { database: other } = await openCauseway(readConfig(settings, at()), { threaded: true })
  ending.push(() => other.close())
  await untilRead(other)
  let onReplica = 0
  for (let n = 1; n <= 100; n++) {
    await put(n % 2 ? one : other, String(n))
    const { there, value } = await read(other)
    expect(value).toBe(String(n))
    if (there) onReplica++
  }
  expect(onReplica).toBeGreaterThan(50)
  const { database: ofCommand } = await openCauseway(readConfig(settings, at()), { threaded: false })
  ending.push(() => ofCommand.close())
  expect(await read(ofCommand)).toEqual({ there: false, value: '100' })
})

it('a replica is read also where the primary has begun a segment of its log, and written nothing in it', async () => {
  const database = await openWith(ofCollege(replica))
  await put(database, 'segment')
  await ask(primary.address, 'select pg_switch_wal()')
  await expect.poll(() => read(database), { timeout: SOON_MS }).toEqual({ there: true, value: 'segment' })
})

it('while a replica is behind, the primary is read, at once', async () => {
  const database = await openWith(ofCollege(replica))
  await untilRead(database)
  await ask(replica.address, 'select pg_wal_replay_pause()')
  const began = Date.now()
  for (let n = 1; n <= 20; n++) {
    await put(database, `behind ${n}`)
    expect(await read(database)).toEqual({ there: false, value: `behind ${n}` })
  }
  expect(Date.now() - began).toBeLessThan(SOON_MS)
  await ask(replica.address, 'select pg_wal_replay_resume()')
  await untilRead(database)
  expect((await read(database)).value).toBe('behind 20')
})

it.each(['cut', 'silence'] as const)(
  '%s: a read on a replica that is lost begins anew on the primary',
  async (lose) => {
    const way = await startWay()
    const database = await openWith(way.address)
    await put(database, lose)
    await untilRead(database)
    const reads: boolean[] = []
    const began = Date.now()
    const value = await database.snapshot(async (db) => {
      reads.push(await isReplica(db))
      if (reads.length === 1) way[lose]()
      return readSetting(db, 'note')
    })
    expect({ reads, value }).toEqual({ reads: [true, false], value: lose })
    // Nobody who comes later waits for it.
    for (let n = 0; n < 50; n++) expect(await read(database)).toEqual({ there: false, value: lose })
    expect(Date.now() - began).toBeLessThan(SOON_MS)
    await way.restore()
    await untilRead(database)
  },
)

it('a refusal on a replica is an answer: it is not read again', async () => {
  const database = await openWith(ofCollege(replica))
  await untilRead(database)
  let reads = 0
  const refused = database.snapshot(async (db) => {
    if (await isReplica(db)) reads++
    throw new QuestionError('NO_DATA_DATE', { zh: '没有', en: 'none' })
  })
  await expect(refused).rejects.toThrow(QuestionError)
  expect(reads).toBe(1)
})

it('a server that is not a replica of the primary is not read, nor one that was made a primary', async () => {
  const strange = await openWith(await addressOf('postgres'))
  const database = await openWith(ofCollege(replica))
  await untilRead(database)
  await put(database, 'primary')
  await untilRead(database)
  await ask(replica.address, 'select pg_promote()')
  await ask(ofCollege(replica), `update setting set value = 'another' where name = 'note'`)
  for (let n = 0; n < 20; n++)
    for (const one of [strange, database]) expect(await read(one)).toEqual({ there: false, value: 'primary' })
})
