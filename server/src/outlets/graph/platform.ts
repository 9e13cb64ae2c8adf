import { requireExact } from '../../access/refuse.ts'
import { readDayAsked } from '../../figures/day-asked.ts'
import { isMemberOn, MEMBER_ROLES, readMembers, type PlatformMember } from '../../answers/platforms/members.ts'
import {
  findPlatform,
  listPlatforms,
  readChildren,
  readParents,
  runsOn,
  type Platform,
} from '../../answers/platforms/platform.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { localeArgument, say } from './locale-argument.ts'
import { lookUpTogether } from './look-up-together.ts'
import { RecordRef } from './record.ts'
import { labelIn, textIn, titleOf } from './record-values.ts'

interface MemberAnswer extends PlatformMember {
  on: string
}

const MemberRef = builder.objectRef<MemberAnswer>('PlatformMember')
MemberRef.implement({
  description:
    'A partner that is, or was, a member of a platform without a break, whichever of its codes it was entered under.',
  fields: (t) => ({
    partner: t.exposeID('partner', { description: 'Code of the partner.' }),
    name: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ name }, { locale }) => say(name, locale),
    }),
    role: t.exposeString('role', { nullable: true, description: 'lead or member; null: not said.' }),
    roleLabel: t.string({
      nullable: true,
      description: 'Its role in words; null: not said.',
      args: localeArgument,
      resolve: ({ role }, { locale }) => {
        const label = MEMBER_ROLES.find(({ key }) => key === role)?.label
        return label ? say(label, locale) : role
      },
    }),
    from: t.expose('from', { type: 'Date', description: 'Since when.' }),
    to: t.expose('to', { type: 'Date', nullable: true, description: 'The last day; null: still a member.' }),
    inForce: t.boolean({ description: 'A member on the day.', resolve: (it) => isMemberOn(it, it.on) }),
    records: t.field({
      type: [RecordRef],
      description: 'The records it stands in.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ records }) => records,
    }),
  }),
})

const readPageMembers = lookUpTogether((page: Platform[], { causeway }) => readMembers(causeway.database, page))
const readPageParents = lookUpTogether((page: Platform[], { causeway }) => readParents(causeway.database, page))
const readPageChildren = lookUpTogether((page: Platform[], { causeway }) => readChildren(causeway.database, page))

export const PlatformRef = builder.objectRef<Platform>('Platform')

PlatformRef.implement({
  description: 'What carries the co-operation of an institution, in its register.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Its code.' }),
    successor: t.exposeID('successor', {
      nullable: true,
      description:
        'Code that stands for it since it was renamed or merged: what is told of it is told there. Null: it stands for itself.',
    }),
    name: t.string({
      description: 'Its name; in the other language where it has none in this one.',
      args: localeArgument,
      resolve: ({ record }, { locale }) => titleOf(record, locale),
    }),
    type: t.string({
      description: 'consortium, platform, centre, park, workshop, campus or alliance.',
      resolve: ({ record }) => textIn(record, 'type') ?? '',
    }),
    typeLabel: t.string({
      description: 'Its type in words.',
      args: localeArgument,
      resolve: ({ record }, { locale }) => labelIn(record, 'type', locale) ?? '',
    }),
    role: t.string({
      nullable: true,
      description: 'lead or member: the part the institution has in it; null: not said.',
      resolve: ({ record }) => textIn(record, 'role'),
    }),
    roleLabel: t.string({
      nullable: true,
      description: 'The part in words; null: not said.',
      args: localeArgument,
      resolve: ({ record }, { locale }) => labelIn(record, 'role', locale),
    }),
    country: t.string({
      nullable: true,
      description: 'Where it is, ISO 3166-1 alpha-2; null: not said.',
      resolve: ({ record }) => textIn(record, 'country'),
    }),
    countryLabel: t.string({
      nullable: true,
      description: 'Where it is, by its name; null: not said.',
      args: localeArgument,
      resolve: ({ record }, { locale }) => labelIn(record, 'country', locale),
    }),
    foundedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it began.',
      resolve: ({ record }) => textIn(record, 'founded_on'),
    }),
    closedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its last day; null: it still runs.',
      resolve: ({ record }) => textIn(record, 'closed_on'),
    }),
    on: t.expose('on', { type: 'Date', description: 'The day that is told of it.' }),
    runs: t.boolean({ description: 'It runs on the day.', resolve: (it) => runsOn(it, it.on) }),
    parent: t.exposeID('parent', {
      nullable: true,
      description: 'Code of the platform it is part of; null: of none.',
    }),
    parentPlatform: t.field({
      type: PlatformRef,
      nullable: true,
      description: 'The platform it is part of; null: of none.',
      complexity: 5,
      resolve: async (it, _args, context) =>
        it.parent === null ? null : ((await readPageParents(it, context)).get(it.parent) ?? null),
    }),
    children: t.field({
      type: [PlatformRef],
      description: 'The platforms that are part of it.',
      complexity: { field: 5, multiplier: 2 },
      resolve: async (it, _args, context) =>
        (await readPageChildren(it, context)).filter(({ parent }) => parent === it.code),
    }),
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
    record: t.field({ type: RecordRef, description: 'The record it stands in.', resolve: ({ record }) => record }),
  }),
})

const PlatformConnection = builder.connectionObject(
  { type: PlatformRef, name: 'PlatformConnection', description: 'A page of platforms.' },
  { name: 'PlatformEdge', description: 'A platform in a page.' },
)

builder.queryFields((t) => ({
  platforms: t.field({
    type: PlatformConnection,
    nullable: true,
    description:
      'The register of platforms of an institution; one that is the same as another is not in it. Needs a token that may read the institution.',
    args: {
      institution: t.arg.id({ required: true, description: 'Code of the institution.' }),
      on: t.arg({ type: 'Date', description: "The day to tell of them; the institution's data date where omitted." }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: async (_root, { institution, on, ...args }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.institutions.add(institution)
      const day = await readDayAsked(causeway.database, institution, on)
      const page = await listPlatforms(causeway.database, { institution, on: day, ...readPage(args) })
      return toConnection(page.platforms, ({ record }) => record.cursor, page.hasNext, page.totalCount)
    },
  }),
  platform: t.field({
    type: PlatformRef,
    nullable: true,
    description:
      'One platform, by whichever of its codes. An unknown one is refused with the nearest codes. Needs a token that may read the institution.',
    args: {
      institution: t.arg.id({ required: true, description: 'Code of the institution.' }),
      code: t.arg.id({ required: true, description: 'Code of the platform.' }),
      on: t.arg({ type: 'Date', description: "The day to tell of it; the institution's data date where omitted." }),
    },
    complexity: 20,
    resolve: async (_root, { institution, code, on }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.institutions.add(institution)
      const day = await readDayAsked(causeway.database, institution, on)
      return findPlatform(causeway.database, institution, code, day)
    },
  }),
}))
