import { describe, expect, test } from 'vitest'
import type { Cell, Line } from '@causeway/server/figures/disclosure/cell'
import { Tableau } from '@causeway/server/figures/disclosure/tableau'
import { seededRandom } from '../../support/random.ts'
import { Attacker } from './families.ts'

const SYSTEMS = 150
const LEAST = 5

function cellOf(key: string, count: number): Cell {
  return {
    ...{ key, counts: [count], sensitive: count > 0 && count < LEAST, given: false, standing: 'published' },
    ...{ hidden: false, usual: false, twin: null, behind: [], veiled: false },
  }
}

/** Random sums of random parts; parents are parts of others, some sums are written down twice. */
function randomLines(random: () => number): Line[] {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const cells = Array.from({ length: 6 + Math.floor(random() * 10) }, (_, at) =>
    cellOf(`${at}`, Math.floor(random() ** 2 * 20)),
  )
  const lines: Line[] = []
  for (let at = 0; at < 4 + random() * 10; at++) {
    const children = [...new Set(Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(cells)))]
    const total = children.reduce((sum, cell) => sum + cell.counts[0]!, 0)
    const parent = cellOf(`parent ${at}`, total)
    cells.push(parent)
    for (const twice of random() < 0.2 ? [1, 2] : [1])
      lines.push({
        ...{ parent, children: twice === 1 ? children : children.toReversed(), layers: [0], weight: 0 },
        spare: [],
      })
  }
  return lines
}

/** Someone who learns the lines in what is unknown of them, from nothing. */
function learn(lines: readonly Line[], cells: readonly Cell[]): Attacker {
  const attacker = new Attacker()
  for (const { parent, children } of lines) {
    attacker.learn(cells.map((cell) => (cell.hidden ? Number(children.includes(cell)) - Number(cell === parent) : 0)))
  }
  return attacker
}

describe('sums that are kept solved while cells are hidden one by one', () => {
  const steps = function* (seed: number) {
    const random = seededRandom(seed * 104_729)
    const lines = randomLines(random)
    const tableau = new Tableau(lines, 0, LEAST)
    const { cells } = tableau
    const order = cells.map((cell) => [random(), cell] as const).toSorted(([a], [b]) => a - b)
    for (const [, cell] of order) {
      cell.hidden = true
      tableau.hide(cell)
      yield { tableau, cells, lines, attacker: learn(lines, cells) }
    }
  }
  const eachStep = (work: (step: ReturnType<typeof steps> extends Generator<infer Step> ? Step : never) => void) => {
    for (let seed = 1; seed <= SYSTEMS; seed++) for (const step of steps(seed)) work(step)
  }
  /** Half a cell is a large residue, which a solver in floating point cannot be asked about. */
  const isWhole = (sum: ReadonlyMap<Cell, number>) => [...sum.values()].every((times) => Math.abs(times) < 100)
  const alone = (cells: readonly Cell[], one: Cell) => cells.map((cell) => Number(cell === one))

  test('tell the same cells as when solved from nothing', () => {
    let said = 0
    eachStep(({ tableau, cells, attacker }) => {
      const expected = cells.filter((cell) => cell.hidden && attacker.knows(alone(cells, cell)))
      expect(new Set(tableau.said())).toEqual(new Set(expected))
      said += expected.length
    })
    expect(said).toBeGreaterThan(1000)
  })

  test('find every sum of few that follows, and none that does not', () => {
    let pairs = 0
    eachStep(({ tableau, cells, attacker }) => {
      const few = cells.filter((cell) => cell.hidden && cell.counts[0]! < LEAST)
      if (!tableau.rowsOfFew().every((row) => isWhole(tableau.unknownsOf(row)))) return
      const found = new Attacker()
      for (const row of tableau.rowsOfFew()) {
        const sum = tableau.unknownsOf(row)
        expect(few).toEqual(expect.arrayContaining([...sum.keys()]))
        const vector = cells.map((cell) => sum.get(cell) ?? 0)
        expect(attacker.knows(vector)).toBe(true)
        found.learn(vector)
      }
      for (const [at, one] of few.entries()) {
        for (const other of few.slice(at)) {
          const both = cells.map((cell) => Number(cell === one || cell === other))
          expect(found.knows(both)).toBe(attacker.knows(both))
          if (attacker.knows(both)) pairs++
        }
      }
    })
    expect(pairs).toBeGreaterThan(1000)
  })

  test('say which known cell, once hidden, keeps a sum from being worked out', () => {
    const outcomes = { kept: 0, lost: 0 }
    eachStep(({ tableau, cells, lines }) => {
      const [row] = tableau.rowsOfFew()
      if (row === undefined) return
      const sum = tableau.unknownsOf(row)
      if (!isWhole(sum)) return
      const vector = cells.map((cell) => sum.get(cell) ?? 0)
      const known = tableau.knownOf([row])
      for (const cell of cells.filter(({ hidden }) => !hidden)) {
        cell.hidden = true
        const follows = learn(lines, cells).knows(vector)
        cell.hidden = false
        expect(follows).toBe(!known.includes(cell) || !tableau.isIrreplaceable(cell))
        outcomes[follows ? 'kept' : 'lost']++
      }
    })
    expect(outcomes.kept).toBeGreaterThan(300)
    expect(outcomes.lost).toBeGreaterThan(300)
  })
})
