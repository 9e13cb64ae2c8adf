import type { Interval } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import { DIFFERENCE_CODES, type Difference } from '../../answers/peers/comparability.ts'
import { isCompared, PEER_STATUSES, type PeerFigure } from '../../answers/peers/peer-figure.ts'
import type { Rank } from '../../answers/peers/rank.ts'
import { builder } from './builder.ts'
import { readInstitution } from './context.ts'
import { BasisEnum, GapEnum, ScopeEnum } from './enums.ts'
import { IntervalRef } from './figure.ts'
import { InstitutionRef } from './institution.ts'
import { localeArgument, say } from './locale-argument.ts'

const STATUS_WORDS: Record<(typeof PEER_STATUSES)[number], string> = {
  PUBLISHED: 'The number stands in what the peer published',
  COMPUTED: "Counted here, from the peer's own records; of them it may be that there are none",
  BLANK: 'The place for the number was left blank: not known, which is not zero',
  NONE: '无 stood there: the peer says that there was none',
  DASH: 'A dash stood there: what the peer means by it is not known',
  NOT_COLLECTED: 'Nobody has recorded what the peer published',
}
const PeerStatusEnum = builder.enumType('PeerStatus', {
  description: 'Where the number of a peer comes from, or what stood in its place. Only a number that says 0 is 0.',
  values: Object.fromEntries(PEER_STATUSES.map((it) => [it, { description: STATUS_WORDS[it] }])) as Record<
    (typeof PEER_STATUSES)[number],
    { description: string }
  >,
})

const DIFFERENCE_WORDS: Record<Difference['code'], string> = {
  OTHER_EDITION: 'Published in another edition of the table, whose definition may be another',
  EDITION_NOT_SAID: 'The source does not say in which edition',
  OTHER_BASIS: 'Of another basis, as calendar years',
  OTHER_SCOPE: 'Other countries count as foreign',
  SCOPE_NOT_SAID: 'The source does not say which countries count as foreign',
  COUNTED_ALREADY: 'Another number of the same peer is in the comparison',
}
const DifferenceCodeEnum = builder.enumType('IncomparableBecause', {
  description: 'In what a number is of another thing than what is compared.',
  values: Object.fromEntries(DIFFERENCE_CODES.map((it) => [it, { description: DIFFERENCE_WORDS[it] }])) as Record<
    Difference['code'],
    { description: string }
  >,
})

export const DifferenceRef = builder.objectRef<Difference>('Incomparable')
DifferenceRef.implement({
  description: 'Why a number may not be compared.',
  fields: (t) => ({
    code: t.expose('code', { type: DifferenceCodeEnum, description: 'The reason, for programs.' }),
    message: t.string({
      description: 'The reason, in a sentence.',
      args: localeArgument,
      resolve: ({ message }, { locale }) => say(message, locale),
    }),
  }),
})

export const RankRef = builder.objectRef<Rank>('Rank')
RankRef.implement({
  description: 'A place among comparable numbers, the better before.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'From 1; equals share a place, and the next is left free.' }),
    tied: t.exposeBoolean('tied', { description: 'True: others hold the same place.' }),
    from: t.exposeInt('from', {
      nullable: true,
      description: 'The best place it could hold, chance considered; null: without counts chance cannot be told.',
    }),
    to: t.exposeInt('to', { nullable: true, description: 'The worst place it could hold, chance considered.' }),
    withinNoise: t.exposeBoolean('withinNoise', {
      nullable: true,
      description:
        'True: some of those before or behind differ by no more than chance alone could make (difference of two rates, Newcombe, 95 %), so that the place says little. Null: not known.',
    }),
  }),
})

interface RateGap {
  value: number
  interval: Interval | null
  withinNoise: boolean | null
}
const RateGapRef = builder.objectRef<RateGap>('DifferenceFromPeer')
RateGapRef.implement({
  description: "The institution's own number less the peer's.",
  fields: (t) => ({
    value: t.exposeFloat('value', { description: "In the indicator's unit; of shares in percentage points." }),
    interval: t.field({
      type: IntervalRef,
      nullable: true,
      description:
        'Of the difference of two rates whose counts are known (Newcombe); null: they are not, or it is no rate.',
      resolve: ({ interval }) => interval,
    }),
    withinNoise: t.exposeBoolean('withinNoise', {
      nullable: true,
      description: 'True: chance alone could have made it. Null: not known.',
    }),
  }),
})

interface PeerAnswer {
  figure: PeerFigure
  difference: RateGap | null
}
export const PeerFigureRef = builder.objectRef<PeerAnswer>('PeerFigure')
PeerFigureRef.implement({
  description: 'One number of one peer, or what stood in its place.',
  fields: (t) => ({
    peer: t.id({ description: 'Code or name of the peer, as it was recorded.', resolve: ({ figure }) => figure.peer }),
    name: t.string({
      description: 'What it is called: as an institution known here, as a country, else as recorded.',
      args: localeArgument,
      resolve: ({ figure }, { locale }) => say(figure.name, locale),
    }),
    institution: t.field({
      type: InstitutionRef,
      nullable: true,
      description: 'The institution that it is here; null: none.',
      resolve: ({ figure }, _args, context) =>
        figure.institution === null ? null : readInstitution(context, figure.institution),
    }),
    status: t.field({
      type: PeerStatusEnum,
      description: 'Where the number comes from, or what stood in its place.',
      resolve: ({ figure }) => figure.status,
    }),
    value: t.float({
      nullable: true,
      description: "In the indicator's unit, as published; null: see `status` and `gap`.",
      resolve: ({ figure }) => figure.value,
    }),
    gap: t.field({
      type: GapEnum,
      nullable: true,
      description: 'Of a computed one, why there is no number.',
      resolve: ({ figure }) => figure.gap,
    }),
    numerator: t.int({
      nullable: true,
      description: 'Of a rate: how many; null: not known.',
      resolve: ({ figure }) => figure.rate?.k ?? null,
    }),
    denominator: t.int({
      nullable: true,
      description: 'Of a rate: of how many; null: not known.',
      resolve: ({ figure }) => figure.rate?.n ?? null,
    }),
    basis: t.field({
      type: BasisEnum,
      nullable: true,
      description: 'What its period is; null: there is no number to say it of.',
      resolve: ({ figure }) => figure.basis as Basis | null,
    }),
    scope: t.field({
      type: ScopeEnum,
      nullable: true,
      description: 'Which countries count as foreign in it; null: the source does not say, or none.',
      resolve: ({ figure }) => figure.scope,
    }),
    edition: t.string({
      nullable: true,
      description: 'Edition of the table it was published in; null: not said, or not published.',
      resolve: ({ figure }) => figure.edition,
    }),
    source: t.string({
      nullable: true,
      description: 'Where it was published.',
      resolve: ({ figure }) => figure.source,
    }),
    page: t.string({ nullable: true, description: 'On which page.', resolve: ({ figure }) => figure.page }),
    compared: t.boolean({
      description: 'True: it is a number of the same thing, and in the mean and the rank.',
      resolve: ({ figure }) => isCompared(figure),
    }),
    incomparable: t.field({
      type: [DifferenceRef],
      description: 'Why it may not be compared; none: it may, if it is a number.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ figure }) => figure.differences,
    }),
    difference: t.field({
      type: RateGapRef,
      nullable: true,
      description: "The institution's own number less this; null: not comparable, or no institution was asked for.",
      resolve: ({ difference }) => difference,
    }),
  }),
})
