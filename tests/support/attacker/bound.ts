import highs, { type Highs } from 'highs'
import { kept } from '@causeway/server/ground/kept'
import { seededRandom } from '../random.ts'
import type { Relation, Secret, System } from './system.ts'

/** Least and most that a hidden count can be, as far as it was looked for: at least four values, or exactly. */
export interface Range {
  secret: Secret
  least: number
  most: number
}

/** Its types are of CommonJS, where the default is another. */
export const loadSolver = highs as unknown as typeof highs.default

/** Highest less lowest of four values. */
export const ENOUGH = 3
/** More than any count is. */
const MOST = 100_000
const NEAR = 1e-5

/** Whether some relations can all hold, whatever is not known. */
export function isPossible(solver: Highs, relations: readonly Relation[], known: ReadonlyMap<string, number>): boolean {
  const names = [...new Set(relations.flatMap(({ terms }) => terms.map(([name]) => name)))]
  const at = new Map(names.map((name, place) => [name, place]))
  const model = solver.createModel()
  try {
    model.options.set({ output_flag: false })
    const least = names.map((name) => known.get(name) ?? 0)
    model.addVars(
      least,
      names.map((name) => known.get(name) ?? MOST),
    )
    for (const { terms, least: from, most } of relations)
      model.addRow(from, most, {
        indices: terms.map(([name]) => at.get(name)!),
        values: terms.map(([, times]) => times),
      })
    return model.run().modelStatus === 7
  } finally {
    model.dispose()
  }
}

/** What each hidden count can be, by everything that is known. */
export async function boundSecrets(system: System): Promise<Range[]> {
  let solver = await loadSolver()
  const ranges: Range[] = []
  let solved = 0
  for (const part of partsOf(system)) {
    // What the solver was given stays with it.
    if (solved > 2000) [solver, solved] = [await loadSolver(), 0]
    const bounded = new Part(solver, system, part)
    bounded.lookAround(part.secrets.map(({ name }) => name))
    for (const secret of part.secrets) ranges.push({ secret, ...bounded.rangeOf(secret.name) })
    solved += bounded.solved
    bounded.end()
  }
  return ranges
}

interface OfSystem {
  names: string[]
  relations: { terms: [string, number][]; least: number; most: number }[]
  secrets: Secret[]
}

/**
 * The unknown numbers that add up with each other, and with them those that some of them are inside of, or around: a chain that leads
 * over a third is not followed. Parts without a secret are left out.
 */
function partsOf(system: System): OfSystem[] {
  const { known, unknown, relations } = system
  const secrets = system.tellSecrets()
  const sums = new Groups(unknown.keys())
  const left = relations.flatMap(({ terms, least, most }) => {
    const open = new Map<string, number>()
    let sum = 0
    for (const [name, times] of terms) {
      const value = known.get(name)
      if (value === undefined) open.set(name, (open.get(name) ?? 0) + times)
      else sum += times * value
    }
    if (open.size === 0) return []
    const relation = { terms: [...open], least: least - sum, most: most - sum }
    if (least === most) sums.join([...open.keys()])
    return [relation]
  })
  const beside = new Map<string, Set<string>>()
  for (const { terms } of left) {
    const roots = new Set(terms.map(([name]) => sums.rootOf(name)))
    for (const root of roots) for (const other of roots) kept(beside, root, () => new Set<string>()).add(other)
  }
  const names = Map.groupBy(unknown.keys(), (name) => sums.rootOf(name))
  const own = Map.groupBy(left, ({ terms }) => sums.rootOf(terms[0]![0]))
  return [...Map.groupBy(secrets, ({ name }) => sums.rootOf(name))].map(([root, some]) => {
    const roots = beside.get(root) ?? new Set([root])
    const inside = [...roots].flatMap((one) => names.get(one)!)
    const isInside = new Set(inside)
    return {
      names: inside,
      relations: [...roots]
        .flatMap((one) => own.get(one) ?? [])
        .filter(({ terms }) => terms.every(([name]) => isInside.has(name))),
      secrets: some,
    }
  })
}

class Groups {
  readonly #parents: Map<string, string>

  constructor(names: Iterable<string>) {
    this.#parents = new Map([...names].map((name) => [name, name]))
  }

  rootOf(name: string): string {
    let root = name
    while (this.#parents.get(root) !== root) root = this.#parents.get(root)!
    for (let at = name; at !== root;) {
      const next = this.#parents.get(at)!
      this.#parents.set(at, root)
      at = next
    }
    return root
  }

  join([first, ...others]: readonly string[]): void {
    for (const other of others) this.#parents.set(this.rootOf(other), this.rootOf(first!))
  }
}

/** So wide that whole numbers make it no narrower than four of them. */
const SURELY = 6
const SECONDS = 60
const FEW = 5
const TURNS = 10
const NO_ANSWER = 8

/** Numbers that have to do with each other, as a model of the solver's: with halves of persons, and in whole numbers alone. */
class Part {
  readonly #halves: Model
  readonly #wholes: Model
  /** Not made simpler first: the solver then misses an answer now and then. */
  readonly #plain: Model

