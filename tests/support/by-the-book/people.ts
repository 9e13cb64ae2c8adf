import { FLOW, isDuring, named, persons, STATE, type Asked, type Entry } from './asked.ts'
import type { Row } from './row.ts'
import { GUIDANCE, STUDY, staysOf } from './stays.ts'

export const PEOPLE: Record<string, Entry> = {
  DN01: {
    bases: STATE,
    covers: ['enrolment'],
    scope: null,
    answer: (asked) =>
      persons(asked.book('enrolment').filter((row) => isDuring(asked, row) && asked.inScope(row.nationality))),
  },
  DN02: {
    bases: FLOW,
    covers: [
      { direction: 'in', audience: 'staff' },
      { direction: 'out', audience: 'staff' },
      { direction: 'out', audience: 'student' },
    ],
    union: true,
    scope: null,
    answer: (asked) =>
      persons(
        [...staysOf(asked, 'in', 'staff', ['visiting-scholar']), ...staysOf(asked, 'out', undefined, STUDY)].filter(
          (row) => isDuring(asked, row) && asked.inScope(row.country),
        ),
      ),
  },
  DN03: {
    bases: FLOW,
    covers: ['enrolment', 'training-session', { direction: 'out', audience: 'staff' }],
    union: true,
    scope: 'BORDER',
    answer: (asked) =>
      persons([
        ...asked.book('enrolment').filter((row) => isDuring(asked, row) && asked.inScope(fromOrWhere(asked, row))),
        ...asked.book('training-session').filter((row) => isDuring(asked, row) && asked.inScope(row.country)),
        ...staysOf(asked, 'out', 'staff', GUIDANCE).filter((row) => isDuring(asked, row) && asked.inScope(row.country)),
      ]),
  },
}

/** Where a foreign learner here is from; where a learner at an overseas site is. */
function fromOrWhere({ book }: Asked, { kind, nationality, site }: Row): string | null | undefined {
  return kind === 'overseas' ? named(book('overseas-site'), site)?.country : nationality
}
