import type { Side } from '../indicators/definition.ts'
import type { Cell, Line } from './cell.ts'
import type { Layers } from './layers.ts'

/** The sums of one period that everybody knows, in the order in which they are found. */
export class Sums {
  readonly layers: Layers
  readonly lines: Line[] = []
  readonly #all: readonly number[]

  constructor(layers: Layers) {
    this.layers = layers
    this.#all = layers.names.map((_, layer) => layer)
  }

  /** Layers on which parts distinguished by this side of an indicator add up to their whole. */
  layersBy(side: Side | undefined): readonly number[] {
    const { numerator } = this.layers
    return numerator !== null && isOfNumerator(side) ? [numerator] : this.#all
  }

  /** Layers on which parts distinguished by this side are each as much as their whole. */
  layersBeside(side: Side | undefined): readonly number[] {
    const by = this.layersBy(side)
    return this.#all.filter((layer) => !by.includes(layer) && this.layers.names[layer] !== 'rest')
  }

  /** `spare`: what may be hidden when no child is left to hide, in this order. */
  add(parent: Cell | null, children: readonly (Cell | null)[], on: readonly number[], spare: Cell[]): void {
    const real = [...new Set(children)].filter((child): child is Cell => child !== null && child !== parent)
    if (parent !== null && real.length > 0)
      this.lines.push({ parent, children: real, layers: on, weight: this.#weightIn(on), spare })
  }

  equate(one: Cell | null, other: Cell | null, on: readonly number[]): void {
    if (one && other && one !== other)
      this.lines.push({
        parent: one,
        children: [other],
        layers: on,
        weight: this.#weightIn(on),
        spare: [],
        equation: true,
      })
  }

  #weightIn(on: readonly number[]): number {
    return on.includes(this.layers.weight) ? this.layers.weight : on[0]!
  }
}

function isOfNumerator(side: Side | undefined): boolean {
  return typeof side === 'object' && !Array.isArray(side) && side.denominator === undefined
}
