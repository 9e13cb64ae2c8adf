import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { readPairedScores, type PairedScores } from '../../answers/skills/paired-scores.ts'
import { institutionArgument, momentArguments, ofInstitution } from './asked.ts'
import { builder } from './builder.ts'
import { BasisEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
const PairedScoresRef = builder.objectRef<PairedScores>('PairedScores').implement({
  description:
    'Mean scores before and after a training, of the persons who took one version of an instrument both times: the two ends of the mean gain (SK11).',
  fields: (t) => ({
    instrument: t.given('String', 'What was tested with.', 'instrument'),
    version: t.given('String', 'Its version; empty: not said.', 'version'),
    period: t.given(PeriodRef, 'When the second test was.', 'period'),
    pairs: t.given('Int', 'How many persons took both.', 'pairs'),
    before: t.given('Float', 'Their mean score before, in the points of the instrument.', 'before'),
    after: t.given('Float', 'Their mean score after.', 'after'),
  }),
})

builder.queryFields((t) => ({
  pairedScores: t.field({
    type: [PairedScoresRef],
    nullable: true,
    description:
      'Scores before and after, in order of period, instrument and version. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      basis: t.arg({ type: BasisEnum, description: 'SCHOOL_YEAR where omitted, or CALENDAR_YEAR.' }),
      from: t.arg.int({
        required: true,
        description: `Year the first period begins in, ${FIRST_YEAR} to ${LAST_YEAR}.`,
      }),
      to: t.arg.int({ required: true, description: 'Year the last period begins in.' }),
    },
    complexity: { field: 200, multiplier: 20 },
    resolve: ofInstitution(({ basis = null, ...asked }, { causeway }) =>
      readPairedScores(causeway, { basis, ...asked }),
    ),
  }),
}))
