import { badCursor, fromCursor, toCursor } from '../../ground/cursor.ts'
import { listUnreported, type Reporting } from '../../answers/unreported/list-unreported.ts'
import { institutionArgument, momentArguments, ofInstitution } from './asked.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { PeriodRef } from './figure.ts'
import { RecordTypeRef } from './record-type.ts'

export const ReportingStateEnum = enumOf('ReportingState', 'What is known of a record type in a period.', {
  UNREPORTED: 'Neither records nor a statement that there was nothing: not known, which is not zero',
  NOTHING: 'A signed statement says that there was nothing',
  RECORDS: 'There are records',
})

const ReportingBasisEnum = enumOf('ReportingBasis', 'The periods that are reported by.', {
  SCHOOL_YEAR: 'School years',
  CALENDAR_YEAR: 'Calendar years',
})

const ReportingRef = builder.objectRef<Reporting>('Reporting').implement({
  description: 'What is known of one record type in one period, of one unit or of the whole institution.',
  fields: (t) => ({
    type: t.given(RecordTypeRef, 'Of what.', 'recordType'),
    period: t.given(PeriodRef, 'When.', 'period'),
    unit: t.maybe('String', 'Code of the unit; null: the whole institution.', 'unit'),
    direction: t.maybe('String', 'Of a mobility, each direction is reported by itself; null elsewhere.', 'direction'),
    audience: t.maybe('String', 'Of a mobility, students and staff are reported apart; null elsewhere.', 'audience'),
    state: t.given(ReportingStateEnum, 'Records, nothing, or not known.', 'state'),
    records: t.given('Int', 'Records that speak for any part of the period.', 'records'),
    signers: t.given(
      ['String'],
      'Who signed that there was nothing; beside records, the two contradict each other.',
      'signers',
    ),
  }),
})

const ReportingConnection = connectionOf(
  ReportingRef,
  'Reporting',
  'A page of what is known, in the order of the record types, then of periods and units.',
  'What is known, in a page.',
)

builder.queryFields((t) => ({
  unreported: t.field({
    type: ReportingConnection,
    nullable: true,
    description:
      'What is neither reported nor declared nothing, by record type, period and unit (those registered, or else those that records name). Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      from: t.arg.int({ required: true, description: 'Year in which the first period begins.' }),
      to: t.arg.int({ required: true, description: 'Year in which the last period begins; at most 30 years.' }),
      basis: t.arg({ type: ReportingBasisEnum, description: 'School years where omitted.' }),
      recordType: t.arg.id({ description: 'This record type alone.' }),
      unit: t.arg.string({ description: 'This unit alone, under whichever of its codes.' }),
      state: t.arg({ type: ReportingStateEnum, description: 'What to list; UNREPORTED where omitted.' }),
      ...pageArguments,
    },
    complexity: (args) => ({ ...pageComplexity(args), field: 500 }),
    resolve: ofInstitution(async ({ first, after, ...asked }, { causeway, viewer }) => {
      const page = readPage({ first, after })
      const all = await listUnreported(causeway, viewer, asked)
      // The list is made anew for each question: a cursor is a place in it.
      const start = page.after === null ? 0 : placeOf(page.after) + 1
      const rows = all.slice(start, start + page.first).map((row, i) => ({ row, at: start + i }))
      const { edges, ...rest } = toConnection(
        rows,
        ({ at }) => toCursor(String(at)),
        start + page.first < all.length,
        all.length,
      )
      return { ...rest, edges: edges.map(({ node, cursor }) => ({ node: node.row, cursor })) }
    }),
  }),
}))

function placeOf(cursor: string): number {
  const place = fromCursor(cursor)
  if (/^\d{1,9}$/.test(place)) return Number(place)
  throw badCursor()
}
