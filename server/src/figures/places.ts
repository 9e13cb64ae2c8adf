import { toDay } from '@causeway/shared/day'
import type { Places } from './disclosure/family.ts'
import { BLOCS } from '../ground/reference/blocs.ts'
import { countryOf } from '../ground/reference/countries.ts'
import { placesOutside } from '../ground/reference/scopes.ts'

/** How countries lie, seen from one of them. */
export function placesFrom(home: string): Places {
  return {
    home,
    continentOf: (country) => countryOf(country)?.continent ?? null,
    inBloc: (bloc, country, day) => isMember(bloc, country, toDay(day)),
    placesOutside,
  }
}

function isMember(bloc: string, country: string, day: number): boolean {
  const members = BLOCS.find(({ id }) => id === bloc)?.members ?? []
  return members.some(
    (member) => member.country === country && member.from <= day && (member.to === null || member.to >= day),
  )
}
