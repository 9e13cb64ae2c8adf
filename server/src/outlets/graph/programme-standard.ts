import { PROGRAMME_RELATIONS, type ProgrammeStandard } from '../../answers/curriculum/programme-coverage.ts'
import { builder } from './builder.ts'
import { RecordRef } from './record.ts'

export const ProgrammeStandardRef = builder.objectRef<ProgrammeStandard>('ProgrammeStandard').implement({
  description: 'That a programme implements a standard, or is benchmarked to it, for a stretch of time.',
  fields: (t) => ({
    programme: t.given('ID', 'Code of the programme.', 'programme'),
    programmeName: t.words('Its name.', 'programmeName'),
    standard: t.given('ID', 'Code of the standard.', 'standard'),
    relation: t.given('String', 'implements or benchmarked.', 'relation'),
    relationLabel: t.words(
      'How they stand to each other, in words.',
      ({ relation }) =>
        PROGRAMME_RELATIONS.find(({ key }) => key === relation)?.label ?? { zh: relation, en: relation },
    ),
    from: t.given('Date', 'Since when.', 'from'),
    to: t.maybe('Date', 'The last day; null: still so.', 'to'),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})
