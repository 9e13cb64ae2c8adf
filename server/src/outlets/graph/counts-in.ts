import type { Period } from '@causeway/shared/period'
import { listCountsIn, type CountsIn } from '../../figures/counts-in.ts'
import { builder } from './builder.ts'
import { BasisEnum, PartEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
import { IndicatorRef } from './indicator.ts'
import { RecordRef } from './record.ts'

const CountedPeriodRef = builder.objectRef<CountsIn['periods'][number]>('CountedPeriod')

CountedPeriodRef.implement({
  description: 'A period in which a record is counted.',
  fields: (t) => ({
    period: t.field({ type: PeriodRef, description: 'When.', resolve: ({ period }): Period => period }),
    parts: t.field({
      type: [PartEnum],
      description: 'On which sides of the figure it stands. A count has a numerator only.',
      complexity: 1,
      resolve: ({ parts }) => parts,
    }),
  }),
})

const CountsInRef = builder.objectRef<CountsIn>('CountsIn')

CountsInRef.implement({
  description: 'An indicator whose figures a record is counted in, on one basis.',
  fields: (t) => ({
    indicator: t.field({ type: IndicatorRef, description: 'Which.', resolve: ({ declaration }) => declaration }),
    basis: t.field({ type: BasisEnum, description: 'On which basis.', resolve: ({ basis }) => basis }),
    periods: t.field({
      type: [CountedPeriodRef],
      description: 'In which periods, in the order of years.',
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ periods }) => periods,
    }),
  }),
})

/** Every indicator of its type is asked of the record, on each of its bases. */
const COST = 3_000

builder.objectField(RecordRef, 'countsIn', (t) =>
  t.field({
    type: [CountsInRef],
    nullable: true,
    description:
      'The figures it is counted in as it stands now, as `Figure.records` would list it: without filter, in the scope of the indicator; of what holds without a date, those of the last 20 years. Null: no indicator counts records of its type.',
    complexity: { field: COST, multiplier: 20 },
    resolve: (it, _args, { causeway, viewer }) => listCountsIn(causeway, viewer, it),
  }),
)
