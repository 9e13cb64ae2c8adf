import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const fullTimeForeignStudents: Declaration = {
  id: 'full-time-foreign-students',
  code: 'EX01',
  name: { zh: '全日制国（境）外留学生人数（一年以上）', en: 'Full-time foreign students, one year or more' },
  definition: {
    zh: '本期内在校的全日制国（境）外学生中，计划学习时间满一年（365 天）的人数，含中国香港、中国澳门、中国台湾学生。填了计划天数的以计划天数为准，未填的按起止日期计算。',
    en: 'Full-time students from outside the border who were here in the period and whose planned stay is a year (365 days) or more, those from Hong Kong, Macao and Taiwan included. Planned days stand where they are given, else first to last day.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账填报，全日制的“是否全日制”填“是”，未填的不计；按录取时的学习期限填“计划学习天数”，不填则按“入学日期”至“离校日期”计算。满 365 天为一年，提前离校不改变计划天数。',
    en: 'Fill in “Enrolment” with “Full-time” “yes” (an empty one does not count) and the “Planned days” of the admission; where they are empty, the days from “Start” to “End” stand for them. 365 days are a year; leaving early does not change what was planned.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: 'BORDER' },
  set: {
    of: 'enrolment',
    where: [
      { field: 'kind', notIn: ['overseas'] },
      { field: 'full_time', in: [1] },
      { field: { days: ['start', 'end'], given: 'planned_days' }, atLeast: 365 },
    ],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { distinct: 'persons' },
  dimensions: enrolmentDimensions,
  example: {
    words: {
      zh: 'L1 起止正好 365 天，计入；L2 来自中国澳门，国（境）外口径计入；L3 起止两年但计划只有 180 天，以计划为准；L4 不是全日制：共 2 人。',
      en: 'L1 stays exactly 365 days and counts; L2 is from Macao, which this scope includes; L3 is entered for two years but planned for 180 days, and the plan stands; L4 is part-time: 2.',
    },
    records: {
      programme: [{ code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' }],
      enrolment: [
        {
          person: 'L1',
          programme: 'PA',
          kind: 'degree',
          full_time: 1,
          nationality: 'VN',
          start: '2022-09-01',
          end: '2023-08-31',
        },
        {
          person: 'L2',
          programme: 'PA',
          kind: 'degree',
          full_time: 1,
          nationality: 'MO',
          start: '2022-09-01',
          planned_days: 660,
        },
        {
          person: 'L3',
          programme: 'PA',
          kind: 'non-degree',
          full_time: 1,
          nationality: 'LA',
          start: '2022-09-01',
          end: '2024-07-01',
          planned_days: 180,
        },
        {
          person: 'L4',
          programme: 'PA',
          kind: 'degree',
          full_time: 0,
          nationality: 'RU',
          start: '2022-09-01',
          end: '2025-07-01',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
