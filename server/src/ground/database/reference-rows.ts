import { createHash } from 'node:crypto'
import type { SystemTables } from './tables.ts'
import { BLOCS, BLOCS_TEXT } from '../reference/blocs.ts'
import { CONTINENTS_TEXT } from '../reference/continents.ts'
import { COUNTRIES } from '../reference/countries.ts'

/** What queries join: the continent of each country, and who was in which bloc when. */
export function readReferenceRows(): {
  countries: SystemTables['country'][]
  memberships: SystemTables['bloc_membership'][]
} {
  return {
    countries: COUNTRIES.map(({ code, continent }) => ({ code, continent })),
    memberships: BLOCS.flatMap(({ id, members }) =>
      members.map(({ country, from, to }) => ({ bloc: id, country, from_day: from, to_day: to })),
    ),
  }
}

/** Changes with the reference data: a kept figure that read it is then no longer true. */
export function referenceHash(): string {
  return createHash('sha256').update(CONTINENTS_TEXT).update(BLOCS_TEXT).digest('hex').slice(0, 16)
}
