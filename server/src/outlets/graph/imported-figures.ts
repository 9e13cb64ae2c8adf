import type { Figure } from '@causeway/shared/figure'
import { findIndicator } from '../../figures/check-request.ts'
import type { ChangedTotal, ChangedTotals } from '../../figures/totals-around-change.ts'
import { builder } from './builder.ts'
import { readInstitution } from './context.ts'
import { GapEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { partOf, takePart } from './connection.ts'
import { toCursor } from '../../ground/cursor.ts'
import type { ChangedField, DescribedChange } from '../../records/history.ts'

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
    notReckoned: t.list(IndicatorRef, 10, 'Those that were not counted, or not on every basis.', (it, { causeway }) =>
      it.notReckoned.map((id) => findIndicator(causeway, id)),
    ),
    total: t.given('Int', 'How many changes there are.', (it) => it.changes.length),
    changes: t.field({
      type: [ChangedFigureRef],
      description:
        'By indicator in the order of the catalogue, then by basis in the order of the indicator, then by period.',
      ...partOf(100),
      resolve: (it, args) => takePart(it.changes, args, 100),
    }),
  }),
})

export interface ShownChange extends DescribedChange {
  /** False: it is only there once the change is made. */
  isThere: boolean
}

export const FieldChangeRef = builder.objectRef<ChangedField>('FieldChange').implement({
  description: 'What stood in a field, and what is there now.',
  fields: (t) => ({
    name: t.given('String', 'snake_case, as the type declares it.', 'name'),
    label: t.words('Name of the field.', 'label'),
    before: t.words('As people read it; empty where nothing stood.', 'before'),
    after: t.words('As people read it; empty where nothing is.', 'after'),
  }),
})

export const RecordChangeRef = builder.objectRef<ShownChange>('RecordChange').implement({
  description: 'A record that an import brings, changes or withdraws.',
  fields: (t) => ({
    record: t.maybe(
      'ID',
      'Id of the record; null: it is not there, since this was a dry run.',
      ({ isThere, type, institution, key }) => (isThere ? toCursor(`Record:${type}/${institution}/${key}`) : null),
    ),
    label: t.words('What it is called in a list.', 'label'),
    row: t.maybe('Int', 'Row of the file; null: of none.', 'row'),
    fields: t.list(
      FieldChangeRef,
      5,
      'Fields that are not as they were; of a new record those that are filled.',
      'fields',
    ),
  }),
})
