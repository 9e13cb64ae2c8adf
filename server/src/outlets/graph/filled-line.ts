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
import { ConfidenceEnum, GapEnum } from './enums.ts'
import { FigureRef } from './figure.ts'
import { FormLineRef } from './form-line.ts'
import { IndicatorRef } from './indicator.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordRef } from './record.ts'
import { RecordTypeRef } from './record-type.ts'
import { SeriesAnswer } from './series-answer.ts'
import { recordTypeOf } from '../../records/record-types.ts'

interface LineOf {
  form: FilledForm
  line: FilledLine
}

export const FilledLineRef = builder.objectRef<LineOf>('FilledLine')
const LineContentRef = builder.objectRef<{ line: FormLine; content: LineContent }>('FormLineContent')
const FormValueRef = builder.objectRef<FormValue>('FormValue')
const DifferenceRef = builder.objectRef<FiledDifference>('FiledDifference')
const DepartmentRef = builder.objectRef<LineDepartment>('FormLineDepartment')

const SourceEnum = builder.enumType('FormLineSource', {
  description: 'Where what stands in a line comes from.',
  values: {
    COMPUTED: { value: 'computed', description: 'From records' },
    HAND_FILLED: { value: 'hand-filled', description: 'Filled in by hand, because no record can fill it' },
    EMPTY: { value: 'empty', description: 'No record can fill it, and nobody did' },
    WITHHELD: { value: 'withheld', description: 'It is not public before the table is published' },
  } as const,
})

const CauseEnum = builder.enumType('FiledCause', {
  description: 'Why a filed value is not the computed one.',
  values: {
    LATER_RECORDS: { description: 'There were no records of it on the day of filing' },
    REVISED: { description: 'Records gave what was filed, and were changed since' },
    OTHER_DEFINITION: { description: 'It is what records give on another basis or scope' },
    NEVER: { description: 'Records never gave it' },
  } as const,
})

FilledLineRef.implement({
  description: 'One line of a filled official table.',
  fields: (t) => ({
    number: t.string({ description: 'As printed: 3, 3.1.', resolve: ({ line }) => line.line.number }),
    label: t.string({
      description: 'The wording of the line; the Chinese one is official.',
      args: localeArgument,
      resolve: ({ line }, { locale }) => say(line.line.label, locale),
    }),
    unit: t.string({
      description: 'What it is measured in.',
      args: localeArgument,
      resolve: ({ line }, { locale }) => say(line.line.unit, locale),
    }),
    definition: t.string({
      nullable: true,
      description: 'The filling note; null: there is none.',
      args: localeArgument,
      resolve: ({ line }, { locale }) => (line.line.definition ? say(line.line.definition, locale) : null),
    }),
    under: t.string({
      nullable: true,
      description: 'Number of the line that it is an "of which" of; null: of none.',
      resolve: ({ line }) => line.line.under ?? null,
    }),
    confidence: t.field({
      type: ConfidenceEnum,
      description: 'How sure we are of the wording.',
      resolve: ({ line }) => line.line.confidence,
    }),
    line: t.field({
      type: FormLineRef,
      description: 'The line of the edition: what it asks for, on which basis and in which scope.',
      resolve: ({ form: { form, edition }, line: { line } }) => ({ form, edition, line }),
    }),
    indicators: t.field({
      type: [IndicatorRef],
      description: 'What it is made from: one indicator, or two; none where it is filled in by hand or withheld.',
      resolve: ({ line }) => [...new Set(line.figures.map(({ declaration }) => declaration))],
    }),
    indicator: t.field({
      type: IndicatorRef,
      nullable: true,
      description: 'What fills it; null: it is filled in by hand, or made from two figures.',
      resolve: ({ line }) => (line.line.indicator === undefined ? null : (line.figures[0]?.declaration ?? null)),
    }),
    figure: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The figure that fills it; null where `indicator` is.',
      resolve: async ({ form, line }, _args, context) => {
        const [found] = line.figures
        if (line.line.indicator === undefined || !found) return null
        const { declaration, request } = found
        const answer = (series: Series, figure: Figure) => ({
          figure,
          answer: new SeriesAnswer(context, declaration, request, series),
        })
        // A published line gives the side of the figure that it is, and not the other one.
        const gaveOneSide = line.line.part !== undefined && form.profile === 'EXACT'
        if (!gaveOneSide || maySeeExact(context.viewer, form.institution.code))
          return answer(found.series, found.figure)
        if (!isPublicCut(line.line)) return null
        const series = await readSeries(context.causeway, context.viewer, { ...request, profile: 'PUBLIC' })
        return answer(series, series.figures[0]!)
      },
    }),
    source: t.field({ type: SourceEnum, description: 'Where it comes from.', resolve: ({ line }) => line.source }),
    value: t.float({
      nullable: true,
      description: 'What stands in the line, in its unit and unrounded; null: see `gap` and `text`.',
      resolve: ({ line }) => line.value,
    }),
    decimals: t.int({
      description: 'Decimals to show the value with.',
      resolve: ({ line }) => shownDecimals(line.line, line),
    }),
    gap: t.field({
      type: GapEnum,
      nullable: true,
      description: 'Why there is no number; null: there is one, or words, or it is withheld.',
      resolve: ({ line }) => line.gap,
    }),
    text: t.string({
      nullable: true,
      description: 'Words that were filled in instead of a number.',
      resolve: ({ line }) => line.text,
    }),
    shown: t.string({
      description: 'What a gap, a withheld value or words read as; empty: there is a number.',
      args: localeArgument,
      resolve: ({ line }, { locale }) => say(contentWords(line), locale),
    }),
    note: t.string({
      nullable: true,
      description: 'The note column, made from the records; null: none, or not for everybody before it is published.',
      args: localeArgument,
      resolve: ({ line }, { locale }) => (line.note ? say(line.note, locale) : null),
    }),
    handFilled: t.field({
      type: FormValueRef,
      nullable: true,
      description:
        'What was filled in by hand, by whom and from what; null: nothing, or the asker may not read records.',
      resolve: ({ line }) => line.handFilled,
    }),
    filed: t.field({
      type: FormValueRef,
      nullable: true,
      description: 'What was filed for it; null: nothing, or the asker may not read records.',
      resolve: ({ line }) => line.filed,
    }),
    filedDifference: t.field({
      type: DifferenceRef,
      nullable: true,
      description:
        'How the computed value differs from the filed one, and why. Needs a token; null: it does not differ.',
      complexity: 30,
      resolve: ({ form, line }, _args, { causeway, viewer }) => {
        requireExact(viewer, form.institution.code)
        return explainFiled(causeway, form.institution.code, line.line, line)
      },
    }),
    last: t.field({
      type: LineContentRef,
      description: 'The same line a year before.',
      resolve: ({ line: { line, last } }) => ({ line, content: last }),
    }),
    departments: t.field({
      type: [DepartmentRef],
      nullable: true,
      description: 'Which departments hold the records that it counts. Needs a token that may read the institution.',
      complexity: { field: 20, multiplier: 5 },
      resolve: ({ form, line }, _args, { causeway, viewer }) => {
        requireExact(viewer, form.institution.code)
        return departmentsOf(causeway, form, line)
      },
    }),
  }),
})

