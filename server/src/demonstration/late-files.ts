import { toDay } from '@causeway/shared/day'
import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { DATA_DATE } from './story.ts'
import { UNIT } from './units.ts'

/** Start of those whose visas came late: after the count of 1 September, before that of 30 September or of the year's end. */
const ARRIVALS: [nationality: string, sex: string, start: string][] = [
  ['RU', 'female', '2023-09-14'],
  ['UZ', 'male', '2023-09-18'],
  ['UZ', 'male', '2023-09-18'],
  ['TJ', 'male', '2023-10-09'],
  ['LA', 'female', '2024-09-12'],
  ['KG', 'female', '2024-09-20'],
  ['KZ', 'male', '2024-09-20'],
  ['PK', 'male', '2024-10-15'],
]

export function arriveLate(): Row[] {
  return ARRIVALS.map(([nationality, sex, start], n) => {
    const year = Number(start.slice(0, 4))
    const end = `${year + 1}-07-08`
    return {
      person: `L${year}9${String(n + 1).padStart(3, '0')}`,
      programme: 'Z-LANG',
      kind: 'non-degree',
      full_time: 1,
      nationality,
      prior_education: nationality,
      sex,
      level: 'training',
      start,
      end: end <= DATA_DATE ? end : undefined,
      planned_days: toDay(end) - toDay(start) + 1,
      outcome: end <= DATA_DATE ? 'completed' : undefined,
      funding: 'self',
      language: 'zh',
      unit: UNIT.international,
    }
  })
}

/** Learners who sat in a partner's classes on the screen for six weeks, and went nowhere. */
export function meetOnline(learners: Learner[]): Row[] {
  const [start, end] = ['2024-10-21', '2024-11-29']
  return learners
    .filter((one) => one.programme === 'J-HORT' && one.start === '2022-09-01' && one.end > end)
    .slice(0, 14)
    .map(({ person, programme }) => ({
      person,
      direction: 'out',
      audience: 'student',
      purpose: 'study',
      country: 'KZ',
      partner: 'KZ-STE',
      programme,
      start,
      end,
      virtual: 1,
      platform: 'PL-WOR',
      unit: UNIT.international,
    }))
}
