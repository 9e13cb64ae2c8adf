import { describe, expect, test } from 'vitest'
import { discloseFamily } from '@causeway/server/figures/disclosure/disclose'
import { seededRandom } from '../../support/random.ts'
import {
  declarationOf,
  PERSONS,
  holdsPersons,
  SHARE,
  disclose,
  shownOf,
  count,
  table,
  family,
  PLACES,
  randomPersons,
  rate,
  Attacker,
  type Person,
} from './families.ts'

describe('scopes, countries, continents and blocs', () => {
  const ABROAD = [
    table('ABROAD', null, [count(null, 40)]),
    table('ABROAD', 'country', [count('RU', 25), count('VN', 15)]),
  ]

  test('few persons of Hong Kong are hidden in the wider scope, and its total with them; the usual scope is left whole', () => {
    const tables = disclose(declarationOf(PERSONS, 'ABROAD'), [
      ...ABROAD,
      table('BORDER', null, [count(null, 42)]),
      table('BORDER', 'country', [count('HK', 2), count('RU', 25), count('VN', 15)]),
    ])
    expect(shownOf(tables, null, 'ABROAD')).toEqual({ total: 40 })
    expect(shownOf(tables, 'country', 'ABROAD')).toEqual({ RU: 25, VN: 15 })
    expect(shownOf(tables, null, 'BORDER')).toEqual({ total: null })
    expect(shownOf(tables, 'country', 'BORDER')).toEqual({ HK: null, RU: 25, VN: 15 })
  })

  test('what two scopes differ by in a programme is protected though no table shows it', () => {
    const tables = disclose(declarationOf(PERSONS, 'ABROAD'), [
      table('ABROAD', null, [count(null, 40)]),
      table('ABROAD', 'programme', [count('a', 25), count('b', 15)]),
      table('BORDER', null, [count(null, 50)]),
      table('BORDER', 'programme', [count('a', 28), count('b', 22)]),
    ])
    expect(shownOf(tables, 'programme', 'ABROAD')).toEqual({ a: 25, b: 15 })
    expect(shownOf(tables, 'programme', 'BORDER')).toEqual({ a: null, b: null })
  })

  test('a continent and its countries do not give each other away', () => {
    const tables = disclose(declarationOf(PERSONS, 'ABROAD'), [
      table('ABROAD', null, [count(null, 61)]),
      table('ABROAD', 'country', [count('BY', 2), count('RU', 30), count('LA', 9), count('VN', 20)]),
      table('ABROAD', 'continent', [count('AS', 29), count('EU', 32)]),
    ])
    const countries = shownOf(tables, 'country', 'ABROAD')
    expect(countries['BY']).toBeNull()
    // Of the total it is enough to hide Laos; of Europe, Russia or Europe itself has to go.
    const hidden = [countries['RU'], shownOf(tables, 'continent', 'ABROAD')['EU']]
    expect(hidden).toContain(null)
  })

  test('continents and the total do not tell how few come from abroad and nobody knows where', () => {
    const tables = disclose(declarationOf(PERSONS, 'ABROAD'), [
      table('ABROAD', null, [count(null, 78)]),
      table('ABROAD', 'country', [count('LA', 20), count('RU', 30), count('VN', 25), count('foreign', 3)]),
      table('ABROAD', 'continent', [count('AS', 45), count('EU', 30)]),
    ])
    expect(shownOf(tables, 'country', 'ABROAD')['foreign']).toBeNull()
    const { total } = shownOf(tables, null, 'ABROAD')
    const { AS, EU } = shownOf(tables, 'continent', 'ABROAD')
    expect([total, AS, EU]).toContain(null)
  })

  test('two blocs that differ in one country do not tell how few come from it', () => {
    const tables = disclose(
      declarationOf(PERSONS, 'ABROAD', { dimensions: { country: 'nationality', bloc: 'nationality' } }),
      [
        table('ABROAD', null, [count(null, 80)]),
        table('ABROAD', 'country', [count('BY', 3), count('LA', 20), count('RU', 30), count('VN', 27)]),
        table('ABROAD', 'bloc', [count('asean', 47), count('belt-and-road', 77), count('sco', 33)]),
      ],
    )
    const shown = { ...shownOf(tables, 'country', 'ABROAD'), ...shownOf(tables, 'bloc', 'ABROAD') }
    const blocs = ['asean', 'belt-and-road', 'sco'].filter((bloc) => shown[bloc] !== null)
    // Belarus is 80 less belt-and-road, and sco less Russia.
    expect(blocs.includes('belt-and-road')).toBe(false)
    expect(shown['RU'] === null || !blocs.includes('sco')).toBe(true)
  })

  test('the same country is hidden in every scope or in none', () => {
    const tables = disclose(declarationOf(PERSONS, null), [
      table('ABROAD', null, [count(null, 23)]),
      table('ABROAD', 'country', [count('RU', 20), count('VN', 3)]),
      table(null, null, [count(null, 123)]),
      table(null, 'country', [count('CN', 100), count('RU', 20), count('VN', 3)]),
    ])
    expect(shownOf(tables, 'country')['VN']).toBeNull()
    expect(shownOf(tables, 'country')['RU']).toBe(shownOf(tables, 'country', 'ABROAD')['RU'])
  })
})

