import { createServer, Agent, request } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createApp } from '@causeway/server/outlets/http/app'
import { loadDemonstration } from '@causeway/server/desk/demonstration/load-demonstration'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { listen } from '@causeway/server/outlets/http/serve'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { openSecret } from '@causeway/server/records/secret'
import { createToken } from '@causeway/server/access/tokens'
import { median } from '../support/oracle/statistics.ts'
import { timed, withDatabase } from './frame.ts'

const INDICATORS = ['DN01', 'DN02', 'DN03', 'IN11', 'IN13', 'IN17', 'EX02', 'EX07', 'EX11', 'ST01', 'PF05', 'SK01']
const ROUNDS = 600

/** A kept dashboard of 12 indicators and 10 years over HTTP, beside the SQL that finds the same sets, bare and stringified. */
export function benchDashboard() {
  return withDatabase(async (database, folder) => {
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
    const bare = await listenBare(join(folder, 'bench.db'))
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
  })
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
