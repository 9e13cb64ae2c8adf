import {
  distinct,
  endOf,
  FLOW,
  heads,
  isDuring,
  isInForce,
  isWithin,
  named,
  ON_A_DAY,
  percentOfRows,
  personDays,
  persons,
  personsEver,
  STATE,
  sum,
  tuple,
  type Asked,
  type Entry,
} from './asked.ts'
import { adoptionsInForce, countNewlyAdopted } from './adoptions.ts'
import type { Row } from './row.ts'
import { GUIDANCE, staysOf } from './stays.ts'

export const EXPORT: Record<string, Entry> = {
  EX01: {
    bases: FLOW,
    covers: ['enrolment'],
    scope: 'BORDER',
    answer: (asked) =>
      persons(
        inbound(asked).filter(
          (row) => row.full_time === 1 && (row.planned_days ?? endOf(asked, row) - row.start! + 1) >= 365,
        ),
      ),
  },
  EX02: { bases: FLOW, covers: ['enrolment'], scope: 'ABROAD', answer: (asked) => persons(inbound(asked)) },
  EX03: {
    bases: FLOW,
    covers: ['enrolment'],
    scope: 'ABROAD',
    answer: (asked) => distinct(inbound(asked).map(({ programme }) => programme)),
  },
  EX04: {
    bases: FLOW,
    covers: ['enrolment'],
    scope: 'ABROAD',
    answer: (asked) => percentOfRows(inbound(asked), ({ kind }) => kind === 'degree', persons),
  },
  EX05: {
    bases: ON_A_DAY,
    covers: ['enrolment'],
    scope: 'ABROAD',
    answer: (asked) => percentOfRows(enrolledHere(asked), ({ nationality }) => asked.inScope(nationality), persons),
  },
  'EX05.prior': {
    bases: ON_A_DAY,
    covers: ['enrolment'],
    scope: 'ABROAD',
    answer: (asked) =>
      percentOfRows(enrolledHere(asked), ({ prior_education }) => asked.inScope(prior_education), persons),
  },
  EX06: {
    bases: FLOW,
    covers: ['enrolment'],
    scope: 'ABROAD',
    answer: (asked) => distinct(inbound(asked).map(({ nationality }) => nationality)),
  },
  EX07: {
    bases: FLOW,
    covers: ['training-session'],
    scope: 'BORDER',
    answer: (asked) =>
      sum(
        asked
          .book('training-session')
          .filter((row) => asked.inScope(row.country))
          .map((row) => (givenUpTo(row, asked.last) - givenUpTo(row, asked.first - 1)) * (row.headcount ?? 1)),
      ),
  },
  EX08: {
    bases: FLOW,
    covers: ['training-session'],
    scope: 'BORDER',
    answer: (asked) => heads(sessionsBegun(asked)),
  },
  EX09: {
    bases: FLOW,
    covers: ['training-session'],
    scope: 'BORDER',
    answer: (asked) =>
      heads(sessionsBegun(asked).filter(({ sponsor }) => named(asked.book('partner'), sponsor)?.going_out === 1)),
  },
  EX10: {
    bases: FLOW,
    covers: [{ direction: 'out', audience: 'student' }],
    scope: 'BORDER',
    answer: (asked) =>
      personDays(
        asked,
        staysOf(asked, 'out', 'student', ['practice'])
          .filter(({ partner }) => named(asked.book('partner'), partner)?.going_out === 1)
          .filter(({ country }) => asked.inScope(country)),
      ),
  },
  EX11: {
    bases: FLOW,
    covers: [{ direction: 'out', audience: 'staff' }],
    scope: 'ABROAD',
    answer: (asked) =>
      personDays(
        asked,
        staysOf(asked, 'out', 'staff', GUIDANCE).filter(({ country }) => asked.inScope(country)),
      ),
  },
  EX12: { bases: STATE, covers: ['overseas-site'], scope: 'BORDER', answer: (asked) => sites(asked).length },
  EX13: {
    bases: STATE,
    covers: ['overseas-site'],
    scope: 'ABROAD',
    answer: (asked) => sites(asked).filter(({ type }) => type === 'school').length,
  },
  EX14: {
    bases: STATE,
    covers: ['overseas-site'],
    scope: 'ABROAD',
    answer: (asked) => {
      const schools = sites(asked).filter(({ type }) => type === 'school')
      const programmes = asked
        .book('programme')
        .filter((row) => isInForce(asked, row.from, row.to) && named(schools, row.site))
      return distinct(programmes.map(({ site, major, code }) => tuple(site, major ?? code)))
    },
  },
  EX15: {
    bases: STATE,
    covers: ['enrolment'],
    scope: 'ABROAD',
    answer: (asked) =>
      persons(
        asked
          .book('enrolment')
          .filter((row) => isInForce(asked, row.start, row.end))
          .filter(({ site }) => {
            const school = named(asked.book('overseas-site'), site)
            return school?.type === 'school' && asked.inScope(school.country)
          }),
      ),
  },
  EX16: {
    bases: STATE,
    covers: ['overseas-site'],
    scope: null,
    answer: (asked) => sites(asked).filter(({ brand, licensed }) => brand !== null && licensed === 1).length,
  },
  EX17: {
    bases: FLOW,
    covers: ['enrolment'],
    cumulative: true,
    scope: null,
    answer: (asked) =>
      personsEver(
        atLubanSites(asked, 'enrolment').filter(({ kind, level }) => kind === 'overseas' && level !== 'training'),
      ),
  },
  EX18: {
    bases: FLOW,
    covers: ['training-session'],
    cumulative: true,
    scope: null,
    answer: (asked) => heads(atLubanSites(asked, 'training-session')),
  },
  EX19: {
    bases: FLOW,
    covers: ['training-session'],
    cumulative: true,
    scope: null,
    answer: (asked) => personsEver(atLubanSites(asked, 'training-session').filter(({ role }) => role === 'teacher')),
  },
  EX20: { bases: STATE, covers: ['adoption'], scope: 'ABROAD', answer: (asked) => adoptedResources(asked, false) },
  'EX20.new': { bases: FLOW, covers: ['adoption'], scope: 'ABROAD', answer: (asked) => newResources(asked, false) },
  EX21: { bases: STATE, covers: ['adoption'], scope: 'ABROAD', answer: (asked) => adoptedResources(asked, true) },
  'EX21.new': { bases: FLOW, covers: ['adoption'], scope: 'ABROAD', answer: (asked) => newResources(asked, true) },
  EX22: {
    bases: FLOW,
    covers: ['adoption-use'],
    scope: null,
    answer: (asked) =>
      sum(
        asked
          .book('adoption-use')
          .filter((row) => row.from! <= asked.last && row.to! >= asked.first && asked.inScope(row.country))
          .map(({ learners }) => learners!),
      ),
  },
  EX23: {
    bases: FLOW,
    covers: [{}, 'training-session', 'placement'],
    union: true,
    scope: null,
    answer: (asked) => {
      const served = ['mobility', 'training-session', 'placement']
        .flatMap((type) => asked.book(type).filter((row) => isDuring(asked, row)))
        .map(({ partner, sponsor }) => named(asked.book('partner'), partner ?? sponsor))
      return distinct(served.filter((it) => it?.going_out === 1 && asked.inScope(it.country)).map((it) => it!.code))
    },
  },
}

