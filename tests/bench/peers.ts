import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { OPERATOR } from '@causeway/server/access/viewer'
import { loadDemonstration } from '@causeway/server/desk/demonstration/load-demonstration'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { openDatabase } from '@causeway/server/ground/database/open'
import { migrate } from '@causeway/server/records/migrate'
import { openSecret } from '@causeway/server/records/secret'
import { median } from '../support/oracle/statistics.ts'
import { freePort } from '../support/postgres-server.ts'
import { startAnswering } from './answers.ts'
import { newFolder, newPostgres, once, onPostgres, timed, rowOf, type Row } from './frame.ts'
import { load, post, postAnew } from './load.ts'
import { describe, drawQuestions, toGraph, type Question } from './questions.ts'

const PEER = 'postgraphile@5.1.5'
const CONNECTIONS = 8

/** A yearly series of the demonstration, beside PostGraphile that reads a view which counts it; by the clock, by turns. */
const measured = once(async (size) => {
  const folder = newFolder()
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, PEER], {
    encoding: 'utf8',
  })
  if (installed.status !== 0) return { kept: `${PEER} could not be installed`, known: `${PEER} could not be installed` }
  const address = await newPostgres(size, 'peer')
  const of = CATALOGUE.filter(({ code }) => code === 'EX02')
  const question: Question = { ...drawQuestions(`${size.seed} peer`, 1, of)[0]!, basis: 'SCHOOL_YEAR', by: null }
  await fill(address, join(folder, 'key'), question)
  const ours = await startAnswering(address)
  const peer = await startPeer(folder, address)
  try {
    const query = toGraph([question], 'demo', 'figures { period { year } value }')
    const theirs = `{ allYearlyFigures(condition: { institution: "demo" }, orderBy: YEAR_ASC) { nodes { year value } } }`
    const asked = {
      kept: [ours.ports.served, postAnew(query)],
      known: [ours.ports.served, post({ query })],
      peer: [peer.port, postAnew(theirs)],
    } as const
    const requests = size.small ? 300 : 2_000
    const times = { kept: [] as number[], known: [] as number[], peer: [] as number[] }
    for (const [port, sent] of Object.values(asked)) await load(port, sent, CONNECTIONS, requests)
    for (let round = 0; round < 5; round++)
      for (const name of ['kept', 'known', 'peer'] as const) {
        const [port, sent] = asked[name]
        times[name].push((await timed(() => load(port, sent, CONNECTIONS, requests))) / requests)
      }
    const beside = median(times.peer)
    const row = (ms: number) => ({
      value: beside / ms,
      note: `${(ms * 1000).toFixed(0)} µs beside ${(beside * 1000).toFixed(0)}, ${CONNECTIONS} connections; ${describe(question)}`,
    })
    return { kept: row(median(times.kept)), known: row(median(times.known)) }
  } finally {
    ours.server.disconnect()
    peer.end()
  }
})

/** The demonstration, and a view that counts the same of its records. @throws where it does not say the same */
async function fill(address: string, key: string, { declaration, basis, from, to }: Question): Promise<void> {
  const database = await openDatabase(address)
  await migrate(database)
  await loadDemonstration(database, await openSecret(database, key))
  const asked = { indicator: declaration.id, institution: 'demo', basis, from, to }
  const causeway = { database, indicators: CATALOGUE, publicReading: true }
  const { figures } = await readSeries(causeway, OPERATOR, asked)
  await settleKeeping(database)
  await database.close()
  const rows = await onPostgres(address, async (client) => {
    await client.query(`create schema peer create view yearly_figure as select institution, year, count(distinct person) as value
      from record_enrolment, generate_series(${from}, ${to}) as year where until is null and kind <> 'overseas'
      and nationality not in ('CN', 'HK', 'MO', 'TW') and start < (year + 1) || '-09-01'
      and coalesce("end", '9999') >= year || '-09-01' group by institution, year`)
    return (await client.query('select value::int from peer.yearly_figure order by year')).rows
  })
  const [theirs, ours] = [rows, figures].map((all) => all.flatMap(({ value }) => value || []).join(' '))
  if (theirs !== ours) throw new Error(`the peer counts ${theirs}, we ${ours}`)
}

async function startPeer(folder: string, address: string) {
  const port = await freePort()
  const program = join(folder, 'node_modules', '.bin', 'postgraphile')
  const args = ['-P', 'postgraphile/presets/amber', '-c', address, '-s', 'peer', '-n', '127.0.0.1', '-p', String(port)]
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production' } })
  const end = () => void child.kill('SIGTERM')
  process.once('exit', end)
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/graphql`).catch(() => null)) return { port, end }
    await pause(100)
  }
  throw new Error(`${PEER} did not start`)
}

/** To install and to run the other takes longer than any row of ours, and says nothing about a change of ours that the dashboards do not. */
export const peerRows: Row[] = [
  { ...rowOf('kept yearly series beside PostGraphile 5', '≥ 8', measured, 'kept'), isLarge: true },
  { ...rowOf('known yearly series beside PostGraphile 5', '≥ 12', measured, 'known'), isLarge: true },
]
