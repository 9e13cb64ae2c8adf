import type { Declaration } from '../../definition.ts'
import { resourceAdoptionDimensions } from '../dimension-sets.ts'

export const overseasOnlineLearners: Declaration = {
  id: 'overseas-online-learners',
  code: 'PF08',
  name: { zh: '国际化在线课程海外学习者数', en: 'Overseas learners on online courses' },
  definition: {
    zh: '本期内学习本校国际化在线课程的国（境）外学习者人数，同一人学几门课只计一次，按人数填报的照数相加。线上学习不是出境或来校的交流，不计入任何流动指标。',
    en: 'Learners outside the border who studied online courses of the college in the period; someone on several courses is one, and rows that report heads are added as they are. Learning online is no stay and counts in no indicator of mobility.',
  },
  fillingNote: {
    zh: '在“国（境）外在线学习”台账填报，填“资源（装备）编号”“学员所在国家（地区）”和起止日期，可逐人也可按国家（地区）填“人数”。平台注册但未学习的不计；按人数填报时，同一批学员不要按课程重复填报。',
    en: "Fill in “Online learning” with the “Resource”, “Learners' country or region” and the days, by person or by country with a “Headcount”. Whoever registered and never studied does not count; do not report the same heads again for each course.",
  },
  theme: 'PLATFORMS',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['online-learning'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: { of: 'online-learning', time: { overlaps: ['start', 'end'] } },
  measure: { distinct: 'persons' },
  dimensions: resourceAdoptionDimensions,
  example: {
    words: {
      zh: 'L1 学两门课，计一人；中国香港的 200 人计入国（境）外；国内学习者不计：共 201 人。',
      en: 'L1 takes two courses and is one; 200 in Hong Kong are inside this scope; the domestic learner is not: 201.',
    },
    records: {
      resource: [
        {
          code: 'R1',
          title_zh: '农机维修在线课程',
          title_en: 'Machinery repair online',
          kind: 'online-course',
          origin: 'own',
        },
        {
          code: 'R2',
          title_zh: '工业汉语在线课程',
          title_en: 'Industrial Chinese online',
          kind: 'online-course',
          origin: 'own',
        },
      ],
      'online-learning': [
        { person: 'L1', resource: 'R1', country: 'LA', start: '2022-09-15', end: '2023-01-15' },
        { person: 'L1', resource: 'R2', country: 'LA', start: '2023-03-01', end: '2023-06-30' },
        { headcount: 200, resource: 'R2', country: 'HK', start: '2023-03-01', end: '2023-06-30' },
        { person: 'L2', resource: 'R1', country: 'CN', start: '2022-09-15', end: '2023-01-15' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 201,
  },
}
