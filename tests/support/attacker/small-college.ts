import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Database } from '@causeway/server/ground/database/database'
import { makeBatches } from '../oracle/nasty-records.ts'
import { putRecords } from '../put-records.ts'
import { release } from './attack-database.ts'

/** Counts that lie inside one another, rates of them, days, and what only grows. */
const CODES = ['EX01', 'EX02', 'EX04', 'EX08', 'EX09', 'EX11', 'EX17', 'SK14']

/** What of the small college is attacked. */
export const SMALL = {
  institution: 'X',
  years: [2018, 2025] as const,
  indicators: CATALOGUE.filter(({ code }) => CODES.includes(code)),
}

export const PLACE = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15' }

export const RELEASES = ['first', 'second']

/** Puts a random college of small numbers there; with releases one before its corrections, and one after. */
export async function putRandomCollege(
  database: Database,
  { seed, size, released, isRounded = false }: { seed: string; size: number; released: boolean; isRounded?: boolean },
): Promise<void> {
  const batches = makeBatches(seed, { ...PLACE, size })
  const isCorrected = ({ dataDate }: (typeof batches)[number]) => dataDate === PLACE.dataDate
  for (const [at, corrected] of [false, true].entries()) {
    for (const { type, rows, dataDate } of batches.filter((batch) => isCorrected(batch) === corrected))
      await putRecords(database, type, type === 'institution' ? null : 'X', rows, { dataDate })
    if (released) await release(database, 'X', RELEASES[at]!, isRounded)
  }
}
