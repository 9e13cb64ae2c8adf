import { toDay } from '@causeway/shared/day'
import { requireExact } from '../../access/refuse.ts'
import { readDocuments, type AdoptionDocument } from '../../answers/adoptions/documents.ts'
import type { Disorder, StageOfLife } from '../../answers/adoptions/life-cycle.ts'
import { listAdoptions, type Adoption } from '../../answers/adoptions/list-adoptions.ts'
import { readSubjects } from '../../answers/adoptions/subjects.ts'
import { MARKS, STAGE_WORDS, STAGES, stageWords, type Mark } from '../../answers/adoptions/stage.ts'
import { readDayAsked } from '../../figures/day-asked.ts'
import { readTogether } from '../../records/read-together.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { EvidenceRef } from './evidence.ts'
import { localeArgument, say } from './locale-argument.ts'
import { lookUpTogether } from './look-up-together.ts'
import { RecordRef } from './record.ts'

const STATE_DESCRIPTIONS: Record<Mark, string> = {
  PROPOSED: 'Chosen to be adopted',
  ADAPTED: 'Revised to fit local conditions',
  ADOPTED: 'Adopted',
  REGISTERED: 'Registered or certified by the authority',
  IN_SYSTEM: 'Part of the national system',
  USED: 'Used by learners: an `adoption-use` of one learner or more has begun. No stage: only where dates are out of order',
  LAPSED: 'No longer in force',
}

export const AdoptionStateEnum = builder.enumType('AdoptionState', {
  description: 'Where an adoption stands, in the order of its life.',
  values: Object.fromEntries(MARKS.map((it) => [it, { description: STATE_DESCRIPTIONS[it] }])) as Record<
    Mark,
    { description: string }
  >,
})

const readAdoptionDocuments = lookUpTogether((page: Adoption[], { causeway }) => readDocuments(causeway.database, page))
const readAdoptionSubjects = lookUpTogether((page: Adoption[], { causeway }) => readSubjects(causeway.database, page))

const AdoptionDocumentRef = builder.objectRef<AdoptionDocument>('AdoptionDocument')
AdoptionDocumentRef.implement({
  description: 'A document that proves an adoption, and which stage of it.',
  fields: (t) => ({
    stage: t.field({
      type: AdoptionStateEnum,
      nullable: true,
      description: 'The state of the adoption on the day the document was issued; null: it had not begun.',
      resolve: ({ stage }) => stage,
    }),
    evidence: t.field({ type: EvidenceRef, description: 'The document.', resolve: ({ evidence }) => evidence }),
  }),
})

interface StageAnswer extends StageOfLife {
  adoption: Adoption
}

const AdoptionStageRef = builder.objectRef<StageAnswer>('AdoptionStage')
AdoptionStageRef.implement({
  description: 'One stage of the life of an adoption.',
  fields: (t) => ({
    stage: t.field({ type: AdoptionStateEnum, description: 'Which.', resolve: ({ stage }) => stage }),
    label: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ stage }, { locale }) => say(STAGE_WORDS[stage], locale),
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'As the records date it: of a lapse the last day in force; null: not dated.',
      resolve: ({ date }) => date,
    }),
    reached: t.exposeBoolean('reached', { description: 'By the day asked for, itself or a later stage.' }),
    days: t.exposeInt('days', {
      description:
        'On how many days up to the one asked for the adoption stood in it. A stage that a later one overtook on its own day, or that is not dated, has 0.',
    }),
    documents: t.field({
      type: [EvidenceRef],
      description: 'Documents that were issued while it stood in this stage.',
      complexity: { field: 5, multiplier: 1 },
      resolve: async ({ stage, adoption }, _args, context) => {
        const documents = (await readAdoptionDocuments(adoption, context)).get(adoption.record.key) ?? []
        return documents.filter((it) => it.stage === stage).map(({ evidence }) => evidence)
      },
    }),
  }),
})

const DisorderRef = builder.objectRef<Disorder>('AdoptionDisorder')
DisorderRef.implement({
  description: 'Two dates of an adoption that cannot both be right.',
  fields: (t) => ({
    stage: t.field({ type: AdoptionStateEnum, description: 'The earlier stage.', resolve: ({ stage }) => stage }),
    date: t.expose('date', { type: 'Date', description: 'Its date, which is the later one.' }),
    before: t.field({
      type: AdoptionStateEnum,
      description: 'A later stage that is dated before it.',
      resolve: ({ before }) => before,
    }),
    beforeDate: t.expose('beforeDate', { type: 'Date', description: 'The date of that one.' }),
    message: t.string({
      description: 'What is wrong, and what to do.',
      args: localeArgument,
      resolve: ({ words }, { locale }) => say(words, locale),
    }),
  }),
})

const text = ({ values }: Adoption, field: string) => (values[field] ? String(values[field]) : null)

