import { kept } from '../../ground/kept.ts'
import {
  isMemberOn,
  MEMBER_ROLES,
  type PlatformMember,
  findPlatform,
  listPlatforms,
  readChildren,
  readParents,
  runsOn,
  type Platform,
  readMembers,
} from '../../answers/platforms/platform.ts'
import { institutionArgument, momentArguments, onDay } from './asked.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { lookUpTogether } from './context.ts'
import { labelOf, textOf, labelIn, RecordRef, textIn, titleOf } from './record.ts'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { readOutputs, sumOf, type OutputKind, type PlatformOutputs } from '../../answers/platforms/outputs.ts'
import { pageOf } from '../../records/read-together.ts'
import { BasisEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'

interface MemberAnswer extends PlatformMember {
  on: string
}

const MemberRef = builder.objectRef<MemberAnswer>('PlatformMember').implement({
  description:
    'A partner that is, or was, a member of a platform without a break, whichever of its codes it was entered under.',
  fields: (t) => ({
    partner: t.given('ID', 'Code of the partner.', 'partner'),
    name: t.words('Its name.', 'name'),
    role: t.maybe('String', 'lead or member; null: not said.', 'role'),
    roleLabel: t.maybeWords('Its role in words; null: not said.', ({ role }) => {
      const label = MEMBER_ROLES.find(({ key }) => key === role)?.label
      return label ? label : role
    }),
    from: t.given('Date', 'Since when.', 'from'),
    to: t.maybe('Date', 'The last day; null: still a member.', 'to'),
    inForce: t.given('Boolean', 'A member on the day.', (it) => isMemberOn(it, it.on)),
    records: t.list(RecordRef, 1, 'The records it is in.', 'records'),
  }),
})

const readPageMembers = lookUpTogether((page: Platform[], { causeway }) => readMembers(causeway.database, page))
const readPageParents = lookUpTogether((page: Platform[], { causeway }) => readParents(causeway.database, page))
const readPageChildren = lookUpTogether((page: Platform[], { causeway }) => readChildren(causeway.database, page))

export const PlatformRef = builder.objectRef<Platform>('Platform')

PlatformRef.implement({
  description: 'What carries the co-operation of an institution, in its register.',
  fields: (t) => ({
    code: t.given('ID', 'Its code.', 'code'),
    successor: t.maybe(
      'ID',
      'Code that represents it since it was renamed or merged: what is said of it is said there. Null: it represents itself.',
      'successor',
    ),
    name: t.words('Its name; in the other language where it has none in this one.', ({ record }, locale) =>
      titleOf(record, locale),
    ),
    type: t.given(
      'String',
      'consortium, platform, centre, park, workshop, campus or alliance.',
      ({ record }) => textIn(record, 'type') ?? '',
    ),
    typeLabel: t.words('Its type in words.', ({ record }, locale) => labelIn(record, 'type', locale) ?? ''),
    role: t.maybe('String', 'lead or member: the part the institution has in it; null: not said.', textOf('role')),
    roleLabel: t.maybeWords('The part in words; null: not said.', labelOf('role')),
    country: t.maybe('String', 'Where it is, ISO 3166-1 alpha-2; null: not said.', textOf('country')),
    countryLabel: t.maybeWords('Where it is, by its name; null: not said.', labelOf('country')),
    foundedOn: t.maybe('Date', 'When it began.', textOf('founded_on')),
    closedOn: t.maybe('Date', 'Its last day; null: it still runs.', textOf('closed_on')),
    on: t.given('Date', 'The day for which it is described.', 'on'),
    runs: t.given('Boolean', 'It runs on the day.', (it) => runsOn(it, it.on)),
    parent: t.maybe('ID', 'Code of the platform it is part of; null: of none.', 'parent'),
    parentPlatform: t.maybe(
      PlatformRef,
      'The platform it is part of; null: of none.',
      async (it, context) =>
        it.parent === null ? null : ((await readPageParents(it, context)).get(it.parent) ?? null),
      5,
    ),
    children: t.list(PlatformRef, { times: 2, cost: 5 }, 'The platforms that are part of it.', async (it, context) =>
      (await readPageChildren(it, context)).filter(({ parent }) => parent === it.code),
    ),
    members: t.field({
      type: [MemberRef],
      description: 'Its members, the earliest first; each partner once.',
      args: {
        all: t.arg.boolean({
          defaultValue: false,
          description: 'Those too that were members before the day, or will be after it; false where omitted.',
        }),
      },
      complexity: { field: 5, multiplier: 8 },
      resolve: async (it, { all }, context) =>
        (await readPageMembers(it, context))
          .filter((member) => member.platform === it.code && (all === true || isMemberOn(member, it.on)))
          .map((member) => ({ ...member, on: it.on })),
    }),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})

const PlatformConnection = connectionOf(PlatformRef, 'Platform', 'A page of platforms.', 'A platform in a page.')

builder.queryFields((t) => ({
  platforms: t.field({
    type: PlatformConnection,
    nullable: true,
    description:
      'The register of platforms of an institution; one that is the same as another is not in it. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      on: t.arg({ type: 'Date', description: "The day to tell of them; the institution's data date where omitted." }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: onDay(async ({ institution, on, ...args }, { causeway }) => {
      const page = await listPlatforms(causeway.database, { institution, on, ...readPage(args) })
      return toConnection(page.platforms, ({ record }) => record.cursor, page.hasNext, page.totalCount)
    }),
  }),
  platform: t.field({
    type: PlatformRef,
    nullable: true,
    description:
      'One platform, by whichever of its codes. An unknown one is refused with the nearest codes. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      code: t.arg.id({ required: true, description: 'Code of the platform.' }),
      on: t.arg({ type: 'Date', description: "The day to tell of it; the institution's data date where omitted." }),
    },
    complexity: 20,
    resolve: onDay(({ institution, code, on }, { causeway }) => findPlatform(causeway.database, institution, code, on)),
  }),
}))

