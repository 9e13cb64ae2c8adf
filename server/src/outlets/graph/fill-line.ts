import { fillLine } from '../../answers/forms/fill-line.ts'
import { builder } from './builder.ts'
import { DoneByHandRef, mutation, type DoneByHand } from './mutation.ts'

const LineFilledRef = builder.objectRef<DoneByHand>('LineFilled').implement({
  description: 'A line was filled in, or said so already.',
  interfaces: [DoneByHandRef],
})

const LineStatusEnum = builder.enumType('FilledLineStatus', {
  description: 'What a value that somebody wrote down is.',
  values: {
    HAND_FILLED: { value: 'hand-filled', description: 'It fills a line that no record can fill' },
    FILED: { value: 'filed', description: 'It was filed; it is beside the computed value' },
  } as const,
})

mutation('fillLine', {
  right: 'plans',
  description: 'Fills one line of an official table, or enters what was filed for it.',
  done: LineFilledRef,
  answers: 'Filled in, or refused.',
  input: {
    asks: 'Which line, and what it says.',
    description: 'One line of an official table, for one year. What stood there before is replaced.',
    fields: (t) => ({
      form: t.id({ required: true, description: 'Id of the table.' }),
      edition: t.string({ required: true, description: "The year's version of it." }),
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      year: t.int({ required: true, description: 'The year its period begins in: 2023 for 2023—2024学年.' }),
      line: t.string({ required: true, description: 'Its number, as printed.' }),
      status: t.field({ type: LineStatusEnum, required: true, description: 'Filled in by hand, or filed.' }),
      value: t.float({ description: 'The number, in the unit of the line or in `inUnit`; this or `text`.' }),
      text: t.string({ description: 'The words where it is no number; this or `value`.' }),
      inUnit: t.string({ description: 'What the number is measured in, where not as the line says.' }),
      source: t.string({ required: true, description: 'Where it is from.' }),
      filledBy: t.string({ required: true, description: 'Who fills it in.' }),
      filledOn: t.field({ type: 'Date', required: true, description: 'When.' }),
      unit: t.string({ description: 'Code of the responsible department; omitted: as it was.' }),
      note: t.string({ description: 'A remark; omitted: as it was.' }),
    }),
  },
  complexity: 200,
  make: async (input, { causeway, viewer }) => ({
    institution: input.institution,
    ...(await fillLine(causeway, viewer, input)),
  }),
})
