import { describe, expect, test } from 'vitest'
import { discloseFamily } from '@causeway/server/figures/disclosure/disclose'
import type { FigureTable } from '@causeway/server/figures/disclosure/family'
import type { Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'
import { seededRandom } from '../../support/random.ts'
import {
  Attacker,
  declarationOf,
  holdsPersons,
  PERSONS,
  SHARE,
  count,
  family,
  randomPersons,
  rate,
  tablesOf,
  type Person,
} from './families.ts'

const FAMILIES = 400
const USUAL: (Scope | null)[] = ['ABROAD', 'BORDER', null]

/** Counts that a figure would give away, each with the least it may be. */
type Kind = {
  name: string
  figureOf: (category: string | null, members: readonly Person[]) => Figure
  counts: (figure: Figure) => [count: number, least: number][]
}

const KINDS: Kind[] = [
  {
    name: 'counts',
    figureOf: (category, members) => count(category, members.length),
    counts: ({ value }) => [[value!, 5]],
  },
  {
    name: 'rates',
    figureOf: (category, members) => rate(category, members.filter(({ passed }) => passed).length, members.length),
    counts: ({ numerator, denominator }) => [
      [numerator!, 5],
      [denominator! - numerator!, 5],
      [denominator!, 10],
    ],
  },
]

interface World {
  exact: FigureTable[]
  shown: FigureTable[]
  /** The unknown people that each figure is a sum over. */
  sums: Map<Figure, number[]>
  attacker: Attacker
  scopes: (Scope | null)[]
}

function makeWorld(seed: number, kind: Kind): World {
  const random = seededRandom(seed * 7919)
  const usual = USUAL[seed % USUAL.length]!
  const scopes: (Scope | null)[] = usual === null ? ['ABROAD', 'BORDER', null] : ['ABROAD', 'BORDER']
  const persons = randomPersons(random, [30, 120, 400][Math.floor(random() * 3)]!)
  const places = crossOf(persons)
  const at = new Map(places.map((place, i) => [JSON.stringify(place), i]))
  const sums = new Map<Figure, number[]>()
  // The empty places of the world go through the tables too, so that it is known which sum each would be in.
  const figureOf = (category: string | null, members: readonly Ghost[]) => {
    const figure = kind.figureOf(
      category,
      members.filter(({ ghost }) => !ghost),
    )
    const sum = places.map(() => 0)
    for (const { country, programme, sex } of members) sum[at.get(JSON.stringify({ country, programme, sex }))!] = 1
    sums.set(figure, sum)
    return figure
  }
  const ghosts = places.map((place): Ghost => ({ ...place, passed: false, ghost: true }))
  const exact = tablesOf([...persons, ...ghosts], figureOf, scopes)
  const declaration = declarationOf(kind.name === 'rates' ? SHARE : PERSONS, usual)
  const shown = discloseFamily(declaration, family(exact), holdsPersons)
  const attacker = new Attacker()
  exact.forEach((table, t) =>
    table.figures.forEach((figure, f) => {
      if (shown[t]!.figures[f]!.gap === 'SUPPRESSED') return
      const sum = sums.get(figure)!
      const empty = kind.counts(figure).every(([number]) => number === 0)
      // Where nobody is, nobody is anywhere inside.
      if (empty) sum.forEach((inside, i) => inside === 1 && attacker.learn(sum.map((_, j) => Number(i === j))))
      else attacker.learn(sum)
    }),
  )
  return { exact, shown, sums, attacker, scopes }
}

type Ghost = Person & { ghost?: true }

function crossOf(persons: readonly Person[]) {
  const all = (field: 'country' | 'programme' | 'sex') => [...new Set(persons.map((person) => person[field]))]
  return all('country').flatMap((country) =>
    all('programme').flatMap((programme) => all('sex').map((sex) => ({ country, programme, sex }))),
  )
}

const isSmall = (counts: [count: number, least: number][]) =>
  counts.some(([number, least]) => number > 0 && number < least)

describe.each(KINDS)('someone who solves all shown $name as equations', (kind) => {
  const worlds = Array.from({ length: FAMILIES }, (_, seed) => makeWorld(seed + 1, kind))
  const eachFigure = (work: (world: World, exact: Figure, shown: Figure) => void) => {
    for (const world of worlds) {
      world.exact.forEach((table, t) =>
        table.figures.forEach((figure, f) => work(world, figure, world.shown[t]!.figures[f]!)),
      )
    }
  }

  test('sees no small number and every zero', () => {
    let small = 0
    const wrong: Figure[] = []
    eachFigure((_, exact, shown) => {
      const counts = kind.counts(exact)
      if (isSmall(counts)) small++
      if (isSmall(counts) && shown.gap !== 'SUPPRESSED') wrong.push(exact)
      if (counts.every(([number]) => number === 0) && JSON.stringify(shown) !== JSON.stringify(exact)) wrong.push(exact)
    })
    expect(wrong).toEqual([])
    expect(small).toBeGreaterThan(1000)
  })

  test('cannot tell any hidden small number', () => {
    const said: Figure[] = []
    eachFigure(({ attacker, sums }, exact, shown) => {
      if (shown.gap === 'SUPPRESSED' && isSmall(kind.counts(exact)) && attacker.knows(sums.get(exact)!))
        said.push(exact)
    })
    expect(said).toEqual([])
  })

  test('cannot tell that hidden ones of a table are few together', () => {
    const said: Figure[][] = []
    for (const { exact, shown, sums, attacker } of worlds) {
      exact.forEach((table, t) => {
        // Blocs overlap: their sum is no number of persons.
        if (table.dimension === null || table.dimension === 'bloc') return
        const hidden = table.figures.filter((_, f) => shown[t]!.figures[f]!.gap === 'SUPPRESSED')
        const pairs = hidden.flatMap((one, i) => hidden.slice(i + 1).map((other): Figure[] => [one, other]))
        const triples = pairs.flatMap(([one, other]) =>
          hidden.slice(hidden.indexOf(other!) + 1).map((third) => [one!, other!, third]),
        )
        for (const group of [hidden, ...pairs, ...triples]) {
          if (!group.some((figure) => isSmall(kind.counts(figure)))) continue
          const together = kind
            .counts(group[0]!)
            .map(([, least], i): [number, number] => [
              group.reduce((sum, figure) => sum + kind.counts(figure)[i]![0], 0),
              least,
            ])
          const sum = sums
            .get(group[0]!)!
            .map((_, i) => group.reduce((total, figure) => total + sums.get(figure)![i]!, 0))
          if (isSmall(together) && attacker.knows(sum)) said.push(group)
        }
      })
    }
    expect(said).toEqual([])
  })

  test('cannot tell how few two scopes differ by', () => {
    const said: [inside: Figure, whole: Figure][] = []
    for (const { exact, sums, attacker, scopes } of worlds) {
      scopes.slice(1).forEach((outer, i) => {
        for (const table of exact.filter((one) => one.scope === scopes[i])) {
          const wider = exact.find((one) => one.scope === outer && one.dimension === table.dimension)!
          table.figures.forEach((inside, f) => {
            const whole = wider.figures[f]!
            const difference = kind
              .counts(whole)
              .map(([number, least], k): [number, number] => [number - kind.counts(inside)[k]![0], least])
            const sum = sums.get(whole)!.map((one, k) => one - sums.get(inside)![k]!)
            if (isSmall(difference) && attacker.knows(sum)) said.push([inside, whole])
          })
        }
      })
    }
    expect(said).toEqual([])
  })

  test('loses less beside the small numbers than the small numbers are', () => {
    let [small, beside] = [0, 0]
    eachFigure((_, exact, shown) => {
      if (shown.gap !== 'SUPPRESSED') return
      if (isSmall(kind.counts(exact))) small++
      else beside++
    })
    expect(beside).toBeLessThan(small)
  })
})

describe('the pattern', () => {
  const patternOf = (tables: readonly FigureTable[]) =>
    tables
      .flatMap(({ scope, dimension, figures }) =>
        figures.filter(({ gap }) => gap === 'SUPPRESSED').map(({ category }) => `${scope}/${dimension}/${category}`),
      )
      .toSorted()
  const shuffle = <T>(list: readonly T[], random: () => number) =>
    list
      .map((one) => [random(), one] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one)

  test('does not depend on the order of tables and of figures in them', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { exact, shown } = makeWorld(seed, KINDS[seed % 2]!)
      const random = seededRandom(seed)
      const shuffled = shuffle(exact, random).map((table) => ({ ...table, figures: shuffle(table.figures, random) }))
      const declaration = declarationOf(seed % 2 === 1 ? SHARE : PERSONS, USUAL[seed % USUAL.length]!)
      expect(patternOf(discloseFamily(declaration, family(shuffled), holdsPersons))).toEqual(patternOf(shown))
    }
  })

  test('does not depend on which empty categories are listed, as the years asked for decide', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { exact, shown } = makeWorld(seed, KINDS[0]!)
      const bare = exact.map((table) => ({
        ...table,
        figures: table.figures.filter(({ category, value }) => category === null || value !== 0),
      }))
      expect(
        patternOf(discloseFamily(declarationOf(PERSONS, USUAL[seed % USUAL.length]!), family(bare), holdsPersons)),
      ).toEqual(patternOf(shown))
    }
  })

  test('of what was hidden once nothing changes when it is asked again', () => {
    const { exact, shown } = makeWorld(5, KINDS[0]!)
    expect(discloseFamily(declarationOf(PERSONS, USUAL[5 % 3]!), family(exact), holdsPersons)).toEqual(shown)
  })
})
