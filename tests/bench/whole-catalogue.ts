import { OPERATOR } from '@causeway/server/access/viewer'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { putRecords } from '../support/put-records.ts'
import { timed, withDatabase } from './frame.ts'

const PLACE: Place = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2025-03-15', size: 1 }

/** The first reading of every indicator over ten years, and the next, at an institution with about so many records of all types. */
export function benchWholeCatalogue(records: number) {
  return withDatabase(async (database) => {
    const whole = count(makeBatches('bench', PLACE))
    const batches = makeBatches('bench', { ...PLACE, size: records / whole })
    let made = 0
    for (const { type, institution, rows, dataDate } of batches) {
      const { outcomes } = await putRecords(database, type, type === 'institution' ? null : institution, rows, {
        dataDate,
      })
      made += outcomes.filter((outcome) => outcome === 'accepted').length
    }
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const firsts: { code: string; firstMs: number; keptMs: number }[] = []
    for (const { code } of CATALOGUE) {
      const read = () => readSeries(causeway, OPERATOR, { indicator: code, institution: 'X', from: 2015, to: 2024 })
      const firstMs = await timed(read)
      await settleKeeping(database)
      firsts.push({ code, firstMs, keptMs: await timed(read) })
    }
    return { records: made, firsts: firsts.sort((a, b) => b.firstMs - a.firstMs) }
  })
}

function count(batches: { rows: unknown[] }[]): number {
  return batches.reduce((sum, { rows }) => sum + rows.length, 0)
}
