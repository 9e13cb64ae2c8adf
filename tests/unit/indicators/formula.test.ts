import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { checkDeclaration } from '@causeway/server/figures/indicators/check-paths'
import type { Declaration, SetOf } from '@causeway/server/figures/indicators/definition'
import { formulaOf } from '@causeway/server/figures/indicators/formula'
import { fieldsOf, RECORD_TYPES } from '@causeway/server/records/record-types'
import { describe, expect, it } from 'vitest'

const HAN = /\p{Script=Han}/u

/** Names that only the code knows: no label contains them. */
const CODE_NAMES = new Set(
  RECORD_TYPES.flatMap((type) => [type.name, ...fieldsOf(type).map((field) => field.name)]).filter((name) =>
    /[_-]/.test(name),
  ),
)
const CODE_WORDS =
  /\b(notIn|inForce|overlaps?\(|onePer|fallsIn|upTo|inScope|clippedDays|sharedDays|BORDER|ABROAD|SCOPE|undefined|NaN|object Object)\b|[#_{}[\]]|\b[a-z]+[A-Z]/

function expectPlain(declaration: Declaration): void {
  const { zh, en } = formulaOf(declaration)
  expect(en).not.toMatch(HAN)
  expect(zh).toMatch(HAN)
  for (const text of [zh, en]) {
    expect(text).not.toMatch(CODE_WORDS)
    for (const name of CODE_NAMES) expect(text).not.toMatch(new RegExp(`(^|[^a-z])${name}([^a-z]|$)`))
  }
  expect(en).toMatch(/\.$/)
  expect(zh).toMatch(/。$/)
}

const persons: SetOf = { of: 'enrolment', time: { always: true } }

/** What the catalogue does not use yet, so that a college's own indicators read as well. */
const MORE: Record<string, Pick<Declaration, 'measure'> & Partial<Declaration>> = {
  'a due day and a second time rule': {
    set: { of: 'enrolment', time: { fallsIn: { due: ['start', 'planned_days', 'end'] } } },
    measure: { share: [{ field: 'outcome', in: ['completed'] }, { when: { upTo: 'end' } }], per: 'participations' },
  },
  'related records that exist': {
    set: { of: 'graduate-outcome', where: [{ field: 'person', filled: true }], time: { fallsIn: 'class' } },
    measure: {
      share: [
        {
          related: {
            of: 'mobility',
            on: { person: 'person' },
            where: [
              { field: 'direction', in: ['out'] },
              { field: 'country', inScope: 'BORDER' },
              { field: { days: ['start', 'end'] }, atLeast: 10 },
            ],
            time: { upTo: 'start' },
          },
          atLeast: 1,
        },
      ],
      per: 'persons',
    },
  },
  'related records that add up': {
    set: { of: 'graduate-outcome', time: { fallsIn: 'class' } },
    measure: {
      share: [
        {
          related: { of: 'mobility', on: { person: 'person' }, time: { upTo: 'end' } },
          sum: { days: ['start', 'end'] },
          atLeast: 90,
        },
      ],
      per: 'persons',
    },
  },
  'trailing months': {
    set: { of: 'adoption', time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] } },
    measure: {
      share: [
        {
          related: {
            of: 'adoption-use',
            on: { standard: 'standard', country: 'country', adopter: 'adopter' },
            where: [{ field: 'learners', atLeast: 1 }],
            time: { trailing: 12, overlaps: ['from', 'to'] },
          },
          atLeast: 1,
        },
      ],
      per: 'records',
    },
  },
  points: {
    set: {
      of: 'competition-result',
      where: [{ field: 'medal', filled: true }],
      time: { fallsIn: 'date' },
      onePer: { key: ['event', 'skill', { else: ['team', 'person'] }], pick: 'latest', by: 'date' },
    },
    measure: { sum: { points: 'medal', map: { gold: 4, silver: 3, bronze: 2, medallion: 1 } } },
  },
  'a join': {
    set: {
      of: 'adoption-use',
      time: { overlaps: ['from', 'to'] },
      joins: {
        adoption: {
          to: 'adoption',
          on: { standard: 'standard', resource: 'resource', country: 'country', adopter: 'adopter' },
        },
      },
      where: [{ field: 'adoption.authority', filled: true }],
    },
    measure: { sum: 'learners' },
  },
  'a union with names of its own': {
    set: {
      union: [
        { of: 'mobility', time: { fallsIn: 'start' }, as: { what: ['partner', 'country', 'start'] } },
        { of: 'training-session', time: { fallsIn: 'start' }, as: { partner: 'sponsor', what: 'session' } },
      ],
      where: [{ field: 'partner.going_out', in: [1] }],
    },
    measure: { distinct: ['partner', '#type', 'what'] },
  },
  'a ratio of two sets, of a state': {
    kind: 'MEAN',
    scope: { numerator: 'country', denominator: 'country', default: null },
    measure: {
      ratio: {
        numerator: {
          set: {
            of: 'training-session',
            where: [
              { field: 'platform', filled: true },
              { when: { inForce: [['platform.founded_on', 'platform.closed_on']] } },
            ],
            time: { fallsIn: 'start' },
          },
          measure: { distinct: 'session' },
        },
        denominator: {
          set: { of: 'platform', time: { inForce: [['founded_on', 'closed_on']] } },
          measure: { count: 'records' },
        },
      },
    },
  },
  'a ratio for every hundred': {
    kind: 'RATIO',
    unit: { zh: '人/百人', en: 'per 100 enrolled' },
    measure: {
      ratio: {
        numerator: {
          set: { of: 'competition-result', time: { fallsIn: 'date' } },
          measure: { distinct: 'persons' },
        },
        denominator: { set: persons, measure: { distinct: 'persons' } },
      },
      forEvery: 100,
    },
  },
  'a ratio with a response': {
    kind: 'RATIO',
    measure: {
      ratio: {
        numerator: { set: persons, measure: { sum: 'planned_days' } },
        denominator: { set: persons, measure: { count: 'participations' } },
        response: { set: persons, measure: { count: 'records' } },
      },
    },
  },
  'a median': {
    set: { of: 'graduate-outcome', where: [{ field: 'observation', in: ['6m'] }], time: { fallsIn: 'class' } },
    measure: { median: 'pay' },
  },
  'a normalised gain': {
    set: { of: 'assessment-result', time: { fallsIn: 'date' } },
    measure: {
      ...{ pairs: ['person', 'instrument', 'version'], before: [{ field: 'phase', in: ['pre'] }] },
      ...{ after: [{ field: 'phase', in: ['post'] }], value: 'raw', gain: 'normalised', max: 'max' },
      scale: ['instrument', 'version'],
    },
  },
  'a weighted mean': {
    set: {
      of: 'assessment-result',
      time: { fallsIn: 'date' },
      onePer: { key: ['person', 'instrument'], pick: 'latest', by: 'date' },
    },
    measure: {
      weighted: [{ field: 'passed', in: [1] }],
      by: ['instrument', 'version', 'certificate_level'],
      within: 2,
      weights: { of: 'adoption-use', key: ['standard'], weight: 'learners' },
    },
  },
  'alternatives and one field against another': {
    set: {
      of: 'standard',
      where: [
        {
          any: [
            [{ field: 'direction', in: ['own'] }, { when: { inForce: [['localised_on', 'withdrawn_on']] } }],
            [{ field: 'withdrawn_on', atLeast: { field: 'localised_on' } }],
          ],
        },
      ],
      time: { upTo: 'localised_on' },
    },
    measure: { count: 'records' },
  },
}

