import {
  readProgrammeCoverage,
  type ProgrammeCell,
  type ProgrammeCoverage,
} from '../../answers/curriculum/programme-coverage.ts'
import { fromCursor } from '../../ground/cursor.ts'
import { institutionArgument, momentArguments, onDay } from './asked.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { CoverageRef, ProgrammeStandardRef } from './standard-version.ts'
import { RecordRef } from './record.ts'
import { StandardRef } from './standard.ts'

const CellRef = builder.objectRef<ProgrammeCell>('ProgrammeCell').implement({
  description: 'One standard that a programme implements or is benchmarked to on the day.',
  fields: (t) => ({
    standard: t.given(StandardRef, 'Which.', 'standard'),
    links: t.list(ProgrammeStandardRef, 1, 'How the programme relates to it.', 'links'),
    versions: t.given(['String'], 'Its versions in force on the day.', 'versions'),
    coverage: t.given(
      CoverageRef,
      'Of the units of these versions: judged by anybody, and assessed of learners of this programme.',
      'coverage',
    ),
  }),
})

const ProgrammeCoverageRef = builder.objectRef<ProgrammeCoverage>('ProgrammeCoverage').implement({
  description: 'A programme in force on the day: a row of the matrix of programmes and standards.',
  fields: (t) => ({
    programme: t.given('ID', 'Code of the programme.', 'programme'),
    name: t.words('Its name.', 'name'),
    cells: t.list(
      CellRef,
      4,
      'In the order of the standards. A standard that is not here is none of the programme.',
      'cells',
    ),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})

const ProgrammeCoverageConnection = connectionOf(
  ProgrammeCoverageRef,
  'ProgrammeCoverage',
  'A page of the matrix of programmes and standards.',
  'A programme in a page.',
)

builder.queryFields((t) => ({
  programmeCoverage: t.field({
    type: ProgrammeCoverageConnection,
    nullable: true,
    description:
      'The matrix of programmes and standards on a day: which programmes implement or are benchmarked to which, and how far its units are judged and assessed. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      on: t.arg({ type: 'Date', description: "The day; the institution's data date where omitted." }),
      programme: t.arg.id({ description: 'Only this programme.' }),
      standard: t.arg.id({ description: 'Only cells of this standard; the programmes are all there.' }),
      ...pageArguments,
    },
    complexity: (args) => ({ ...pageComplexity(args), field: 100 }),
    resolve: onDay(async (asked, { causeway }) => {
      const { first, after } = readPage(asked)
      const place = after === null ? null : fromCursor(after)
      const page = await readProgrammeCoverage(causeway.database, { ...asked, first, after: place })
      return toConnection(page.programmes, ({ record }) => record.cursor, page.hasNext, page.totalCount)
    }),
  }),
}))