export const AdoptionRef = builder.objectRef<Adoption>('Adoption')
AdoptionRef.implement({
  description:
    'A standard, resource or piece of equipment at one adopter in one country, and where that stands on a day.',
  fields: (t) => ({
    standard: t.id({
      nullable: true,
      description: 'Code of the standard; null: a resource is adopted.',
      resolve: (it) => text(it, 'standard'),
    }),
    resource: t.id({
      nullable: true,
      description: 'Code of the resource or piece of equipment; null: a standard is adopted.',
      resolve: (it) => text(it, 'resource'),
    }),
    title: t.string({
      description: 'What is adopted, by its title.',
      args: localeArgument,
      complexity: 2,
      resolve: async (it, { locale }, context) => say((await readAdoptionSubjects(it, context)).get(it)!, locale),
    }),
    country: t.string({
      description: 'Where, ISO 3166-1 alpha-2, `foreign` or `unknown`.',
      resolve: (it) => text(it, 'country') ?? 'unknown',
    }),
    countryLabel: t.string({
      description: 'Where, by its name.',
      args: localeArgument,
      resolve: (it, { locale }) => say(countryName(text(it, 'country') ?? 'unknown'), locale),
    }),
    adopter: t.string({ description: 'Who adopted it.', resolve: (it) => text(it, 'adopter') ?? '' }),
    type: t.string({
      nullable: true,
      description: 'How it was adopted; null: not said.',
      resolve: (it) => text(it, 'type'),
    }),
    authority: t.string({
      nullable: true,
      description: 'Who registered it; null: not said.',
      resolve: (it) => text(it, 'authority'),
    }),
    certificateNo: t.string({
      nullable: true,
      description: 'Number of the certificate; null: not said.',
      resolve: (it) => text(it, 'certificate_no'),
    }),
    platform: t.id({
      nullable: true,
      description: 'Code of the platform that brought it about; null: none.',
      resolve: (it) => text(it, 'platform'),
    }),
    on: t.expose('on', { type: 'Date', description: 'The day that it is told for.' }),
    state: t.field({
      type: AdoptionStateEnum,
      nullable: true,
      description:
        'The latest stage, in their order, that is dated by the day; a later one implies those before it. Null: it had not begun.',
      resolve: ({ life }) => life.state,
    }),
    stateLabel: t.string({
      description: 'Its state in words.',
      args: localeArgument,
      resolve: ({ life }, { locale }) => say(stageWords(life.state), locale),
    }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of the state; null: it had not begun.',
      resolve: ({ life }) => life.since,
    }),
    daysInState: t.int({
      description: 'Days in the state, from its first to the one asked for; 0: it had not begun.',
      resolve: ({ life, on }) => (life.since === null ? 0 : toDay(on) - toDay(life.since) + 1),
    }),
    inForce: t.boolean({
      description:
        'Adopted, registered or in the national system by the day, and not lapsed: what indicators of adoption count. Use alone adopts nothing.',
      resolve: ({ life }) => life.inForce,
    }),
    live: t.boolean({
      description: 'In force, and used by a learner in the twelve months up to the day.',
      resolve: ({ life }) => life.live,
    }),
    usedSince: t.field({
      type: 'Date',
      nullable: true,
      description:
        'First day on which a learner used it, by the day asked for: a mark beside its stage. Null: none did.',
      resolve: ({ life }) => life.usedSince,
    }),
    stages: t.field({
      type: [AdoptionStageRef],
      description: 'Every stage, in order. Their days add up to the time since the first.',
      complexity: { field: 1, multiplier: STAGES.length },
      resolve: (adoption) => adoption.life.stages.map((stage) => ({ ...stage, adoption })),
    }),
    disorders: t.field({
      type: [DisorderRef],
      description: 'Dates out of order.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ life }) => life.disorders,
    }),
    documents: t.field({
      type: [AdoptionDocumentRef],
      description: 'The documents that prove it, in the order of their issue.',
      complexity: { field: 5, multiplier: 3 },
      resolve: async (it, _args, context) => (await readAdoptionDocuments(it, context)).get(it.record.key) ?? [],
    }),
    record: t.field({ type: RecordRef, description: 'The record it stands in.', resolve: ({ record }) => record }),
  }),
})

const AdoptionConnection = builder.connectionObject(
  { type: AdoptionRef, name: 'AdoptionConnection', description: 'A page of adoptions.' },
  { name: 'AdoptionEdge', description: 'An adoption in a page.' },
)

/** Which adoptions, and on which day. */
export const adoptionArguments = builder.args((t) => ({
  institution: t.id({ required: true, description: 'Code of the institution.' }),
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
    resolve: async (_root, { institution, on, standard, country, ...args }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.institutions.add(institution)
      const day = await readDayAsked(causeway.database, institution, on)
      const request = { institution, on: day, standard, country, ...readPage(args) }
      const page = await listAdoptions(causeway.database, request)
      return toConnection(readTogether(page.adoptions), (it) => it.record.cursor, page.hasNext, page.totalCount)
    },
  }),
}))
