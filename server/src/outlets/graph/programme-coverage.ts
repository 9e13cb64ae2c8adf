import { requireExact } from '../../access/refuse.ts'
import {
  readProgrammeCoverage,
  type ProgrammeCell,
  type ProgrammeCoverage,
} from '../../answers/curriculum/programme-coverage.ts'
import { fromCursor } from '../../ground/cursor.ts'
import { readDayAsked } from '../../figures/standing.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { ProgrammeStandardRef } from './programme-standard.ts'
import { RecordRef } from './record.ts'
import { StandardRef } from './standard.ts'
import { CoverageRef } from './standard-version.ts'

const CellRef = builder.objectRef<ProgrammeCell>('ProgrammeCell').implement({
  description: 'One standard that a programme implements or is benchmarked to on the day.',
  fields: (t) => ({
    standard: t.given(StandardRef, 'Which.', 'standard'),
    links: t.given([ProgrammeStandardRef], 'How the programme relates to it.', 'links', { field: 1, multiplier: 1 }),
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
    cells: t.given(
      [CellRef],
      'In the order of the standards. A standard that is not here is none of the programme.',
      'cells',
      { field: 1, multiplier: 4 },
    ),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})

const ProgrammeCoverageConnection = builder.connectionObject(
  {
    type: ProgrammeCoverageRef,
    name: 'ProgrammeCoverageConnection',
    description: 'A page of the matrix of programmes and standards.',
  },
  { name: 'ProgrammeCoverageEdge', description: 'A programme in a page.' },
)

builder.queryFields((t) => ({
  programmeCoverage: t.field({
    type: ProgrammeCoverageConnection,
    nullable: true,
    description:
      'The matrix of programmes and standards on a day: which programmes implement or are benchmarked to which, and how far its units are judged and assessed. Needs a token that may read the institution.',
    args: {
      institution: t.arg.id({ required: true, description: 'Code of the institution.' }),
      on: t.arg({ type: 'Date', description: "The day; the institution's data date where omitted." }),
      programme: t.arg.id({ description: 'Only this programme.' }),
      standard: t.arg.id({ description: 'Only cells of this standard; the programmes are all there.' }),
      ...pageArguments,
    },
    complexity: (args) => ({ ...pageComplexity(args), field: 100 }),
    resolve: async (_root, { institution, on, programme, standard, ...args }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.institutions.add(institution)
      const { first, after } = readPage(args)
      const page = await readProgrammeCoverage(causeway.database, {
        ...{ institution, programme, standard, first },
        on: await readDayAsked(causeway.database, institution, on),
        after: after === null ? null : fromCursor(after),
      })
      return toConnection(page.programmes, ({ record }) => record.cursor, page.hasNext, page.totalCount)
    },
  }),
}))
