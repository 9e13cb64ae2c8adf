import { verdictOf } from '@causeway/shared/verdict'
import { explainChange, type Change } from '../../answers/change/explain-change.ts'
import { changeWords } from '../../answers/changes/change.ts'
import { institutionArgument } from './asked.ts'
import { builder } from './builder.ts'
import { ChangeRef, type ShownChange } from './change.ts'
import type { GraphContext } from './context.ts'
import { toFigureAnswer } from './figure.ts'
import { seriesArguments } from './series-arguments.ts'

const MomentInput = builder.inputType('Moment', {
  description: 'When a figure is asked of.',
  fields: (t) => ({
    year: t.int({ required: true, description: 'The year its period begins in.' }),
  }),
})

builder.queryFields((t) => ({
  change: t.field({
    type: ChangeRef,
    nullable: true,
    description:
      'Why a figure is another one at another moment: who and what came, left or counts otherwise, in parts that add up to the difference, down to the records. Without a token the difference of two public figures alone.',
    args: {
      indicator: t.arg.id({ required: true, description: 'Its id or its code.' }),
      ...institutionArgument,
      ...seriesArguments(['basis', 'at', 'scope', 'by', 'filter'], { by: 'Dimension to break the parts down by.' }),
      from: t.arg({ type: MomentInput, required: true, description: 'The first moment.' }),
      to: t.arg({ type: MomentInput, required: true, description: 'The second.' }),
    },
    complexity: { field: 200, multiplier: 1 },
    resolve: async (_root, asked, context) => {
      context.reads.institutions.add(asked.institution)
      return fromMoments(context, await explainChange(context.causeway, context.viewer, asked))
    },
  }),
}))

function fromMoments(context: GraphContext, change: Change): ShownChange {
  const { declaration, institution, before, after, difference, dimension, parts } = change
  return {
    ...{ declaration, difference, dimension, reason: null },
    before: toFigureAnswer(context.causeway, before, before),
    after: toFigureAnswer(context.causeway, after, after),
    verdict: verdictOf(before.figure, after.figure, declaration),
    sentence: changeWords({ declaration, before: before.figure, after: after.figure }),
    parts: parts.map(({ cause, category, label, value, sentence, records }) => ({
      ...{ institution, cause, value, sentence, records, isNew: null },
      category: category === null ? null : { key: category, label: label! },
    })),
  }
}
