import { sql } from 'kysely'
import { expect } from 'vitest'
import { DatabaseBusy, LONGEST_WAIT_MS, type Connection } from '@causeway/server/ground/database/database'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { commitBatch } from '@causeway/server/records/commit'
import { findInstitution } from '@causeway/server/records/institutions'
import { forEachDatabase, test as it } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'

const partner = (code: string) => ({ code, name_zh: code, country: 'RU' })
const header = {
  ...{ recordType: 'partner', fileName: 'p.csv', fileHash: () => 'h', encoding: () => null },
  dataDate: '2024-08-31',
}

forEachDatabase((name, open, newUrl) => {
  it('two writers of one institution take turns, and no revision is given twice', async () => {
    const url = await newUrl()
    const [one, two] = [await openDatabase(url), await openDatabase(url)]
    try {
      await migrate(one)
      const codes = Array.from({ length: 20 }, (_, i) => `P${i}`)
      const results = await Promise.all(
        codes.map((code, i) => putRecords(i % 2 ? one : two, 'partner', 'A', [partner(code)], { alone: i % 3 === 0 })),
      )
      const revisions = results.map(({ revisions }) => revisions['A']!).sort((a, b) => a - b)
      expect(revisions).toEqual(codes.map((_, i) => i + 1))
      const rows = await one.quick.selectFrom('record_partner').select(['key', 'since']).execute()
      expect(new Set(rows.map(({ since }) => since)).size).toBe(codes.length)
      expect((await one.quick.selectFrom('institution_state').select('revision').executeTakeFirst())?.revision).toBe(
        codes.length,
      )
    } finally {
      await one.close()
      await two.close()
    }
  })

  it('a writer of many rows takes more memory meanwhile, and gives it back', async () => {
    if (name !== 'sqlite') return
    const database = await open()
    const size = (db: Connection) => sql<{ cache_size: number }>`pragma cache_size`.execute(db)
    const sizes = [await database.write(size, { isMuch: true }), await database.write(size)]
    expect(sizes.map(({ rows }) => rows[0]!.cache_size)).toEqual([-98_304, -8_192])
  })

  it('after many rows the planner knows at once how many a table has, and after few it is left as it was', async (database) => {
    if (name !== 'postgres') return
    const known = async () => {
      const { rows } = await sql<{ rows: number }>`
        select greatest(reltuples, 0) as rows from pg_class where relname = 'record_partner'`.execute(database.quick)
      return rows[0]!.rows
    }
    const put = (from: number, to: number) =>
      putRecords(
        database,
        'partner',
        'A',
        Array.from({ length: to - from }, (_, i) => partner(`P${from + i}`)),
      )
    await put(0, 20)
    expect(await known()).toBe(0)
    await put(20, 200)
    expect(await known()).toBe(200)
    await put(200, 260)
    expect(await known()).toBe(200)
  })

  it('rows are in where their table cannot be measured for the planner', async (database) => {
    if (name !== 'postgres') return
    const quick = new Proxy(database.quick, {
      get(of, key, self) {
        if (key === 'getExecutor') throw new Error('cut off')
        return Reflect.get(of, key, self) as unknown
      },
    })
    const rows = Array.from({ length: 200 }, (_, i) => partner(`P${i}`))
    expect((await putRecords({ ...database, quick }, 'partner', 'A', rows)).accepted).toBe(200)
  })

  it('more files at once than there are connections come in whole, and small reads and writes do not wait for them', async (database) => {
    const begun = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const files = Array.from({ length: 40 }, (_, i) =>
      commitBatch(database, { ...header, institution: `X${i}`, isMuch: true }, async (writer) => {
        await writer.add([{ row: 2, institution: `X${i}`, key: 'P', values: partner('P') }])
        if (i === 0) begun.resolve()
        await go.promise
        return 'keep'
      }),
    )
    await begun.promise
    if (name === 'postgres') await putRecords(database, 'partner', 'Y', [partner('P')], { alone: true })
    expect(await findInstitution(database, 'nobody')).toBeNull()
    go.resolve()
    expect((await Promise.all(files)).map(({ accepted }) => accepted)).toEqual(files.map(() => 1))
  })

  it('batches over several institutions in opposite orders do not wait for each other for ever', async (database) => {
    const both = (first: string, second: string, code: string) =>
      commitBatch(database, header, async (writer) => {
        for (const institution of [first, second]) {
          await writer.add([{ row: 2, institution, key: code, values: partner(code) }])
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        return 'keep'
      })
    const alone = putRecords(database, 'partner', 'B', [partner('PZ')], { alone: true })
    const [ab, ba] = await Promise.all([both('A', 'B', 'P1'), both('B', 'A', 'P2'), alone])
    expect([ab.accepted, ba.accepted]).toEqual([2, 2])
    const states = await database.quick
      .selectFrom('institution_state')
      .select(['institution', 'revision'])
      .orderBy('institution')
      .execute()
    expect(states).toEqual([
      { institution: 'A', revision: 2 },
      { institution: 'B', revision: 3 },
    ])
  })

  it('a reader sees one state to the end, whatever a writer commits meanwhile', async (database) => {
    await putRecords(database, 'institution', null, [{ code: 'A', name_zh: '甲', country: 'CN' }])
    await putRecords(database, 'partner', 'A', [partner('P1')])
    const seen = await database.snapshot(async (db) => {
      const count = async () =>
        (
          await db
            .selectFrom('record_partner')
            .select((e) => e.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow()
        )['n']
      const before = await count()
      await putRecords(database, 'partner', 'A', [partner('P2')])
      return [before, await count()]
    })
    expect(seen).toEqual([1, 1])
    expect((await findInstitution(database, 'A'))?.revision).toBe(3)
  })

  it('a reader does not wait for a writer in the middle of its work, and sees nothing of it', async (database) => {
    await commitBatch(database, header, async (writer) => {
      await writer.add([{ row: 2, institution: 'A', key: 'P1', values: partner('P1') }])
      const read = await database.snapshot((db) => db.selectFrom('record_partner').select('key').execute())
      expect(read).toEqual([])
      expect(await database.quick.selectFrom('record_partner').select('key').execute()).toEqual([])
      expect(await writer.hasCode('A', 'partner', 'P1')).toBe(true)
      return 'keep'
    })
    expect(await database.quick.selectFrom('record_partner').select('key').execute()).toHaveLength(1)
  })

  it('who will not wait is said at once that another writer holds the lock', async (database) => {
    await putRecords(database, 'partner', 'A', [partner('P1')])
    await commitBatch(database, { ...header, institution: 'A' }, async () => {
      const keep = database.write(
        async (db) =>
          db.updateTable('institution_state').set({ committed_at: 'x' }).where('institution', '=', 'A').execute(),
        { waitMs: 0 },
      )
      await expect(keep).rejects.toThrow(DatabaseBusy)
      return 'undo'
    })
  })

  it('who waits for some time is said when it is over, and what was to be written is not written later', async (database) => {
    await putRecords(database, 'partner', 'A', [partner('P1')])
    const touch = (at: string, waitMs: number) =>
      database.write(
        async (db) =>
          db.updateTable('institution_state').set({ committed_at: at }).where('institution', '=', 'A').execute(),
        { waitMs },
      )
    await commitBatch(database, { ...header, institution: 'A' }, async () => {
      await expect(touch('late', 30)).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
      return 'undo'
    })
    await touch('next', 10_000)
    const { committed_at } = await database.quick
      .selectFrom('institution_state')
      .select('committed_at')
      .where('institution', '=', 'A')
      .executeTakeFirstOrThrow()
    expect(committed_at).toBe('next')
  })

  // SQLite has one lock.
  it.runIf(name === 'postgres')('anyone who waits for several locks waits no longer than for one', async (database) => {
    const limit = async (db: Connection) => {
      const { rows } = await sql<{ ms: number }>`
        select setting::int as ms from pg_settings where name = 'lock_timeout'`.execute(db)
      return rows[0]!.ms
    }
    const takeAWhile = (db: Connection) => sql`select pg_sleep(0.2)`.execute(db)
    const limits = (waitMs?: number) =>
      database.write(
        async (db) => {
          const before = await limit(db)
          await takeAWhile(db)
          return { before, after: await limit(db) }
        },
        { waitMs },
      )
    const some = await limits(60_000)
    expect(some.before).toBeLessThanOrEqual(60_000)
    expect(some.after).toBeLessThanOrEqual(59_800)
    expect(some.after).toBeGreaterThan(1)
    expect((await limits(150)).after).toBe(1)
    expect(await limits(0)).toEqual({ before: 1, after: 1 })
    expect(await limits()).toEqual({ before: LONGEST_WAIT_MS, after: LONGEST_WAIT_MS })

    // All connections are taken for a while.
    const others = Array.from({ length: 16 }, () => database.write(takeAWhile))
    const waited = database.write(limit, { waitMs: 60_000 })
    await Promise.all(others)
    expect(await waited).toBeLessThanOrEqual(59_800)
  })

  it('a failure inside a write leaves nothing of it, and the next write works', async (database) => {
    const fail = commitBatch(database, header, async (writer) => {
      await writer.add([{ row: 2, institution: 'A', key: 'P1', values: partner('P1') }])
      throw new Error('the file changed')
    })
    await expect(fail).rejects.toThrow('the file changed')
    expect((await putRecords(database, 'partner', 'A', [partner('P1')])).outcomes).toEqual(['accepted'])
  })

  it('sums and counts come as numbers', async (database) => {
    await putRecords(database, 'mobility', 'A', [
      {
        ...{ headcount: 3, direction: 'in', audience: 'student', purpose: 'study', country: 'VN' },
        ...{ start: '2023-01-01', end: '2023-01-02' },
      },
    ])
    const row = await database.quick
      .selectFrom('record_mobility')
      .select((e) => [e.fn.sum('headcount').as('sum'), e.fn.countAll().as('count'), e.fn.sum('start_day').as('days')])
      .executeTakeFirst()
    expect(row).toEqual({ sum: 3, count: 1, days: 19358 })
  })
})