/** Foreign learners of the period. */
function inbound(asked: Asked): Row[] {
  return asked
    .book('enrolment')
    .filter((row) => row.kind !== 'overseas' && isDuring(asked, row) && asked.inScope(row.nationality))
}

/** On a point in time that day, on longer bases by overlap. */
function enrolledHere(asked: Asked): Row[] {
  return asked.book('enrolment').filter((row) => row.kind !== 'overseas' && isDuring(asked, row))
}

/** Training days up to a day, by calendar days, rounded up to a half. */
function givenUpTo(row: Row, day: number): number {
  const all = row.end! - row.start! + 1
  const soFar = Math.min(Math.max(day - row.start! + 1, 0), all)
  return Math.ceil((2 * row.training_days! * soFar) / all) / 2
}

function sessionsBegun(asked: Asked): Row[] {
  return asked.book('training-session').filter((row) => isWithin(asked, row.start) && asked.inScope(row.country))
}

/** Open on the day. */
function sites(asked: Asked): Row[] {
  return asked
    .book('overseas-site')
    .filter((row) => isInForce(asked, row.opened_on, row.closed_on) && asked.inScope(row.country))
}

/** Begun by the day. */
function atLubanSites(asked: Asked, type: string): Row[] {
  return asked.book(type).filter((row) => {
    const site = named(asked.book('overseas-site'), row.site)
    return site?.brand === 'luban' && row.start! <= asked.day && asked.inScope(site.country)
  })
}

function ownResource(asked: Asked, code: string | null, equipment: boolean): boolean {
  const resource = named(asked.book('resource'), code)
  return !!resource && resource.origin !== 'introduced' && (resource.kind === 'equipment') === equipment
}

function adoptedResources(asked: Asked, equipment: boolean): number {
  return distinct(
    adoptionsInForce(asked)
      .filter(({ resource, country }) => ownResource(asked, resource, equipment) && asked.inScope(country))
      .map(({ resource }) => resource),
  )
}

function newResources(asked: Asked, equipment: boolean): number {
  const adoptions = asked
    .book('adoption')
    .filter(({ resource, country }) => ownResource(asked, resource, equipment) && asked.inScope(country))
  return countNewlyAdopted(asked, adoptions, ({ resource }) => resource)
}
