import { adoptionStatesView } from '@causeway/shared/views/adoption-states-view'
import { readAdoptionStates, type StateCounts } from '../../../answers/adoptions/adoption-states.ts'
import { MARKS, stageWords, type Stage } from '../../../answers/adoptions/life-cycle.ts'
import { countryName } from '../../../ground/reference/countries.ts'
import type { NamedView, ViewCell } from '../named-view.ts'
import { readAdoptionsAsked } from './adoptions-asked.ts'

const COLUMNS = [
  ...['institution', 'on', 'country', 'name', 'total'],
  ...MARKS.map((mark) => mark.toLowerCase()),
  ...['not_begun', 'in_force', 'live', 'disordered', 'revision'],
]

/** As `adoptionStates` of the graph; its rows end with the whole, whose country is empty. */
export const adoptionsByCountry: NamedView = {
  name: 'adoptions-by-country',
  parameters: ['on', 'standard', 'country'],
  read: async (asked) => {
    const { institution, request, narrowed, page } = await readAdoptionsAsked(asked)
    const found = await readAdoptionStates(asked.causeway.database, request)
    const counts = (one: StateCounts) => ({
      ...one,
      states: one.states.map(({ stage, count }) => ({ state: stage, label: stageWords(stage), count })),
    })
    const countries = found.countries.map((one) => ({ ...one, ...counts(one), label: countryName(one.country) }))
    const rowOf = (one: StateCounts, country: ViewCell[]): ViewCell[] => [
      ...[institution.code, found.on, ...country, one.total],
      ...MARKS.map((mark) => (mark === 'USED' ? one.used : reachedBy(one, mark))),
      ...[reachedBy(one, null), one.inForce, one.live, one.disordered, institution.revision],
    ]
    return {
      ...adoptionStatesView({ ...found, ...counts(found), countries }, institution.name),
      ...{ institution, narrowed, page },
      profile: 'EXACT',
      computedAt: institution.committedAt,
      codes: [],
      of: request.standard ?? request.country,
      rows: {
        columns: COLUMNS,
        rows: [
          ...found.countries.map((one) => rowOf(one, [one.country, countryName(one.country)])),
          rowOf(found, [null, null]),
        ],
      },
    }
  },
}

function reachedBy({ states }: StateCounts, stage: Stage | null): number {
  return states.find((one) => one.stage === stage)!.count
}
