import { requireExact } from '../../access/refuse.ts'
import { readAdoptionStates, type AdoptionStates, type StateCounts } from '../../answers/adoptions/adoption-states.ts'
import { STAGES, stageWords } from '../../answers/adoptions/stage.ts'
import { readDayAsked } from '../../figures/day-asked.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { adoptionArguments, AdoptionStateEnum } from './adoption.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'

const StateCountRef = builder.objectRef<StateCounts['states'][number]>('AdoptionStateCount')
StateCountRef.implement({
  description: 'How many adoptions have reached one stage.',
  fields: (t) => ({
    state: t.field({
      type: AdoptionStateEnum,
      nullable: true,
      description: 'Which; null: they have no stage yet.',
      resolve: ({ stage }) => stage,
    }),
    label: t.string({
      description: 'The stage in words.',
      args: localeArgument,
      resolve: ({ stage }, { locale }) => say(stageWords(stage), locale),
    }),
    count: t.exposeInt('count', {
      description:
        'How many have reached it and not lapsed: one that is registered counts as adopted too. Of `LAPSED`: how many have lapsed.',
    }),
  }),
})

const CountsInterface = builder.interfaceRef<StateCounts>('AdoptionCounts').implement({
  description: 'How many adoptions have reached which stage on a day.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'All of them, those that had not begun or have lapsed too.' }),
    states: t.field({
      type: [StateCountRef],
      description: 'By stage, in order; last those that have none yet.',
      complexity: { field: 1, multiplier: STAGES.length },
      resolve: ({ states }) => states,
    }),
    inForce: t.exposeInt('inForce', { description: 'Adopted or later and not lapsed.' }),
    live: t.exposeInt('live', {
      description: 'In force, and used by a learner in the twelve months up to the day.',
    }),
    used: t.exposeInt('used', { description: 'Used by a learner at any time up to the day.' }),
    disordered: t.exposeInt('disordered', { description: 'With dates out of order.' }),
  }),
})

const CountryCountsRef = builder.objectRef<AdoptionStates['countries'][number]>('AdoptionCountryCounts')
CountryCountsRef.implement({
  description: 'How many adoptions of one country have reached which stage on a day.',
  interfaces: [CountsInterface],
  fields: (t) => ({
    country: t.exposeString('country', { description: 'ISO 3166-1 alpha-2, `foreign` or `unknown`.' }),
    label: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ country }, { locale }) => say(countryName(country), locale),
    }),
  }),
})

export const AdoptionStatesRef = builder.objectRef<AdoptionStates>('AdoptionStates')
AdoptionStatesRef.implement({
  description: 'How many adoptions have reached which stage on a day, in all and by country.',
  interfaces: [CountsInterface],
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The day.' }),
    countries: t.field({
      type: [CountryCountsRef],
      description: 'By country, in the order of their codes, the unknown last.',
      complexity: { field: 1, multiplier: 20 },
      resolve: ({ countries }) => countries,
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
