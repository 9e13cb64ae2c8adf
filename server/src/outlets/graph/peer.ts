import { toCursor } from '../../ground/cursor.ts'
import { compareWithPeers, differenceFrom, type PeerComparison } from '../../answers/peers/compare-with-peers.ts'
import { findPlace, placeOf } from '../../answers/peers/peer-figure.ts'
import { readRanking, type RankedFigure, type RankingPage } from '../../answers/peers/read-ranking.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { readInstitution } from './context.ts'
import { BasisEnum, ScopeEnum } from './enums.ts'
import { FigureRef } from './figure.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { DifferenceRef, PeerFigureRef, RankRef } from './peer-figure.ts'
import { SeriesAnswer } from './series-answer.ts'

const PeerFigureConnection = builder.connectionObject(
  { type: PeerFigureRef, name: 'PeerFigureConnection', description: 'A page of numbers of peers.' },
  { name: 'PeerFigureEdge', description: 'A number of a peer in a page.' },
)

const PeerComparisonRef = builder.objectRef<PeerComparison>('PeerComparison')
PeerComparisonRef.implement({
  description: 'The figure of an institution beside those of its peers, and what of them may be compared.',
  fields: (t) => ({
    indicator: t.field({ type: IndicatorRef, description: 'Of what.', resolve: ({ declaration }) => declaration }),
    institution: t.field({
      type: InstitutionRef,
      description: 'Whose figure is compared.',
      resolve: ({ series }, _args, context) => readInstitution(context, series.institution),
    }),
    basis: t.field({
      type: BasisEnum,
      description: 'The basis that is compared.',
      resolve: ({ series }) => series.basis,
    }),
    scope: t.field({
      type: ScopeEnum,
      nullable: true,
      description: 'The scope that is compared; null: none acts on the indicator.',
      resolve: ({ series }) => series.scope,
    }),
    editions: t.stringList({
      description:
        'Editions whose numbers are compared: those of the official tables that ask for the indicator in the year, or the one asked for. An empty one: published without an edition.',
      resolve: ({ definition }) => [...definition.editions],
    }),
    editionsFound: t.stringList({
      description: 'Editions that peers published in, comparable or not; ask again with `edition` for one of them.',
      resolve: ({ editions }) => editions,
    }),
    own: t.field({
      type: FigureRef,
      description: "The institution's own figure.",
      resolve: ({ declaration, request, series }, _args, context) => ({
        figure: series.figures[0]!,
        answer: new SeriesAnswer(context, declaration, request, series),
      }),
    }),
    ownIncomparable: t.field({
      type: [DifferenceRef],
      description: 'Why the own figure is not of the thing that is compared; none: it is.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ ownDifferences }) => ownDifferences,
    }),
    peers: t.field({
      type: PeerFigureConnection,
      description: 'The comparable first, then the others; a group also has those of which nothing was recorded.',
      args: pageArguments,
      complexity: pageComplexity,
      resolve: (comparison, args) => {
        const { first, after } = readPage(args)
        const start = after === null ? 0 : findPlace(comparison.figures, after) + 1
        const page = comparison.figures.slice(start, start + first)
        return toConnection(
          page.map((figure) => ({ figure, difference: differenceFrom(comparison, figure) })),
          ({ figure }) => toCursor(placeOf(figure)),
          start + first < comparison.figures.length,
          comparison.figures.length,
        )
      },
    }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description: 'Mean of the comparable numbers of peers, each weighing alike; null: there are none.',
    }),
    meanOf: t.exposeInt('meanOf', { description: 'How many numbers the mean is of.' }),
    rank: t.field({
      type: RankRef,
      nullable: true,
      description:
        'The place of the own figure among itself and the comparable peers; null: it has no comparable number.',
      resolve: ({ rank }) => rank,
    }),
    rankedOf: t.exposeInt('rankedOf', { description: 'How many numbers the rank is among.' }),
  }),
})

const RankedFigureRef = builder.objectRef<RankedFigure>('RankedFigure')
RankedFigureRef.implement({
  description: 'A number in a ranking.',
  fields: (t) => ({
    rank: t.field({
      type: RankRef,
      nullable: true,
      description: 'Its place; null: it is no number, or not of the same thing.',
      resolve: ({ rank }) => rank,
    }),
    figure: t.field({
      type: PeerFigureRef,
      description: 'Whose number, and what it is.',
      resolve: ({ figure }) => ({ figure, difference: null }),
    }),
  }),
})

const RankingConnection = builder.connectionObject(
  {
    type: RankedFigureRef,
    name: 'RankingConnection',
    description:
      'A page of a ranking: the comparable with their places, then numbers of other things, last those without one.',
    fields: (t) => ({
      editions: t.stringList({
        description: 'Editions whose numbers are compared. An empty one: published without an edition.',
        resolve: (it) => [...(it as unknown as { ranking: RankingPage }).ranking.definition.editions],
      }),
      editionsFound: t.stringList({
        description: 'Editions that peers published in, comparable or not.',
        resolve: (it) => (it as unknown as { ranking: RankingPage }).ranking.editions,
      }),
      rankedCount: t.int({
        description: 'How many have a place.',
        resolve: (it) => (it as unknown as { ranking: RankingPage }).ranking.rankedCount,
      }),
    }),
  },
  { name: 'RankingEdge', description: 'A number in a page of a ranking.' },
)

const questionArguments = builder.args((t) => ({
  indicator: t.id({ required: true, description: 'Id or code.' }),
  basis: t.field({ type: BasisEnum, description: "One of the indicator's bases; the first where omitted." }),
  scope: t.field({
    type: ScopeEnum,
    description: "Which countries count as foreign; the indicator's own where omitted.",
  }),
  year: t.int({ required: true, description: 'Year the period begins in.' }),
  group: t.id({
    description:
      'Which peers: `list:CODE,CODE`, or institutions by their own record as `region:黑龙江省;level:专科` (region, type, level, country). Omitted: all that have a number.',
  }),
  edition: t.string({
    description:
      'Compare numbers published in this edition, as 2022 or international-influence/2022; omitted: in those that ask for the indicator in the year.',
  }),
}))

builder.queryFields((t) => ({
  peers: t.field({
    type: PeerComparisonRef,
    nullable: true,
    description:
      'The figure of an institution beside what its peers published. Nothing is compared that is not known to be of the same edition, scope and basis.',
    args: { ...questionArguments, institution: t.arg.id({ required: true, description: 'Whose figure.' }) },
    // Some hundred institutions may have to be counted for it.
    complexity: { field: 20_000, multiplier: 1 },
    resolve: (_root, question, { causeway, viewer, reads }) => {
      reads.everyInstitution = true
      return compareWithPeers(causeway, viewer, question)
    },
  }),
  ranking: t.field({
    type: RankingConnection,
    nullable: true,
    description: 'Institutions here, and peers by what they published, by one indicator.',
    args: { ...questionArguments, ...pageArguments },
    complexity: (args) => ({ ...pageComplexity(args), field: 50_000 }),
    resolve: async (_root, { first, after, ...question }, { causeway, viewer, reads }) => {
      reads.everyInstitution = true
      const ranking = await readRanking(causeway, viewer, question, readPage({ first, after }))
      const page = toConnection(ranking.ranked, ({ cursor }) => cursor, ranking.hasNext, ranking.totalCount)
      return { ...page, ranking }
    },
  }),
}))
