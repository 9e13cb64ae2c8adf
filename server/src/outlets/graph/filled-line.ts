import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import { requireExact } from '../../access/refuse.ts'
import { maySeeExact } from '../../access/viewer.ts'
import { readSeries } from '../../figures/read-series.ts'
import { explainFiled, type FiledDifference } from '../../answers/forms/filed-difference.ts'
import type { FilledForm, FilledLine, LineContent } from '../../answers/forms/fill-form.ts'
import type { FormValue } from '../../answers/forms/form-values.ts'
import type { FormLine } from '../../figures/indicators/form-line.ts'
import { contentWords, shownDecimals } from '../../answers/forms/form-words.ts'
import { isPublicCut } from '../../answers/forms/line-figure.ts'
import { departmentsOf, type LineDepartment } from '../../answers/forms/line-departments.ts'
import { builder } from './builder.ts'
import { enumOf, ConfidenceEnum, GapEnum } from './enums.ts'
import { FigureRef, SeriesAnswer } from './figure.ts'
import { FormLineRef } from './form-line.ts'
import { IndicatorRef } from './indicator.ts'
import { RecordRef } from './record.ts'
import { RecordTypeRef } from './record-type.ts'
import { recordTypeOf } from '../../records/record-types.ts'

/** A line with the form that it is in. */
type LineOf = FilledLine & { form: FilledForm }

const SourceEnum = builder.enumType('FormLineSource', {
  description: 'Where what is in a line comes from.',
  values: {
    COMPUTED: { value: 'computed', description: 'From records' },
    HAND_FILLED: { value: 'hand-filled', description: 'Filled in by hand, because no record can fill it' },
    EMPTY: { value: 'empty', description: 'No record can fill it, and nobody did' },
    WITHHELD: { value: 'withheld', description: 'It is not public before the table is published' },
  } as const,
})

const CauseEnum = enumOf('FiledCause', 'Why a filed value is not the computed one.', {
  LATER_RECORDS: 'There were no records of it on the day of filing',
  REVISED: 'Records gave what was filed, and were changed since',
  OTHER_DEFINITION: 'It is what records give on another basis or scope',
  NEVER: 'Records never gave it',
})

export const FilledLineRef = builder.objectRef<LineOf>('FilledLine').implement({
  description: 'One line of a filled official table.',
  fields: (t) => ({
    number: t.given('String', 'As printed: 3, 3.1.', 'line.number'),
    label: t.words('The wording of the line; the Chinese one is official.', 'line.label'),
    unit: t.words('What it is measured in.', 'line.unit'),
    definition: t.maybeWords('The filling note; null: there is none.', 'line.definition'),
    under: t.maybe('String', 'Number of the line that it is an "of which" of; null: of none.', 'line.under'),
    confidence: t.given(ConfidenceEnum, 'How sure we are of the wording.', 'line.confidence'),
    line: t.given(
      FormLineRef,
      'The line of the edition: what it asks for, on which basis and in which scope.',
      ({ form: { form, edition }, line }) => ({ form, edition, line }),
    ),
    indicators: t.given(
      [IndicatorRef],
      'What it is made from: one indicator, or two; none where it is filled in by hand or withheld.',
      ({ figures }) => [...new Set(figures.map(({ declaration }) => declaration))],
    ),
    indicator: t.maybe(
      IndicatorRef,
      'What fills it; null: it is filled in by hand, or made from two figures.',
      ({ line, figures }) => (line.indicator === undefined ? null : (figures[0]?.declaration ?? null)),
    ),
    figure: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The figure that fills it; null where `indicator` is.',
      resolve: async ({ form, line, figures: [found] }, _args, context) => {
        if (line.indicator === undefined || !found) return null
        const { declaration, request } = found
        const answer = (series: Series, figure: Figure) => ({
          figure,
          answer: new SeriesAnswer(form.causeway, declaration, request, series),
        })
        // A published line gives the side of the figure that it is, and not the other one.
        const gaveOneSide = line.part !== undefined && form.isExact
        if (!gaveOneSide || maySeeExact(context.viewer, form.institution.code))
          return answer(found.series, found.figure)
        if (!isPublicCut(form.causeway, line)) return null
        const series = await readSeries(form.causeway, context.viewer, { ...request, profile: 'PUBLIC' })
        return answer(series, series.figures[0]!)
      },
    }),
    source: t.given(SourceEnum, 'Where it comes from.', 'source'),
    value: t.maybe('Float', 'What is in the line, in its unit and unrounded; null: see `gap` and `text`.', 'value'),
    decimals: t.given('Int', 'Decimals to show the value with.', (it) => shownDecimals(it.line, it)),
    gap: t.maybe(GapEnum, 'Why there is no number; null: there is one, or words, or it is withheld.', 'gap'),
    text: t.maybe('String', 'Words that were filled in instead of a number.', 'text'),
    shown: t.words('What a gap, a withheld value or words read as; empty: there is a number.', contentWords),
    note: t.maybeWords(
      'The note column, made from the records; null: none, or not for everybody before it is published.',
      'note',
    ),
    handFilled: t.maybe(
      FormValueRef,
      'What was filled in by hand, by whom and from what; null: nothing, or the asker may not read records.',
      'handFilled',
    ),
    filed: t.maybe(FormValueRef, 'What was filed for it; null: nothing, or the asker may not read records.', 'filed'),
    filedDifference: t.maybe(
      DifferenceRef,
      'How the computed value differs from the filed one, and why. Needs a token; null: it does not differ.',
      (it, { viewer }) => {
        const { code } = it.form.institution
        requireExact(viewer, code)
        return explainFiled(it.form.causeway, code, it.line, it)
      },
      30,
    ),
    last: t.given(LineContentRef, 'The same line a year before.', ({ line, last }) => ({ ...last, line })),
    departments: t.maybe(
      [DepartmentRef],
      'Which departments hold the records that it counts. Needs a token that may read the institution.',
      (it, { causeway, viewer }) => {
        requireExact(viewer, it.form.institution.code)
        return departmentsOf(causeway, it.form, it)
      },
      { field: 20, multiplier: 5 },
    ),
  }),
})

