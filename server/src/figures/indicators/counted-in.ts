import type { Words } from '@causeway/shared/words/words'
import type { Declaration, Measure, Part } from './definition.ts'
import type { Figure } from '@causeway/shared/figure'
import { factorOf } from './observe/factor.ts'

const PERSONS: Words = { zh: '人', en: 'people' }
const PARTICIPATIONS: Words = { zh: '人次', en: 'participations' }
/** Of things English says the numbers alone: 8 of 11. */
const THINGS: Words = { zh: '项', en: '' }

/** What both sides of a share count, so that a share of few can be given by its counts. Null: the one is no part of the other. */
export function countedIn({ measure, unit, kind, bases }: Declaration): Words | null {
  if (kind !== 'RATIO' || unit.en !== '%') return null
  // The members of a cohort are persons, each with one course of study.
  if ('share' in measure && bases.every((basis) => basis === 'COHORT') && measure.per !== 'records') return PERSONS
  if ('share' in measure) return { persons: PERSONS, participations: PARTICIPATIONS, records: THINGS }[measure.per]
  if (!('ratio' in measure) || measure.forEvery) return null
  const { numerator, denominator, response } = measure.ratio
  // Of a survey both sides are the persons who answered.
  if (response) return PERSONS
  const [one, other] = [wordOf(numerator.measure), wordOf(denominator.measure)]
  return one === other ? one : null
}

function wordOf(measure: Measure): Words | null {
  if ('distinct' in measure) return measure.distinct === 'persons' ? PERSONS : THINGS
  if (!('count' in measure)) return null
  return measure.count === 'records' ? THINGS : PARTICIPATIONS
}

const RESPONSE: Words = { zh: '回收率', en: 'Response rate' }
const UNITS: Words = { zh: '能力单元覆盖率', en: 'Coverage of the units' }

/** What the coverage beside a figure is one of: of those asked, those who answered; of a standard's units, those with a result. */
export function coverageWords({ measure }: Pick<Declaration, 'measure'>): Words | null {
  if ('weighted' in measure) return UNITS
  return 'ratio' in measure && measure.ratio.response ? RESPONSE : null
}

/**
 * Whether a figure reaches what a rule asks of its indicator: from the whole numbers behind it, never from its rounded value. Null
 * where no rule asks, and where there is no figure.
 */
export function meetsThreshold(
  { measure, threshold }: Declaration,
  { value, numerator, denominator }: Partial<Pick<Figure, 'value' | 'numerator' | 'denominator'>>,
): boolean | null {
  if (!threshold || value == null || numerator == null || denominator == null) return null
  const [over, under] =
    'ratio' in measure ? [factorOfPart(measure.ratio.numerator), factorOfPart(measure.ratio.denominator)] : [1, 1]
  const [part, whole] = threshold.atLeast
  // Decimals are stored times a factor, so that these are whole.
  const reached = Math.round(numerator * over) * under * whole
  return reached >= Math.round(denominator * under) * over * part
}

function factorOfPart({ set, measure }: Part): number {
  return 'sum' in measure ? factorOf(set, measure.sum) : 1
}
