import type { StoredRecord } from '../records/list-records.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity } from './connection.ts'
import { localeArgument } from './locale-argument.ts'
import { readRegister } from './read-register.ts'
import { RecordRef } from './record.ts'
import { textIn, titleOf } from './record-values.ts'

const StandardRef = builder.objectRef<StoredRecord>('Standard')

StandardRef.implement({
  description: 'A standard of vocational education in the register of an institution.',
  fields: (t) => ({
    code: t.id({ description: 'Its code.', resolve: (it) => textIn(it, 'code') ?? '' }),
    title: t.string({
      description: 'Its title; in the other language where it has none in this one.',
      args: localeArgument,
      resolve: (it, { locale }) => titleOf(it, locale),
    }),
    type: t.string({
      description: 'programme, course, occupational, practice, teacher, conditions or equipment.',
      resolve: (it) => textIn(it, 'type') ?? '',
    }),
    direction: t.string({ description: 'introduced, own or joint.', resolve: (it) => textIn(it, 'direction') ?? '' }),
    country: t.string({
      nullable: true,
      description: 'Where it comes from, ISO 3166-1 alpha-2; null: not said.',
      resolve: (it) => textIn(it, 'country'),
    }),
    version: t.string({
      nullable: true,
      description: 'Its version; null: not said.',
      resolve: (it) => textIn(it, 'version'),
    }),
    localisedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When an introduced one was made fit for use here; null: not yet.',
      resolve: (it) => textIn(it, 'localised_on'),
    }),
    withdrawnOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since when it is out of use; null: in use.',
      resolve: (it) => textIn(it, 'withdrawn_on'),
    }),
    record: t.field({ type: RecordRef, description: 'The record it stands in.', resolve: (it) => it }),
  }),
})

const StandardConnection = builder.connectionObject(
  { type: StandardRef, name: 'StandardConnection', description: 'A page of standards.' },
  { name: 'StandardEdge', description: 'A standard in a page.' },
)

builder.queryFields((t) => ({
  standards: t.field({
    type: StandardConnection,
    nullable: true,
    description: 'The register of standards of an institution. Needs a token that may read the institution.',
    args: { institution: t.arg.id({ required: true, description: 'Code of the institution.' }), ...pageArguments },
    complexity: pageComplexity,
    resolve: (_root, args, context) => readRegister('standard', args, context),
  }),
}))