LineContentRef.implement({
  description: 'What stands in a line in some year.',
  fields: (t) => ({
    source: t.field({
      type: SourceEnum,
      description: 'Where it comes from.',
      resolve: ({ content }) => content.source,
    }),
    value: t.float({
      nullable: true,
      description: 'In the unit of the line; null: see `gap` and `text`.',
      resolve: ({ content }) => content.value,
    }),
    decimals: t.int({
      description: 'Decimals to show the value with.',
      resolve: ({ line, content }) => shownDecimals(line, content),
    }),
    gap: t.field({
      type: GapEnum,
      nullable: true,
      description: 'Why there is no number.',
      resolve: ({ content }) => content.gap,
    }),
    text: t.string({
      nullable: true,
      description: 'Words instead of a number.',
      resolve: ({ content }) => content.text,
    }),
    shown: t.string({
      description: 'What a gap, a withheld value or words read as; empty: there is a number.',
      args: localeArgument,
      resolve: ({ content }, { locale }) => say(contentWords(content), locale),
    }),
    filed: t.field({
      type: FormValueRef,
      nullable: true,
      description: 'What was filed for it; null: nothing.',
      resolve: ({ content }) => content.filed,
    }),
  }),
})

FormValueRef.implement({
  description: 'What somebody filled in or filed for a line.',
  fields: (t) => ({
    value: t.exposeFloat('value', { nullable: true, description: 'The number; null: words.' }),
    text: t.exposeString('text', { nullable: true, description: 'The words; null: a number.' }),
    inUnit: t.exposeString('inUnit', {
      nullable: true,
      description: 'What it is measured in; null: as the line says.',
    }),
    source: t.exposeString('source', { description: 'Where it is from.' }),
    filledBy: t.exposeString('filledBy', { description: 'Who filled it in.' }),
    filledOn: t.expose('filledOn', { type: 'Date', description: 'When.' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'Code of the responsible department; null: not said.',
    }),
    record: t.field({
      type: RecordRef,
      nullable: true,
      description: 'The record it stands in. Needs a token that may read the institution.',
      resolve: ({ record }, _args, { viewer }) => {
        requireExact(viewer, record.institution)
        return record
      },
    }),
  }),
})

DifferenceRef.implement({
  description: 'How a computed value differs from a filed one.',
  fields: (t) => ({
    difference: t.exposeFloat('difference', { description: 'The computed value less the filed one.' }),
    cause: t.expose('cause', { type: CauseEnum, description: 'Why.' }),
    sentence: t.string({
      description: 'In words.',
      args: localeArgument,
      resolve: ({ words }, { locale }) => say(words, locale),
    }),
  }),
})

DepartmentRef.implement({
  description: 'A department that holds records which a line counts.',
  fields: (t) => ({
    unit: t.exposeString('unit', { nullable: true, description: 'Its code; null: the records say none.' }),
    name: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ name }, { locale }) => say(name, locale),
    }),
    recordType: t.field({
      type: RecordTypeRef,
      description: 'Of which type the records are.',
      resolve: ({ recordType }) => recordTypeOf(recordType),
    }),
    records: t.exposeInt('records', { description: 'How many of them meet the period.' }),
  }),
})
