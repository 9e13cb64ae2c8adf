import { requireExact } from '../access/refuse.ts'
import { listRecords, type StoredRecord } from '../records/list-records.ts'
import { recordTypeOf } from '../records/record-types.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { localeArgument } from './locale-argument.ts'
import { RecordRef } from './record.ts'
import { textIn, titleOf } from './record-values.ts'

const PlatformRef = builder.objectRef<StoredRecord>('Platform')

PlatformRef.implement({
  description: 'What carries the co-operation of an institution, in its register.',
  fields: (t) => ({
    code: t.id({ description: 'Its code.', resolve: (it) => textIn(it, 'code') ?? '' }),
    name: t.string({
      description: 'Its name; in the other language where it has none in this one.',
      args: localeArgument,
      resolve: (it, { locale }) => titleOf(it, 'name', locale),
    }),
    type: t.string({
      description: 'consortium, platform, centre, park, workshop, campus or alliance.',
      resolve: (it) => textIn(it, 'type') ?? '',
    }),
    role: t.string({
      nullable: true,
      description: 'lead or member: the part the institution has in it; null: not said.',
      resolve: (it) => textIn(it, 'role'),
    }),
    country: t.string({
      nullable: true,
      description: 'Where it is, ISO 3166-1 alpha-2; null: not said.',
      resolve: (it) => textIn(it, 'country'),
    }),
    foundedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it began.',
      resolve: (it) => textIn(it, 'founded_on'),
    }),
    closedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its last day; null: it still runs.',
      resolve: (it) => textIn(it, 'closed_on'),
    }),
    parent: t.id({
      nullable: true,
      description: 'Code of the platform it is part of; null: of none.',
      resolve: (it) => textIn(it, 'parent'),
    }),
    record: t.field({ type: RecordRef, description: 'The record it stands in.', resolve: (it) => it }),
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
    description: 'The register of platforms of an institution. Needs a token that may read the institution.',
    args: { institution: t.arg.id({ required: true, description: 'Code of the institution.' }), ...pageArguments },
    complexity: pageComplexity,
    resolve: async (_root, { institution, ...args }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.institutions.add(institution)
      const type = recordTypeOf('platform')
      const page = await listRecords(causeway.database, { type: type.name, institution, ...readPage(args) })
      return toConnection(page.records, (it) => it.cursor, page.hasNext, page.totalCount)
    },
  }),
}))
