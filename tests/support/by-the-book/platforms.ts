import { monthsBefore } from '@causeway/shared/day'
import {
  distinct,
  FLOW,
  isDuring,
  isInForce,
  isWithin,
  named,
  percentOfRows,
  persons,
  STATE,
  tuple,
  type Asked,
  type Entry,
} from './asked.ts'
import { isReportedIn } from './coverage.ts'
import type { Row } from './row.ts'

export const PLATFORMS: Record<string, Entry> = {
  PF01: {
    bases: STATE,
    covers: ['platform'],
    scope: null,
    answer: (asked) => platforms(asked).filter(({ country }) => asked.inScope(country)).length,
  },
  PF02: { bases: STATE, covers: ['agreement'], scope: null, answer: (asked) => agreements(asked).length },
  PF03: {
    bases: STATE,
    covers: ['agreement'],
    scope: null,
    zero: (asked) =>
      [{}, 'training-session', 'placement', 'event'].every((cover) =>
        isReportedIn(asked, cover, monthsBefore(asked.day, 12) + 1, asked.day),
      ),
    answer: (asked) => {
      const since = monthsBefore(asked.day, 12) + 1
      const active = ['mobility', 'training-session', 'placement', 'event']
        .flatMap((type) => asked.book(type))
        .filter((row) => row.start! <= asked.day && (row.end ?? row.start!) >= since)
        .map((row) => row.partner ?? row.sponsor)
      return percentOfRows(agreements(asked), ({ partner }) => active.includes(partner))
    },
  },
  PF04: {
    bases: STATE,
    covers: ['agreement'],
    scope: null,
    answer: (asked) => distinct(agreements(asked).map(({ partner }) => partner)),
  },
  'PF04.new': {
    bases: FLOW,
    covers: ['agreement'],
    scope: null,
    answer: (asked) =>
      countNew(
        asked,
        asked.book('agreement').filter((row) => asked.inScope(countryOf(asked, row))),
        ({ partner }) => partner,
      ),
  },
  PF05: {
    bases: STATE,
    covers: ['partner'],
    scope: 'BORDER',
    answer: (asked) =>
      distinct(
        asked
          .book('partner')
          .filter((row) => isInForce(asked, row.from, row.to) && asked.inScope(row.country))
          .map(({ country }) => country),
      ),
  },
  'PF05.new': {
    bases: FLOW,
    covers: ['partner'],
    scope: 'BORDER',
    answer: (asked) =>
      countNew(
        asked,
        asked.book('partner').filter(({ country }) => asked.inScope(country)),
        ({ country }) => country,
      ),
  },
  'PF05.agreements': {
    bases: STATE,
    covers: ['agreement'],
    scope: 'BORDER',
    answer: (asked) => distinct(agreements(asked).map((row) => countryOf(asked, row))),
  },
  PF06: {
    bases: STATE,
    covers: ['office-held'],
    scope: 'ABROAD',
    answer: (asked) => persons(officesHeld(asked)),
  },
  'PF06.professional': {
    bases: STATE,
    covers: ['office-held'],
    scope: 'ABROAD',
    answer: (asked) => persons(officesHeld(asked).filter(({ professional }) => professional === 1)),
  },
  PF07: {
    bases: FLOW,
    covers: ['event'],
    scope: null,
    answer: (asked) =>
      asked
        .book('event')
        .filter(({ kind, role }) => ['conference', 'forum'].includes(kind!) && ['host', 'co-host'].includes(role!))
        .filter((row) => isWithin(asked, row.start) && asked.inScope(row.country)).length,
  },
  PF08: {
    bases: FLOW,
    covers: ['online-learning'],
    scope: 'BORDER',
    answer: (asked) =>
      persons(asked.book('online-learning').filter((row) => isDuring(asked, row) && asked.inScope(row.country))),
  },
  PF09: {
    bases: FLOW,
    covers: ['platform'],
    scope: null,
    answer: (asked) => {
      const open = platforms(asked).filter(({ country }) => asked.inScope(country))
      const linked = (type: string, dayOf = ({ start }: Row) => start) =>
        asked.book(type).filter((row) => isWithin(asked, dayOf(row)) && named(open, row.platform))
      const outputs = [
        ...linked('training-session').map(({ platform, session }) => tuple(platform, 'session', session)),
        ...linked('mobility').map((row) => tuple(row.platform, 'stay', row.partner, row.country, row.start)),
        ...linked('placement').map((row) => tuple(row.platform, 'placement', row.partner, row.country, row.start)),
        ...linked('event').map(({ key }) => tuple('event', key)),
        ...linked('adoption', ({ adopted_on }) => adopted_on).map(({ key }) => tuple('adoption', key)),
      ]
      return open.length === 0 ? null : distinct(outputs) / open.length
    },
  },
  PF10: {
    bases: FLOW,
    covers: ['placement', 'training-session', 'agreement'],
    union: true,
    scope: null,
    answer: (asked) => {
      const partners = [
        ...asked.book('placement').filter((row) => isDuring(asked, row)),
        ...asked.book('training-session').filter((row) => isDuring(asked, row)),
        ...asked.book('agreement').filter((row) => isWithin(asked, row.signed_on)),
      ].map((row) => named(asked.book('partner'), row.partner ?? row.sponsor))
      return distinct(
        partners.filter((it) => it?.type === 'enterprise' && asked.inScope(it.country)).map((it) => it!.code),
      )
    },
  },
  PF11: {
    bases: STATE,
    covers: ['recognition'],
    scope: null,
    answer: (asked) =>
      asked
        .book('recognition')
        .filter((row) => isInForce(asked, row.awarded_on, row.valid_to) && asked.inScope(row.country)).length,
  },
}

function platforms(asked: Asked): Row[] {
  return asked.book('platform').filter((row) => isInForce(asked, row.founded_on, row.closed_on))
}

function countryOf(asked: Asked, { partner }: Row): string | null {
  return named(asked.book('partner'), partner)!.country
}

function agreements(asked: Asked): Row[] {
  return asked
    .book('agreement')
    .filter((row) => isInForce(asked, row.from, row.to) && asked.inScope(countryOf(asked, row)))
}

function officesHeld(asked: Asked): Row[] {
  return asked.book('office-held').filter((row) => isInForce(asked, row.from, row.to) && asked.inScope(row.country))
}

/** How many keys begin in the period; one without a first day was always there. */
function countNew(asked: Asked, rows: Row[], keyOf: (row: Row) => string | null): number {
  const first = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null && key !== 'unknown' && key !== 'foreign')
      first.set(key, Math.min(first.get(key) ?? Infinity, row.from ?? -Infinity))
  }
  return [...first.values()].filter((day) => isWithin(asked, day)).length
}
