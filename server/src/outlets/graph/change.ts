import { kept } from '../../ground/kept.ts'
import { listBiggestChanges, findReason } from '../../answers/changes/biggest-changes.ts'
import {
  changeOf,
  type ChangePart,
  type IndicatorChange,
  changeWords,
  reasonWords,
} from '../../answers/changes/change.ts'
import { readOpeningYear } from '../../answers/unreported/reported-years.ts'
import { builder } from './builder.ts'
import type { GraphContext } from './context.ts'
import { FigureRef, SeriesAnswer } from './figure.ts'
import { DimensionRef, IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { SeriesRef } from './series.ts'

/** The most that can be asked for. */
const MOST = 20
const USUAL = 6

export const ChangeRef = builder.objectRef<IndicatorChange>('Change').implement({
  description: 'What became of an indicator since the period before, and what the records give as the reason.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Of what.', 'declaration'),
    before: t.given(FigureRef, 'The figure of the period before.', (change, context) => ({
      figure: change.before,
      answer: answerOf(change, context),
    })),
    after: t.given(FigureRef, 'The figure of the period.', (change, context) => ({
      figure: change.after,
      answer: answerOf(change, context),
    })),
    difference: t.given(
      'Float',
      'After less before, unrounded, in the unit of the indicator; of shares in percentage points.',
      'difference',
    ),
    better: t.maybe(
      'Boolean',
      'Whether it is for the better; null: neither way is, or chance alone could make it.',
      ({ verdict }) => (verdict === 'better' ? true : verdict === 'worse' ? false : null),
    ),
    sentence: t.words('What became of it, in words.', (change) => changeWords(change)),
    reason: t.maybeWords('Why, as far as the records say, in words; null: they do not.', reasonWords),
    dimension: t.maybe(
      DimensionRef,
      'What the reason is broken down by; null: it is none of a breakdown.',
      ({ reason }) => (reason?.kind === 'categories' ? { id: reason.dimension } : null),
    ),
    parts: t.list(
      ChangePartRef,
      2,
      'The categories that moved most. Their changes need not add up to that of the whole.',
      ({ reason }) => (reason?.kind === 'categories' ? reason.parts : []),
    ),
  }),
})

const ChangePartRef = builder.objectRef<ChangePart>('ChangePart').implement({
  description: 'What one category moved by.',
  fields: (t) => ({
    key: t.given('String', 'As `filter` takes it.', 'key'),
    label: t.words('Its name.', 'label'),
    isNew: t.given('Boolean', 'True: there was nothing of it in the period before.', 'isNew'),
    difference: t.given('Float', 'In the unit of the indicator.', 'difference'),
  }),
})

builder.objectField(InstitutionRef, 'changes', (t) =>
  t.field({
    type: [ChangeRef],
    description:
      'The largest changes of a year against the year before: first those for the better, then those for the worse, each the largest first, of at most two indicators of a theme. None of a year that is not over, or where of either year less than four in five kinds of record that are due is reported, and none that chance alone could make.',
    args: {
      year: t.arg.int({ description: 'The year each period begins in; `openingYear` where omitted.' }),
      first: t.arg.int({
        description: `How many, half of them for the better and half for the worse, at most ${MOST}; ${USUAL} where omitted.`,
      }),
    },
    // Every indicator over two years, and breakdowns of those that are said.
    complexity: ({ first }, { causeway }) => ({
      field: causeway.indicators.length * 22 + (first ?? USUAL) * 8 * 20,
      multiplier: first ?? USUAL,
    }),
    resolve: async (institution, { year, first }, { causeway, viewer, reads }) => {
      const asked = year ?? (await readOpeningYear(causeway.database, institution))
      if (asked === null) return []
      reads.institutions.add(institution.code)
      const most = Math.min(Math.max(first ?? USUAL, 0), MOST)
      return listBiggestChanges(causeway, viewer, institution.code, asked, most)
    },
  }),
)

builder.objectField(SeriesRef, 'change', (t) =>
  t.field({
    type: ChangeRef,
    nullable: true,
    description:
      'What became of the figure of a year since the year before, and what the records give as the reason; null: one of the two has no value or is not of a whole period, both read alike, or the series is broken down.',
    args: {
      year: t.arg.int({
        required: true,
        description: 'The year the period begins in; the series holds it and the one before.',
      }),
    },
    complexity: { field: 8 * 20, multiplier: 1 },
    resolve: async ({ causeway, declaration, request, series }, { year }, { viewer }) => {
      const change = series.dimension === null ? changeOf(declaration, request, series, year) : null
      if (!change) return null
      // The public may narrow or break down, one of the two.
      const mayBreakDown = series.profile === 'EXACT' || !request.filter?.length
      return { ...change, reason: mayBreakDown ? await findReason(causeway, viewer, change) : null }
    },
  }),
)

const answers = new WeakMap<IndicatorChange, SeriesAnswer>()

/** One for both figures of a change. */
function answerOf(change: IndicatorChange, context: GraphContext): SeriesAnswer {
  const { declaration, request, series } = change
  return kept(answers, change, () => new SeriesAnswer(context, declaration, request, series))
}
