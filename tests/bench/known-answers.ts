import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { median } from '../support/oracle/statistics.ts'

const REQUESTS = 4_000
const ROUNDS = 7
const SERIES =
  '{ indicator(id: "EX02") { series(institution: "demo", from: 2015, to: 2024) { revision figures { value gap } } } }'
const ADDRESS = '/i/EX02.csv?institution=demo&from=2015&to=2024'

/** What is asked, over how many connections, and the least that it may reach of bare `node:http`. */
interface Case {
  name: string
  sent: string
  connections: number
  least: number
}

const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'host: localhost', 'accept-encoding: gzip, br', ...headers, '', ''].join('\r\n')
const post = (body: object, ...headers: string[]) => {
  const text = JSON.stringify(body)
  const length = `content-length: ${text.length}`
  return get('/graphql', 'content-type: application/json', length, ...headers).replace('GET', 'POST') + text
}

function casesOf(bearer: string, hash: string): Case[] {
  const persisted = { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }
  const more = { least: 0.7, connections: 8 }
  return [
    ...[1, 8, 32].map((connections) => ({ name: 'an address', sent: get(ADDRESS), connections, least: 0.9 })),
    { name: 'an address, unchanged (304)', sent: get(ADDRESS, 'if-none-match: *'), connections: 8, least: 0.9 },
    { name: 'GraphQL by GET', sent: get(`/graphql?query=${encodeURIComponent(SERIES)}`), connections: 8, least: 0.9 },
    { name: 'an address, signed in', sent: get(ADDRESS, bearer), ...more },
    { name: 'GraphQL by POST', sent: post({ query: SERIES }), ...more },
    { name: 'GraphQL by POST, signed in', sent: post({ query: SERIES }, bearer), ...more },
    { name: 'a persisted question', sent: post(persisted), ...more },
    ...['json', 'xlsx', 'png'].map((format) => ({ name: format, sent: get(ADDRESS.replace('csv', format)), ...more })),
    { name: 'a page', sent: get('/indicator/EX02?institution=demo', 'accept: text/html'), ...more },
  ]
}

/**
 * Known answers beside bare `node:http` that sends the same bytes from the same process, by turns: what each request takes of the
 * server's processor, all of its threads together. The load comes from here, over connections that are kept.
 */
export async function benchKnownAnswers() {
  const server = fork(join(import.meta.dirname, 'answering.ts'), { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] })
  const [{ token, served, bare }] = (await once(server, 'message')) as [{ token: string; served: number; bare: number }]
  const hash = createHash('sha256').update(SERIES).digest('hex')
  await load(served, post({ query: SERIES, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }), 1, 1)
  const rows = []
  for (const one of casesOf(`authorization: Bearer ${token}`, hash)) {
    const { sent, connections } = one
    for (let asked = 0; asked < 3; asked++) await load(served, sent, 1, 1)
    await ask(server, answerOf(await load(served, sent, 1, 1)))
    const used = { served: [] as number[], bare: [] as number[] }
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, port] of [
        ['served', served],
        ['bare', bare],
      ] as const) {
        const before = await ask(server, 'used')
        await load(port, sent, connections, REQUESTS)
        used[name].push(((await ask(server, 'used')) - before) / REQUESTS)
      }
    rows.push({ ...one, servedUs: median(used.served), bareUs: median(used.bare) })
  }
  server.disconnect()
  return rows
}

async function ask(server: ChildProcess, said: object | string): Promise<number> {
  server.send(said)
  const [{ user, system }] = (await once(server, 'message')) as [NodeJS.CpuUsage]
  return user + system
}

function answerOf(letters: string) {
  const [head, ...rest] = letters.split('\r\n\r\n')
  const [line, ...headers] = head!.split('\r\n')
  const pairs = headers.map((header) => header.split(/: (.*)/).slice(0, 2))
  const ours = pairs.filter(([name]) => !/^(date|connection|keep-alive)$/i.test(name!))
  return {
    status: Number(line!.split(' ')[1]),
    headers: Object.fromEntries(ours) as object,
    body: rest.join('\r\n\r\n'),
  }
}

/** Sends the same again and again, on each connection when the last was answered. The last answer. */
async function load(port: number, sent: string, connections: number, requests: number): Promise<string> {
  let left = requests
  let last = ''
  const open = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1').setEncoding('latin1').setNoDelay().on('error', reject)
      let heard = ''
      let length = 0
      const next = () => {
        if (left-- > 0) return socket.write(sent, 'latin1')
        socket.destroy()
        resolve()
      }
      socket.on('data', (letters: string) => {
        heard += letters
        length ||= heard.includes('\r\n\r\n')
          ? heard.indexOf('\r\n\r\n') + 4 + Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0)
          : 0
        if (length === 0 || heard.length < length) return
        last = heard
        heard = ''
        next()
      })
      next()
    })
  await Promise.all(Array.from({ length: connections }, open))
  return last
}