const LineContentRef = builder.objectRef<LineContent & { line: FormLine }>('FormLineContent').implement({
  description: 'What is in a line in some year.',
  fields: (t) => ({
    source: t.given(SourceEnum, 'Where it comes from.', 'source'),
    value: t.maybe('Float', 'In the unit of the line; null: see `gap` and `text`.', 'value'),
    decimals: t.given('Int', 'Decimals to show the value with.', (it) => shownDecimals(it.line, it)),
    gap: t.maybe(GapEnum, 'Why there is no number.', 'gap'),
    text: t.maybe('String', 'Words instead of a number.', 'text'),
    shown: t.words('What a gap, a withheld value or words read as; empty: there is a number.', contentWords),
    filed: t.maybe(FormValueRef, 'What was filed for it; null: nothing.', 'filed'),
  }),
})

const FormValueRef = builder.objectRef<FormValue>('FormValue').implement({
  description: 'What somebody filled in or filed for a line.',
  fields: (t) => ({
    value: t.maybe('Float', 'The number; null: words.', 'value'),
    text: t.maybe('String', 'The words; null: a number.', 'text'),
    inUnit: t.maybe('String', 'What it is measured in; null: as the line says.', 'inUnit'),
    source: t.given('String', 'Where it is from.', 'source'),
    filledBy: t.given('String', 'Who filled it in.', 'filledBy'),
    filledOn: t.given('Date', 'When.', 'filledOn'),
    unit: t.maybe('String', 'Code of the responsible department; null: not said.', 'unit'),
    record: t.maybe(
      RecordRef,
      'The record it is in. Needs a token that may read the institution.',
      ({ record }, { viewer }) => {
        requireExact(viewer, record.institution)
        return record
      },
    ),
  }),
})

const DifferenceRef = builder.objectRef<FiledDifference>('FiledDifference').implement({
  description: 'How a computed value differs from a filed one.',
  fields: (t) => ({
    difference: t.given('Float', 'The computed value less the filed one.', 'difference'),
    cause: t.given(CauseEnum, 'Why.', 'cause'),
    sentence: t.words('In words.', 'words'),
  }),
})

const DepartmentRef = builder.objectRef<LineDepartment>('FormLineDepartment').implement({
  description: 'A department that holds records which a line counts.',
  fields: (t) => ({
    unit: t.maybe('String', 'Its code; null: the records say none.', 'unit'),
    name: t.words('Its name.', 'name'),
    recordType: t.given(RecordTypeRef, 'Of which type the records are.', ({ recordType }) => recordTypeOf(recordType)),
    records: t.given('Int', 'How many of them meet the period.', 'records'),
  }),
})
