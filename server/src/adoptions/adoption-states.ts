import { UNKNOWN } from '@causeway/shared/unknown'
import type { Database } from '../database/database.ts'
import { readAllAdoptions, type Adoption, type AdoptionRequest } from './list-adoptions.ts'
import { STAGES, type Stage } from './stage.ts'

export interface StateCounts {
  total: number
  /** In the order of the stages, those that are none in too; last what had not begun (null). */
  states: { stage: Stage | null; count: number }[]
  inForce: number
  live: number
  /** Adoptions with dates out of order. */
  disordered: number
}

export interface AdoptionStates extends StateCounts {
  on: string
  /** In the order of their codes, the unknown last. */
  countries: (StateCounts & { country: string })[]
}

/** How many adoptions stood in which state on a day, in all and by country. */
export async function readAdoptionStates(database: Database, request: AdoptionRequest): Promise<AdoptionStates> {
  return countAdoptionStates(request.on, await readAllAdoptions(database, request))
}

/** Adoptions as they are told for one day. */
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
    states: [...STAGES, null].map((stage) => ({ stage, count: count(({ life }) => life.state === stage) })),
    inForce: count(({ life }) => life.inForce),
    live: count(({ life }) => life.live),
    disordered: count(({ life }) => life.disorders.length > 0),
  }
}
