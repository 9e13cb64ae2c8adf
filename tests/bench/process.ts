import { setTimeout as pause } from 'node:timers/promises'
import { createToken } from '@causeway/server/access/tokens'
import { openDatabase } from '@causeway/server/ground/database/open'
import { copyDemonstration } from '../support/demonstration.ts'
import { median } from '../support/oracle/statistics.ts'
import { startNode } from '../support/processes.ts'
import { createRandom } from '../support/random.ts'
import { residentMegabytes } from '../support/watch-memory.ts'
import { demonstration, once, rowOf, type Row } from './frame.ts'
import { drawQuestions, toAddress, toGraph } from './questions.ts'

const WORKERS = 4
/** Of a run of minutes, which is to be no burden on a machine that does other work: requests a second, and how often is looked. */
const PACE = 20
const LOOK_EVERY_MS = 10_000

/** Of the built server, with a database that has been opened before. @returns seconds until `/readyz` says so, and what ends it */
export async function start(settings: Record<string, string>) {
  const began = performance.now()
  const server = startNode('server/dist/main.js', [], { ...settings, PORT: '0', HOST: '127.0.0.1' })
  const [address] = await server.untilSays(/http:\/\/127\.0\.0\.1:\d+(?=\s)/)
  while (!(await fetch(`${address}/readyz`)).ok) await pause(5)
  const seconds = (performance.now() - began) / 1000
  const end = async () => {
    server.child.kill('SIGTERM')
    await server.ended
  }
  return { address, seconds, pid: server.child.pid!, end }
}

export async function timeStart(file: string, key: string, times: number): Promise<number> {
  const all: number[] = []
  for (let round = 0; round < times; round++) {
    const { seconds, end } = await start({ DATABASE_URL: `file:${file}`, CAUSEWAY_SECRET_FILE: key })
    all.push(seconds)
    await end()
  }
  return median(all)
}

/** Idle, and after mixed traffic: known and new questions, tables, workbooks, pictures, pages; half of it signed in. */
const memory = once(async (size) => {
  const settings = copyDemonstration(await demonstration(size))
  const database = await openDatabase(settings['DATABASE_URL']!)
  const { token } = await createToken(database, { role: 'reader', institution: null, expires: null })
  await database.close()
  const { address, pid, end } = await start(settings)
  await pause(size.small ? 2_000 : 10_000)
  const idle = residentMegabytes(pid)
  const began = performance.now()
  const lasts = size.minutes === undefined ? (size.small ? 5_000 : 60_000) : size.minutes * 60_000
  const refused = new Set<number>()
  let answers = 0
  const seen: number[] = []
  const watch = setInterval(() => seen.push(residentMegabytes(pid)), LOOK_EVERY_MS)
  const work = async (worker: number) => {
    for (let n = 0; performance.now() < began + lasts; n++) {
      if (size.minutes !== undefined)
        await pause(Math.max(0, began + ((n * WORKERS + worker) / PACE) * 1_000 - performance.now()))
      const random = createRandom(`${size.seed} ${worker} ${n}`)
      const [question] = drawQuestions(`${size.seed} ${n % 4 === 0 ? 'known' : `${worker} ${n}`}`, 1)
      const path = random.pick([
        ...['csv', 'json', 'xlsx', 'png', 'svg'].map((format) => toAddress(question!, format)),
        `/graphql?query=${encodeURIComponent(toGraph([question!], 'demo', 'figures { value explanation { recordCount } }'))}`,
        `/indicator/${question!.declaration.id}?institution=demo`,
        '/',
      ])
      const headers = { 'accept-encoding': 'gzip, br', ...(n % 2 && { authorization: `Bearer ${token}` }) }
      const { status, body } = await fetch(address + path, { headers })
      await body?.pipeTo(new WritableStream())
      answers++
      if (status >= 400) refused.add(status)
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)))
  clearInterval(watch)
  const after = residentMegabytes(pid)
  const most = residentMegabytes(pid, 'VmHWM')
  await end()
  if ([...refused].some((status) => status >= 500)) throw new Error(`answered ${[...refused].join(', ')}`)
  const quarter = seen.length >> 2
  const flat =
    size.minutes === undefined
      ? ''
      : `, each minute ${seen
          .filter((_, at) => at % 6 === 5)
          .map(Math.round)
          .join(
            ' ',
          )}, the most in the first quarter ${Math.max(...seen.slice(0, quarter)).toFixed(0)} and in the last ${Math.max(...seen.slice(-quarter)).toFixed(0)} MB`
  const note = `${answers.toLocaleString('en')} answers, the most at any time ${most.toFixed(0)} MB${flat}${refused.size ? `, some refused: ${[...refused].join(', ')}` : ''}`
  return { idle: { value: idle }, after: { value: after, note } }
})

export const processRows: Row[] = [
  {
    name: 'start to ready, demonstration',
    limit: '≤ 0.9 s',
    async measure(size) {
      const { DATABASE_URL, CAUSEWAY_SECRET_FILE } = copyDemonstration(await demonstration(size))
      return { value: await timeStart(DATABASE_URL!.slice('file:'.length), CAUSEWAY_SECRET_FILE!, size.small ? 3 : 5) }
    },
  },
  rowOf('resident memory, idle', '≤ 200 MB', memory, 'idle'),
  rowOf('resident memory, after a minute of mixed traffic', '≤ 300 MB', memory, 'after'),
]
