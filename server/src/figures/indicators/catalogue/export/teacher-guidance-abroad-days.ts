import type { Declaration } from '../../definition.ts'
import { mobilityDimensions } from '../dimension-sets.ts'

export const teacherGuidanceAbroadDays: Declaration = {
  id: 'teacher-guidance-abroad-days',
  code: 'EX11',
  name: { zh: '专任教师赴国外指导和开展培训时间', en: 'Teachers abroad for guidance and training' },
  definition: {
    zh: '本校教师赴国外指导和开展培训的人日数，即人数乘以落在本期内的天数，首尾两天都算。出国学习、研修属于引进来，不计在内；按“国外”口径，不含中国香港、中国澳门、中国台湾。',
    en: 'Person-days that own teachers spent abroad to guide others or to give training: persons times the days that fall in the period, first and last day included. Going abroad to learn is introduction and is left out, and so are Hong Kong, Macao and Taiwan unless the wider scope is asked for.',
  },
  fillingNote: {
    zh: '在“师生国（境）外交流”台账填报，“方向”填“派出”，“人员类别”填“教职工”，“事由”填“指导”或“开展培训”，起止日期含首尾两天。自己去学习、访学的填“学习”或“访学”，不计；线上指导不计；只填专任教师。',
    en: 'Fill in “Mobility” with “Direction” “out”, “Audience” “staff” and “Purpose” “guide” or “train”, first and last day included. Going to learn is “study” or “visiting scholar” and does not count, nor does guidance online; enter full-time teachers only.',
  },
  theme: 'EXPORT',
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
  scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
  set: {
    of: 'mobility',
    where: [
      { field: 'direction', in: ['out'] },
      { field: 'audience', in: ['staff'] },
      { field: 'purpose', in: ['guide', 'train'] },
      { field: 'virtual', notIn: [1] },
    ],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { sum: { clippedDays: ['start', 'end'] } },
  dimensions: mobilityDimensions,
  example: {
    words: {
      zh: 'W1 从 8 月 27 日到 9 月 15 日：上学年 5 天，本学年 15 天；W2 出国学习，W3 去中国香港，都不计：本学年 15 人日。',
      en: 'W1 is away from 27 August to 15 September: 5 days for the year before, 15 for this one; W2 went to study and W3 to Hong Kong: 15 person-days.',
    },
    records: {
      mobility: [
        {
          person: 'W1',
          direction: 'out',
          audience: 'staff',
          purpose: 'train',
          country: 'TH',
          start: '2022-08-27',
          end: '2022-09-15',
        },
        {
          person: 'W2',
          direction: 'out',
          audience: 'staff',
          purpose: 'study',
          country: 'DE',
          start: '2022-10-01',
          end: '2022-10-05',
        },
        {
          person: 'W3',
          direction: 'out',
          audience: 'staff',
          purpose: 'guide',
          country: 'HK',
          start: '2022-11-01',
          end: '2022-11-10',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 15,
  },
}
