import { monthsBefore } from '@causeway/shared/day'
import { adoptedDay, adoptionsInForce, countNewlyAdopted, isOfOwnStandard, registeredDay } from './adoptions.ts'
import {
  distinct,
  FLOW,
  isInForce,
  named,
  onePer,
  percentOfRows,
  STATE,
  tuple,
  type Asked,
  type Entry,
} from './asked.ts'
import { isReportedIn } from './coverage.ts'
import type { Row } from './row.ts'

export const STANDARDS: Record<string, Entry> = {
  ...stockAndNew(
    'ST01',
    'BORDER',
    (asked, row) => typeOf(asked, row) === 'programme',
    ({ standard }) => standard,
  ),
  ...stockAndNew(
    'ST02',
    'BORDER',
    (asked, row) => typeOf(asked, row) === 'course',
    ({ standard }) => standard,
  ),
  ...stockAndNew(
    'ST03',
    'ABROAD',
    (asked, row) => typeOf(asked, row) === 'occupational',
    ({ standard }) => standard,
  ),
  ...stockAndNew(
    'ST04',
    'BORDER',
    () => true,
    ({ country }) => country,
  ),
  ...stockAndNew(
    'ST05',
    'BORDER',
    () => true,
    ({ country, adopter }) => tuple(country, adopter),
  ),
  ...stockAndNew(
    'ST06',
    'BORDER',
    (_asked, row) => row.authority !== null && row.certificate_no !== null,
    ({ standard }) => standard,
    registeredDay,
  ),
  ST07: {
    bases: STATE,
    covers: ['adoption'],
    scope: null,
    zero: (asked) => isReportedIn(asked, 'adoption-use', monthsBefore(asked.day, 12) + 1, asked.day),
    answer: (asked) => {
      const since = monthsBefore(asked.day, 12) + 1
      const used = asked
        .book('adoption-use')
        .filter((row) => row.learners! > 0 && row.from! <= asked.day && row.to! >= since)
        .map(({ standard, country, adopter }) => tuple(standard, country, adopter))
      const adoptions = adoptionsInForce(asked).filter(
        (row) => isOfOwnStandard(asked, row) && asked.inScope(row.country),
      )
      return percentOfRows(adoptions, ({ standard, country, adopter }) =>
        used.includes(tuple(standard, country, adopter)),
      )
    },
  },
  ST08: {
    bases: STATE,
    covers: ['adoption'],
    scope: null,
    answer: (asked) => {
      const proved = asked
        .book('evidence')
        .filter((row) => row.record_type === 'adoption' && isInForce(asked, row.issued_on, row.expires_on))
        .map(({ record }) => record)
      const adoptions = adoptionsInForce(asked)
        .filter((row) => isOfOwnStandard(asked, row) || isOfOwnResource(asked, row))
        .filter(({ country }) => asked.inScope(country))
      return percentOfRows(adoptions, ({ key }) => proved.includes(key))
    },
  },
  ST09: {
    bases: STATE,
    covers: ['programme'],
    answer: (asked) => {
      const benchmarked = asked
        .book('programme-standard')
        .filter((row) => isInForce(asked, row.from, row.to))
        .filter(({ standard }) => named(asked.book('standard'), standard)!.direction === 'introduced')
        .map(({ programme }) => programme)
      const programmes = asked.book('programme').filter((row) => isInForce(asked, row.from, row.to))
      return percentOfRows(programmes, ({ code }) => benchmarked.includes(code))
    },
  },
  ST10: {
    bases: STATE,
    covers: ['standard-unit'],
    scope: null,
    answer: (asked) => {
      const equivalent = asked
        .book('standard-mapping')
        .filter((row) => row.relation === 'equivalent' && row.assessed_on! <= asked.day)
        .filter(({ version, unit_code }) => version !== null && unit_code !== null)
        .map((row) => tuple(row.standard, row.version, row.unit_code))
      // A version that two records tell of is what the one with the least key says.
      const told = onePer(asked.book('standard-version'), versionOf, () => 0)
      const versions = versionsInForce(asked, told)
        .filter((row) => isOfOwnStandard(asked, row))
        .map(versionOf)
      const units = asked.book('standard-unit').filter((row) => versions.includes(versionOf(row)))
      return percentOfRows(units, (row) => equivalent.includes(tuple(row.standard, row.version, row.code)))
    },
  },
  ST11: {
    bases: STATE,
    covers: ['standard-version'],
    scope: null,
    answer: (asked) =>
      percentOfRows(
        versionsInForce(asked, asked.book('standard-version')).filter(({ review_due }) => review_due !== null),
        ({ review_due, reviewed_on }) =>
          review_due! >= asked.day || (reviewed_on !== null && reviewed_on >= review_due! && reviewed_on <= asked.day),
      ),
  },
}

/** Adoptions in force on the day, and the keys that are adopted for the first time in the period. */
function stockAndNew(
  code: string,
  scope: Entry['scope'],
  meets: (asked: Asked, row: Row) => boolean,
  keyOf: (row: Row) => string | null,
  stageDay = adoptedDay,
): Record<string, Entry> {
  const isCounted = (asked: Asked, row: Row) =>
    isOfOwnStandard(asked, row) && meets(asked, row) && asked.inScope(row.country)
  return {
    [code]: {
      bases: STATE,
      covers: ['adoption'],
      scope,
      answer: (asked) =>
        distinct(
          adoptionsInForce(asked, stageDay)
            .filter((row) => isCounted(asked, row))
            .map(keyOf),
        ),
    },
    [`${code}.new`]: {
      bases: FLOW,
      covers: ['adoption'],
      scope,
      answer: (asked) =>
        countNewlyAdopted(
          asked,
          asked.book('adoption').filter((row) => isCounted(asked, row)),
          keyOf,
          stageDay,
        ),
    },
  }
}

function typeOf({ book }: Asked, { standard }: Row): string | null {
  return named(book('standard'), standard)!.type
}

function isOfOwnResource({ book }: Asked, { resource }: Row): boolean {
  const its = named(book('resource'), resource)
  return its !== undefined && its.origin !== 'introduced'
}

function versionOf({ standard, version }: Row): string {
  return tuple(standard, version)
}

function versionsInForce(asked: Asked, versions: Row[]): Row[] {
  return versions
    .filter((row) => isInForce(asked, row.from, row.to))
    .filter(({ standard }) => asked.inScope(named(asked.book('standard'), standard)!.country))
}
