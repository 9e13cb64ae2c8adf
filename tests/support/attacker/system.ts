import { disclosureClass, sizeIsOfPersons } from '@causeway/server/figures/disclosure/disclosure-class'
import { kept } from '@causeway/server/ground/kept'
import { fieldOf, type Declaration } from '@causeway/server/figures/indicators/definition'
import { holdsPersons } from '@causeway/server/records/record-types'
import { placeOf, type Seen, type SeenAt, type World } from './collect.ts'

/** value, size, numerator, denominator, and what is left of the denominator. */
export type Layer = 'v' | 's' | 'n' | 'd' | 'r'
export type Counts = Partial<Record<Layer, number | null>>

/** A sum of unknown numbers between two limits. */
export interface Relation {
  terms: [name: string, times: number][]
  least: number
  most: number
}

export interface Unknown {
  least: number
  /** Absent: nobody knows. */
  most?: number
  isWhole: boolean
}

/** A hidden count of a figure, which nobody may find out. */
export interface Secret {
  name: string
  of: SeenAt
  layer: Layer
  count: number
}

/** The numbers of persons that a figure tells of. */
export function countsIn({ declaration }: Pick<SeenAt, 'declaration'>, figure: Seen): Counts {
  const kind = disclosureClass(declaration, holdsPersons)
  const size = sizeIsOfPersons(declaration, holdsPersons) ? { s: orNone(figure.size, figure) } : {}
  switch (kind) {
    case 'things':
      return {}
    case 'persons':
    case 'person-days':
      return { v: orNone(figure.value, figure), ...size }
    case 'mean':
      return {
        d: orNone('pairs' in declaration.measure ? figure.size : (figure.denominator ?? figure.size), figure),
        ...size,
      }
    case 'rate': {
      // One side may have been reported where the other was not.
      const { numerator: n, denominator: d } = figure
      return { n, d, r: n === null || d === null || n > d ? null : d - n, ...(d !== null && size) }
    }
  }
}

/** Days are not persons, however few, and come in halves. */
export const isOfDays = ({ declaration }: Pick<SeenAt, 'declaration'>, layer: Layer): boolean =>
  layer === 'v' && disclosureClass(declaration, holdsPersons) === 'person-days'

/** What is rounded to a multiple of 5, but of somebody never to 0. */
const rangeOf = (shown: number): { least: number; most: number } => ({
  least: shown === 5 ? 0.5 : shown - 2.5,
  most: shown + 2.5,
})

/** Those whose size is not everywhere what is counted, or what is under the line. */
function sizesOfTheirOwn(exact: World): Set<Declaration> {
  const own = [...exact.values()].filter((of) => {
    const { s, v, d } = countsIn(of, of.figure)
    return s != null && s !== (v ?? d)
  })
  return new Set(own.map(({ declaration }) => declaration))
}

/** Where nothing was recorded, there was nobody; nor is anybody who was left out in another count. */
function orNone(count: number | null, { gap }: Seen): number | null {
  return count ?? (gap === 'NO_RECORDS' ? 0 : null)
}

/** Fewer are hidden by themselves: under the line, and of all others. */
export const LEAST: Record<Layer, number> = { d: 10, v: 5, s: 5, n: 5, r: 5 }

/** What is divided by is the same in every category and scope that is of the numerator alone; what nobody is taken from is all. */
function isSecret({ declaration, by, scope }: SeenAt, layer: Layer, { n }: Counts): boolean {
  if (layer === 'r') return n !== 0
  if (layer !== 'd') return true
  const isOwn = scope === (declaration.scope?.default ?? null)
  const sides = [by === null ? undefined : declaration.dimensions[by], isOwn ? undefined : declaration.scope]
  return sides.every((side) => side === undefined || fieldOf(side, 'denominator') !== null)
}

/**
 * What somebody knows who was given all public answers: numbers, which numbers there are besides, and how they add up. Whether a sum
 * holds exactly is taken from what is true, so that a right guess makes nobody stronger.
 */
