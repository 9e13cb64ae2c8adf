import { toCursor } from '../../ground/cursor.ts'
import { compareWithPeers, differenceFrom, type PeerComparison } from '../../answers/peers/compare-with-peers.ts'
import { findPlace, placeOf } from '../../answers/peers/comparability.ts'
import { readRanking, type RankedFigure, type RankingPage } from '../../answers/peers/read-ranking.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { momentArguments } from './asked.ts'
import { contextOf, readInstitution } from './context.ts'
import { BasisEnum, ScopeEnum } from './enums.ts'
import { FigureRef, SeriesAnswer } from './figure.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { DifferenceRef, PeerFigureRef, RankRef } from './peer-figure.ts'

const PeerFigureConnection = connectionOf(
  PeerFigureRef,
  'PeerFigure',
  'A page of numbers of peers.',
  'A number of a peer in a page.',
)

const PeerComparisonRef = builder.objectRef<PeerComparison>('PeerComparison').implement({
  description: 'The figure of an institution beside those of its peers, and what of them may be compared.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Of what.', 'declaration'),
    institution: t.given(InstitutionRef, 'Whose figure is compared.', ({ series }, context) =>
      readInstitution(context, series.institution),
    ),
    basis: t.given(BasisEnum, 'The basis that is compared.', 'series.basis'),
    scope: t.maybe(ScopeEnum, 'The scope that is compared; null: none acts on the indicator.', 'series.scope'),
    editions: t.given(
      ['String'],
      'Editions whose numbers are compared: those of the official tables that ask for the indicator in the year, or the one asked for. An empty one: published without an edition.',
      ({ definition }) => [...definition.editions],
    ),
    editionsFound: t.given(
      ['String'],
      'Editions that peers published in, comparable or not; ask again with `edition` for one of them.',
      'editions',
    ),
    own: t.given(FigureRef, "The institution's own figure.", ({ causeway, declaration, request, series }) => ({
      figure: series.figures[0]!,
      answer: new SeriesAnswer(causeway, declaration, request, series),
    })),
    ownIncomparable: t.list(
      DifferenceRef,
      1,
      'Why the own figure is not of the thing that is compared; none: it is.',
      'ownDifferences',
    ),
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
    mean: t.maybe(
      'Float',
      'Mean of the comparable numbers of peers, each weighing alike; null: there are none.',
      'mean',
    ),
    meanOf: t.given('Int', 'How many numbers the mean is of.', 'meanOf'),
    rank: t.maybe(
      RankRef,
      'The place of the own figure among itself and the comparable peers; null: it has no comparable number.',
      'rank',
    ),
    rankedOf: t.given('Int', 'How many numbers the rank is among.', 'rankedOf'),
  }),
})

const RankedFigureRef = builder.objectRef<RankedFigure>('RankedFigure').implement({
  description: 'A number in a ranking.',
  fields: (t) => ({
    rank: t.maybe(RankRef, 'Its place; null: it is no number, or not of the same thing.', 'rank'),
    figure: t.given(PeerFigureRef, 'Whose number, and what it is.', ({ figure }) => ({ figure, difference: null })),
  }),
})

const RankingConnection = builder.connectionObject(
  {
    type: RankedFigureRef,
    name: 'RankingConnection',
    description:
      'A page of a ranking: the comparable with their places, then numbers of other things, last those without one.',
    fields: (t) => ({
      editions: t.given(
        ['String'],
        'Editions whose numbers are compared. An empty one: published without an edition.',
        (it) => [...(it as unknown as { ranking: RankingPage }).ranking.definition.editions],
      ),
      editionsFound: t.given(
        ['String'],
        'Editions that peers published in, comparable or not.',
        (it) => (it as unknown as { ranking: RankingPage }).ranking.editions,
      ),
      rankedCount: t.given(
        'Int',
        'How many have a place.',
        (it) => (it as unknown as { ranking: RankingPage }).ranking.rankedCount,
      ),
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
    args: {
      ...questionArguments,
      institution: t.arg.id({ required: true, description: 'Whose figure.' }),
      ...momentArguments,
    },
    // Many institutions may have to be counted for it.
    complexity: { field: 20_000, multiplier: 1 },
    resolve: async (_root, { release, asOf, ...question }, given, info) => {
      given.reads.everyInstitution = true
      const { institution } = question
      await contextOf(given, info, { institution, release, asOf })
      return compareWithPeers(given.served, given.viewer, { ...question, release, asOf })
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
