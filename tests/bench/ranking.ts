import { ANONYMOUS, OPERATOR, type Viewer } from '@causeway/server/access/viewer'
import { readRanking } from '@causeway/server/answers/peers/read-ranking'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { once, repeated, spent, timed, withDatabase, rowOf, type Row } from './frame.ts'
import { copyRecords, putMixed } from './many-colleges.ts'
import { drawQuestions } from './questions.ts'

const MADE = 18
const RECORDS_OF_ONE = 150
const FIRST = { first: 100, after: null }

/** Indicators that are drawn, by institutions of which each has some records of all types: the slowest of three. */
const measured = once(({ small, seed }) =>
  withDatabase(async (database) => {
    const institutions = small ? 180 : 1_602
    for (let made = 0; made < MADE; made++) {
      await putMixed(database, `R${made}`, RECORDS_OF_ONE)
      const alike = Array.from({ length: institutions / MADE - 1 }, (_, at) => `R${made}-${at}`)
      await copyRecords(database, `R${made}`, alike)
    }
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const times = { first: [] as number[], kept: [] as number[], open: [] as number[] }
    const questions = drawQuestions(`${seed} ranking`, 3)
    for (const { declaration, basis } of questions) {
      const asked = { indicator: declaration.id, basis, year: 2022 }
      const rank = (viewer: Viewer = OPERATOR) => readRanking(causeway, viewer, asked, FIRST)
      times.first.push(await timed(() => rank()))
      await settleKeeping(database)
      times.kept.push(
        await repeated(
          9,
          async () => {},
          () => rank(),
        ),
      )
      times.open.push(await spent(() => rank(ANONYMOUS)))
    }
    const of = (all: number[]) =>
      `${institutions} institutions; ${questions.map((it, at) => `${it.declaration.code} ${all[at]!.toFixed(0)} ms`).join(', ')}`
    return {
      first: { value: Math.max(...times.first) / 1000, note: of(times.first) },
      kept: { value: Math.max(...times.kept), note: of(times.kept) },
      open: { value: Math.max(...times.open) / 1000, note: of(times.open) },
    }
  }),
)

export const rankingRows: Row[] = [
  rowOf('ranking over 1,602 institutions, first', '≤ 1 s', measured, 'first'),
  rowOf('ranking over 1,602 institutions, kept', '≤ 20 ms', measured, 'kept'),
  rowOf('ranking over 1,602 institutions, first as the public reads it, processor', '≤ 1 s', measured, 'open'),
]
