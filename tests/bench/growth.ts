import { join } from 'node:path'
import { createToken } from '@causeway/server/access/tokens'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import type { Database } from '@causeway/server/ground/database/database'
import { createApp } from '@causeway/server/outlets/http/app'
import { openSecret } from '@causeway/server/records/secret'
import { once, repeated, withDatabase, type Measured, rowOf, type Row } from './frame.ts'
import { copyRecords, putEnrolments, putMixed, putOne } from './many-colleges.ts'
import { timeStart } from './process.ts'
import { describe, drawQuestions, toGraph, type Question } from './questions.ts'

const OF_OTHERS = 24_000
const ASKED = ['series', 'dashboard', 'drill-down'] as const
type Asked = (typeof ASKED)[number]
const RECORDS = 'figures { value records(first: 50) { pageInfo { hasNextPage endCursor } edges { node { id } } } }'

/** Milliseconds by how many records there are in all. */
export type Curves = Record<Asked, [records: number, milliseconds: number][]>

/** Colleges of two sizes among more and more records of others. */
const measured = once((size) =>
  withDatabase(async (database, folder) => {
    await openSecret(database, join(folder, 'key'))
    let there = 0
    const put = async (make: typeof putMixed, institution: string, records: number) => {
      await make(database, institution, records)
      there += records
    }
    await put(putMixed, 'M6000', 6_000)
    await put(putEnrolments, 'E6000', 6_000)
    const ask = await openAsking(database)
    const questions = drawQuestions(`${size.seed} growth`, 12)
    const [one] = drawQuestions(`${size.seed} series`, 1)
    const [drilled] = drawQuestions(
      `${size.seed} drill`,
      1,
      CATALOGUE.filter(({ code }) => /^(EX02|DN01|EX05)$/.test(code)),
    )
    const curves: Curves = { series: [], dashboard: [], 'drill-down': [] }
    // Code that runs for the first time is not what is measured.
    await ask.first(questions, 'M6000', 10)
    await ask.records(drilled!, 'E6000', 10)
    for (const total of size.small ? [10_000, 100_000] : [10_000, 100_000, 1_000_000, 10_000_000]) {
      if (total === 100_000) {
        await put(putMixed, 'M20000', 20_000)
        await put(putEnrolments, 'E20000', 20_000)
        await put(putMixed, 'OTHER', OF_OTHERS)
      }
      for (; there < total; there += OF_OTHERS) await copyRecords(database, 'OTHER', [`O${there}`])
      const rounds = size.small ? 5 : 15
      const times: Record<Asked, number> = {
        series: await ask.first([one!], 'M6000', rounds),
        dashboard: await ask.first(questions, 'M6000', rounds),
        'drill-down': await ask.records(drilled!, 'E6000', rounds),
      }
      for (const asked of ASKED) curves[asked].push([there, times[asked]])
    }
    const among = `among ${there.toLocaleString('en')} records`
    const big = { first: await ask.first(questions, 'M20000', 7), records: await ask.records(drilled!, 'E20000', 7) }
    const last = (asked: Asked) => curves[asked].at(-1)![1]
    const codes = `${among}; ${questions.map(({ declaration }) => declaration.code).join(' ')}`
    await ask.end()
    const ready = await timeStart(join(folder, 'bench.db'), join(folder, 'key'), 3)
    return {
      curves,
      rows: {
        first6000: { value: last('dashboard'), note: codes },
        first20000: { value: big.first, note: codes },
        records6000: { value: last('drill-down'), note: `${among}; ${describe(drilled!)}` },
        records20000: { value: big.records, note: `${among}; ${describe(drilled!)}` },
        ready: { value: ready, note: among },
        series: flatness(curves.series),
        dashboard: flatness(curves.dashboard),
        'drill-down': flatness(curves['drill-down']),
      },
    }
  }),
)

function flatness(curve: Curves[Asked]): Measured {
  const note = curve.map(([records, ms]) => `${records.toLocaleString('en')}: ${ms.toFixed(2)} ms`).join(', ')
  return { value: curve.at(-1)![1] / curve[0]![1], note }
}

/** The questions of a page, to the app in this process, by someone signed in. */
async function openAsking(database: Database) {
  const { token } = await createToken(database, { role: 'reader', institution: null, expires: null })
  const app = createApp({ database, indicators: CATALOGUE, publicReading: true }, { webRoot: null, log: () => {} })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  let asked = 0
  const ask = async (query: string) => {
    const body = JSON.stringify({ query: query + ' '.repeat(++asked % 100) })
    const answer = await app.fetch(new Request('http://bench/graphql', { method: 'POST', headers, body }))
    const { errors } = (await answer.json()) as { errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
  }
  return {
    /** After each change to the college. */
    first: (questions: Question[], institution: string, rounds: number) =>
      repeated(
        rounds,
        async () => {
          await settleKeeping(database)
          await putOne(database, institution, `change ${++asked}`)
        },
        () => ask(toGraph(questions, institution)),
      ),
    records: (question: Question, institution: string, rounds: number) => {
      const query = () => toGraph([{ ...question, from: 2020, to: 2020 }], institution, RECORDS)
      return repeated(
        rounds + 3,
        async () => {},
        () => ask(query()),
      )
    },
    end: async () => {
      await settleKeeping(database)
      await app.close()
    },
  }
}

export const readCurves = async (...size: Parameters<typeof measured>) => (await measured(...size)).curves
const rows = async (...size: Parameters<typeof measured>) => (await measured(...size)).rows

export const growthRows: Row[] = [
  rowOf('first dashboard after a change, 6,000 records', '≤ 15 ms', rows, 'first6000'),
  rowOf('first dashboard after a change, 20,000 records', '≤ 60 ms', rows, 'first20000'),
  rowOf('drill-down, first page, 6,000 records', '≤ 5 ms', rows, 'records6000'),
  rowOf('drill-down, first page, 20,000 records', '≤ 5 ms', rows, 'records20000'),
  rowOf('start to ready, many records', '≤ 1.2 s', rows, 'ready'),
  ...ASKED.map((asked) => rowOf(`the most records in all beside the fewest: ${asked}`, '≤ 1.2', rows, asked)),
]
