import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { ofCountry, PERCENT, shape, YEARS } from './shape.ts'

export const COUNTS_AND_SUMS: readonly Declaration[] = [
  shape({
    code: 'ACTIVE-PARTNERS',
    kind: 'RATIO',
    unit: PERCENT,
    bases: [...YEARS, 'POINT_IN_TIME'],
    base: ['partner'],
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
  shape({
    code: 'TRAILING-LEARNERS',
    kind: 'STOCK',
    bases: [...YEARS, 'POINT_IN_TIME'],
    base: ['adoption-use'],
    scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
    set: {
      of: 'adoption-use',
      joins: {
        adoption: {
          to: 'adoption',
          on: { standard: 'standard', resource: 'resource', country: 'country', adopter: 'adopter' },
        },
      },
      where: [{ field: 'standard.direction', notIn: ['introduced'] }],
      time: { trailing: 6, overlaps: ['from', 'to'] },
    },
    measure: { sum: 'learners' },
    dimensions: { ...ofCountry, type: 'adoption.type' },
  }),
  shape({
    code: 'JOINED-USE',
    kind: 'FLOW',
    bases: [...YEARS],
    base: ['adoption-use'],
    set: {
      of: 'adoption-use',
      joins: {
        adoption: {
          to: 'adoption',
          on: { standard: 'standard', resource: 'resource', country: 'country', adopter: 'adopter' },
        },
      },
      where: [{ field: 'adoption.certificate_no', filled: true }],
      time: { overlaps: ['from', 'to'] },
    },
    measure: { sum: 'learners' },
    dimensions: { ...ofCountry, type: 'adoption.type' },
  }),
  shape({
    code: 'REGISTERED',
    kind: 'CUMULATIVE',
    bases: [...YEARS],
    base: ['adoption'],
    scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
    set: {
      of: 'adoption',
      where: [{ field: 'certificate_no', filled: true }],
      time: { upTo: { stage: 'registered' } },
    },
    measure: { count: 'records' },
    dimensions: { ...ofCountry, type: 'standard.type' },
  }),
  shape({
    code: 'ADOPTED-WHILE-REGISTERED',
    kind: 'FLOW',
    bases: [...YEARS],
    base: ['adoption'],
    set: {
      of: 'adoption',
      where: [{ when: { upTo: { stage: 'registered' } } }],
      time: { fallsIn: { stage: 'adapted' } },
    },
    measure: { count: 'records' },
    dimensions: { ...ofCountry },
  }),
  shape({
    code: 'RECORDS',
    kind: 'FLOW',
    bases: [...YEARS],
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
  shape({
    code: 'ENTERPRISES',
    kind: 'FLOW',
    bases: [...YEARS],
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
  shape({
    code: 'FULL-MARKS',
    kind: 'FLOW',
    bases: [...YEARS],
    base: ['assessment-result'],
    set: { of: 'assessment-result', where: [{ field: 'raw', atLeast: { field: 'max' } }], time: { fallsIn: 'date' } },
    measure: { count: 'participations' },
    dimensions: { instrument: ['instrument', 'version'] },
  }),
  shape({
    code: 'OVER-TWENTY',
    kind: 'FLOW',
    bases: [...YEARS],
    base: ['assessment-result'],
    set: {
      of: 'assessment-result',
      where: [{ field: 'raw', atLeast: 20 }],
      time: { fallsIn: 'date' },
      onePer: { key: ['person', 'instrument'], pick: 'best', by: 'raw' },
    },
    measure: { distinct: 'persons' },
    dimensions: { instrument: ['instrument', 'version'] },
  }),
]
