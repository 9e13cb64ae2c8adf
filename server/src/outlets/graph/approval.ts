import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import { listApprovals, type Approval } from '../../figures/approvals.ts'
import { readSeries } from '../../figures/read-series.ts'
import { institutionArgument, momentArguments, ofInstitution } from './asked.ts'
import { builder } from './builder.ts'
import { readInstitution } from './context.ts'
import { BasisEnum } from './enums.ts'
import { RecordRef, textIn } from './record.ts'
import { SeriesAnswer } from './figure.ts'
import { SeriesRef } from './series.ts'

interface ApprovalAnswer extends Approval {
  institution: string
  basis: Basis
  year: number
}

const ApprovalRef = builder.objectRef<ApprovalAnswer>('Approval').implement({
  description: 'One approval of a joint institution or project, and the programmes that run under it.',
  fields: (t) => ({
    approval: t.given('ID', 'Its number.', 'approval'),
    category: t.maybe('String', 'institution or project.', ({ records }) => textIn(records[0]!, 'category')),
    partner: t.maybe('ID', 'Code of the foreign party.', ({ records }) => textIn(records[0]!, 'partner')),
    programmes: t.given(['ID'], 'Codes of its programmes, as `filter` takes them.', 'programmes'),
    ratios: t.list(
      SeriesRef,
      { times: 4, cost: 160 },
      'The indicators that a rule asks something of, over the courses of these programmes alone.',
      ({ institution, basis, year, programmes }, context) =>
        Promise.all(
          context.causeway.indicators
            .filter((it) => it.threshold && it.dimensions.programme && it.bases.includes(basis))
            .map(async (declaration) => {
              const filter = [{ dimension: 'programme', in: programmes }]
              const request = { indicator: declaration.id, institution, basis, from: year, to: year, filter }
              const series = await readSeries(context.causeway, context.viewer, request)
              return new SeriesAnswer(context.causeway, declaration, request, series)
            }),
        ),
    ),
    records: t.given([RecordRef], 'The records it is in, one a programme.', 'records'),
  }),
})

/** Approvals that a college is reckoned at before it is known how many it has. */
const USUAL_APPROVALS = 4

builder.queryFields((t) => ({
  approvals: t.field({
    type: [ApprovalRef],
    nullable: true,
    description:
      'The joint institutions and projects in force on the last day of a period, each with its own ratios. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      basis: t.arg({ type: BasisEnum, description: 'SCHOOL_YEAR where omitted.' }),
      year: t.arg.int({ required: true, description: 'The year the period begins in.' }),
    },
    complexity: { field: 20, multiplier: USUAL_APPROVALS },
    resolve: ofInstitution(async ({ institution, basis: asked, year }, context) => {
      await readInstitution(context, institution)
      const basis = asked ?? 'SCHOOL_YEAR'
      const approvals = await listApprovals(context.causeway, { institution, basis, at: DEFAULT_AT, year })
      return approvals.map((approval) => ({ ...approval, institution, basis, year }))
    }),
  }),
}))
