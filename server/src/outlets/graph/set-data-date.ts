import { setDataDate, type DataDateSet, type OverviewSaid } from '../../desk/by-hand/set-data-date.ts'
import { builder } from './builder.ts'
import { ChangeRef } from './change.ts'
import { DoneByHandRef } from './done-by-hand.ts'
import { ReportedRef } from './institution-series.ts'
import { orRefused, Refused, RefusedRef } from './mutation.ts'
const OverviewSaidRef = builder.objectRef<OverviewSaid>('OverviewSaid').implement({
  description: 'What the overview opens with under a data date.',
  fields: (t) => ({
    dataDate: t.maybe('Date', 'The data date.', 'dataDate'),
    openingYear: t.maybe('Int', 'The school year that pages open on.', 'openingYear'),
    partial: t.given('Boolean', 'True: the data date is before the last day of that year.', 'partial'),
    reported: t.maybe(ReportedRef, 'How much of that year is reported.', 'reported'),
    targetsKnown: t.given(
      'Int',
      'Targets of that year of which it is known whether they are reached.',
      ({ targets }) => targets.known,
    ),
    targetsOnCourse: t.given(
      'Int',
      'Of these, the ones that are; while the year is not over, the ones on course.',
      ({ targets }) => targets.onCourse,
    ),
    changes: t.maybe(
      [ChangeRef],
      'The largest changes of that year; null: there was no time to count them.',
      'changes',
      { field: 1, multiplier: 6 },
    ),
  }),
})

const DataDateSetRef = builder.objectRef<DataDateSet>('DataDateSet').implement({
  description: 'The data date was set, or would be (dryRun), or is that day already.',
  interfaces: [DoneByHandRef],
  fields: (t) => ({
    before: t.maybe(
      OverviewSaidRef,
      'Of a dry run: what the overview says now; null: it is that day already.',
      ({ preview }) => preview?.before ?? null,
    ),
    after: t.maybe(
      OverviewSaidRef,
      'Of a dry run: what the overview would say.',
      ({ preview }) => preview?.after ?? null,
    ),
  }),
})

const SetDataDateResult = builder.unionType('SetDataDateResult', {
  description: 'Set, or refused.',
  types: [DataDateSetRef, RefusedRef],
  resolveType: (it) => (it instanceof Refused ? RefusedRef : DataDateSetRef),
})

const SetDataDateInput = builder.inputType('SetDataDateInput', {
  description: 'A decision up to which day the records of an institution speak.',
  fields: (t) => ({
    institution: t.id({ required: true, description: 'Code of the institution.' }),
    date: t.field({ type: 'Date', required: true, description: 'The day.' }),
    reason: t.string({ description: 'Why; may be left out of a dry run.' }),
    dryRun: t.boolean({ description: 'True: nothing is changed, and it is told what the overview would say.' }),
  }),
})

builder.mutationField('setDataDate', (t) =>
  t.field({
    type: SetDataDateResult,
    description:
      'Moves the data date of an institution, the day up to which its records speak, forward or back. Needs a token of an editor or higher that may change the institution.',
    args: { input: t.arg({ type: SetDataDateInput, required: true, description: 'The day, and why.' }) },
    complexity: 3_000,
    resolve: (_root, { input }, { causeway, viewer, reads }): Promise<DataDateSet | Refused> => {
      reads.institutions.add(input.institution)
      return orRefused(setDataDate(causeway, viewer, input))
    },
  }),
)
