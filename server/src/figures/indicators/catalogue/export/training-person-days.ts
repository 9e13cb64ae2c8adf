import type { Declaration } from '../../definition.ts'
import { trainingDimensions } from '../dimension-sets.ts'

export const trainingPersonDays: Declaration = {
  id: 'training-person-days',
  code: 'EX07',
  name: { zh: '（非全日制）国（境）外人员培训量', en: 'Training of persons from abroad' },
  definition: {
    zh: '为国（境）外人员举办的短期培训的人日数，即参加人数乘以培训天数。跨期的培训班按日历天数分摊到各期，以半天为单位向上取整，各期相加等于总量。',
    en: 'Person-days of short training given to persons from outside the border: participants times training days. A course that runs over the end of a period is shared out by calendar days, in half days rounded up, so that the periods add up to the whole.',
  },
  fillingNote: {
    zh: '在“国（境）外人员培训”台账填报，“培训天数”填实际授课天数，可填半天（如 2.5），不是起止日期之间的日历天数。一人一行，或按国家（地区）分组填“人数”；线上培训按实际天数填报。留学生学历教育不计。',
    en: 'Fill in “Training session”; “Training days” are the days taught, halves allowed (as 2.5), not the calendar days between start and end. One row a person, or groups by country with a “Headcount”; online training counts by its days. Degree studies do not count.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '人日', en: 'person-days' },
  decimals: 1,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['training-session'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: { of: 'training-session', time: { overlaps: ['start', 'end'] } },
  measure: { sum: { sharedDays: 'training_days', over: ['start', 'end'] } },
  dimensions: trainingDimensions,
  example: {
    words: {
      zh: '10 人的培训班 8 月 29 日至 9 月 7 日共 10 天，培训 4 天：到 8 月 31 日为 4×3÷10＝1.2，取 1.5 天，即 15 人日；中国香港学员 P1 培训 1.5 天；本国学员 P2 不计：共 16.5 人日。',
      en: 'A course for 10 runs the 10 days from 29 August with 4 days of training: by 31 August 4 × 3 ÷ 10 = 1.2, rounded up to 1.5 days, 15 person-days; P1 from Hong Kong adds 1.5; P2 is domestic: 16.5.',
    },
    records: {
      'training-session': [
        { session: 'S1', start: '2023-08-29', end: '2023-09-07', training_days: 4, headcount: 10, country: 'RU' },
        { session: 'S2', start: '2023-05-08', end: '2023-05-09', training_days: 1.5, person: 'P1', country: 'HK' },
        { session: 'S2', start: '2023-05-08', end: '2023-05-09', training_days: 1.5, person: 'P2', country: 'CN' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 16.5,
  },
}
