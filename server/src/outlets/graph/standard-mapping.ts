import { readMappings, type Mapping } from '../../answers/curriculum/mapping.ts'
import { CORRESPONDENCE_WORDS, type Correspondence } from '../../answers/curriculum/relation-words.ts'
import { builder } from './builder.ts'
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

export const MappingRef = builder.objectRef<Mapping>('StandardMapping').implement({
  description:
    'What a standard, or a unit of one of its versions, was judged to be in another standard, or in a unit of it.',
  fields: (t) => ({
    standard: t.given('ID', 'Code of the standard that was judged.', 'standard'),
    version: t.maybe('String', 'Its version; null: whichever.', 'version'),
    unit: t.maybe('ID', 'Code of the unit; null: the standard as a whole.', 'unit'),
    toStandard: t.given('ID', 'Code of the standard that it was compared with.', 'toStandard'),
    toUnit: t.maybe('ID', 'Code of the unit there; null: that standard as a whole.', 'toUnit'),
    relation: t.given(CorrespondenceEnum, 'What was found; never UNMAPPED.', 'relation'),
    relationLabel: t.words('What was found, in words.', ({ relation }) => CORRESPONDENCE_WORDS[relation]),
    assessor: t.maybe('String', 'Who judged it; null: not said.', 'assessor'),
    assessedOn: t.given('Date', 'When.', 'assessedOn'),
    record: t.given(RecordRef, 'The record it stands in.', 'record'),
  }),
})
