import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { DEPARTMENT, MERGED_ON, RENAMED_ON, UNIT } from './units.ts'

const PRINCIPAL = '校长办公会 Principal’s meeting'
const HEAD = '国际交流处处长 Head of the international office'

const decided = (record_type: string, code: string, same_as: string, relation: string, more: Row): Row => ({
  record_type,
  code,
  same_as,
  relation,
  unit: UNIT.international,
  ...more,
})

/** What the Thai partner is called by those who know it. */
const SPELLING = '稻香职院'

/** An office that was renamed, two departments that became one, a partner registered twice and another that goes by a short name. */
export const DECISIONS: Row[] = [
  decided('unit', UNIT.foreignAffairs, UNIT.international, 'renamed', {
    from: RENAMED_ON,
    decided_by: PRINCIPAL,
    reason: '外事办公室更名为国际交流处',
  }),
  ...[DEPARTMENT.trade, DEPARTMENT.languages].map((code) =>
    decided('unit', code, DEPARTMENT.tradeAndLanguages, 'merged', {
      from: MERGED_ON,
      decided_by: PRINCIPAL,
      reason: '经贸系与外语系合并为经贸外语系',
    }),
  ),
  decided('partner', 'BY-LIN', 'BY-LAK', 'same', {
    decided_by: HEAD,
    reason: '同一所大学登记了两次，一次校名听写有误',
  }),
  decided('partner', SPELLING, 'TH-RIC', 'same', { decided_by: HEAD, reason: '稻香职业学院的简称' }),
]

const TRIP = {
  direction: 'out',
  audience: 'student',
  purpose: 'study',
  country: 'TH',
  start: '2024-05-19',
  end: '2024-05-29',
  programme: 'J-ECOM',
}
const TRAVELLERS = 5

/** A visit that the international office and the department both reported, each under numbers of its own, and what was decided of it. */
export function reportTwice(learners: Learner[], stays: Row[]): { office: Row[]; department: Row[]; decisions: Row[] } {
  const away = new Set(
    stays
      .filter(({ start, end }) => String(start) <= TRIP.end && TRIP.start <= String(end))
      .map(({ person }) => String(person)),
  )
  const persons = learners
    .filter(
      ({ programme, start, end, person }) =>
        programme === TRIP.programme && start === '2022-09-01' && end > TRIP.end && !away.has(person),
    )
    .slice(0, TRAVELLERS)
    .map(({ person }) => person)
  const officeNumber = (n: number) => `GJ2024-${String(51 + n).padStart(3, '0')}`
  const departmentNumber = (n: number) => `泰国-${String(n + 1).padStart(2, '0')}`
  return {
    office: persons.map((person, n) => ({
      source_id: officeNumber(n),
      person,
      ...TRIP,
      partner: 'TH-RIC',
      platform: 'PL-TRA',
      unit: UNIT.international,
    })),
    department: persons.map((person, n) => ({
      source_id: departmentNumber(n),
      person,
      ...TRIP,
      partner: SPELLING,
      unit: DEPARTMENT.tradeAndLanguages,
    })),
    decisions: persons.map((_, n) =>
      decided(
        'mobility',
        `${DEPARTMENT.tradeAndLanguages}/${departmentNumber(n)}`,
        `${UNIT.international}/${officeNumber(n)}`,
        'duplicate',
        { decided_by: HEAD, reason: '同一次赴泰学习由系部和国际交流处各报一次' },
      ),
    ),
  }
}
