import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { importFile } from '@causeway/server/records/import/import-file'
import { openSecret } from '@causeway/server/records/secret'
import { startPostgres } from '../support/postgres-server.ts'
import { startNode } from '../support/processes.ts'
import { putInstitution } from '../support/put-records.ts'
import { inFolder } from './frame.ts'
import { writeStays } from './import.ts'

// A program: colleges that import at once, each a file, while readers read figures of others that are kept; PostgreSQL, one server that
// answers and another process that imports. `--colleges 6 --rows 2000 --readers 20` is for a small machine.
const { values: asked } = parseArgs({
  options: {
    colleges: { type: 'string', default: '60' },
    rows: { type: 'string', default: '20000' },
    readers: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
  },
})
const [colleges, rows, readers, seconds] = [asked.colleges, asked.rows, asked.readers, asked.seconds].map(Number)
const importing = Array.from({ length: colleges! }, (_, i) => `I${i}`)
const READ = Array.from({ length: 10 }, (_, i) => `R${i}`)
const ROWS_READ = 2_000
/** Each reader looks at what it was answered. */
const THINK_MS = 1_000
const MOST_TIMES_IDLE = 3

/** One of the readers' questions, as milliseconds until the whole answer was there. */
function ask(agent: Agent, address: string): Promise<number> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    request(address, { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`))
      answer.resume().on('end', () => resolve(performance.now() - start))
    })
      .on('error', reject)
      .end()
  })
}

const QUESTIONS = 50
const question = (n: number) =>
  `/i/EX07.csv?institution=${READ[n % READ.length]}&from=${2013 + (((n / READ.length) % 5) | 0)}&to=2023`

/** All that readers waited, in order, until it is over. */
async function readUntil(over: Promise<unknown>, address: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers! })
  const waited: number[] = []
  let isOver = false
  const end = over.finally(() => (isOver = true))
  const read = async (reader: number) => {
    await pause((THINK_MS * reader) / readers!)
    for (let n = reader; !isOver; n++) {
      waited.push(await ask(agent, address + question(n)))
      await pause(THINK_MS)
    }
  }
  await Promise.all([end, ...Array.from({ length: readers! }, (_, reader) => read(reader))])
  agent.destroy()
  return waited.sort((a, b) => a - b)
}

const share = (of: readonly number[], part: number) => of[Math.floor((of.length - 1) * part)]!

/** In the process that imports: every college its file, all at once. */
async function importAll(url: string, key: string, file: string): Promise<void> {
  const database = await openDatabase(url, { threaded: true })
  const secret = await openSecret(database, key)
  const reports = await Promise.all(
    importing.map((institution) => importFile(database, secret, { path: file, as: 'mobility', institution })),
  )
  const refused = reports.filter(({ accepted }) => accepted !== rows)
  await database.close()
  if (refused.length > 0) throw new Error(`${refused.length} files did not come in whole`)
}

async function bench(): Promise<void> {
  await inFolder(async (folder) => {
    const [file, key] = [join(folder, 'stays.csv'), join(folder, 'secret.key')]
    const postgres = await startPostgres()
    const url = postgres.address
    const database = await openDatabase(url)
    await migrate(database)
    const secret = await openSecret(database, key)
    for (const institution of [...importing, ...READ]) await putInstitution(database, institution)
    await writeStays(file, ROWS_READ)
    for (const institution of READ) await importFile(database, secret, { path: file, as: 'mobility', institution })
    await writeStays(file, rows!)
    const settings = { DATABASE_URL: url, CAUSEWAY_SECRET_FILE: key, PORT: '0', CAUSEWAY_DEMO: 'off' }
    const server = startNode('server/src/main.ts', [], settings)
    try {
      const [address] = await server.untilSays(/http:\/\/127\.0\.0\.1:\d+(?=\s)/)
      const first = new Agent()
      for (let n = 0; n < QUESTIONS; n++) await ask(first, address + question(n))
      await readUntil(pause(5_000), address)
      const idle = await readUntil(pause(seconds! * 1_000), address)
      const start = performance.now()
      const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2)], {
        env: { ...process.env, IMPORT: JSON.stringify([url, key, file]) },
      })
      const imported = once(child, 'exit').then(([code]) => {
        if (code !== 0) throw new Error('the import failed')
        return performance.now() - start
      })
      const busy = await readUntil(imported, address)
      const { rows: counted } = await sql<{ n: number }>`select count(*) as n from record_mobility
        where institution = any(${importing}) and until is null`.execute(database.quick)
      if (counted[0]!.n !== colleges! * rows!) throw new Error(`${counted[0]!.n} records are there`)
      const [before, during] = [share(idle, 0.99), share(busy, 0.99)]
      console.log(
        `\n${colleges} colleges import ${rows} rows each at once, ${readers} readers read kept figures; PostgreSQL, ${cpus().length} cores\n`,
      )
      console.log('| | answers | p50 | p99 |\n|---|---|---|---|')
      for (const [what, of] of [
        ['idle', idle],
        ['meanwhile', busy],
      ] as const)
        console.log(`| ${what} | ${of.length} | ${share(of, 0.5).toFixed(1)} ms | ${share(of, 0.99).toFixed(1)} ms |`)
      console.log(`| **the one of the other** (at most ${MOST_TIMES_IDLE}) | | | **${(during / before).toFixed(2)}** |`)
      const tookSeconds = (await imported) / 1_000
      console.log(`\nAll ${counted[0]!.n.toLocaleString('en')} records are there, after ${tookSeconds.toFixed(0)} s.`)
    } finally {
      server.child.kill('SIGTERM')
      await server.ended
      await database.close()
      await postgres.stop()
    }
  })
}

await (process.env.IMPORT ? importAll(...(JSON.parse(process.env.IMPORT) as [string, string, string])) : bench())
