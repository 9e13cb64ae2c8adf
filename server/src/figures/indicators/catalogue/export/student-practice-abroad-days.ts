import type { Declaration } from '../../definition.ts'
import { mobilityDimensions } from '../dimension-sets.ts'

export const studentPracticeAbroadDays: Declaration = {
  id: 'student-practice-abroad-days',
  code: 'EX10',
  name: { zh: '在校生服务“走出去”企业国（境）外实习时间', en: "Students' practice abroad for going-out enterprises" },
  definition: {
    zh: '本校在校生在“走出去”企业国（境）外实习的人日数，即人数乘以落在本期内的天数，首尾两天都算。实习单位不是“走出去”企业的不计，出国学习也不计。',
    en: 'Person-days that own students spent in practice outside the border at going-out enterprises: students times the days that fall in the period, first and last day included. Practice elsewhere does not count, nor does going abroad to study.',
  },
  fillingNote: {
    zh: '在“师生国（境）外交流”台账填报，“方向”填“派出”，“人员类别”填“学生”，“事由”填“实习实践”，“合作机构编号”指向“是否“走出去”企业”填“是”的企业。结束后及时补全“结束日期”；同一次实习不要在两个部门重复填报。',
    en: 'Fill in “Mobility” with “Direction” “out”, “Audience” “student”, “Purpose” “practice” and the “Partner”, an enterprise whose “Going-out enterprise” is “yes”. Keep “End” true; one stay is entered by one department only.',
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
      { field: 'purpose', in: ['practice'] },
      { field: 'partner.going_out', in: [1] },
      { field: 'virtual', notIn: [1] },
    ],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { sum: { clippedDays: ['start', 'end'] } },
  dimensions: mobilityDimensions,
  example: {
    words: {
      zh: 'S1 的实习跨 8 月 31 日，本学年只算 10 天；4 人实习 5 天为 20 人日；S2 的单位不是“走出去”企业；S3 是学习：共 30 人日。',
      en: "S1's practice runs over 31 August and gives the year 10 days; 4 students for 5 days give 20; the enterprise of S2 is no going-out one; S3 went to study: 30.",
    },
    records: {
      partner: [
        {
          code: 'GO',
          name_zh: '中资农机公司',
          name_en: 'Farm machinery company',
          type: 'enterprise',
          country: 'RU',
          going_out: 1,
        },
        { code: 'LC', name_zh: '当地农场', name_en: 'Local farm', type: 'enterprise', country: 'RU', going_out: 0 },
      ],
      mobility: [
        {
          person: 'S1',
          direction: 'out',
          audience: 'student',
          purpose: 'practice',
          country: 'RU',
          partner: 'GO',
          start: '2023-08-22',
          end: '2023-09-10',
        },
        {
          headcount: 4,
          direction: 'out',
          audience: 'student',
          purpose: 'practice',
          country: 'RU',
          partner: 'GO',
          start: '2023-05-08',
          end: '2023-05-12',
        },
        {
          person: 'S2',
          direction: 'out',
          audience: 'student',
          purpose: 'practice',
          country: 'RU',
          partner: 'LC',
          start: '2023-05-08',
          end: '2023-05-12',
        },
        {
          person: 'S3',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'RU',
          partner: 'GO',
          start: '2023-05-08',
          end: '2023-05-12',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 30,
  },
}
