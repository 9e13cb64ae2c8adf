import { createServer } from 'node:http'
import { Agent, request } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createApp } from '@causeway/server/outlets/http/app'
import { loadDemonstration } from '@causeway/server/desk/demonstration/load-demonstration'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { listen } from '@causeway/server/outlets/http/serve'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { openSecret } from '@causeway/server/records/secret'
import { createToken } from '@causeway/server/access/tokens'
import { median } from '../support/oracle/statistics.ts'

const INDICATORS = ['DN01', 'DN02', 'DN03', 'IN11', 'IN13', 'IN17', 'EX02', 'EX07', 'EX11', 'ST01', 'PF05', 'SK01']
const ROUNDS = 600

interface Dashboard {
  servedMs: number
  bareMs: number
}

/** A kept dashboard of 12 indicators and 10 years over HTTP, beside the SQL that finds the same sets, bare and stringified. */
export async function benchDashboard(): Promise<Dashboard> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
  const file = join(folder, 'bench.db')
  const database = await openDatabase(`file:${file}`, { threaded: true })
  try {
    await migrate(database)
    await loadDemonstration(database, await openSecret(database, join(folder, 'key')))
    const { token } = await createToken(database, { role: 'reader', institution: null, expires: null })
    const app = createApp({ database, indicators: CATALOGUE, publicReading: true }, { webRoot: null, log: () => {} })
    const served = await listen(app, { port: 0, host: '127.0.0.1' })
    const query = `{ ${INDICATORS.map((code) => `${code}: indicator(id: "${code}") { series(institution: "demo", from: 2015, to: 2024) { revision figures { period { year label } value gap } } }`).join(' ')} }`
    const ask = poster(served.port, '/graphql', JSON.stringify({ query }), {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    })
    await ask()
    await settleKeeping(database)
    const bare = await listenBare(file)
    const askBare = poster(bare.port, '/', '{}', {})
    const times = { served: [] as number[], bare: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      times.served.push(await timed(ask))
      times.bare.push(await timed(askBare))
    }
    await served.close()
    await app.close()
    bare.close()
    return { servedMs: median(times.served), bareMs: median(times.bare) }
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The revision and the twelve kept sets, by prepared statements, as JSON. */
async function listenBare(file: string): Promise<{ port: number; close: () => void }> {
  const db = new Database(file, { readonly: true })
  const state = db.prepare('select revision, committed_at from institution_state where institution = ?')
  const find = db.prepare(
    "select figures from figure_set where institution = 'demo' and indicator = ? and basis = 'SCHOOL_YEAR' and dimension = ''",
  )
  const ids = INDICATORS.map((code) => CATALOGUE.find((declaration) => declaration.code === code)!.id)
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => {
      const body = JSON.stringify({ state: state.get('demo'), sets: ids.map((id) => find.get(id)) })
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, close: () => (server.close(), db.close()) }
}

function poster(port: number, path: string, body: string, headers: Record<string, string>): () => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return () =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          port,
          host: '127.0.0.1',
          path,
          method: 'POST',
          agent,
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        },
        (answer) => {
          if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}`))
          answer.resume().on('end', resolve)
        },
      )
      sent.on('error', reject).end(body)
    })
}
