import { toDay } from '@causeway/shared/day'
import {
  readDocuments,
  type AdoptionDocument,
  listAdoptions,
  type Adoption,
  readSubjects,
} from '../../answers/adoptions/list-adoptions.ts'
import {
  type Disorder,
  type StageOfLife,
  STAGE_WORDS,
  STAGES,
  type Mark,
  stageWords,
} from '../../answers/adoptions/life-cycle.ts'
import { readTogether } from '../../records/read-together.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { institutionArgument, momentArguments, onDay } from './asked.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { EvidenceRef } from './evidence.ts'
import { lookUpTogether } from './context.ts'
import { RecordRef } from './record.ts'
import { readAdoptionStates, type AdoptionStates, type StateCounts } from '../../answers/adoptions/adoption-states.ts'

export const AdoptionStateEnum = enumOf<Mark>(
  'AdoptionState',
  'How far an adoption has come, in the order of its life.',
  {
    PROPOSED: 'Chosen to be adopted',
    ADAPTED: 'Revised to fit local conditions',
    ADOPTED: 'Adopted',
    REGISTERED: 'Registered or certified by the authority',
    IN_SYSTEM: 'Part of the national system',
    USED: 'Used by learners: an `adoption-use` of one learner or more has begun. No stage: only where dates are out of order',
    LAPSED: 'No longer in force',
  },
)

const readAdoptionDocuments = lookUpTogether((page: Adoption[], { causeway }) => readDocuments(causeway.database, page))
const readAdoptionSubjects = lookUpTogether((page: Adoption[], { causeway }) => readSubjects(causeway.database, page))

const AdoptionDocumentRef = builder.objectRef<AdoptionDocument>('AdoptionDocument').implement({
  description: 'A document that proves an adoption, and which stage of it.',
  fields: (t) => ({
    stage: t.maybe(
      AdoptionStateEnum,
      'The state of the adoption on the day the document was issued; null: it had not begun.',
      'stage',
    ),
    evidence: t.given(EvidenceRef, 'The document.', 'evidence'),
  }),
})

interface StageAnswer extends StageOfLife {
  adoption: Adoption
}

const AdoptionStageRef = builder.objectRef<StageAnswer>('AdoptionStage').implement({
  description: 'One stage of the life of an adoption.',
  fields: (t) => ({
    stage: t.given(AdoptionStateEnum, 'Which.', 'stage'),
    label: t.words('Its name.', ({ stage }) => STAGE_WORDS[stage]),
    date: t.maybe('Date', 'As the records date it: of a lapse the last day in force; null: not dated.', 'date'),
    reached: t.given('Boolean', 'By the day asked for, itself or a later stage.', 'reached'),
    days: t.given(
      'Int',
      'On how many days up to the one asked for the adoption stood in it. A stage that a later one overtook on its own day, or that is not dated, has 0.',
      'days',
    ),
    documents: t.list(
      EvidenceRef,
      { times: 1, cost: 5 },
      'Documents that were issued while it stood in this stage.',
      async ({ stage, adoption }, context) => {
        const documents = (await readAdoptionDocuments(adoption, context)).get(adoption.record.key) ?? []
        return documents.filter((it) => it.stage === stage).map(({ evidence }) => evidence)
      },
    ),
  }),
})

const DisorderRef = builder.objectRef<Disorder>('AdoptionDisorder').implement({
  description: 'Two dates of an adoption that cannot both be right.',
  fields: (t) => ({
    stage: t.given(AdoptionStateEnum, 'The earlier stage.', 'stage'),
    date: t.given('Date', 'Its date, which is the later one.', 'date'),
    before: t.given(AdoptionStateEnum, 'A later stage that is dated before it.', 'before'),
    beforeDate: t.given('Date', 'The date of that one.', 'beforeDate'),
    message: t.words('What is wrong, and what to do.', 'words'),
  }),
})

const text = ({ values }: Adoption, field: string) => (values[field] ? String(values[field]) : null)

