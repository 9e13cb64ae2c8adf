import type { StoredRecord } from '../records/list-records.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity } from './connection.ts'
import { localeArgument } from './locale-argument.ts'
import { readRegister } from './read-register.ts'
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
      resolve: (it, { locale }) => titleOf(it, locale),
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
    resolve: (_root, args, context) => readRegister('platform', args, context),
  }),
}))