function invent(part: Pick<Declaration, 'measure'> & Partial<Declaration>): Declaration {
  const { scope: _scope, set: _set, ...rest } = CATALOGUE.find((one) => one.code === 'EX02')!
  return { ...rest, dimensions: {}, ...part }
}

describe('the formula in plain words', () => {
  it.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    'of %s is in both languages and free of the words of the code',
    (_, declaration) => expectPlain(declaration),
  )

  it.each(Object.entries(MORE))('of %s is in both languages and free of the words of the code', (_, part) => {
    const declaration = invent(part)
    expect(checkDeclaration(declaration)).toEqual([])
    expectPlain(declaration)
  })

  // Those of the catalogue are in server/docs/indicators.*.md, which a test compares too.
  it('reads as it was last read and approved', async () => {
    const text = Object.entries(MORE).map(([name, part]) => {
      const { en, zh } = formulaOf(invent(part))
      return `${name}\n${en}\n${zh}\n`
    })
    await expect(text.join('\n')).toMatchFileSnapshot('./formulas.txt')
  })

  it('changes when the declaration does', () => {
    const said = (kinds: string[]) =>
      formulaOf(
        invent({
          set: { of: 'enrolment', where: [{ field: 'kind', in: kinds }], time: { always: true } },
          measure: { count: 'records' },
        }),
      ).en
    expect(said(['joint'])).toContain('Kind is “joint”')
    expect(said(['joint', 'degree'])).toContain('Kind is “joint” or “degree”')
  })

  it('refuses to speak of a field that is not there', () => {
    expect(() =>
      formulaOf(
        invent({
          set: { of: 'enrolment', where: [{ field: 'colour', filled: true }], time: { always: true } },
          measure: { count: 'records' },
        }),
      ),
    ).toThrow('enrolment has no field colour')
  })
})
