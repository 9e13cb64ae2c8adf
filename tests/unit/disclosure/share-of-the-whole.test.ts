import { discloseFamily } from '@causeway/server/figures/disclosure/disclose'
import { expect, test } from 'vitest'
import { Attacker } from './attacker.ts'
import { declarationOf, holdsPersons, SHARE } from './declarations.ts'
import { family, PLACES, randomFrom, randomPersons, rate, table, type Person } from './family-builder.ts'

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
  const worlds = Array.from({ length: FAMILIES }, (_, seed) => attack(randomPersons(randomFrom(seed + 1), 300)))
  expect(worlds.flatMap(({ said }) => said)).toEqual([])
  expect(worlds.flatMap(({ small }) => small).length).toBeGreaterThan(200)
})
