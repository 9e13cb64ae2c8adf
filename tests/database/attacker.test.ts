import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { PROJECT_ROOT } from '@causeway/server/ground/files'
import { FAULTS } from '../check-hidden/plant.ts'
import { attackDatabase } from '../support/attacker/attack-database.ts'
import { attackSingleChanges } from '../support/attacker/single-changes.ts'
import { putRandomCollege, SMALL } from '../support/attacker/small-college.ts'
import { forEachDatabase, onOneDatabase, test } from '../support/databases.ts'

test('each fault that is put into the program on purpose has one place there', () => {
  const places = FAULTS.map(({ fault, in: file, find }) => [fault, readSource(file).split(find).length - 1])
  expect(places).toEqual(FAULTS.map(({ fault }) => [fault, 1]))
})

const readSource = (file: string) => readFileSync(join(PROJECT_ROOT, 'server/src', file), 'utf8')

/** What a sample has shown of a random college. */
const BESIDE = [
  ['the bases of one indicator beside what another shows', 'hidden 14', ['EX08', 'EX09']],
  ['school years without a number around a calendar year', 'hidden 20', ['EX08', 'EX09']],
  ['a day beside its school year', 'hidden 18', ['IN17.outbound', 'EX05.prior']],
] as const

onOneDatabase(() => {
  // `npm run check:hidden` asks all indicators, of more colleges and of two releases.
  test('a solver with all public answers finds no hidden count to be one of fewer than four numbers', async (database) => {
    await putRandomCollege(database, { seed: 'attacker', size: 0.5, released: false })
    const found = await attackDatabase(database, { ...SMALL, each: 6 })
    expect(found.of[0]!.hidden).toBeGreaterThan(100)
    // One in six of the other outlets, and no number of theirs is hidden elsewhere, or is another one.
    expect(found.said).toBeGreaterThan(500)
    expect(found.revealed).toEqual([])
    expect(found.narrowed.map(({ secret, least, most }) => [secret.name, secret.count, least, most])).toEqual([])
  })

  for (const [what, seed, codes] of BESIDE)
    test(`nor from ${what}`, async (database) => {
      await putRandomCollege(database, { seed, size: 0.4, released: false })
      const indicators = CATALOGUE.filter(({ code }) => (codes as readonly string[]).includes(code))
      const found = await attackDatabase(database, { institution: 'X', years: [2012, 2026], indicators, each: 1e6 })
      expect(found.of[0]!.hidden).toBeGreaterThan(100)
      expect(found.narrowed.map(({ secret, least, most }) => [secret.name, secret.count, least, most])).toEqual([])
    })

  test('nor where numbers are rounded instead of hidden', async (database) => {
    await putRandomCollege(database, { seed: 'attacker', size: 0.5, released: false })
    const found = await attackDatabase(database, { ...SMALL, each: 24, isRounded: true })
    expect(found.of[0]!.hidden).toBeGreaterThan(5)
    expect(found.said).toBeGreaterThan(100)
    expect(found.revealed).toEqual([])
    expect(found.narrowed.map(({ secret, least, most }) => [secret.name, secret.count, least, most])).toEqual([])
  })
})

forEachDatabase(() => {
  // `npm run check:hidden -- singles` takes each record type that names persons, and all indicators.
  for (const [seed, type, codes] of [
    ['one', 'enrolment', ['EX02', 'EX03', 'EX06']],
    ['one', 'mobility', ['EX23', 'PF03', 'PF09']],
    // One more stay of a person who had one already.
    ['singles 5', 'mobility', ['EX23', 'PF09', 'DN02']],
  ] as const)
    test(`nor does a breakdown of ${codes.join(', ')} tell of one ${type} that came or left between two releases`, async (database) => {
      const indicators = CATALOGUE.filter(({ code }) => (codes as readonly string[]).includes(code))
      const asked = { seed, size: 0.4, type, indicators, years: [2016, 2025] as const, least: 10 }
      const { breakdowns, leaks } = await attackSingleChanges(database, asked)
      expect(breakdowns).toBeGreaterThan(100)
      expect(leaks).toEqual([])
    })
})
