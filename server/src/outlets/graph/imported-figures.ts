import type { Figure } from '@causeway/shared/figure'
import { findIndicator } from '../../figures/find-indicator.ts'
import type { ChangedTotal, ChangedTotals } from '../../figures/totals-around-change.ts'
import { builder } from './builder.ts'
import { readInstitution } from './context.ts'
import { GapEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { partArguments, partCost, partOf } from './list-part.ts'

type State = Pick<Figure, 'value' | 'gap'>
const FigureStateRef = builder.objectRef<State>('FigureState')

FigureStateRef.implement({
  description: 'A figure by itself: a value, or why there is none.',
  fields: (t) => ({
    value: t.exposeFloat('value', { nullable: true, description: "Unrounded, in the indicator's unit." }),
    gap: t.expose('gap', { type: GapEnum, nullable: true, description: 'Why there is no value.' }),
  }),
})

const ChangedFigureRef = builder.objectRef<ChangedTotal>('ChangedFigure')

ChangedFigureRef.implement({
  description: 'A figure that an import alters: a total, exact, on one of the bases of its indicator.',
  fields: (t) => ({
    institution: t.field({
      type: InstitutionRef,
      description: 'Whose.',
      resolve: (it, _args, context) => readInstitution(context, it.institution),
    }),
    indicator: t.field({
      type: IndicatorRef,
      description: 'Which.',
      resolve: (it, _args, { causeway }) => findIndicator(causeway, it.indicator),
    }),
    period: t.field({ type: PeriodRef, description: 'When.', resolve: (it) => it.period }),
    before: t.field({ type: FigureStateRef, description: 'As it is without the import.', resolve: (it) => it.before }),
    after: t.field({ type: FigureStateRef, description: 'As it is with it.', resolve: (it) => it.after }),
  }),
})

export const FigureChangesRef = builder.objectRef<ChangedTotals>('ImportedFigureChanges')

FigureChangesRef.implement({
  description: 'The figures that an import alters, counted inside it before it is kept or undone.',
  fields: (t) => ({
    complete: t.boolean({
      description: 'False: some indicators were not counted on every basis, since it would have taken too long.',
      resolve: (it) => it.notReckoned.length === 0,
    }),
    notReckoned: t.field({
      type: [IndicatorRef],
      description: 'Those that were not counted, or not on every basis.',
      complexity: { field: 1, multiplier: 10 },
      resolve: (it, _args, { causeway }) => it.notReckoned.map((id) => findIndicator(causeway, id)),
    }),
    total: t.int({ description: 'How many changes there are.', resolve: (it) => it.changes.length }),
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
