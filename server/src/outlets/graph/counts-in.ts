import type { Period } from '@causeway/shared/period'
import { listCountsIn, type CountsIn } from '../../figures/counts-in.ts'
import { builder } from './builder.ts'
import { BasisEnum, PartEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
import { IndicatorRef } from './indicator.ts'
import { RecordRef } from './record.ts'

const CountedPeriodRef = builder.objectRef<CountsIn['periods'][number]>('CountedPeriod').implement({
  description: 'A period in which a record is counted.',
  fields: (t) => ({
    period: t.given(PeriodRef, 'When.', ({ period }): Period => period),
    parts: t.given([PartEnum], 'On which sides of the figure it stands. A count has a numerator only.', 'parts', 1),
  }),
})

const CountsInRef = builder.objectRef<CountsIn>('CountsIn').implement({
  description: 'An indicator whose figures a record is counted in, on one basis.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Which.', 'declaration'),
    basis: t.given(BasisEnum, 'On which basis.', 'basis'),
    periods: t.given([CountedPeriodRef], 'In which periods, in the order of years.', 'periods', {
      field: 1,
      multiplier: 3,
    }),
  }),
})

/** Every indicator of its type is asked of the record, on each of its bases. */
const COST = 3_000

builder.objectField(RecordRef, 'countsIn', (t) =>
  t.maybe(
    [CountsInRef],
    'The figures it is counted in as it stands now, as `Figure.records` would list it: without filter, in the scope of the indicator; of what holds without a date, those of the last 20 years. Null: no indicator counts records of its type.',
    (it, { causeway, viewer }) => listCountsIn(causeway, viewer, it),
    { field: COST, multiplier: 20 },
  ),
)
