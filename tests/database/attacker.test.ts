import { expect } from 'vitest'
import { attackDatabase } from '../support/attacker/attack-database.ts'
import { putRandomCollege, SMALL } from '../support/attacker/small-college.ts'
import { onOneDatabase, test } from '../support/databases.ts'

onOneDatabase(() => {
  // `npm run check:hidden` asks all indicators, of more colleges and of two releases.
  test('a solver with all public answers finds no hidden count to be one of fewer than four numbers', async (database) => {
    await putRandomCollege(database, { seed: 'attacker', size: 0.5, released: false })
    const found = await attackDatabase(database, { ...SMALL, each: 6 })
    expect(found.of[0]!.hidden).toBeGreaterThan(100)
    // One in six of the other outlets, and no number of theirs is hidden elsewhere, or is another one.
    expect(found.said).toBeGreaterThan(500)
    expect(found.told).toEqual([])
    expect(found.narrowed.map(({ secret, least, most }) => [secret.name, secret.count, least, most])).toEqual([])
  })
})
