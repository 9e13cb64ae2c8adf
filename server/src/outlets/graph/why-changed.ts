import { verdictOf } from '@causeway/shared/verdict'
import { explainChange, type Change } from '../../answers/change/explain-change.ts'
import { changeWords } from '../../answers/change/year-change.ts'
import { institutionArgument } from './asked.ts'
import { builder } from './builder.ts'
import { ChangeRef, toShownParts, type ShownChange } from './change.ts'
import { toFigureAnswer } from './figure.ts'
import { seriesArguments } from './series-arguments.ts'

const MomentInput = builder.inputType('Moment', {
  description: 'A period, and when it is known. Without `release` and `asOf`: as it is now.',
  fields: (t) => ({
    year: t.int({ required: true, description: 'The year its period begins in.' }),
    release: t.id({ description: 'A release by its name or id, or "live", which needs a token.' }),
    asOf: t.field({
      type: 'DateTime',
      description: 'As the last revision was that is not later; without a token the release that was current then.',
    }),
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
      return fromMoments(await explainChange(context.causeway, context.viewer, asked))
    },
  }),
}))

function fromMoments(change: Change): ShownChange {
  const { declaration, before, after, difference, dimension } = change
  return {
    ...{ declaration, difference },
    why: async () => ({ reason: null, dimension, parts: toShownParts(change) }),
    before: toFigureAnswer(before.causeway, before, before),
    after: toFigureAnswer(after.causeway, after, after),
    verdict: verdictOf(before.figure, after.figure, declaration),
    sentence: changeWords({ declaration, before: before.figure, after: after.figure }),
  }
}
