import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { COUNTS_AND_SUMS } from './counts-and-sums.ts'
import { ofCountry, shape, YEARS } from './shape.ts'

const RATES_AND_MEANS: readonly Declaration[] = [
  shape('MEDIAN-PAY', 'MEAN', {
    bases: ['COHORT'],
    set: {
      of: 'graduate-outcome',
      where: [
        { field: 'observation', in: ['6m'] },
        { field: 'person', filled: true },
      ],
      time: { fallsIn: 'class' },
    },
    measure: { median: 'pay' },
    dimensions: { programme: 'programme', level: 'programme.level' },
  }),
  shape('MEDIAN-GROUPS', 'MEAN', {
    bases: ['COHORT'],
    scope: { numerator: 'country', denominator: 'country', default: null },
    set: { of: 'graduate-outcome', where: [{ field: 'pay', filled: true }], time: { fallsIn: 'class' } },
    measure: { median: 'pay' },
    dimensions: { programme: 'programme', ...ofCountry },
  }),
  shape('MEAN-PAY', 'MEAN', {
    bases: ['COHORT'],
    set: {
      of: 'graduate-outcome',
      where: [
        { field: 'observation', in: ['6m', '12-31'] },
        { field: 'pay', filled: true },
      ],
      time: { fallsIn: 'class' },
    },
    measure: { mean: 'pay' },
    dimensions: { programme: 'programme', department: 'programme.department' },
  }),
  shape('COMPLETED', 'RATIO', {
    bases: ['COHORT'],
    set: { of: 'enrolment', time: { fallsIn: { due: ['start', 'planned_days', 'end'] } } },
    measure: { share: [{ field: 'outcome', in: ['completed'] }, { when: { upTo: 'end' } }], per: 'persons' },
    dimensions: { programme: 'programme', country: 'nationality', sex: 'sex' },
  }),
  shape('ANSWERED', 'RATIO', {
    base: ['training-session'],
    measure: {
      ratio: {
        numerator: {
          set: { of: 'training-session', where: [{ field: 'delivery', in: ['on-site'] }], time: { fallsIn: 'start' } },
          measure: { count: 'participations' },
        },
        denominator: {
          set: { of: 'training-session', where: [{ field: 'delivery', filled: true }], time: { fallsIn: 'start' } },
          measure: { count: 'participations' },
        },
        response: { set: { of: 'training-session', time: { fallsIn: 'start' } }, measure: { count: 'participations' } },
      },
    },
    dimensions: { ...ofCountry, role: 'role', sex: { numerator: 'sex' } },
  }),
  shape('DENSITY', 'MEAN', {
    unit: { zh: '项/平台', en: 'per platform' },
    base: ['platform', 'training-session'],
    measure: {
      ratio: {
        numerator: {
          set: {
            union: [
              {
                of: 'training-session',
                where: [{ when: { inForce: [['platform.founded_on', 'platform.closed_on']] } }],
                time: { overlaps: ['start', 'end'] },
                as: { what: 'session', where: 'platform' },
              },
              {
                of: 'mobility',
                where: [{ field: 'purpose', in: ['guide', 'train'] }],
                time: { fallsIn: 'start' },
                as: { what: ['partner', 'country', 'start'], where: 'country' },
              },
            ],
          },
          measure: { distinct: ['#type', 'what'] },
        },
        denominator: {
          set: { of: 'platform', time: { inForce: [['founded_on', 'closed_on']] } },
          measure: { count: 'records' },
        },
      },
    },
    dimensions: { unit: 'unit', country: { numerator: 'country' } },
  }),
  shape('PER_HUNDRED', 'RATIO', {
    unit: { zh: '人/百人', en: 'per 100 enrolled' },
    base: ['competition-result', 'enrolment'],
    scope: { numerator: 'country', default: 'BORDER' },
    measure: {
      ratio: {
        numerator: {
          set: { of: 'competition-result', where: [{ field: 'person', filled: true }], time: { fallsIn: 'date' } },
          measure: { distinct: 'persons' },
        },
        denominator: {
          set: { of: 'enrolment', time: { overlaps: ['start', 'end'] } },
          measure: { distinct: 'persons' },
        },
      },
      forEvery: 100,
    },
    dimensions: { country: { numerator: 'country' }, unit: 'unit' },
  }),
  shape('WEIGHTED', 'RATIO', {
    set: {
      of: 'assessment-result',
      where: [{ field: 'certificate_level', filled: true }],
      time: { fallsIn: 'date' },
      onePer: { key: ['person', 'instrument', 'version', 'certificate_level'], pick: 'latest', by: 'date' },
    },
    measure: {
      weighted: [{ field: 'passed', in: [1] }],
      by: ['instrument', 'version', 'certificate_level'],
      within: 2,
      weights: { of: 'competition-result', key: ['event', 'skill', 'team'], weight: 'score' },
    },
    dimensions: { instrument: ['instrument', 'version'], programme: 'programme' },
  }),
  shape('HAKE', 'MEAN', {
    set: {
      of: 'assessment-result',
      where: [
        { field: 'phase', in: ['pre', 'post'] },
        { field: 'raw', filled: true },
      ],
      time: { fallsIn: 'date' },
      onePer: { key: ['person', 'instrument', 'version', 'phase'], pick: 'first', by: 'attempt' },
    },
    measure: {
      pairs: ['person', 'instrument', 'version'],
      before: [{ field: 'phase', in: ['pre'] }],
      after: [{ field: 'phase', in: ['post'] }],
      value: 'raw',
      gain: 'normalised',
      max: 'max',
      scale: ['instrument', 'version'],
    },
    dimensions: { instrument: ['instrument', 'version'], department: 'programme.department' },
  }),
  shape('MEDALS', 'FLOW', {
    scope: { numerator: 'country', denominator: 'country', default: null },
    set: {
      of: 'competition-result',
      where: [{ field: 'series', notIn: ['other'] }],
      time: { fallsIn: 'date' },
      onePer: {
        key: ['event', 'skill', { else: ['team', 'person'] }],
        pick: 'best',
        by: { points: 'medal', map: { gold: 4, silver: 3, bronze: 2, medallion: 1 } },
      },
    },
    measure: { sum: { points: 'medal', map: { gold: 4, silver: 3, bronze: 2, medallion: 1 } } },
    dimensions: { ...ofCountry, level: 'level', award: 'award' },
  }),
  shape('MUCH-ABROAD', 'RATIO', {
    bases: [...YEARS, 'POINT_IN_TIME'],
    scope: { numerator: 'nationality', default: null },
    set: { of: 'enrolment', time: { overlaps: ['start', 'end'] } },
    measure: {
      share: [
        {
          related: {
            of: 'mobility',
            on: { person: 'person' },
            where: [{ field: 'country', inScope: 'BORDER' }],
            time: { upTo: 'end' },
          },
          sum: { days: ['start', 'end'] },
          atLeast: 21,
        },
      ],
      per: 'persons',
    },
    dimensions: { country: { numerator: 'nationality' }, programme: 'programme', sex: 'sex' },
  }),
  shape('CLIPPED-ABROAD', 'FLOW', {
    set: {
      of: 'enrolment',
      where: [
        {
          related: {
            of: 'mobility',
            on: { person: 'person', programme: 'programme' },
            time: { overlaps: ['start', 'end'] },
          },
          sum: { clippedDays: ['start', 'end'] },
          atLeast: 10,
        },
      ],
      time: { overlaps: ['start', 'end'] },
    },
    measure: { distinct: 'persons' },
    dimensions: { programme: 'programme' },
  }),
]

/** Declarations that use what the catalogue does not yet. */
export const SHAPES = [...RATES_AND_MEANS, ...COUNTS_AND_SUMS]
