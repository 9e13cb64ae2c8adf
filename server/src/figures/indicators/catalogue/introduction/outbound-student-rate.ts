import type { Declaration } from '../../definition.ts'
import { byCountry } from '../dimension-sets.ts'

export const outboundStudentRate: Declaration = {
  id: 'outbound-student-rate',
  code: 'IN17.outbound',
  name: { zh: '出国（境）学习学生占在校生比例', en: 'Outbound mobility ratio' },
  definition: {
    zh: '本期内在国（境）外学习的本校学生人数，占本期在校生数的百分比；海外办学点的学生不在内。与“在校生出国（境）学习交流人次”不同，按人计，一人去两次只计一人；只计以学习为事由的，上期出发、本期仍在外的也计入。这是联合国教科文组织的流出比率。',
    en: 'Own students who were abroad to study in the period, as a percentage of all learners enrolled here in it; those at sites overseas are in neither. Unlike the student stays abroad it counts persons, so one who goes twice is one; only stays to study count, those that began earlier and go on among them. It is what UNESCO calls the outbound mobility ratio.',
  },
  fillingNote: {
    zh: '分子取自“师生国（境）外交流”台账：“方向”填“派出”，“人员类别”填“学生”，“事由”填“学习”；线上交流“是否线上”填“是”，不计。分母取自“学籍（含留学生）”台账。只报人数的行无法逐人去重，宜按名单填报。',
    en: 'The numerator comes from “Mobility”: “Direction” “out”, “Audience” “student”, “Purpose” “study”; an exchange online has “Virtual” “yes” and does not count. The denominator comes from “Enrolment”. Rows with a “Headcount” may count a student twice, so report by name where you can.',
  },
  theme: 'INTRODUCTION',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: [
    {
      of: 'mobility',
      where: [
        { field: 'direction', in: ['out'] },
        { field: 'audience', in: ['student'] },
      ],
    },
    'enrolment',
  ],
  scope: { numerator: 'country', default: 'BORDER' },
  measure: {
    ratio: {
      numerator: {
        set: {
          of: 'mobility',
          where: [
            { field: 'direction', in: ['out'] },
            { field: 'audience', in: ['student'] },
            { field: 'purpose', in: ['study'] },
            { field: 'virtual', notIn: [1] },
          ],
          time: { overlaps: ['start', 'end'] },
        },
        measure: { distinct: 'persons' },
      },
      denominator: {
        set: {
          of: 'enrolment',
          where: [{ field: 'kind', notIn: ['overseas'] }],
          time: { overlaps: ['start', 'end'] },
        },
        measure: { distinct: 'persons' },
      },
    },
  },
  dimensions: {
    ...byCountry({ numerator: 'country' }),
    programme: 'programme',
    department: 'programme.department',
  },
  example: {
    words: {
      zh: '在校生 10 人。L1 两次出境学习，计一人；L2 上学年出发，10 月才回，计入；L3 去实习，不计；L4 线上学习，不计：2 ÷ 10 = 20%。',
      en: 'Ten are enrolled. L1 goes twice to study and is one; L2 left in the school year before and came back in October, and counts; L3 goes for practice and L4 studies online, and neither counts: 2 of 10 is 20%.',
    },
    records: {
      programme: [{ code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' }],
      enrolment: [
        { person: 'L1', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
        { person: 'L2', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
        { person: 'L3', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
        { person: 'L4', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
        { headcount: 6, programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
      ],
      mobility: [
        {
          person: 'L1',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'TH',
          start: '2022-10-01',
          end: '2022-10-20',
        },
        {
          person: 'L1',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'HK',
          start: '2023-03-01',
          end: '2023-03-10',
        },
        {
          person: 'L2',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'RU',
          start: '2022-03-01',
          end: '2022-10-31',
        },
        {
          person: 'L3',
          direction: 'out',
          audience: 'student',
          purpose: 'practice',
          country: 'LA',
          start: '2022-11-01',
          end: '2022-12-31',
        },
        {
          person: 'L4',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'RU',
          start: '2022-11-01',
          end: '2022-11-30',
          virtual: 1,
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 20,
  },
}
