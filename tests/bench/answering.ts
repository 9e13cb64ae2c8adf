import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { createToken } from '@causeway/server/access/tokens'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { DEFAULT_AT } from '@causeway/shared/period'
import { PROJECT_ROOT } from '@causeway/server/ground/files'
import { openDatabase } from '@causeway/server/ground/database/open'
import { createApp } from '@causeway/server/outlets/http/app'
import { listen } from '@causeway/server/outlets/http/serve'
import type { Dashboard } from './questions.ts'

// A program, `answering.ts ADDRESS`: a server of that database, and beside it in the same process bare `node:http` that answers
// what it is sent, and bare SQL over `node:http`. To each message it says what of the processor it has used.
const [url] = process.argv.slice(2) as [string]
const database = await openDatabase(url, { threaded: true })
const { token } = await createToken(database, { role: 'reader', institution: null, expires: null })
const causeway = { database, indicators: CATALOGUE, publicReading: true }
const app = createApp(causeway, { webRoot: join(PROJECT_ROOT, 'web', 'dist') })
const served = await listen(app, { port: 0, host: '127.0.0.1' })
let answer = { status: 200, headers: {} as Record<string, string>, body: Buffer.alloc(0) }

const bare = await listenBare((incoming, outgoing) => {
  const end = () => outgoing.writeHead(answer.status, answer.headers).end(answer.body)
  if (incoming.method === 'POST') incoming.resume().on('end', end)
  else end()
})
const sql = url.startsWith('file:') ? await listenSql(url.slice('file:'.length)) : 0
process.send!({ token, ports: { served: served.port, bare, sql } })
process.on('message', (said: { status: number; headers: Record<string, string>; body: string } | 'used') => {
  if (said !== 'used') answer = { ...said, body: Buffer.from(said.body, 'latin1') }
  void settleKeeping(database).then(() => process.send!(process.cpuUsage()))
})
process.once('disconnect', () => process.exit())

async function listenBare(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

/** The revision and the kept sets of the indicators that are asked for, by prepared statements, as JSON. */
function listenSql(file: string): Promise<number> {
  const db = new SQLite(file, { readonly: true })
  const state = db.prepare('select revision, committed_at from institution_state where institution = ?')
  const find = db.prepare(
    "select figures from figure_set where institution = 'demo' and indicator = ? and basis = ? and at = ? and dimension = '' and scope = ?",
  )
  const keys = new Map(
    CATALOGUE.map(({ id, version, bases: [basis], scope }) => [
      id,
      [`${id}@${version}`, basis!, basis === 'POINT_IN_TIME' ? DEFAULT_AT : '', scope?.default ?? ''],
    ]),
  )
  return listenBare((incoming, outgoing) => {
    let asked = ''
    incoming.on('data', (some) => (asked += some))
    incoming.on('end', () => {
      const { variables } = JSON.parse(asked) as Dashboard
      const sets = Object.values(variables).flatMap((id) =>
        typeof id === 'string' ? [find.get(...keys.get(id)!)] : [],
      )
      const body = JSON.stringify({ state: state.get('demo'), sets })
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      outgoing.end(body)
    })
  })
}
