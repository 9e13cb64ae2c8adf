import type { Declaration } from '../../definition.ts'
import { mobilityDimensions } from '../dimension-sets.ts'

export const peopleBringingIn: Declaration = {
  id: 'people-bringing-in',
  code: 'DN02',
  name: { zh: '引进来人数', en: 'People on the introduction side' },
  definition: {
    zh: '本期内为学校带来国（境）外经验的人数：来校访学的国（境）外教师，以及赴国（境）外学习、实习或访学的本校师生。同一人只计一次；出国讲学和指导属于走出去，不计在内。',
    en: 'People through whom the college learned from abroad in the period: visiting teachers received, and own teachers and students who went abroad to study, practise or visit. Each person counts once; going abroad to teach or guide is export and is left out.',
  },
  fillingNote: {
    zh: '取自“师生国（境）外交流”台账，不另填报。来校访学的“方向”填“来校”，“人员类别”填“教职工”，“事由”填“访学”；本校师生出去学习的“方向”填“派出”，“事由”填“学习”“实习实践”或“访学”。线上交流、参赛和参会不计。',
    en: 'Made of “Mobility”; nothing is entered for it alone. Visiting teachers have “Direction” “in”, “Audience” “staff” and “Purpose” “visiting scholar”; own people who go to learn have “Direction” “out” and “Purpose” “study”, “practice” or “visiting scholar”. Virtual exchanges, competitions and conferences do not count.',
  },
  theme: 'INTRODUCTION',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: [
    {
      of: 'mobility',
      where: [
        { field: 'direction', in: ['in'] },
        { field: 'audience', in: ['staff'] },
      ],
    },
    {
      of: 'mobility',
      where: [
        { field: 'direction', in: ['out'] },
        { field: 'audience', in: ['staff'] },
      ],
    },
    {
      of: 'mobility',
      where: [
        { field: 'direction', in: ['out'] },
        { field: 'audience', in: ['student'] },
      ],
    },
  ],
  scope: { numerator: 'country', denominator: 'country', default: null },
  set: {
    union: [
      {
        of: 'mobility',
        where: [
          { field: 'direction', in: ['in'] },
          { field: 'audience', in: ['staff'] },
          { field: 'purpose', in: ['visiting-scholar'] },
          { field: 'virtual', notIn: [1] },
        ],
        time: { overlaps: ['start', 'end'] },
      },
      {
        of: 'mobility',
        where: [
          { field: 'direction', in: ['out'] },
          { field: 'purpose', in: ['study', 'practice', 'visiting-scholar'] },
          { field: 'virtual', notIn: [1] },
        ],
        time: { overlaps: ['start', 'end'] },
      },
    ],
  },
  measure: { distinct: 'persons' },
  dimensions: mobilityDimensions,
  example: {
    words: {
      zh: '来访教师 V1、两次出国学习的教师 T1（计一人）、出国实习的学生 S1，共 3 人；出国指导的 T2 属于走出去。',
      en: 'Visiting teacher V1, teacher T1 who went twice to study (one person) and student S1 who practised abroad make 3; T2 went to guide others, which is export.',
    },
    records: {
      mobility: [
        {
          person: 'V1',
          direction: 'in',
          audience: 'staff',
          purpose: 'visiting-scholar',
          country: 'VN',
          start: '2022-10-01',
          end: '2022-12-31',
        },
        {
          person: 'T1',
          direction: 'out',
          audience: 'staff',
          purpose: 'study',
          country: 'DE',
          start: '2022-10-01',
          end: '2022-10-20',
        },
        {
          person: 'T1',
          direction: 'out',
          audience: 'staff',
          purpose: 'practice',
          country: 'DE',
          start: '2023-05-01',
          end: '2023-05-10',
        },
        {
          person: 'S1',
          direction: 'out',
          audience: 'student',
          purpose: 'practice',
          country: 'RU',
          start: '2023-03-01',
          end: '2023-04-30',
        },
        {
          person: 'T2',
          direction: 'out',
          audience: 'staff',
          purpose: 'guide',
          country: 'TH',
          start: '2022-11-01',
          end: '2022-11-10',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 3,
  },
}
