import { PROGRAMME_RELATIONS, type ProgrammeStandard } from '../../answers/curriculum/programme-standard.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordRef } from './record.ts'

export const ProgrammeStandardRef = builder.objectRef<ProgrammeStandard>('ProgrammeStandard')
ProgrammeStandardRef.implement({
  description: 'That a programme implements a standard, or is benchmarked to it, for a stretch of time.',
  fields: (t) => ({
    programme: t.exposeID('programme', { description: 'Code of the programme.' }),
    programmeName: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ programmeName }, { locale }) => say(programmeName, locale),
    }),
    standard: t.exposeID('standard', { description: 'Code of the standard.' }),
    relation: t.exposeString('relation', { description: 'implements or benchmarked.' }),
    relationLabel: t.string({
      description: 'How they stand to each other, in words.',
      args: localeArgument,
      resolve: ({ relation }, { locale }) =>
        say(PROGRAMME_RELATIONS.find(({ key }) => key === relation)?.label ?? { zh: relation, en: relation }, locale),
    }),
    from: t.expose('from', { type: 'Date', description: 'Since when.' }),
    to: t.expose('to', { type: 'Date', nullable: true, description: 'The last day; null: still so.' }),
    record: t.field({ type: RecordRef, description: 'The record it stands in.', resolve: ({ record }) => record }),
  }),
})
