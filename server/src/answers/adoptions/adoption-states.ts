import { UNKNOWN } from '@causeway/shared/unknown'
import type { Database } from '../../ground/database/database.ts'
import { type LifeCycle, STAGES, type Stage } from './life-cycle.ts'
import { readAllAdoptions, type Adoption, type AdoptionRequest } from './list-adoptions.ts'

export interface StateCounts {
  total: number
  /**
   * By stage, in order, how many have reached it and not lapsed: one that is registered was adopted too, and counts in both. Then how
   * many have lapsed, and how many have no stage yet (null). Adopted are those in force.
   */
  states: { stage: Stage | null; count: number }[]
  inForce: number
  live: number
  /** Used by a learner at any time up to the day. */
  used: number
  /** Adoptions with dates out of order. */
  disordered: number
}

export interface AdoptionStates extends StateCounts {
  on: string
  /** In the order of their codes, the unknown last. */
  countries: (StateCounts & { country: string })[]
}

/** How many adoptions had reached which stage on a day, in all and by country. */
export async function readAdoptionStates(database: Database, request: AdoptionRequest): Promise<AdoptionStates> {
  return countAdoptionStates(request.on, await readAllAdoptions(database, request))
}

/** Adoptions as they are said for one day. */
export function countAdoptionStates(on: string, adoptions: readonly Adoption[]): AdoptionStates {
  const byCountry = Map.groupBy(adoptions, ({ values }) => String(values['country'] ?? UNKNOWN))
  const order = (country: string) => (country === UNKNOWN ? '~' : country)
  return {
    on,
    ...countStates(adoptions),
    countries: [...byCountry]
      .sort(([a], [b]) => (order(a) < order(b) ? -1 : 1))
      .map(([country, some]) => ({ country, ...countStates(some) })),
  }
}

function countStates(adoptions: readonly Adoption[]): StateCounts {
  const count = (holds: (adoption: Adoption) => boolean) => adoptions.filter(holds).length
  return {
    total: adoptions.length,
    states: [...STAGES, null].map((stage) => ({ stage, count: count(({ life }) => hasReached(life, stage)) })),
    inForce: count(({ life }) => life.inForce),
    live: count(({ life }) => life.live),
    used: count(({ life }) => life.usedSince !== null),
    disordered: count(({ life }) => life.disorders.length > 0),
  }
}

function hasReached({ state, stages }: LifeCycle, stage: Stage | null): boolean {
  if (state === null || state === 'LAPSED' || stage === null) return state === stage
  return stages.some((one) => one.stage === stage && one.reached)
}