export class System {
  readonly known = new Map<string, number>()
  readonly unknown = new Map<string, Unknown>()
  readonly truth = new Map<string, number>()
  readonly relations: Relation[] = []
  readonly secrets: Secret[] = []
  /** What figures show of numbers that are rounded. */
  readonly #rounded = new Map<string, number>()
  /** Numbers that were forgotten and are of many: a figure shows them without any table. */
  readonly #shownAnyway = new Set<string>()

  /** @param isRounded whether the public sees numbers of persons rounded to 5 */
  constructor(seen: World, exact: World, isRounded = false) {
    const ownSizes = sizesOfTheirOwn(exact)
    for (const [place, of] of seen) {
      const truth = exact.get(place)
      // A category of another year, in an earlier release: nobody is of it.
      if (!truth && of.figure.gap !== 'SUPPRESSED' && !of.figure.value) continue
      // Where the public sees no category it sees the whole in their place, which it can ask for by itself.
      if (!truth && of.category === null && of.by !== null) continue
      if (!truth) throw new Error(`${place} is nowhere but in what the public sees`)
      const [shown, counts] = [countsIn(of, of.figure), countsIn(of, truth.figure)]
      if (!ownSizes.has(of.declaration)) delete counts.s
      const isHidden = of.figure.gap === 'SUPPRESSED'
      for (const layer of Object.keys(counts) as Layer[]) {
        const [name, count, own] = [`${place} ${layer}`, counts[layer] ?? null, shown[layer] ?? null]
        if (count === null) continue
        this.truth.set(name, count)
        if (isRounded && count > 0 && !isHidden && (own !== null || layer === 'r')) {
          // What is left of what is rounded is in no answer.
          const range: Omit<Unknown, 'isWhole'> = layer === 'r' ? { least: 0 } : rangeOf(own!)
          this.unknown.set(name, { ...range, isWhole: Number.isInteger(count) && !isOfDays(of, layer) })
          if (layer !== 'r') this.#rounded.set(name, own!)
          if (isSecret(of, layer, counts)) this.secrets.push({ name, of, layer, count })
          if (layer !== 'r' && (own! % 5 !== 0 || own === 0 || count < range.least || count > range.most!))
            throw new Error(`${name} is shown as ${own} and is ${count}`)
          continue
        }
        if (own !== null) this.known.set(name, own)
        else {
          const isSome = isHidden && layer !== 'n' && layer !== 'r'
          this.unknown.set(name, {
            least: isSome ? Math.min(1, count) : 0,
            isWhole: Number.isInteger(count) && !isOfDays(of, layer),
          })
          // Nothing is hidden of a figure that has no number, as long as it is not of few.
          const isOpen = !isHidden && count >= LEAST[layer]
          if (count > 0 && !isOpen && isSecret(of, layer, counts)) this.secrets.push({ name, of, layer, count })
        }
        if (own !== null && Math.abs(own - count) > 1e-6) throw new Error(`${name} is shown as ${own} and is ${count}`)
      }
      if (counts.r !== undefined)
        this.add([
          [`${place} n`, 1],
          [`${place} r`, 1],
          [`${place} d`, -1],
        ])
      // Each person takes part once, or is under the line, at least.
      const whole = counts.v === undefined ? `${place} d` : `${place} v`
      if (counts.s !== undefined) this.addAtMost(`${place} s`, [whole])
    }
  }

  /** Makes numbers that are known, such as official tables give away, unknown wherever they are shown. */
  forget(names: Iterable<string>): void {
    for (const name of this.#withSame(names)) {
      const known = this.known.get(name)
      if (known === undefined) continue
      this.known.delete(name)
      this.unknown.set(name, { least: Math.min(1, known), isWhole: Number.isInteger(known) })
      if (known >= LEAST.d) this.#shownAnyway.add(name)
    }
  }

  /** That these add up to nothing, as far as all of them are numbers that there are and it is true. */
  add(terms: Relation['terms']): boolean {
    const sum = this.#sum(terms)
    if (sum === null || Math.abs(sum) > 1e-6) return false
    this.relations.push({ terms, least: 0, most: 0 })
    return true
  }

