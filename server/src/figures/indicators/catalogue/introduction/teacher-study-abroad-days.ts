import type { Declaration } from '../../definition.ts'
import { mobilityDimensions } from '../dimension-sets.ts'

export const teacherStudyAbroadDays: Declaration = {
  id: 'teacher-study-abroad-days',
  code: 'IN13',
  name: { zh: '教师赴国（境）外研修量', en: "Teachers' study and training abroad" },
  definition: {
    zh: '本校教师赴国（境）外学习、实践锻炼或访学的人日数，即人数乘以落在本期内的天数，首尾两天都算。赴国（境）外讲学和指导属于走出去，不计在内。',
    en: 'Person-days that own teachers spent outside the border to study, practise or visit: persons times the days that fall in the period, first and last day included. Going out to teach or guide is export and is left out.',
  },
  fillingNote: {
    zh: '在“师生国（境）外交流”台账填报，“方向”填“派出”，“人员类别”填“教职工”，“事由”填“学习”“实习实践”或“访学”，起止日期含首尾两天。赴外讲学、指导填“开展培训”“指导”，不计；线上研修“是否线上”填“是”，不计。',
    en: 'Fill in “Mobility” with “Direction” “out”, “Audience” “staff” and “Purpose” “study”, “practice” or “visiting scholar”, first and last day included. Going to teach or guide is “train” or “guide” and does not count; training online has “Virtual” “yes” and does not count.',
  },
  theme: 'INTRODUCTION',
  kind: 'FLOW',
  unit: { zh: '人日', en: 'person-days' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: [
    {
      of: 'mobility',
      where: [
        { field: 'direction', in: ['out'] },
        { field: 'audience', in: ['staff'] },
      ],
    },
  ],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'mobility',
    where: [
      { field: 'direction', in: ['out'] },
      { field: 'audience', in: ['staff'] },
      { field: 'purpose', in: ['study', 'practice', 'visiting-scholar'] },
      { field: 'virtual', notIn: [1] },
    ],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { sum: { clippedDays: ['start', 'end'] } },
  dimensions: mobilityDimensions,
  example: {
    words: {
      zh: 'T1 的学习跨 8 月 31 日，本学年只算 8 月 22—31 日的 10 天；三人一行赴中国香港 5 天为 15 人日；T2 出国指导不计：共 25 人日。',
      en: "T1's stay runs over 31 August and gives this school year the 10 days of 22–31 August; three teachers in Hong Kong for 5 days give 15; T2 went to guide: 25.",
    },
    records: {
      mobility: [
        {
          person: 'T1',
          direction: 'out',
          audience: 'staff',
          purpose: 'study',
          country: 'DE',
          start: '2023-08-22',
          end: '2023-09-10',
        },
        {
          headcount: 3,
          direction: 'out',
          audience: 'staff',
          purpose: 'practice',
          country: 'HK',
          start: '2023-05-08',
          end: '2023-05-12',
        },
        {
          person: 'T2',
          direction: 'out',
          audience: 'staff',
          purpose: 'guide',
          country: 'TH',
          start: '2022-10-01',
          end: '2022-10-05',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 25,
  },
}
