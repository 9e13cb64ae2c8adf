import { COHORT, heads, isWithin, named, percentOfRows, persons, sum, type Asked, type Entry } from './asked.ts'
import { isReportedIn } from './coverage.ts'
import type { Row } from './row.ts'

const COMMON = { bases: COHORT, covers: ['graduate-outcome'], scope: null }
const AT_WORK = ['employed', 'own-business', 'flexible']

export const GRADUATES: Record<string, Entry> = {
  SK04: {
    ...COMMON,
    zero: (asked) => isReportedIn(asked, 'certificate-award', -Infinity, asked.day),
    answer: (asked) => {
      const holders = asked
        .book('certificate-award')
        .filter((row) => row.awarded === 1 && row.date! <= asked.day)
        .map(({ person }) => person)
      return percentOfRows(graduates(asked), ({ person }) => holders.includes(person), persons)
    },
  },
  SK07: {
    ...COMMON,
    scope: 'ABROAD',
    zero: (asked) => isReportedIn(asked, 'language-result', -Infinity, asked.day),
    answer: (asked) => {
      const able = asked
        .book('language-result')
        .filter((row) => row.scale === 'hsk' && row.date! <= asked.day && isLevelReached(row))
        .map(({ person }) => person)
      const taught = graduates(asked).filter((row) => named(asked.book('programme'), row.programme)?.language === 'zh')
      return percentOfRows(taught, ({ person }) => able.includes(person), persons)
    },
  },
  SK14: {
    bases: COHORT,
    covers: ['enrolment'],
    scope: null,
    zero: (asked) => due(asked).some(({ outcome }) => outcome !== null),
    answer: (asked) =>
      percentOfRows(
        due(asked),
        (row) => row.outcome === 'completed' && row.end !== null && row.end <= asked.day,
        heads,
      ),
  },
  'SK15.aug': { ...COMMON, answer: (asked) => destinationRate(asked, '08-31', [...AT_WORK, 'further-study']) },
  'SK15.dec': { ...COMMON, answer: (asked) => destinationRate(asked, '12-31', [...AT_WORK, 'further-study']) },
  SK16: { ...COMMON, answer: (asked) => destinationRate(asked, '12m', AT_WORK) },
  SK17: {
    ...COMMON,
    zero: (asked) => atWork(asked).some(({ matched }) => matched !== null),
    answer: (asked) => percentOfRows(atWork(asked), ({ matched }) => matched === 1, persons),
  },
  'SK18.median': {
    ...COMMON,
    answer: (asked) => {
      const paid = observed(asked, '6m').filter(({ pay }) => pay !== null)
      const pays = paid.map(({ pay }) => pay!).toSorted((a, b) => a - b)
      if (pays.length === 0 || paid.some(({ headcount }) => headcount !== null)) return null
      const middle = pays.length / 2
      return Number.isInteger(middle) ? (pays[middle - 1]! + pays[middle]!) / 2 : pays[Math.floor(middle)]!
    },
  },
  'SK18.mean': {
    ...COMMON,
    answer: (asked) => {
      const paid = observed(asked, '6m').filter(({ pay }) => pay !== null)
      return heads(paid) === 0 ? null : sum(paid.map((row) => row.pay! * (row.headcount ?? 1))) / heads(paid)
    },
  },
  SK20: {
    ...COMMON,
    answer: (asked) =>
      persons(
        observed(asked, '12-31').filter(
          (row) => row.status === 'employed' && ['going-out', 'foreign'].includes(row.employer_type!),
        ),
      ),
  },
}

function due(asked: Asked): Row[] {
  return asked.book('enrolment').filter((row) => isWithin(asked, dueDay(row)) && asked.inScope(row.nationality))
}

function atWork(asked: Asked): Row[] {
  return observed(asked, '12-31').filter(({ status }) => AT_WORK.includes(status!))
}

/** Those of the class who are known by name. */
function graduates(asked: Asked): Row[] {
  return asked
    .book('graduate-outcome')
    .filter((row) => row.class === asked.class && row.person !== null && asked.inScope(row.nationality))
}

function observed(asked: Asked, observation: string): Row[] {
  return asked
    .book('graduate-outcome')
    .filter((row) => row.class === asked.class && row.observation === observation && asked.inScope(row.nationality))
}

function destinationRate(asked: Asked, observation: string, statuses: string[]) {
  return percentOfRows(observed(asked, observation), ({ status }) => statuses.includes(status!), persons)
}

/** An empty required level is not reached. */
function isLevelReached({ level, required_level }: Row): boolean {
  return required_level !== null && Number(level) >= required_level
}

/** Nobody knows when one without planned days is due that has not ended. */
function dueDay({ start, planned_days, end }: Row): number | null {
  return planned_days === null ? end : start! + planned_days - 1
}