interface OutputsAnswer extends PlatformOutputs {
  platform: Platform
}

const UNKNOWN = 'Null: there are neither records of the kind in the period nor a report that there were none.'

const OutputsRef = builder.objectRef<OutputsAnswer>('PlatformOutputs').implement({
  description:
    'What a platform produced in one period, counted as outputs per platform (PF09) counts it. Unlike there, platforms that have closed are included.',
  fields: (t) => {
    const count = (kind: OutputKind, description: string) =>
      t.maybe('Int', `${description} ${UNKNOWN}`, ({ counts }) => counts[kind])
    return {
      period: t.given(PeriodRef, 'When.', 'period'),
      counted: t.given(
        'Boolean',
        'The platform runs on the last day of the period, or on the data date: PF09 counts its outputs.',
        ({ platform, day }) => day !== null && runsOn(platform, day),
      ),
      trainingSessions: count('training-session', 'Training sessions that began.'),
      stays: count('mobility', 'Stays that began: those of one partner, country and first day are one.'),
      placements: count('placement', 'Placements that began: those of one partner, country and first day are one.'),
      events: count('event', 'Events that began.'),
      adoptions: count('adoption', 'Adoptions, by the day they were adopted.'),
      outputs: t.int({
        nullable: true,
        description: 'These five together, as far as they are known. Null: nothing is known of any.',
        resolve: sumOf,
      }),
      onlineLearners: t.maybe(
        'Int',
        `Learners outside the border who studied online through it (PF08), who are people and no output. ${UNKNOWN}`,
        'onlineLearners',
      ),
    }
  },
})

/** Periods that are reckoned with where nobody says which. */
const USUAL_PERIODS = 5
/** Statements over records that one answer takes, for all platforms of a page. */
const COST = 30

/** By the page and what is asked of it: every platform of it is answered by the same statements. */
const known = new WeakMap<Platform[], Map<string, ReturnType<typeof readOutputs>>>()

builder.objectField(PlatformRef, 'outputs', (t) =>
  t.field({
    type: [OutputsRef],
    nullable: true,
    description: 'What it produced, period by period.',
    args: {
      basis: t.arg({ type: BasisEnum, description: 'SCHOOL_YEAR where omitted, or CALENDAR_YEAR.' }),
      from: t.arg.int({
        description: `Year the first period begins in, ${FIRST_YEAR} to ${LAST_YEAR}; four before the last where omitted.`,
      }),
      to: t.arg.int({
        description: 'Year the last period begins in; the one that the data date is in where omitted.',
      }),
    },
    complexity: ({ from, to }) => ({
      field: COST,
      multiplier: from != null && to != null ? Math.min(Math.max(to - from + 1, 1), LAST_YEAR) : USUAL_PERIODS,
    }),
    resolve: async (platform, { basis = null, from = null, to = null }, { causeway }) => {
      const page = pageOf(platform)
      const answers = kept(known, page, () => new Map<string, ReturnType<typeof readOutputs>>())
      const { institution } = platform
      const platforms = page.map(({ code }) => code)
      const answer = await kept(answers, JSON.stringify([basis, from, to]), () =>
        readOutputs(causeway, { institution, basis, from, to, platforms }),
      )
      return (answer.get(platform.code) ?? []).map((outputs) => ({ ...outputs, platform }))
    },
  }),
)
