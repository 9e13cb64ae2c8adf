import type { Figure } from '@causeway/shared/figure'
import { findIndicator } from '../../figures/check-request.ts'
import type { ChangedTotal, ChangedTotals } from '../../figures/totals-around-change.ts'
import { builder } from './builder.ts'
import { readInstitution } from './context.ts'
import { GapEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { partArguments, partCost, partOf } from './connection.ts'

type State = Pick<Figure, 'value' | 'gap'>

const FigureStateRef = builder.objectRef<State>('FigureState').implement({
  description: 'A figure by itself: a value, or why there is none.',
  fields: (t) => ({
    value: t.maybe('Float', "Unrounded, in the indicator's unit.", 'value'),
    gap: t.maybe(GapEnum, 'Why there is no value.', 'gap'),
  }),
})

const ChangedFigureRef = builder.objectRef<ChangedTotal>('ChangedFigure').implement({
  description: 'A figure that an import alters: a total, exact, on one of the bases of its indicator.',
  fields: (t) => ({
    institution: t.given(InstitutionRef, 'Whose.', (it, context) => readInstitution(context, it.institution)),
    indicator: t.given(IndicatorRef, 'Which.', (it, { causeway }) => findIndicator(causeway, it.indicator)),
    period: t.given(PeriodRef, 'When.', 'period'),
    before: t.given(FigureStateRef, 'As it is without the import.', 'before'),
    after: t.given(FigureStateRef, 'As it is with it.', 'after'),
  }),
})

export const FigureChangesRef = builder.objectRef<ChangedTotals>('ImportedFigureChanges').implement({
  description: 'The figures that an import alters, counted inside it before it is kept or undone.',
  fields: (t) => ({
    complete: t.given(
      'Boolean',
      'False: some indicators were not counted on every basis, since it would have taken too long.',
      (it) => it.notReckoned.length === 0,
    ),
    notReckoned: t.given(
      [IndicatorRef],
      'Those that were not counted, or not on every basis.',
      (it, { causeway }) => it.notReckoned.map((id) => findIndicator(causeway, id)),
      { field: 1, multiplier: 10 },
    ),
    total: t.given('Int', 'How many changes there are.', (it) => it.changes.length),
    changes: t.field({
      type: [ChangedFigureRef],
      description:
        'By indicator in the order of the catalogue, then by basis in the order of the indicator, then by period.',
      args: partArguments(100),
      complexity: partCost(100),
      resolve: (it, args) => partOf(it.changes, args, 100),
    }),
  }),
})