  constructor(solver: Highs, system: System, part: OfSystem) {
    this.#halves = new Model(solver, system, part, 'halves')
    this.#wholes = new Model(solver, system, part, 'wholes')
    this.#plain = new Model(solver, system, part, 'plain')
  }

  get solved(): number {
    return this.#halves.solved + this.#wholes.solved + this.#plain.solved
  }

  /** Finds many wide ones at once, so that only others have to be looked at one by one. */
  lookAround(names: readonly string[]): void {
    if (names.length < FEW) return
    const random = seededRandom(names.length)
    for (let turn = 0; turn < TURNS; turn++) {
      const ways = turn < 2 ? names.map(() => turn * 2 - 1) : names.map(() => Math.sign(random() - 0.5))
      this.#halves.look(names, ways)
    }
  }

  rangeOf(name: string): { least: number; most: number } {
    const range = this.#halves.rangeOf(name, SURELY)
    if (widthOf(range) < ENOUGH - NEAR || widthOf(range) >= SURELY - NEAR) return range
    const inWholes = this.#wholes.rangeOf(name, ENOUGH)
    return widthOf(inWholes) < ENOUGH - NEAR ? this.#plain.rangeOf(name, ENOUGH) : inWholes
  }

  end(): void {
    this.#halves.end()
    this.#wholes.end()
    this.#plain.end()
  }
}

const widthOf = ({ least, most }: { least: number; most: number }): number => most - least

class Model {
  readonly #model
  readonly #isSimpler: boolean
  readonly #at: ReadonlyMap<string, number>
  readonly #least: Float64Array
  readonly #most: Float64Array
  solved = 0

  constructor(
    solver: Highs,
    { unknown, truth }: System,
    { names, relations }: OfSystem,
    how: 'halves' | 'wholes' | 'plain',
  ) {
    this.#at = new Map(names.map((name, at) => [name, at]))
    // What is true is one of the answers.
    this.#least = Float64Array.from(names, (name) => truth.get(name) ?? Number.POSITIVE_INFINITY)
    this.#most = Float64Array.from(names, (name) => truth.get(name) ?? Number.NEGATIVE_INFINITY)
    this.#isSimpler = how === 'wholes'
    this.#model = solver.createModel()
    this.#model.options.set({ output_flag: false, time_limit: SECONDS, presolve: this.#isSimpler ? 'on' : 'off' })
    this.#model.addVars(
      names.map((name) => unknown.get(name)!.least),
      names.map((name) => unknown.get(name)!.most ?? MOST),
    )
    if (how !== 'halves')
      for (const [at, name] of names.entries()) if (unknown.get(name)!.isWhole) this.#model.changeColIntegrality(at, 1)
    for (const { terms, least, most } of relations)
      this.#model.addRow(least, most, {
        indices: terms.map(([name]) => this.#at.get(name)!),
        values: terms.map(([, times]) => times),
      })
  }

  /** Goes as far as can be in a way that these have together. */
  look(names: readonly string[], ways: readonly number[]): void {
    for (const [place, name] of names.entries()) this.#model.changeColCost(this.#at.get(name)!, ways[place]!)
    this.#solve('all')
    for (const name of names) this.#model.changeColCost(this.#at.get(name)!, 0)
  }

  /** As far as it is so wide. */
  rangeOf(name: string, enough: number): { least: number; most: number } {
    const at = this.#at.get(name)!
    for (const sign of [-1, 1] as const) {
      if (this.#most[at]! - this.#least[at]! >= enough - NEAR) break
      this.#model.changeColCost(at, sign)
      this.#solve(name)
      this.#model.changeColCost(at, 0)
    }
    return { least: this.#least[at]!, most: this.#most[at]! }
  }

  #solve(name: string): void {
    this.solved++
    let { modelStatus } = this.#model.run()
    // What is true is an answer: where the solver finds none it does the other way, simpler first or as it is.
    if (modelStatus === NO_ANSWER) {
      this.#model.options.set({ presolve: this.#isSimpler ? 'off' : 'on' })
      this.#model.clearSolver()
      modelStatus = this.#model.run().modelStatus
      this.#model.options.set({ presolve: this.#isSimpler ? 'on' : 'off' })
    }
    if (modelStatus !== 7) throw new Error(`${name}: no answer (${modelStatus})`)
    const { colValue } = this.#model.getSolution()
    for (let at = 0; at < colValue.length; at++) {
      this.#least[at] = Math.min(this.#least[at]!, colValue[at]!)
      this.#most[at] = Math.max(this.#most[at]!, colValue[at]!)
    }
  }

  end(): void {
    this.#model.dispose()
  }
}
