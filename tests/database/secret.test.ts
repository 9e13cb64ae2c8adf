import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect } from 'vitest'
import { sql } from 'kysely'
import { hashPerson, openSecret, SecretMissing } from '@causeway/server/records/secret'
import { forEachDatabase, test as it } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { putRecords } from '../support/put-records.ts'
import { runCauseway, startNode, type RunningProcess } from '../support/processes.ts'

const COLLEGE = { code: 'A', name_zh: '甲', country: 'CN' }

const at = folderOfEachTest()
let server: RunningProcess | undefined
afterEach(async () => {
  server?.child.kill('SIGKILL')
  await server?.ended
})

forEachDatabase((_name, open) => {
  let file: string
  beforeEach(() => {
    file = at('keys', 'secret.key')
  })

  it('an empty database gets a secret that only its owner may read, and keeps it', async (database) => {
    const secret = await openSecret(database, file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect((await openSecret(database, file)).key).toEqual(secret.key)
    const settings = await database.quick.selectFrom('setting').selectAll().execute()
    expect(JSON.stringify(settings)).not.toContain(readFileSync(file, 'utf8').trim())
  })

  it('a filled database without its secret does not open, and the sentence says what to restore', async (database) => {
    await openSecret(database, file)
    await putRecords(database, 'institution', null, [COLLEGE])
    rmSync(file)
    const error = await openSecret(database, file).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SecretMissing)
    expect((error as SecretMissing).words.en).toMatch(/\.key.*CAUSEWAY_SECRET_FILE/)
    expect((error as SecretMissing).words.zh).toMatch(/恢复.*CAUSEWAY_SECRET_FILE/)
    expect(() => statSync(file)).toThrow()
  })

  it('a filled database with the secret of another does not open', async () => {
    const [database, another] = [await open(), await open()]
    await openSecret(database, file)
    await putRecords(database, 'institution', null, [COLLEGE])
    const other = at('other.key')
    await openSecret(another, other)
    await expect(openSecret(database, other)).rejects.toThrow(SecretMissing)
  })

  it('a file that is no secret is neither used nor written over', async (database) => {
    const mine = at('letter.txt')
    writeFileSync(mine, 'Dear mother,')
    await expect(openSecret(database, mine)).rejects.toThrow(SecretMissing)
    expect(readFileSync(mine, 'utf8')).toBe('Dear mother,')
  })

  it('a lost secret may be made anew while nothing was imported', async (database) => {
    await openSecret(database, file)
    rmSync(file)
    await openSecret(database, file)
    expect(statSync(file).size).toBeGreaterThan(40)
  })

  it('one person is one hash, however the number is written; another institution gives another', async () => {
    const secret = await openSecret(await open(), file)
    const hash = hashPerson(secret, 'A', ' ｌｘ００1 ')
    expect(hash).toBe(hashPerson(secret, 'A', 'LX001'))
    expect(hash).toMatch(/^[\w-]{22}$/)
    expect(
      new Set([
        hash,
        hashPerson(secret, 'B', 'LX001'),
        hashPerson(secret, 'A', 'LX1'),
        hashPerson(secret, 'A', '0LX001'),
      ]).size,
    ).toBe(4)
  })
})

forEachDatabase((name) => {
  it.runIf(name === 'postgres')(
    'a connection that the server cuts in the middle of its work costs that work, and nothing else',
    async (database) => {
      const cut = database.snapshot(async (db) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
        await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(database.quick)
        // The driver hears of it between two statements, as where a file is being read.
        while ((await countBackends(rows[0]!.pid)) > 0) await new Promise((resolve) => setImmediate(resolve))
        await sql`select 1`.execute(db)
      })
      const countBackends = async (pid: number) => {
        const { rows } = await sql<{
          n: number
        }>`select count(*) as n from pg_stat_activity where pid = ${pid}`.execute(database.quick)
        return rows[0]!.n
      }
      await expect(cut).rejects.toThrow()
      expect((await sql<{ one: number }>`select 1 as one`.execute(database.quick)).rows).toEqual([{ one: 1 }])
      expect(await database.write(async () => 'written')).toBe('written')
    },
  )
})

forEachDatabase((_name, _open, newUrl) => {
  it('a server that runs through a backup and a restore answers what the database then holds', async () => {
    const settings = {
      DATABASE_URL: await newUrl(),
      CAUSEWAY_SECRET_FILE: at('secret'),
      CAUSEWAY_DEMO: 'off',
      PORT: '0',
    }
    const run = async (...args: string[]) =>
      expect(await runCauseway([...args, '--json'], settings, at())).toMatchObject({ code: 0 })
    const importStays = async (days: number, dataDate: string) => {
      const rows = Array.from(
        { length: 6 },
        (_, person) => `T${person},out,staff,guide,TH,2022-10-01,2022-10-${String(days).padStart(2, '0')}`,
      )
      writeFileSync(at('stays.csv'), ['person,direction,audience,purpose,country,start,end', ...rows].join('\n'))
      await run('import', 'stays.csv', '--as', 'mobility', '--institution', 'x', '--data-date', dataDate)
    }
    server = startNode('server/dist/main.js', [], settings)
    const [, address] = await server.untilSays(/ready: (\S+)\n/)
    let etag: string | null = null
    const ask = async () => {
      const answer = await fetch(`${address}/i/EX11.json?institution=x&from=2022&to=2022`, {
        headers: etag ? { 'if-none-match': etag } : {},
      })
      etag = answer.headers.get('etag')
      return answer.status === 304 ? 304 : ((await answer.json()) as { figures: { value: number }[] }).figures[0]!.value
    }

    writeFileSync(at('me.csv'), 'code,name_zh,country\nx,学院,CN\n')
    await run('import', 'me.csv', '--as', 'institution', '--data-date', '2024-08-31')
    await importStays(10, '2024-08-31')
    expect(await ask()).toBe(60)
    await run('backup', 'b')
    expect(await ask()).toBe(304)
    await importStays(20, '2024-09-01')
    expect(await ask()).toBe(120)
    await run('restore', 'b')
    expect(await ask()).toBe(60)
    await importStays(15, '2024-09-02')
    expect(await ask()).toBe(90)
    await run('verify')
  })
})
