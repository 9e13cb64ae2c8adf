import { fork } from 'node:child_process'
import { once as heard } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { importFile } from '@causeway/server/records/import/import-file'
import { openSecret } from '@causeway/server/records/secret'
import { startNode } from '../support/processes.ts'
import { putInstitution } from '../support/put-records.ts'
import { newFolder, newPostgres, type Row } from './frame.ts'
import { writeStays } from './import.ts'

const READ = Array.from({ length: 10 }, (_, i) => `R${i}`)
const ROWS_READ = 2_000
/** Each reader looks at what it was answered. */
const THINK_MS = 1_000
const QUESTIONS = 50
const question = (n: number) =>
  `/i/EX07.csv?institution=${READ[n % READ.length]}&from=${2013 + (((n / READ.length) % 5) | 0)}&to=2023`

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

/** What the slowest of a hundred waited, of all that readers waited until it is over. */
async function readUntil(over: Promise<unknown>, address: string, readers: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const waited: number[] = []
  let isOver = false
  const end = over.finally(() => (isOver = true))
  const read = async (reader: number) => {
    await pause((THINK_MS * reader) / readers)
    for (let n = reader; !isOver; n++) {
      waited.push(await ask(agent, address + question(n)))
      await pause(THINK_MS)
    }
  }
  await Promise.all([end, ...Array.from({ length: readers }, (_, reader) => read(reader))])
  agent.destroy()
  return waited.sort((a, b) => a - b)[Math.floor((waited.length - 1) * 0.99)]!
}

/**
 * Colleges that import at once, each a file, while readers read figures of others that are kept; PostgreSQL, one server that answers and
 * another process that imports.
 */
const measure: Row['measure'] = async (size) => {
  const [colleges, rows, readers, idleMs] = size.small ? [6, 2_000, 20, 2_000] : [60, 20_000, 200, 20_000]
  const folder = newFolder()
  const [file, key] = [join(folder, 'stays.csv'), join(folder, 'secret.key')]
  const url = await newPostgres(size, 'nation')
  const database = await openDatabase(url)
  await migrate(database)
  const secret = await openSecret(database, key)
  const importing = Array.from({ length: colleges }, (_, i) => `I${i}`)
  for (const institution of [...importing, ...READ]) await putInstitution(database, institution)
  await writeStays(file, ROWS_READ)
  for (const institution of READ) await importFile(database, secret, { path: file, as: 'mobility', institution })
  await writeStays(file, rows)
  const settings = { DATABASE_URL: url, CAUSEWAY_SECRET_FILE: key, PORT: '0', CAUSEWAY_DEMO: 'off' }
  const server = startNode('server/dist/main.js', [], settings)
  try {
    const [address] = await server.untilSays(/http:\/\/127\.0\.0\.1:\d+(?=\s)/)
    const first = new Agent()
    for (let n = 0; n < QUESTIONS; n++) await ask(first, address + question(n))
    await readUntil(pause(idleMs / 4), address, readers)
    const idle = await readUntil(pause(idleMs), address, readers)
    const start = performance.now()
    const child = fork(join(import.meta.dirname, 'importing.ts'), [url, key, file, String(colleges), String(rows)])
    const imported = heard(child, 'exit').then(([code]) => {
      if (code !== 0) throw new Error('the files did not come in whole')
      return (performance.now() - start) / 1_000
    })
    const busy = await readUntil(imported, address, readers)
    const { rows: counted } = await sql<{ n: number }>`select count(*) as n from record_mobility
      where institution = any(${importing}) and until is null`.execute(database.quick)
    if (counted[0]!.n !== colleges * rows) throw new Error(`${counted[0]!.n} records are there`)
    const note = `${colleges} colleges import ${rows.toLocaleString('en')} rows each in ${(await imported).toFixed(0)} s, ${readers} readers; p99 ${busy.toFixed(1)} ms beside ${idle.toFixed(1)} idle`
    return { value: busy / idle, note }
  } finally {
    server.child.kill('SIGTERM')
    await server.ended
    await database.close()
  }
}

export const nationRows: Row[] = [
  { name: 'kept reads while a nation imports beside idle, PostgreSQL', limit: '≤ 3', measure },
]
