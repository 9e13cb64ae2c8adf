import {
  COHORT,
  daysOf,
  distinct,
  FLOW,
  isDuring,
  isInForce,
  isWithin,
  named,
  ON_A_DAY,
  heads,
  percent,
  percentOfRows,
  personDays,
  persons,
  STATE,
  sum,
  type Asked,
  type Entry,
} from './asked.ts'
import { isReportedIn } from './coverage.ts'
import type { Row } from './row.ts'
import { STUDY, staysOf } from './stays.ts'

export const INTRODUCTION: Record<string, Entry> = {
  IN01: {
    bases: STATE,
    covers: ['joint-programme'],
    scope: null,
    answer: (asked) =>
      distinct(
        asked
          .book('joint-programme')
          .filter((row) => isInForce(asked, row.from, row.to))
          .filter((row) => asked.inScope(named(asked.book('partner'), row.partner)?.country))
          .map(({ approval }) => approval),
      ),
  },
  IN02: {
    bases: STATE,
    covers: ['programme'],
    answer: (asked) =>
      distinct(
        asked
          .book('programme')
          .filter((row) => row.kind === 'joint' && isInForce(asked, row.from, row.to))
          .map(({ major, code }) => major ?? code),
      ),
  },
  IN03: {
    bases: ON_A_DAY,
    covers: ['enrolment'],
    scope: null,
    answer: (asked) =>
      persons(
        asked
          .book('enrolment')
          .filter((row) => row.kind === 'joint' && isInForce(asked, row.start, row.end))
          .filter((row) => asked.inScope(row.nationality)),
      ),
  },
  IN04: {
    bases: STATE,
    covers: ['course'],
    answer: (asked) => percentOfRows(jointCourses(asked), ({ introduced }) => introduced === 1),
  },
  IN05: {
    bases: STATE,
    covers: ['course'],
    answer: (asked) =>
      percentOfRows(
        jointCourses(asked).filter(({ core }) => core === 1),
        ({ introduced }) => introduced === 1,
      ),
  },
  IN06: {
    bases: STATE,
    covers: ['course'],
    answer: (asked) =>
      percentOfRows(jointCourses(asked), ({ core, foreign_taught }) => core === 1 && foreign_taught === 1),
  },
  IN07: {
    bases: STATE,
    covers: ['course'],
    answer: (asked) => {
      const courses = jointCourses(asked)
      const core = courses.filter((row) => row.core === 1)
      return percent(sum(core.map((row) => row.foreign_party_hours ?? 0)), sum(courses.map((row) => row.hours!)))
    },
  },
  IN08: {
    bases: STATE,
    covers: ['standard'],
    scope: 'BORDER',
    answer: (asked) =>
      introducedStandards(asked).filter(
        (row) => row.localised_on !== null && isInForce(asked, row.localised_on, row.withdrawn_on),
      ).length,
  },
  'IN08.new': {
    bases: FLOW,
    covers: ['standard'],
    scope: 'BORDER',
    answer: (asked) => introducedStandards(asked).filter((row) => isWithin(asked, row.localised_on)).length,
  },
  IN09: {
    bases: FLOW,
    covers: ['resource'],
    scope: null,
    answer: (asked) =>
      asked
        .book('resource')
        .filter((row) => row.origin === 'introduced' && isWithin(asked, row.localised_on))
        .filter((row) => asked.inScope(row.country)).length,
  },
  IN10: {
    bases: FLOW,
    covers: ['certificate-award'],
    scope: null,
    answer: (asked) => {
      const candidates = asked.book('certificate-award').filter((row) => isWithin(asked, row.date))
      return asked
        .book('certificate-type')
        .filter((row) => row.international === 1 || asked.isAbroad(row.country))
        .filter((row) => asked.inScope(row.country))
        .filter(({ code }) => candidates.some(({ certificate }) => certificate === code)).length
    },
  },
  IN11: {
    bases: FLOW,
    covers: [{ direction: 'in', audience: 'staff' }],
    scope: 'ABROAD',
    answer: (asked) =>
      persons(
        staysOf(asked, 'in', 'staff', ['visiting-scholar'])
          .filter((row) => isDuring(asked, row))
          .filter((row) => asked.inScope(row.country)),
      ),
  },
  IN12: {
    bases: STATE,
    covers: ['staff'],
    scope: 'ABROAD',
    answer: (asked) => percentOfRows(teachers(asked), (row) => asked.inScope(row.nationality), persons),
  },
  IN13: {
    bases: FLOW,
    covers: [{ direction: 'out', audience: 'staff' }],
    scope: 'BORDER',
    answer: (asked) =>
      personDays(
        asked,
        staysOf(asked, 'out', 'staff', STUDY).filter((row) => asked.inScope(row.country)),
      ),
  },
  IN14: {
    bases: STATE,
    covers: ['staff'],
    scope: null,
    zero: (asked) => isReportedIn(asked, { direction: 'out', audience: 'staff' }, -Infinity, asked.day),
    answer: (asked) => {
      const stays = staysOf(asked, 'out', 'staff', STUDY).filter(
        (row) => asked.isOverBorder(row.country) && row.end! <= asked.day,
      )
      const daysAbroad = ({ person }: Row) =>
        sum(stays.filter((row) => row.person === person).map((row) => daysOf(asked, row)))
      const asking = teachers(asked).filter(({ nationality }) => asked.inScope(nationality))
      return percentOfRows(asking, (row) => daysAbroad(row) >= 90, persons)
    },
  },
  IN15: {
    bases: STATE,
    covers: ['course'],
    answer: (asked) => percentOfRows(courses(asked), ({ language }) => language !== null && language !== 'zh'),
  },
  IN16: {
    bases: STATE,
    covers: ['recognition'],
    scope: null,
    answer: (asked) =>
      distinct(
        asked
          .book('recognition')
          .filter((row) => row.kind === 'accreditation' && row.level === 'international')
          .filter((row) => isInForce(asked, row.awarded_on, row.valid_to) && asked.inScope(row.country))
          .map(({ programme }) => programme),
      ),
  },
  IN17: {
    bases: FLOW,
    covers: [{ direction: 'out', audience: 'student' }],
    scope: 'BORDER',
    answer: (asked) =>
      heads(staysOf(asked, 'out', 'student').filter((row) => isWithin(asked, row.start) && asked.inScope(row.country))),
  },
  'IN17.outbound': {
    bases: FLOW,
    covers: [{ direction: 'out', audience: 'student' }, 'enrolment'],
    scope: 'BORDER',
    answer: (asked) => {
      const studying = staysOf(asked, 'out', 'student', ['study']).filter(({ country }) => asked.inScope(country))
      const enrolled = asked.book('enrolment').filter(({ kind }) => kind !== 'overseas')
      const ofPeriod = (rows: Row[]) => persons(rows.filter((row) => isDuring(asked, row)))
      return percent(ofPeriod(studying), ofPeriod(enrolled))
    },
  },
  IN18: {
    bases: COHORT,
    covers: ['graduate-outcome'],
    scope: null,
    zero: (asked) => isReportedIn(asked, { direction: 'out', audience: 'student' }, -Infinity, asked.day),
    answer: (asked) => {
      const stays = staysOf(asked, 'out', 'student').filter(
        (row) => asked.isOverBorder(row.country) && row.start! <= asked.day && daysOf(asked, row) >= 10,
      )
      const graduates = asked
        .book('graduate-outcome')
        .filter((row) => row.class === asked.class && row.person !== null && asked.inScope(row.nationality))
      return percentOfRows(graduates, ({ person }) => stays.some((stay) => stay.person === person), persons)
    },
  },
}

/** Of a programme that runs too. */
function courses(asked: Asked): Row[] {
  return asked.book('course').filter((row) => {
    const programme = named(asked.book('programme'), row.programme)!
    return isInForce(asked, row.from, row.to) && isInForce(asked, programme.from, programme.to)
  })
}

function jointCourses(asked: Asked): Row[] {
  return courses(asked).filter((row) => named(asked.book('programme'), row.programme)!.kind === 'joint')
}

function introducedStandards(asked: Asked): Row[] {
  return asked.book('standard').filter((row) => row.direction === 'introduced' && asked.inScope(row.country))
}

/** Full-time teaching staff on the day. */
function teachers(asked: Asked): Row[] {
  return asked
    .book('staff')
    .filter((row) => row.full_time === 1 && row.teaching === 1 && isInForce(asked, row.from, row.to))
}
