import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const learnerMobilityRate: Declaration = {
  id: 'learner-mobility-rate',
  code: 'IN18',
  name: { zh: '学生出境流动率（≥10天）', en: 'VET learner mobility rate' },
  definition: {
    zh: '应届毕业生中，在校期间有过至少一次 10 天以上出国（境）学习交流的学生所占百分比，不论目的。只按逐人填报的毕业生计算；每次天数首尾都算，几次短期交流的天数不相加。截至当天没有学生派出记录、也没有零报告的，不作 0%，而是未填报。',
    en: 'Of the graduates of a class, the percentage who had at least one stay of ten days or more outside the border, whatever its purpose. Only graduates entered by person are counted. First and last day belong to a stay, and the days of several short stays are not added. Where no stay of students was ever reported by the day, nor that there was none, it is a gap and not 0 %.',
  },
  fillingNote: {
    zh: '毕业生在“毕业去向”台账逐人填报；出国（境）交流在“师生国（境）外交流”台账填报，“方向”填“派出”，“人员类别”填“学生”，两处“人员编号”须一致。只报人数的毕业生和交流都无法对应到人，不参加计算；线上交流不算出境。',
    en: 'Enter graduates one by one under “Graduate outcome”, and stays under “Mobility” with “Direction” “out” and “Audience” “student”; the “Person” has to be the same in both. Graduates or stays reported as a headcount cannot be matched and take no part; a virtual exchange is no stay.',
  },
  theme: 'INTRODUCTION',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 2,
  change: {
    zh: '没有填报条件所要求的任何记录、又会算出 0% 时，改为“未填报”。',
    en: 'Where nothing that its condition asks for was reported, what would be 0 % is a gap: nothing was reported.',
  },
  bases: ['COHORT'],
  base: ['graduate-outcome'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: { of: 'graduate-outcome', where: [{ field: 'person', filled: true }], time: { fallsIn: 'class' } },
  measure: {
    share: [
      {
        related: {
          of: 'mobility',
          on: { person: 'person' },
          where: [
            { field: 'direction', in: ['out'] },
            { field: 'audience', in: ['student'] },
            { field: 'virtual', notIn: [1] },
            { field: 'country', inScope: 'BORDER' },
            { field: { days: ['start', 'end'] }, atLeast: 10 },
          ],
          time: { upTo: 'start' },
        },
        atLeast: 1,
      },
    ],
    per: 'persons',
    zero: [
      {
        of: 'mobility',
        where: [
          { field: 'direction', in: ['out'] },
          { field: 'audience', in: ['student'] },
        ],
      },
    ],
  },
  dimensions: graduateDimensions,
  example: {
    words: {
      zh: 'G1 有一次正好 10 天，计入；G2 只有 9 天；G3 两次各 5 天，不相加；G4 没有；按人数填报的 10 人不参加计算：1 ÷ 4 = 25%。',
      en: 'G1 has one stay of exactly 10 days and counts; G2 has 9 days; G3 has twice 5, which are not added; G4 has none; the 10 reported as heads take no part: 1 of 4 is 25%.',
    },
    records: {
      mobility: [
        {
          person: 'G1',
          direction: 'out',
          audience: 'student',
          purpose: 'competition',
          country: 'VN',
          start: '2022-05-01',
          end: '2022-05-10',
        },
        {
          person: 'G2',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'VN',
          start: '2022-05-01',
          end: '2022-05-09',
        },
        {
          person: 'G3',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'RU',
          start: '2021-10-01',
          end: '2021-10-05',
        },
        {
          person: 'G3',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'RU',
          start: '2022-10-01',
          end: '2022-10-05',
        },
      ],
      'graduate-outcome': [
        { person: 'G1', class: 2023, observation: '08-31', status: 'employed' },
        { person: 'G1', class: 2023, observation: '12-31', status: 'employed' },
        { person: 'G2', class: 2023, observation: '08-31', status: 'employed' },
        { person: 'G3', class: 2023, observation: '08-31', status: 'further-study' },
        { person: 'G4', class: 2023, observation: '08-31', status: 'unknown' },
        { headcount: 10, class: 2023, observation: '08-31', status: 'employed' },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 25,
  },
}