export const AdoptionRef = builder.objectRef<Adoption>('Adoption').implement({
  description:
    'A standard, resource or piece of equipment at one adopter in one country, and how far it has come on a day.',
  fields: (t) => ({
    standard: t.maybe('ID', 'Code of the standard; null: a resource is adopted.', (it) => text(it, 'standard')),
    resource: t.maybe('ID', 'Code of the resource or piece of equipment; null: a standard is adopted.', (it) =>
      text(it, 'resource'),
    ),
    title: t.words(
      'What is adopted, by its title.',
      async (it, _locale, context) => (await readAdoptionSubjects(it, context)).get(it)!,
      2,
    ),
    country: t.given(
      'String',
      'Where, ISO 3166-1 alpha-2, `foreign` or `unknown`.',
      (it) => text(it, 'country') ?? 'unknown',
    ),
    countryLabel: t.words('Where, by its name.', (it) => countryName(text(it, 'country') ?? 'unknown')),
    adopter: t.given('String', 'Who adopted it.', (it) => text(it, 'adopter') ?? ''),
    type: t.maybe('String', 'How it was adopted; null: not said.', (it) => text(it, 'type')),
    authority: t.maybe('String', 'Who registered it; null: not said.', (it) => text(it, 'authority')),
    certificateNo: t.maybe('String', 'Number of the certificate; null: not said.', (it) => text(it, 'certificate_no')),
    platform: t.maybe('ID', 'Code of the platform that brought it about; null: none.', (it) => text(it, 'platform')),
    on: t.given('Date', 'The day for which it is described.', 'on'),
    state: t.maybe(
      AdoptionStateEnum,
      'The latest stage, in their order, that is dated by the day; a later one implies those before it. Null: it had not begun.',
      'life.state',
    ),
    stateLabel: t.words('Its state in words.', ({ life }) => stageWords(life.state)),
    since: t.maybe('Date', 'First day of the state; null: it had not begun.', 'life.since'),
    daysInState: t.given(
      'Int',
      'Days in the state, from its first to the one asked for; 0: it had not begun.',
      ({ life, on }) => (life.since === null ? 0 : toDay(on) - toDay(life.since) + 1),
    ),
    inForce: t.given(
      'Boolean',
      'Adopted, registered or in the national system by the day, and not lapsed: what indicators of adoption count. Use alone adopts nothing.',
      'life.inForce',
    ),
    live: t.given('Boolean', 'In force, and used by a learner in the twelve months up to the day.', 'life.live'),
    usedSince: t.maybe(
      'Date',
      'First day on which a learner used it, by the day asked for: a mark beside its stage. Null: none did.',
      'life.usedSince',
    ),
    stages: t.list(
      AdoptionStageRef,
      STAGES.length,
      'Every stage, in order. Their days add up to the time since the first.',
      (adoption) => adoption.life.stages.map((stage) => ({ ...stage, adoption })),
    ),
    disorders: t.list(DisorderRef, 1, 'Dates out of order.', 'life.disorders'),
    documents: t.list(
      AdoptionDocumentRef,
      { times: 3, cost: 5 },
      'The documents that prove it, in the order of their issue.',
      async (it, context) => (await readAdoptionDocuments(it, context)).get(it.record.key) ?? [],
    ),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})

const AdoptionConnection = connectionOf(AdoptionRef, 'Adoption', 'A page of adoptions.', 'An adoption in a page.')

/** Which adoptions, and on which day. */
export const adoptionArguments = builder.args((t) => ({
  ...institutionArgument,
  ...momentArguments,
  on: t.field({ type: 'Date', description: "The day to tell states for; the institution's data date where omitted." }),
  standard: t.id({ description: 'Only adoptions of this standard.' }),
  country: t.id({ description: 'Only adoptions in this country, ISO 3166-1 alpha-2, `foreign` or `unknown`.' }),
}))

builder.queryFields((t) => ({
  adoptions: t.field({
    type: AdoptionConnection,
    nullable: true,
    description:
      'What others adopted of an institution, each with its state on a day and the time it spent in each. Needs a token that may read the institution.',
    args: { ...adoptionArguments, ...pageArguments },
    complexity: pageComplexity,
    resolve: onDay(async (asked, { causeway }) => {
      const page = await listAdoptions(causeway.database, { ...asked, ...readPage(asked) })
      return toConnection(readTogether(page.adoptions), (it) => it.record.cursor, page.hasNext, page.totalCount)
    }),
  }),
}))

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
    states: t.list(StateCountRef, STAGES.length, 'By stage, in order; last those that have none yet.', 'states'),
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
    countries: t.list(CountryCountsRef, 20, 'By country, in the order of their codes, the unknown last.', 'countries'),
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
    resolve: onDay((asked, { causeway }) => readAdoptionStates(causeway.database, asked)),
  }),
)
