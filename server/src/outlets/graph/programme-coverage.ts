import { requireExact } from '../../access/refuse.ts'
import {
  readProgrammeCoverage,
  type ProgrammeCell,
  type ProgrammeCoverage,
} from '../../answers/curriculum/programme-coverage.ts'
import { fromCursor } from '../../ground/cursor.ts'
import { readDayAsked } from '../../figures/day-asked.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { localeArgument, say } from './locale-argument.ts'
import { ProgrammeStandardRef } from './programme-standard.ts'
import { RecordRef } from './record.ts'
import { StandardRef } from './standard.ts'
import { CoverageRef } from './standard-version.ts'

const CellRef = builder.objectRef<ProgrammeCell>('ProgrammeCell')
CellRef.implement({
  description: 'One standard that a programme implements or is benchmarked to on the day.',
  fields: (t) => ({
    standard: t.field({ type: StandardRef, description: 'Which.', resolve: ({ standard }) => standard }),
    links: t.field({
      type: [ProgrammeStandardRef],
      description: 'How the programme stands to it.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ links }) => links,
    }),
    versions: t.exposeStringList('versions', { description: 'Its versions in force on the day.' }),
    coverage: t.field({
      type: CoverageRef,
      description: 'Of the units of these versions: judged by anybody, and assessed of learners of this programme.',
      resolve: ({ coverage }) => coverage,
    }),
  }),
})

const ProgrammeCoverageRef = builder.objectRef<ProgrammeCoverage>('ProgrammeCoverage')
ProgrammeCoverageRef.implement({
  description: 'A programme in force on the day: a row of the matrix of programmes and standards.',
  fields: (t) => ({
    programme: t.exposeID('programme', { description: 'Code of the programme.' }),
    name: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ name }, { locale }) => say(name, locale),
    }),
    cells: t.field({
      type: [CellRef],
      description: 'In the order of the standards. A standard that is not here is none of the programme.',
      complexity: { field: 1, multiplier: 4 },
      resolve: ({ cells }) => cells,
    }),
    record: t.field({ type: RecordRef, description: 'The record it stands in.', resolve: ({ record }) => record }),
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