describe('programmes and their departments', () => {
  const exact = [
    table(null, null, [count(null, 60)]),
    table(null, 'programme', [count('a', 2), count('b', 8), count('c', 20), count('d', 30)]),
    table(null, 'department', [count('fields', 22), count('stables', 8), count('trade', 30)]),
  ]
  const declaration = declarationOf(PERSONS, null, {
    scope: undefined,
    dimensions: { programme: 'programme', department: 'programme.department' },
  })

  test('a department of one programme does not tell the number that is hidden beside a small one', () => {
    const tables = disclose(declaration, exact)
    expect(shownOf(tables, 'programme')).toEqual({ a: null, b: null, c: 20, d: 30 })
    expect(shownOf(tables, 'department')).toEqual({ fields: null, stables: null, trade: 30 })
    expect(shownOf(tables, null)).toEqual({ total: 60 })
  })
})

const FAMILIES = 300
const SCOPES = ['ABROAD', 'BORDER'] as const
const DIMENSIONS = ['programme', 'sex'] as const
/** The share of persons from abroad: the scope acts on the numerator alone, so that every scope has the same denominators. */
const DECLARATION = declarationOf(SHARE, 'ABROAD', {
  scope: { numerator: 'nationality', default: 'ABROAD' },
  dimensions: { programme: 'programme', sex: 'sex' },
})

/** Who knows the denominators of what is shown in either scope, and learns what follows for those that are hidden. */
function attack(persons: readonly Person[]) {
  const places = [...new Set(persons.map(placeOf))]
  const sums = new Map<object, number[]>()
  const tables = SCOPES.flatMap((scope) => {
    const outside = PLACES.placesOutside(scope, 'CN')
    const figureOf = (category: string | null, members: readonly Person[]) => {
      const figure = rate(category, members.filter(({ country }) => !outside.includes(country)).length, members.length)
      sums.set(
        figure,
        places.map((place) => Number(members.some((member) => placeOf(member) === place))),
      )
      return figure
    }
    return [
      table(scope, null, [figureOf(null, persons)]),
      ...DIMENSIONS.map((dimension) => {
        const groups = Map.groupBy(persons, (person) => person[dimension])
        return table(
          scope,
          dimension,
          [...groups].map(([category, members]) => figureOf(category, members)),
        )
      }),
    ]
  })
  const shown = discloseFamily(DECLARATION, family(tables), holdsPersons).flatMap(({ figures }) => figures)
  const exact = tables.flatMap(({ figures }) => figures)
  const attacker = new Attacker()
  exact.forEach((figure, at) => shown[at]!.gap !== 'SUPPRESSED' && attacker.learn(sums.get(figure)!))
  const hidden = exact.filter((_, at) => shown[at]!.gap === 'SUPPRESSED')
  const small = hidden.filter(({ denominator }) => denominator! > 0 && denominator! < 10)
  return { small, said: small.filter((figure) => attacker.knows(sums.get(figure)!)) }
}

const placeOf = ({ programme, sex }: Person) => `${programme}/${sex}`

test('what one scope shows does not tell what another hides of the same denominator', () => {
  const worlds = Array.from({ length: FAMILIES }, (_, seed) => attack(randomPersons(seededRandom(seed + 1), 300)))
  expect(worlds.flatMap(({ said }) => said)).toEqual([])
  expect(worlds.flatMap(({ small }) => small).length).toBeGreaterThan(200)
})
