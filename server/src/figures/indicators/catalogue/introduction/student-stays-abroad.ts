import type { Declaration } from '../../definition.ts'
import { mobilityDimensions } from '../dimension-sets.ts'

export const studentStaysAbroad: Declaration = {
  id: 'student-stays-abroad',
  code: 'IN17',
  name: { zh: '在校生出国（境）学习交流人次', en: 'Student stays abroad' },
  definition: {
    zh: '本校在校生本期内开始的出国（境）学习交流人次，不论目的。按人次计：一名学生去两次计两人次；上期出发、本期仍在外的计入上期。',
    en: 'Stays outside the border that own students began in the period, whatever the purpose. Stays are counted, not students: one who goes twice counts twice, and a stay belongs to the period it began in.',
  },
  fillingNote: {
    zh: '在“师生国（境）外交流”台账一次一行填报，“方向”填“派出”，“人员类别”填“学生”，各种“事由”都计；只报人数的填“人数”。线上交流“是否线上”填“是”，不计。同一团组由一个部门填报，避免重复。',
    en: 'Fill in “Mobility”, one row a stay, with “Direction” “out” and “Audience” “student”; every “Purpose” counts, and a group may be a “Headcount”. An exchange online has “Virtual” “yes” and does not count. A group is entered by one department only.',
  },
  theme: 'INTRODUCTION',
  kind: 'FLOW',
  unit: { zh: '人次', en: 'stays' },
  decimals: 0,
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
  ],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'mobility',
    where: [
      { field: 'direction', in: ['out'] },
      { field: 'audience', in: ['student'] },
      { field: 'virtual', notIn: [1] },
    ],
    time: { fallsIn: 'start' },
  },
  measure: { count: 'participations' },
  dimensions: mobilityDimensions,
  example: {
    words: {
      zh: 'S1 去了两次，计 2 人次；一行 12 人计 12 人次；S2 在 8 月 20 日出发，属上学年：共 14 人次。',
      en: 'S1 went twice, 2 stays; a group of 12 is 12 stays; S2 left on 20 August, in the year before: 14.',
    },
    records: {
      mobility: [
        {
          person: 'S1',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'RU',
          start: '2022-10-01',
          end: '2022-12-31',
        },
        {
          person: 'S1',
          direction: 'out',
          audience: 'student',
          purpose: 'competition',
          country: 'BY',
          start: '2023-05-10',
          end: '2023-05-20',
        },
        {
          headcount: 12,
          direction: 'out',
          audience: 'student',
          purpose: 'practice',
          country: 'RU',
          start: '2023-03-01',
          end: '2023-06-30',
        },
        {
          person: 'S2',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'RU',
          start: '2022-08-20',
          end: '2023-06-30',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 14,
  },
}
