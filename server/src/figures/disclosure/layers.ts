import type { Figure } from '@causeway/shared/figure'
import type { PersonClass } from './disclosure-class.ts'
import type { Scope } from '@causeway/shared/series'
import type { DimensionId } from '../indicators/definition.ts'

/** Fewest persons that a count may show. */
export const FEWEST_PERSONS = 5
/** Fewest persons that a rate or a mean may rest on. */
export const FEWEST_IN_RATE = 10

/**
 * The counts of persons that a published figure gives away, each of which adds up along the margins of its table, and the least
 * that each may be without being hidden. Zero is always shown.
 */
export interface Layers {
  names: readonly ('value' | 'size' | 'numerator' | 'rest' | 'denominator')[]
  least: readonly number[]
  /** The layer that tells which of two figures is the smaller one. */
  weight: number
  /** The layer that a figure has where its denominator stays whole; null: no such figures. */
  numerator: number | null
}

/** A count for each layer; null: not known or not published. */
export type Counts = (number | null)[]

const LAYERS: Record<PersonClass, Layers> = {
  persons: { names: ['value', 'size'], least: [FEWEST_PERSONS, FEWEST_PERSONS], weight: 0, numerator: null },
  'person-days': { names: ['size'], least: [FEWEST_PERSONS], weight: 0, numerator: null },
  rate: {
    names: ['numerator', 'rest', 'denominator'],
    least: [FEWEST_PERSONS, FEWEST_PERSONS, FEWEST_IN_RATE],
    weight: 2,
    numerator: 0,
  },
  mean: { names: ['size'], least: [FEWEST_IN_RATE], weight: 0, numerator: null },
}

export function layersOf(kind: PersonClass): Layers {
  return LAYERS[kind]
}

/** The same where numbers of persons are rounded: what rests on few is hidden, and no number for itself. */
export function roundedLayersOf(kind: PersonClass): Layers {
  const layers = LAYERS[kind]
  const isOfFew = (name: string) => name === 'denominator' || kind === 'mean' || kind === 'person-days'
  return { ...layers, least: layers.least.map((least, layer) => (isOfFew(layers.names[layer]!) ? least : 0)) }
}

/**
 * @param sizeOfPersons the figure's size is one of persons; else it tells how many records there were, which are nobody
 */
export function countsOf(figure: Figure, kind: PersonClass, sizeOfPersons: boolean): Counts {
  // Where nothing was recorded, or all of it left out, nobody was counted; of a rate one side may have been.
  const none = figure.gap === 'NO_RECORDS' && kind !== 'rate' ? 0 : null
  const size = sizeOfPersons ? (figure.size ?? none) : null
  switch (kind) {
    case 'persons':
      return [figure.value ?? size ?? none, size]
    case 'person-days':
      // Days of nobody knows how many persons are days of too few.
      return [size ?? (figure.value === null ? none : figure.value === 0 ? 0 : 1)]
    case 'mean':
      return [lesser(figure.denominator, size) ?? none]
    case 'rate': {
      const { numerator, denominator } = figure
      const rest =
        numerator === null || denominator === null || numerator > denominator ? null : denominator - numerator
      return [numerator, rest, lesser(denominator, size)]
    }
  }
}

/** The lesser of those that are known. */
export function lesser(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.min(one, other)
}

/** May these counts not be shown? */
export function isSensitive(counts: Counts, layers: Layers): boolean {
  return counts.some((count, layer) => count !== null && count > 0 && count < layers.least[layer]!)
}

/** A figure of one period with the question it answers. */
export interface Address {
  /** As counted: the indicator's own where none was asked. */
  scope: Scope | null
  dimension: DimensionId | null
  category: string | null
  figure: Figure
  counts: Counts
  /** Hidden for a reason that these counts do not show. */
  hidden?: boolean
}

/** Where a cell is among those of its year. */
export function placeOf(
  { scope, dimension, category }: { scope: Scope | null; dimension: string | null; category: string | null },
  usual: Scope | null,
): string {
  return JSON.stringify([scope ?? usual, dimension, category])
}
