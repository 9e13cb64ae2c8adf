import { requireExact } from '../../access/refuse.ts'
import { readAdoptionStates, type AdoptionStates, type StateCounts } from '../../answers/adoptions/adoption-states.ts'
import { STAGES, stageWords } from '../../answers/adoptions/stage.ts'
import { readDayAsked } from '../../figures/day-asked.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { adoptionArguments, AdoptionStateEnum } from './adoption.ts'
import { builder } from './builder.ts'
const StateCountRef = builder.objectRef<StateCounts['states'][number]>('AdoptionStateCount').implement({
  description: 'How many adoptions have reached one stage.',
  fields: (t) => ({
    state: t.maybe(AdoptionStateEnum, 'Which; null: they have no stage yet.', 'stage'),
    label: t.words('The stage in words.', ({ stage }) => stageWords(stage)),
    count: t.given(
      'Int',
      'How many have reached it and not lapsed: one that is registered counts as adopted too. Of `LAPSED`: how many have lapsed.',
      'count',
    ),
  }),
})

const CountsInterface = builder.interfaceRef<StateCounts>('AdoptionCounts').implement({
  description: 'How many adoptions have reached which stage on a day.',
  fields: (t) => ({
    total: t.given('Int', 'All of them, those that had not begun or have lapsed too.', 'total'),
    states: t.given([StateCountRef], 'By stage, in order; last those that have none yet.', 'states', {
      field: 1,
      multiplier: STAGES.length,
    }),
    inForce: t.given('Int', 'Adopted or later and not lapsed.', 'inForce'),
    live: t.given('Int', 'In force, and used by a learner in the twelve months up to the day.', 'live'),
    used: t.given('Int', 'Used by a learner at any time up to the day.', 'used'),
    disordered: t.given('Int', 'With dates out of order.', 'disordered'),
  }),
})

const CountryCountsRef = builder.objectRef<AdoptionStates['countries'][number]>('AdoptionCountryCounts').implement({
  description: 'How many adoptions of one country have reached which stage on a day.',
  interfaces: [CountsInterface],
  fields: (t) => ({
    country: t.given('String', 'ISO 3166-1 alpha-2, `foreign` or `unknown`.', 'country'),
    label: t.words('Its name.', ({ country }) => countryName(country)),
  }),
})

export const AdoptionStatesRef = builder.objectRef<AdoptionStates>('AdoptionStates').implement({
  description: 'How many adoptions have reached which stage on a day, in all and by country.',
  interfaces: [CountsInterface],
  fields: (t) => ({
    on: t.given('Date', 'The day.', 'on'),
    countries: t.given([CountryCountsRef], 'By country, in the order of their codes, the unknown last.', 'countries', {
      field: 1,
      multiplier: 20,
    }),
  }),
})

builder.queryField('adoptionStates', (t) =>
  t.field({
    type: AdoptionStatesRef,
    nullable: true,
    description:
      'How many adoptions of an institution had reached which stage on a day, by country. Needs a token that may read the institution.',
    args: adoptionArguments,
    complexity: { field: 500, multiplier: 1 },
    resolve: async (_root, { institution, on, standard, country }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.institutions.add(institution)
      const day = await readDayAsked(causeway.database, institution, on)
      return readAdoptionStates(causeway.database, { institution, on: day, standard, country })
    },
  }),
)
