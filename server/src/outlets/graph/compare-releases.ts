import { writtenWords } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import { compareReleases, type ReleaseComparison } from '../../answers/change/compare-releases.ts'
import type { FigureChange } from '../../answers/change/compare-moments.ts'
import { readCategoryLabels } from '../../figures/series-facts.ts'
import { badCursor, fromCursor, toCursor } from '../../ground/cursor.ts'
import { institutionArgument } from './asked.ts'
import { builder } from './builder.ts'
import { CauseEnum, ChangePartRef, toShownParts } from './change.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { BasisEnum, ScopeEnum } from './enums.ts'
import { CategoryRef, FigureRef, toFigureAnswer } from './figure.ts'
import { DimensionRef, IndicatorRef } from './indicator.ts'

type Row = FigureChange & { reason: string | null; place: number }

/** The changed figures of one indicator, in the order of its bases and scopes. */
interface IndicatorRow {
  changes: Row[]
  place: number
}

const NO_FILTER = { dimension: null, in: [] }

const FigureChangeRef = builder.objectRef<Row>('FigureChange').implement({
  description: 'A figure that is another one in the second of two releases.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Of what.', 'declaration'),
    basis: t.given(BasisEnum, 'What its period is.', ({ after }) => after.question.basis),
    at: t.maybe('String', 'MM-DD of a point in time; null on every other basis.', ({ after: { question } }) =>
      question.basis === 'POINT_IN_TIME' ? question.at : null,
    ),
    scope: t.maybe(ScopeEnum, 'Which countries count as foreign; null: no scope acts on it.', ({ after }) => {
      return after.question.scope
    }),
    dimension: t.maybe(DimensionRef, 'What it is a category of; null: it is a whole.', ({ after }) => {
      const [filter] = after.question.filters
      return filter ? { id: filter.dimension } : null
    }),
    category: t.maybe(CategoryRef, 'Which category; null: it is a whole.', async ({ after }, { causeway }) => {
      const { declaration, institution, filters } = after.question
      const [{ dimension, in: [key] } = NO_FILTER] = filters
      if (dimension === null || key === undefined) return null
      const labels = await readCategoryLabels(causeway, institution, declaration, dimension, [key])
      return { key, label: labels.get(key)! }
    }),
    before: t.maybe(FigureRef, 'The figure of the first.', ({ before }) =>
      toFigureAnswer(before.causeway, before, before),
    ),
    after: t.maybe(FigureRef, 'The figure of the second.', ({ after }) => toFigureAnswer(after.causeway, after, after)),
    cause: t.given(CauseEnum, 'Of its largest part; where one of the two has no value, what gave or took it.', 'cause'),
    reason: t.maybeWords(
      'What the college says of the second release; null: nothing.',
      ({ reason }) => reason && writtenWords(reason),
    ),
    parts: t.list(
      ChangePartRef,
      6,
      'What makes the difference, adding up to it; none where one of the two has no value.',
      toShownParts,
    ),
  }),
})

const FigureChangeConnection = connectionOf(
  FigureChangeRef,
  'FigureChange',
  'A page of figures that are others.',
  'One of them in a page.',
)

const IndicatorChangeRef = builder.objectRef<IndicatorRow>('IndicatorChange').implement({
  description: 'An indicator that has another figure in the second of two releases.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Of what.', ({ changes }) => changes[0]!.declaration),
    changes: t.list(
      FigureChangeRef,
      10,
      'Its figures that are others, by basis and scope; the first is the one that pages show, where that is among them.',
      'changes',
    ),
  }),
})

const IndicatorChangeConnection = connectionOf(
  IndicatorChangeRef,
  'IndicatorChange',
  'A page of indicators that have other figures.',
  'One of them in a page.',
)

const ComparisonRef = builder.objectRef<ReleaseComparison>('ReleaseComparison').implement({
  description: 'Two releases of one institution, figure by figure, each at the year of its release.',
  fields: (t) => ({
    changes: t.field({
      type: FigureChangeConnection,
      description: 'Wholes in the order of the catalogue, or categories of one dimension.',
      args: {
        by: t.arg.id({ description: 'Dimension whose categories are compared; wholes where omitted.' }),
        ...pageArguments,
      },
      complexity: (args) => ({ ...pageComplexity(args), field: 500 }),
      resolve: async ({ compare, note }, { by, ...args }) => {
        const { changes, explain } = await compare(by ?? null)
        return toPage(changes, args, async (some, start) => {
          const page = await explain(some)
          return page.map((change, at): Row => ({ ...change, reason: note, place: start + at }))
        })
      },
    }),
    indicators: t.field({
      type: IndicatorChangeConnection,
      description: 'The same by indicator, in the order of the catalogue: one row for each that has another figure.',
      args: {
        by: t.arg.id({ description: 'Dimension whose categories are compared; wholes where omitted.' }),
        ...pageArguments,
      },
      complexity: (args) => ({ ...pageComplexity(args), field: 500 }),
      resolve: async ({ compare, note }, { by, ...args }) => {
        const { changes, explain } = await compare(by ?? null)
        const groups = [...Map.groupBy(changes, ({ declaration }) => declaration).values()]
        return toPage(groups, args, async (some, start) => {
          const explained = Map.groupBy(await explain(some.flat()), ({ declaration }) => declaration)
          return [...explained.values()].map((own, at): IndicatorRow => {
            return { changes: own.map((change) => ({ ...change, reason: note, place: 0 })), place: start + at }
          })
        })
      },
    }),
    unchangedIndicators: t.given(
      'Int',
      'How many indicators have no whole that is another one.',
      async (comparison) => {
        return (await comparison.compare(null)).unchangedIndicators
      },
    ),
    unchanged: t.given('Int', 'How many wholes are as they were.', async ({ compare }) => {
      return (await compare(null)).unchanged
    }),
  }),
})

/** Returns a page of a list whose cursors are places in it; `describe` is given the part of the list and where that begins. */
async function toPage<Item, Row extends { place: number }>(
  all: readonly Item[],
  args: Parameters<typeof readPage>[0],
  describe: (some: readonly Item[], start: number) => Promise<Row[]>,
) {
  const { first, after } = readPage(args)
  const start = after === null ? 0 : Number(fromCursor(after)) + 1
  if (!Number.isInteger(start)) throw badCursor()
  const rows = await describe(all.slice(start, start + first), start)
  return toConnection(rows, ({ place }) => toCursor(String(place)), start + first < all.length, all.length)
}

builder.queryFields((t) => ({
  compareReleases: t.field({
    type: ComparisonRef,
    nullable: true,
    description:
      'The figures that are others in a second release, and why. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      from: t.arg.id({ required: true, description: 'The first, by name or id, or "live".' }),
      to: t.arg.id({ required: true, description: 'The second, by name or id, or "live".' }),
    },
    complexity: { field: 500, multiplier: 1 },
    resolve: (_root, asked, { causeway, viewer, reads }) => {
      requireExact(viewer, asked.institution)
      reads.institutions.add(asked.institution)
      return compareReleases(causeway, viewer, asked)
    },
  }),
}))
