import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { ADOPTION, DATES, ofCountry, shape, YEARS } from './shape.ts'

export const COUNTS_AND_SUMS: readonly Declaration[] = [
  shape('ACTIVE-PARTNERS', 'RATIO', {
    bases: [...YEARS, 'POINT_IN_TIME'],
    scope: { numerator: 'country', denominator: 'country', default: null },
    set: { of: 'partner', time: { inForce: [['from', 'to']] } },
    measure: {
      share: [
        {
          any: [
            [
              {
                related: {
                  of: 'mobility',
                  on: { partner: 'code' },
                  time: { trailing: 12, overlaps: ['start', 'end'] },
                },
                atLeast: 1,
              },
            ],
            [
              {
                related: {
                  of: 'training-session',
                  on: { sponsor: 'code' },
                  where: [{ field: 'delivery', notIn: ['online'] }],
                  time: { trailing: 12, overlaps: ['start', 'end'] },
                },
                atLeast: 2,
              },
              { field: 'going_out', in: [1] },
            ],
          ],
        },
      ],
      per: 'records',
    },
    dimensions: { ...ofCountry, type: 'type' },
  }),
  shape('TRAILING-LEARNERS', 'STOCK', {
    bases: [...YEARS, 'POINT_IN_TIME'],
    scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
    set: {
      of: 'adoption-use',
      joins: ADOPTION,
      where: [{ field: 'standard.direction', notIn: ['introduced'] }],
      time: { trailing: 6, overlaps: ['from', 'to'] },
    },
    measure: { sum: 'learners' },
    dimensions: { ...ofCountry, type: 'adoption.type' },
  }),
  shape('JOINED-USE', 'FLOW', {
    set: {
      of: 'adoption-use',
      joins: ADOPTION,
      where: [{ field: 'adoption.certificate_no', filled: true }],
      time: { overlaps: ['from', 'to'] },
    },
    measure: { sum: 'learners' },
    dimensions: { ...ofCountry, type: 'adoption.type' },
  }),
  shape('REGISTERED', 'CUMULATIVE', {
    scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
    set: {
      of: 'adoption',
      where: [{ field: 'certificate_no', filled: true }],
      time: { upTo: { stage: 'registered' } },
    },
    measure: { count: 'records' },
    dimensions: { ...ofCountry, type: 'standard.type' },
  }),
  shape('ADOPTED-WHILE-REGISTERED', 'FLOW', {
    set: {
      of: 'adoption',
      where: [{ when: { upTo: { stage: 'registered' } } }],
      time: { fallsIn: { stage: 'adapted' } },
    },
    measure: { count: 'records' },
    dimensions: { ...ofCountry },
  }),
  shape('RECORDS', 'FLOW', {
    base: ['mobility', 'training-session'],
    scope: { numerator: 'country', denominator: 'country', default: null },
    set: {
      union: [
        { of: 'mobility', where: [{ field: 'purpose', notIn: ['study'] }], time: { overlaps: ['start', 'end'] } },
        { of: 'training-session', time: { overlaps: ['start', 'end'] }, as: { partner: 'sponsor' } },
      ],
      where: [{ field: 'partner.going_out', in: [1] }],
    },
    measure: { distinct: ['#type', '#key'] },
    dimensions: { ...ofCountry, partner: 'partner', unit: 'unit' },
  }),
  shape('ENTERPRISES', 'FLOW', {
    base: ['mobility', 'training-session'],
    set: {
      union: [
        { of: 'mobility', time: { overlaps: ['start', 'end'] } },
        { of: 'training-session', time: { overlaps: ['start', 'end'] }, as: { partner: 'sponsor' } },
      ],
    },
    measure: { distinct: 'partner' },
    dimensions: { country: 'partner.country', type: 'partner.type' },
  }),
  shape('FULL-MARKS', 'FLOW', {
    set: { of: 'assessment-result', where: [{ field: 'raw', atLeast: { field: 'max' } }], time: { fallsIn: 'date' } },
    measure: { count: 'participations' },
    dimensions: { instrument: ['instrument', 'version'] },
  }),
  shape('OVER-TWENTY', 'FLOW', {
    set: {
      of: 'assessment-result',
      where: [{ field: 'raw', atLeast: 20 }],
      time: { fallsIn: 'date' },
      onePer: { key: ['person', 'instrument'], pick: 'best', by: 'raw' },
    },
    measure: { distinct: 'persons' },
    dimensions: { instrument: ['instrument', 'version'] },
  }),
  shape('COUNTRIES-OF-ALL', 'FLOW', {
    set: { of: 'mobility', time: { overlaps: ['start', 'end'] } },
    measure: { distinct: 'country' },
    dimensions: { purpose: 'purpose' },
  }),
  shape('LAST-STAY', 'FLOW', {
    scope: { numerator: 'country', denominator: 'country', default: null },
    set: {
      of: 'mobility',
      time: { overlaps: ['start', 'end'] },
      onePer: { key: ['person'], pick: 'latest', by: 'start' },
    },
    measure: { sum: { days: ['start', 'end'] } },
    dimensions: { ...ofCountry, purpose: 'purpose' },
  }),
  shape('OUTBOUND', 'RATIO', {
    scope: { numerator: 'country', denominator: 'country', default: null },
    set: { of: 'mobility', time: { overlaps: ['start', 'end'] } },
    measure: { share: [{ field: 'direction', in: ['out'] }], per: 'participations' },
    dimensions: { ...ofCountry, purpose: { numerator: 'purpose' }, programme: 'programme' },
  }),
  shape('PLANNED', 'MEAN', {
    set: { of: 'enrolment', where: [{ field: 'person', filled: true }], time: { fallsIn: 'start' } },
    measure: { mean: { days: ['start', 'end'], given: 'planned_days' } },
    dimensions: { country: 'nationality', level: 'level' },
  }),
  shape('EVER-HERE', 'CUMULATIVE', {
    scope: { numerator: 'nationality', denominator: 'nationality', default: null },
    set: { of: 'enrolment', where: [{ field: 'person', filled: true }], time: { upTo: 'start' } },
    measure: { distinct: 'persons' },
    dimensions: { country: 'nationality', bloc: 'nationality' },
  }),
  shape('TWICE-IN-FORCE', 'STOCK', {
    bases: [...DATES],
    base: ['enrolment', 'programme'],
    set: {
      of: 'enrolment',
      where: [{ field: 'programme', filled: true }],
      time: {
        inForce: [
          ['start', 'end'],
          ['programme.from', 'programme.to'],
        ],
      },
    },
    measure: { distinct: 'persons' },
    dimensions: { programme: 'programme', country: 'nationality' },
  }),
  shape('INTRODUCED', 'STOCK', {
    bases: [...DATES],
    set: { of: 'standard', time: { inForce: [['localised_on', 'withdrawn_on']] } },
    measure: { distinct: { else: ['major', 'code'] } },
    dimensions: { country: 'country', type: 'type' },
  }),
  shape('ALL-PARTNERS', 'STOCK', {
    bases: [...DATES],
    set: {
      of: 'partner',
      where: [
        {
          any: [
            [{ field: 'country', inScope: 'ABROAD' }],
            [
              { field: 'type', in: ['enterprise'] },
              { field: 'going_out', notIn: [0] },
            ],
          ],
        },
      ],
      time: { always: true },
    },
    measure: { count: 'records' },
    dimensions: { country: 'country' },
  }),
  shape('MUCH-TRAINED', 'STOCK', {
    bases: [...DATES],
    set: {
      of: 'partner',
      where: [
        {
          related: { of: 'training-session', on: { sponsor: 'code' }, time: { overlaps: ['start', 'end'] } },
          sum: 'training_days',
          atLeast: 4.5,
        },
      ],
      time: { upTo: 'from' },
    },
    measure: { count: 'records' },
    dimensions: { country: 'country' },
  }),
  shape('SCORE-OVER-RANK', 'MEAN', {
    set: {
      of: 'competition-result',
      where: [
        { field: 'rank', atLeast: { field: 'score' } },
        { field: 'scale', in: ['500'] },
      ],
      time: { fallsIn: 'date' },
    },
    measure: { mean: 'score', scale: ['scale'] },
    dimensions: { level: 'level' },
  }),
  shape('ELSE-MAX', 'MEAN', {
    set: { of: 'assessment-result', time: { fallsIn: 'date' } },
    measure: { mean: { else: ['raw', 'max'] } },
    dimensions: { instrument: ['instrument', 'version'] },
  }),
  shape('SHARED-LEARNERS', 'FLOW', {
    set: { of: 'adoption-use', time: { overlaps: ['from', 'to'] } },
    measure: { sum: { sharedDays: 'learners', over: ['from', 'to'] } },
    dimensions: { country: 'country' },
  }),
  shape('DAYS-OF-ALL', 'FLOW', {
    set: { of: 'mobility', time: { always: true } },
    measure: { sum: { clippedDays: ['start', 'end'] } },
    dimensions: { country: 'country' },
  }),
  shape('DAYS-OF-PARTNERS', 'FLOW', {
    set: { of: 'partner', time: { overlaps: ['from', 'to'] } },
    measure: { sum: { clippedDays: ['from', 'to'] } },
    dimensions: { country: 'country' },
  }),
  shape('FIRST-ELSE', 'FLOW', {
    set: {
      of: 'adoption',
      time: { fallsIn: { stage: 'adopted' } },
      onePer: { key: ['standard'], pick: 'first', by: { else: ['registered_on', 'proposed_on'] } },
    },
    measure: { distinct: { else: ['authority', 'adopter'] } },
    dimensions: { country: 'country', type: 'type' },
  }),
  shape('RANK-POINTS', 'FLOW', {
    set: { of: 'competition-result', time: { fallsIn: 'date' } },
    measure: { sum: { points: 'rank', map: { 1: 3, 2: 2, 3: 1 } } },
    dimensions: { level: 'level' },
  }),
]
