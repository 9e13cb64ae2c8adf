import type { Interval } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import { type Difference, isCompared, type PeerFigure, type PeerStatus } from '../../answers/peers/comparability.ts'
import type { Rank } from '../../answers/peers/compare-with-peers.ts'
import { builder } from './builder.ts'
import { readInstitution } from './context.ts'
import { enumOf, BasisEnum, GapEnum, ScopeEnum } from './enums.ts'
import { IntervalRef } from './figure.ts'
import { InstitutionRef } from './institution.ts'

const PeerStatusEnum = enumOf<PeerStatus>(
  'PeerStatus',
  'Where the number of a peer comes from, or what stood in its place. Only a number that says 0 is 0.',
  {
    PUBLISHED: 'The number is in what the peer published',
    COMPUTED: "Counted here, from the peer's own records; of them it may be that there are none",
    BLANK: 'The place for the number was left blank: not known, which is not zero',
    NONE: '无 stood there: the peer says that there was none',
    DASH: 'A dash stood there: what the peer means by it is not known',
    NOT_COLLECTED: 'Nobody has recorded what the peer published',
  },
)

const DifferenceCodeEnum = enumOf<Difference['code']>(
  'IncomparableBecause',
  'In what a number is of another thing than what is compared.',
  {
    OTHER_EDITION: 'Published in another edition of the table, whose definition may be another',
    EDITION_NOT_SAID: 'The source does not say in which edition',
    OTHER_BASIS: 'Of another basis, as calendar years',
    OTHER_SCOPE: 'Other countries count as foreign',
    SCOPE_NOT_SAID: 'The source does not say which countries count as foreign',
    COUNTED_ALREADY: 'Another number of the same peer is in the comparison',
  },
)

export const DifferenceRef = builder.objectRef<Difference>('Incomparable').implement({
  description: 'Why a number may not be compared.',
  fields: (t) => ({
    code: t.given(DifferenceCodeEnum, 'The reason, for programs.', 'code'),
    message: t.words('The reason, in a sentence.', 'message'),
  }),
})

export const RankRef = builder.objectRef<Rank>('Rank').implement({
  description: 'A place among comparable numbers, the better before.',
  fields: (t) => ({
    rank: t.given('Int', 'From 1; equals share a place, and the next is left free.', 'rank'),
    tied: t.given('Boolean', 'True: others hold the same place.', 'tied'),
    from: t.maybe(
      'Int',
      'The best place it could hold, chance considered; null: without counts chance cannot be known.',
      'from',
    ),
    to: t.maybe('Int', 'The worst place it could hold, chance considered.', 'to'),
    withinNoise: t.maybe(
      'Boolean',
      'True: some of those before or behind differ by no more than chance alone could make (difference of two rates, Newcombe, 95 %), so that the place says little. Null: not known.',
      'withinNoise',
    ),
  }),
})

interface RateGap {
  value: number
  interval: Interval | null
  withinNoise: boolean | null
}

const RateGapRef = builder.objectRef<RateGap>('DifferenceFromPeer').implement({
  description: "The institution's own number less the peer's.",
  fields: (t) => ({
    value: t.given('Float', "In the indicator's unit; of shares in percentage points.", 'value'),
    interval: t.maybe(
      IntervalRef,
      'Of the difference of two rates whose counts are known (Newcombe); null: they are not, or it is no rate.',
      'interval',
    ),
    withinNoise: t.maybe('Boolean', 'True: chance alone could have made it. Null: not known.', 'withinNoise'),
  }),
})

interface PeerAnswer {
  figure: PeerFigure
  difference: RateGap | null
}

export const PeerFigureRef = builder.objectRef<PeerAnswer>('PeerFigure').implement({
  description: 'One number of one peer, or what stood in its place.',
  fields: (t) => ({
    peer: t.given('ID', 'Code or name of the peer, as it was recorded.', 'figure.peer'),
    name: t.words('What it is called: as an institution known here, as a country, else as recorded.', 'figure.name'),
    institution: t.maybe(InstitutionRef, 'The institution that it is here; null: none.', ({ figure }, context) =>
      figure.institution === null ? null : readInstitution(context, figure.institution),
    ),
    status: t.given(PeerStatusEnum, 'Where the number comes from, or what stood in its place.', 'figure.status'),
    value: t.maybe('Float', "In the indicator's unit, as published; null: see `status` and `gap`.", 'figure.value'),
    gap: t.maybe(GapEnum, 'Of a computed one, why there is no number.', 'figure.gap'),
    numerator: t.maybe('Int', 'Of a rate: how many; null: not known.', ({ figure }) => figure.rate?.k ?? null),
    denominator: t.maybe('Int', 'Of a rate: of how many; null: not known.', ({ figure }) => figure.rate?.n ?? null),
    basis: t.maybe(
      BasisEnum,
      'What its period is; null: there is no number to say it of.',
      ({ figure }) => figure.basis as Basis | null,
    ),
    scope: t.maybe(
      ScopeEnum,
      'Which countries count as foreign in it; null: the source does not say, or none.',
      'figure.scope',
    ),
    edition: t.maybe(
      'String',
      'Edition of the table it was published in; null: not said, or not published.',
      'figure.edition',
    ),
    source: t.maybe('String', 'Where it was published.', 'figure.source'),
    page: t.maybe('String', 'On which page.', 'figure.page'),
    compared: t.given(
      'Boolean',
      'True: it is a number of the same thing, and in the mean and the rank.',
      ({ figure }) => isCompared(figure),
    ),
    incomparable: t.list(
      DifferenceRef,
      1,
      'Why it may not be compared; none: it may, if it is a number.',
      'figure.differences',
    ),
    difference: t.maybe(
      RateGapRef,
      "The institution's own number less this; null: not comparable, or no institution was asked for.",
      'difference',
    ),
  }),
})
