import { readMappings, type Mapping } from '../../answers/curriculum/mapping.ts'
import { CORRESPONDENCE_WORDS, type Correspondence } from '../../answers/curriculum/relation-words.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'
import { lookUpTogether } from './look-up-together.ts'
import { RecordRef } from './record.ts'
import type { Standard } from '../../answers/curriculum/standard.ts'

export const CorrespondenceEnum = builder.enumType('Correspondence', {
  description: 'What a unit of a standard, or a whole standard, was judged to be in another.',
  values: {
    EQUIVALENT: { description: 'The same' },
    PARTIAL: { description: 'In part' },
    NONE: { description: 'Judged, and there is nothing like it' },
    UNMAPPED: { description: 'Nobody has judged it, which is not NONE' },
  } as const satisfies Record<Correspondence, object>,
})

/** The judgements from and to the standards of a page that govern on its day. */
export const readPageMappings = lookUpTogether((page: Standard[], { causeway }) =>
  readMappings(
    causeway.database,
    page[0]!.institution,
    page.map(({ code }) => code),
    page[0]!.on,
  ),
)

export const MappingRef = builder.objectRef<Mapping>('StandardMapping')
MappingRef.implement({
  description:
    'What a standard, or a unit of one of its versions, was judged to be in another standard, or in a unit of it.',
  fields: (t) => ({
    standard: t.exposeID('standard', { description: 'Code of the standard that was judged.' }),
    version: t.exposeString('version', { nullable: true, description: 'Its version; null: whichever.' }),
    unit: t.exposeID('unit', { nullable: true, description: 'Code of the unit; null: the standard as a whole.' }),
    toStandard: t.exposeID('toStandard', { description: 'Code of the standard that it was compared with.' }),
    toUnit: t.exposeID('toUnit', {
      nullable: true,
      description: 'Code of the unit there; null: that standard as a whole.',
    }),
    relation: t.field({
      type: CorrespondenceEnum,
      description: 'What was found; never UNMAPPED.',
      resolve: ({ relation }) => relation,
    }),
    relationLabel: t.string({
      description: 'What was found, in words.',
      args: localeArgument,
      resolve: ({ relation }, { locale }) => say(CORRESPONDENCE_WORDS[relation], locale),
    }),
    assessor: t.exposeString('assessor', { nullable: true, description: 'Who judged it; null: not said.' }),
    assessedOn: t.expose('assessedOn', { type: 'Date', description: 'When.' }),
    record: t.field({ type: RecordRef, description: 'The record it stands in.', resolve: ({ record }) => record }),
  }),
})
