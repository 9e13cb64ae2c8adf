import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const liveAdoptionRate: Declaration = {
  id: 'live-adoption-rate',
  code: 'ST07',
  name: { zh: '有效采用率', en: 'Live adoption rate' },
  definition: {
    zh: '统计日仍有效的标准采用中，此前十二个月内确有外方学生使用的所占百分比。它回答“采用了之后有没有真在用”：采用多年而没有学生的留在分母中，拉低该比率。这十二个月内“标准采用使用”没有任何记录或零报告的，不作 0%，而是未填报。',
    en: 'Of the adoptions of standards in force on the day, the percentage that learners abroad used in the twelve months up to it. It tells whether what was adopted is in use: an adoption of many years without learners stays in the denominator. Where no use at all was reported in those months, nor that there was none, it is a gap and not 0 %.',
  },
  fillingNote: {
    zh: '采用填“标准（资源）采用”台账，使用情况填“标准（资源）使用情况”台账（也可在“标准（资源）采用”台账的附加列中填写）：“标准编号”“采用国家（地区）”“采用机构”须与采用记录完全一致，填写起止日期和“涉及外方学生数”。人数为 0 的不算使用。统计期为截至统计日的十二个月，只要起止日期与之有一天重叠即算。引进的标准、资源和装备不计。',
    en: 'Adoptions go into “Adoption”, their use into “Use of what was adopted” (or into the further columns of “Adoption”), with the same standard, country and adopter as the adoption, the days from and to, and “Learners”. 0 learners is no use. The twelve months end on the day asked for; a single day in them is enough. Standards that were introduced, resources and equipment take no part.',
  },
  theme: 'STANDARDS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 2,
  change: {
    zh: '没有填报条件所要求的任何记录、又会算出 0% 时，改为“未填报”。',
    en: 'Where nothing that its condition asks for was reported, what would be 0 % is a gap: nothing was reported.',
  },
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: null },
  set: {
    of: 'adoption',
    where: [{ field: 'standard.direction', in: ['own', 'joint'] }],
    time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] },
  },
  measure: {
    share: [
      {
        related: {
          of: 'adoption-use',
          on: { standard: 'standard', country: 'country', adopter: 'adopter' },
          where: [{ field: 'learners', atLeast: 1 }],
          time: { trailing: 12, overlaps: ['from', 'to'] },
        },
        atLeast: 1,
      },
    ],
    per: 'records',
    zero: [{ of: 'adoption-use', trailing: 12 }],
  },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: '统计日 2023-06-30，前溯十二个月自 2022-07-01 起。柬埔寨在用；俄罗斯的使用到 2022-07-01 止，恰在其内；老挝的到 2022-06-30 止，差一天；泰国填的是 0 人；越南的采用已失效，不在分母：2 ÷ 4 = 50%。',
      en: 'On 30 June 2023 the twelve months begin on 1 July 2022. Cambodia uses the standard; use in Russia ended on 1 July 2022, just inside; in Laos on 30 June, a day too early; Thailand has 0 learners; the adoption in Vietnam lapsed and is not in the denominator: 2 of 4 is 50%.',
    },
    records: {
      standard: [
        {
          code: 'S1',
          title_zh: '数控技术专业教学标准',
          title_en: 'CNC technology programme standard',
          type: 'programme',
          direction: 'own',
        },
      ],
      adoption: [
        { standard: 'S1', country: 'KH', adopter: 'College A', adopted_on: '2020-05-01' },
        { standard: 'S1', country: 'RU', adopter: 'College B', adopted_on: '2020-05-01' },
        { standard: 'S1', country: 'LA', adopter: 'College C', adopted_on: '2020-05-01' },
        { standard: 'S1', country: 'TH', adopter: 'College D', adopted_on: '2020-05-01' },
        { standard: 'S1', country: 'VN', adopter: 'College E', adopted_on: '2020-05-01', lapsed_on: '2023-01-31' },
      ],
      'adoption-use': [
        {
          standard: 'S1',
          country: 'KH',
          adopter: 'College A',
          from: '2022-09-01',
          to: '2023-07-15',
          learners: 40,
        },
        {
          standard: 'S1',
          country: 'RU',
          adopter: 'College B',
          from: '2021-09-01',
          to: '2022-07-01',
          learners: 12,
        },
        {
          standard: 'S1',
          country: 'LA',
          adopter: 'College C',
          from: '2021-09-01',
          to: '2022-06-30',
          learners: 25,
        },
        { standard: 'S1', country: 'TH', adopter: 'College D', from: '2022-09-01', to: '2023-07-15', learners: 0 },
        {
          standard: 'S1',
          country: 'VN',
          adopter: 'College E',
          from: '2022-09-01',
          to: '2023-01-31',
          learners: 30,
        },
      ],
    },
    ask: { basis: 'POINT_IN_TIME', year: 2023, at: '06-30' },
    expect: 50,
  },
}
