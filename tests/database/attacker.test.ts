import { expect } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { attackDatabase } from '../support/attacker/attack-database.ts'
import { onOneDatabase, test } from '../support/databases.ts'
import { makeBatches } from '../support/oracle/nasty-records.ts'
import { putRecords } from '../support/put-records.ts'

/** Counts that lie inside one another, rates of them, days, and what only grows. `npm run check:hidden` asks all, of more colleges. */
const CODES = ['EX01', 'EX02', 'EX04', 'EX08', 'EX09', 'EX11', 'EX17', 'SK14']
const PLACE = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 0.5 }

onOneDatabase(() => {
  test('a solver with all public answers finds no hidden count to be one of fewer than four numbers', async (database) => {
    for (const { type, rows, dataDate } of makeBatches('attacker', PLACE))
      await putRecords(database, type, type === 'institution' ? null : 'X', rows, { dataDate })
    const indicators = CATALOGUE.filter(({ code }) => CODES.includes(code))
    const found = await attackDatabase(database, { institution: 'X', years: [2018, 2025], indicators, each: 6 })
    expect(found.of[0]!.hidden).toBeGreaterThan(100)
    // One in six of the other outlets, and no number of theirs is hidden elsewhere, or is another one.
    expect(found.said).toBeGreaterThan(500)
    expect(found.told).toEqual([])
    expect(found.narrowed.map(({ secret, least, most }) => [secret.name, secret.count, least, most])).toEqual([])
  })
})
