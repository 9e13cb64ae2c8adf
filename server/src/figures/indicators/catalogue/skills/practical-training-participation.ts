import type { Declaration } from '../../definition.ts'

export const practicalTrainingParticipation: Declaration = {
  id: 'practical-training-participation',
  code: 'SK24',
  name: { zh: '企业实践参与率', en: 'Learners with practical training at an enterprise' },
  definition: {
    zh: '本期内在合作企业有过一段不少于 5 天的实习或实践的学生人数，占本期在校生数的百分比。5 天按这段实践的全部天数算，跨期的不截断；几段不足 5 天的不能相加。分母是全部在校生，不只是毕业年级。',
    en: 'Learners with a placement of at least 5 days at a partner enterprise in the period, as a percentage of all learners enrolled in it. The 5 days are those of the whole placement, also where it reaches beyond the period; shorter ones are not added up. The denominator is everyone enrolled, not only the final year.',
  },
  fillingNote: {
    zh: '分子取自“岗位实习与企业实践”台账（单位须为“合作机构”台账中类型为“企业”的机构），分母取自“学籍（含留学生）”台账。两处“人员编号”须一致。按国家（地区）分列要填两个台账的“国籍（地区）”；分子按人数填报时同一人可能重复，宜按名单填报。',
    en: 'The numerator comes from “Placement” (at a partner of Type “enterprise” in “Partner”), the denominator from “Enrolment”; use the same Person in both. To see it by country fill in Nationality in both. Rows with a Headcount may count a learner twice, so report by name where you can.',
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['placement', 'enrolment'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  measure: {
    ratio: {
      numerator: {
        set: {
          of: 'placement',
          where: [
            { field: 'partner.type', in: ['enterprise'] },
            { field: { days: ['start', 'end'] }, atLeast: 5 },
          ],
          time: { overlaps: ['start', 'end'] },
        },
        measure: { distinct: 'persons' },
      },
      denominator: {
        set: { of: 'enrolment', time: { overlaps: ['start', 'end'] } },
        measure: { distinct: 'persons' },
      },
    },
  },
  dimensions: {
    country: 'nationality',
    continent: 'nationality',
    bloc: 'nationality',
    programme: 'programme',
    department: 'programme.department',
    level: 'programme.level',
  },
  example: {
    words: {
      zh: '在校生 10 人。L1 两段实践都满 5 天，计一人；L2 只有 4 天；L3 的一段从 8 月 30 日到 9 月 3 日，共 5 天，跨学年不截断，计入；另有 2 人实践 10 天；L1 在大学的不看：4 ÷ 10 = 40%。',
      en: 'Ten are enrolled. L1 has two placements of 5 days and more and is one; L2 has 4 days; that of L3, from 30 August to 3 September, has 5 days in all and is not cut at the new year; two more were placed for 10 days: 4 of 10 is 40%.',
    },
    records: {
      partner: [
        { code: 'E1', name_zh: '农机公司', name_en: 'Farm machinery company', type: 'enterprise', country: 'CN' },
      ],
      programme: [{ code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' }],
      enrolment: [
        { person: 'L1', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
        { person: 'L2', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
        { person: 'L3', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2021-09-01', end: '2024-07-01' },
        { headcount: 7, programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
      ],
      placement: [
        { person: 'L1', partner: 'E1', country: 'CN', programme: 'PA', start: '2022-11-01', end: '2022-11-05' },
        { person: 'L1', partner: 'E1', country: 'CN', programme: 'PA', start: '2023-03-01', end: '2023-03-20' },
        { person: 'L2', partner: 'E1', country: 'CN', programme: 'PA', start: '2022-11-01', end: '2022-11-04' },
        { person: 'L3', partner: 'E1', country: 'CN', programme: 'PA', start: '2022-08-30', end: '2022-09-03' },
        { headcount: 2, partner: 'E1', country: 'CN', programme: 'PA', start: '2022-11-01', end: '2022-11-10' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 40,
  },
}
