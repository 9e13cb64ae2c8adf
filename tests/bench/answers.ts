import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once as heard } from 'node:events'
import { join } from 'node:path'
import { copyDemonstration } from '../support/demonstration.ts'
import { median } from '../support/oracle/statistics.ts'
import { demonstration, once, type Measured, type Row, type Size } from './frame.ts'
import { get, load, post } from './load.ts'
import { describe, drawDashboards, drawQuestions, toAddress, toDashboard, toGraph } from './questions.ts'
import { createRandom } from '../support/random.ts'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'

type Ports = Record<'served' | 'bare' | 'sql', number>

/** A server of a database in a process that ends with this one. */
export async function startAnswering(url: string) {
  const server = fork(join(import.meta.dirname, 'answering.ts'), [url], {
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  })
  const ended = heard(server, 'exit').then(() => Promise.reject(new Error('the server ended')))
  const [said] = (await Promise.race([heard(server, 'message'), ended])) as [{ token: string; ports: Ports }]
  return { server, ports: said.ports, bearer: `authorization: Bearer ${said.token}` }
}

const answering = once(async (size) => {
  const { DATABASE_URL } = copyDemonstration(await demonstration(size))
  return startAnswering(DATABASE_URL!)
})

type Answering = Awaited<ReturnType<typeof answering>>

/** How often each has its turn, and with how many requests. */
type Turns = readonly [rounds: number, requests: number]
const FEW: Turns = [3, 1_000]
const MANY: Turns = [7, 4_000]

/** Microseconds of the server's processor by request, all of its threads together, by turns. The load comes from here. */
async function measureTurns(
  { server, ports }: Answering,
  sent: Partial<Record<keyof Ports, string | (() => string)>>,
  connections: number,
  [rounds, requests]: Turns,
): Promise<Record<keyof Ports, number>> {
  const used = { served: [] as number[], bare: [] as number[], sql: [] as number[] }
  for (let round = 0; round < rounds; round++)
    for (const [name, letters] of Object.entries(sent) as [keyof Ports, string][]) {
      const before = await ask(server, 'used')
      await load(ports[name], letters, connections, requests)
      used[name].push(((await ask(server, 'used')) - before) / requests)
    }
  return { served: median(used.served), bare: median(used.bare), sql: median(used.sql) }
}

async function ask(server: ChildProcess, said: object | string): Promise<number> {
  server.send(said)
  const [{ user, system }] = (await heard(server, 'message')) as [NodeJS.CpuUsage]
  return user + system
}

const beside = (served: number, other: number, note = '') =>
  `${served.toFixed(1)} µs beside ${other.toFixed(1)}${note && `; ${note}`}`

interface Asked {
  address(format: string): string
  query: string
  bearer: string
}

/** A known answer beside bare `node:http` that sends the same bytes from the same process. */
function knownRow(asked: string, atLeast: number, connections: number, toSent: (asked: Asked) => string): Row {
  return {
    name: `known answer: ${asked}, ${connections} connection${connections > 1 ? 's' : ''}`,
    limit: `≥ ${atLeast}`,
    async measure(size) {
      const one = await answering(size)
      const [question] = drawQuestions(`${size.seed} known`, 1)
      const query = toGraph([question!], 'demo')
      await load(one.ports.served, post({ query, ...persisted(query) }), 1, 1)
      const sent = toSent({ address: (format) => toAddress(question!, format), query, bearer: one.bearer })
      await ask(one.server, await load(one.ports.served, sent, 1, 1))
      // Code that runs for the first time is not what is measured.
      for (const port of [one.ports.served, one.ports.bare]) await load(port, sent, connections, 2_000)
      const { served, bare } = await measureTurns(
        one,
        { served: sent, bare: sent },
        connections,
        size.small ? FEW : MANY,
      )
      return { value: bare / served, note: beside(served, bare, describe(question!)) }
    },
  }
}

const persisted = (query: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } },
})

/** A dashboard of 12 indicators and ten years beside bare SQL that reads the same kept sets. Ratio of what is used: less is better. */
function dashboardRow(name: string, measure: (size: Size, one: Answering) => Promise<Measured>): Row {
  return {
    ...{ name, limit: '≤ 1.8' },
    async measure(size) {
      const one = await answering(size)
      const ids = CATALOGUE.map(({ id }) => id)
      // Each field that a choice may be made of, and each year; twice, since the first time figures are counted and kept meanwhile.
      for (const from of [...tensBefore(size), FROM, MOST_FROM].flatMap((year) => [year, year])) {
        for (let at = 0; at < ids.length; at += 12)
          await load(one.ports.served, post(toDashboard(ids.slice(at, at + 12), from)), 1, 1)
        await ask(one.server, 'used')
      }
      return measure(size, one)
    },
  }
}

const FROM = 2010
const MOST_FROM = 2015
const tensBefore = ({ small }: Size) => (small ? [] : [1990, 2000])

/** Another choice of indicators each time. */
async function measureChoices(size: Size, one: Answering): Promise<Measured> {
  const draw = drawDashboards(`${size.seed} dashboard`)
  const choose = () => post(draw(FROM))
  // Code that runs for the first time is not what is measured.
  for (const port of [one.ports.served, one.ports.sql]) await load(port, choose, 1, 1_000)
  const { served, sql } = await measureTurns(one, { served: choose, sql: choose }, 1, FEW)
  const random = createRandom(`${size.seed} years`)
  const anew = await measureTurns(
    one,
    { served: () => post(draw(random.whole(tensBefore(size)[0] ?? FROM, MOST_FROM))) },
    1,
    [3, 300],
  )
  const note = `where the years are others too, each of which was asked for beside others, ${(anew.served / sql).toFixed(2)}`
  return { value: served / sql, note: beside(served, sql, note) }
}

async function measureKnown(size: Size, one: Answering): Promise<Measured> {
  const sent = post(drawDashboards(`${size.seed} dashboard`)(FROM), one.bearer)
  const { served, sql } = await measureTurns(one, { served: sent, sql: sent }, 1, FEW)
  return { value: served / sql, note: beside(served, sql) }
}

export const answerRows: Row[] = [
  ...[1, 8, 32].map((n) => knownRow('an address', 0.9, n, ({ address }) => get(address('csv')))),
  knownRow('304', 0.9, 8, ({ address }) => get(address('csv'), 'if-none-match: *')),
  knownRow('GraphQL by GET', 0.9, 8, ({ query }) => get(`/graphql?query=${encodeURIComponent(query)}`)),
  knownRow('an address, signed in', 0.7, 8, ({ address, bearer }) => get(address('csv'), bearer)),
  knownRow('POST', 0.7, 8, ({ query }) => post({ query })),
  knownRow('POST, signed in', 0.7, 8, ({ query, bearer }) => post({ query }, bearer)),
  knownRow('persisted', 0.7, 8, ({ query }) => post(persisted(query))),
  ...['json', 'xlsx', 'png'].map((format) => knownRow(format, 0.7, 8, ({ address }) => get(address(format)))),
  knownRow('a page', 0.7, 8, () => get('/indicator/EX02?institution=demo', 'accept: text/html')),
  dashboardRow('kept dashboard beside bare SQL over HTTP', measureChoices),
  dashboardRow('kept dashboard, its answer known, beside bare SQL over HTTP', measureKnown),
]