  /** That one is no more than others together. */
  addAtMost(inner: string, outer: readonly string[]): boolean {
    const terms: Relation['terms'] = [[inner, 1], ...outer.map((name): [string, number] => [name, -1])]
    const sum = this.#sum(terms)
    if (sum === null || sum > 1e-6) return false
    this.relations.push({ terms, least: -Infinity, most: 0 })
    return true
  }

  /** That parts are all of a whole: exactly, or (where some are in several) at least. */
  addParts(whole: string, parts: readonly string[]): void {
    if (this.add([[whole, -1], ...parts.map((name): [string, number] => [name, 1])])) return
    this.addAtMost(whole, parts)
    for (const part of parts) this.addAtMost(part, [whole])
  }

  /** Leaves out of the secrets what another figure shows of the same persons. */
  tellSecrets(): Secret[] {
    const shown = this.#withSame([...this.known.keys(), ...this.#shownAnyway])
    return this.secrets.filter(({ name }) => !shown.has(name))
  }

  /** Numbers, with all that are the same persons. */
  #withSame(names: Iterable<string>): Set<string> {
    const same = new Map<string, string[]>()
    for (const { terms, least, most } of this.relations) {
      if (terms.length !== 2 || least !== 0 || most !== 0 || terms[0]![1] + terms[1]![1] !== 0) continue
      const [one, other] = terms.map(([name]) => name) as [string, string]
      kept(same, one, () => []).push(other)
      kept(same, other, () => []).push(one)
    }
    const all = new Set(names)
    for (const name of all) for (const one of same.get(name) ?? []) all.add(one)
    return all
  }

  /** A number that no answer has. */
  addUnknown(name: string, isWhole: boolean, truth: number | null = null): void {
    this.unknown.set(name, { least: 0, isWhole })
    if (truth !== null) this.truth.set(name, truth)
  }

  /** A relation of which its maker does not know all. */
  addAnyway(relation: Relation): void {
    this.relations.push(relation)
  }

  /** All that is known of a release, under names that no other has. */
  takeIn(other: System, nameIn: (name: string) => string): void {
    for (const [name, value] of other.known) this.known.set(nameIn(name), value)
    for (const [name, one] of other.unknown) this.unknown.set(nameIn(name), one)
    for (const [name, value] of other.truth) this.truth.set(nameIn(name), value)
    for (const { terms, ...limits } of other.relations)
      this.relations.push({ ...limits, terms: terms.map(([name, times]) => [nameIn(name), times]) })
    this.secrets.push(...other.secrets.map((one) => ({ ...one, name: nameIn(one.name) })))
  }

  /** What a sum of numbers is said to be. False: it is another one, by what is true or, where numbers are rounded, by what is shown. */
  state(terms: Relation['terms'], sum: number): boolean {
    if (!terms.every(([name]) => this.has(name))) return true
    // What is made of rounded numbers tells no more than they do.
    const isRounded = terms.some(([name]) => this.#rounded.has(name))
    const real = this.#sum(terms, isRounded ? (name) => this.#rounded.get(name) ?? this.known.get(name) : undefined)
    if (real === null) return !isRounded
    if (Math.abs(real - sum) > 1e-6 * Math.max(1, Math.abs(sum))) return false
    if (!isRounded && terms.some(([name]) => this.unknown.has(name)))
      this.relations.push({ terms, least: sum, most: sum })
    return true
  }

  has(name: string): boolean {
    return this.known.has(name) || this.unknown.has(name)
  }

  #sum(terms: Relation['terms'], valueOf = (name: string) => this.truth.get(name)): number | null {
    let sum = 0
    for (const [name, times] of terms) {
      const value = valueOf(name)
      if (value === undefined) return null
      sum += times * value
    }
    return sum
  }
}

export const nameOf = (of: Parameters<typeof placeOf>[0], year: number, category: string | null, layer: Layer) =>
  `${placeOf(of, year, category)} ${layer}`
