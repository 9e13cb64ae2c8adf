import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const jobMatchRate: Declaration = {
  id: 'job-match-rate',
  code: 'SK17',
  name: { zh: '专业对口率', en: 'Job matches programme' },
  definition: {
    zh: '到毕业当年 12 月 31 日已就业、自主创业或灵活就业的毕业生中，工作与所学专业对口的百分比。升学和未就业的不在分母中；没有填是否对口的视为不对口。没有一条填了是否对口的，不作 0%，而是未填报。',
    en: 'Of the graduates who on 31 December of their graduation year were employed, in business of their own or working flexibly, the percentage whose work matches their programme. Those in further study or without work are not in the denominator, and an empty answer counts as no match. Where not one of them answers it is a gap and not 0 %.',
  },
  fillingNote: {
    zh: '填“毕业去向”台账，“观测时点”选“12月31日”，有工作的毕业生都填“专业是否对口”。留空按不对口计算，因此核实后再留空。8 月 31 日的记录不参与计算。',
    en: 'Fill in “Graduate outcome” with Observation “31 December” and, for all who work, Matched. Left empty it counts as no match, so ask before leaving it so. Records of 31 August take no part.',
  },
  theme: 'SKILLS',
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
  set: {
    of: 'graduate-outcome',
    where: [
      { field: 'observation', in: ['12-31'] },
      { field: 'status', in: ['employed', 'own-business', 'flexible'] },
    ],
    time: { fallsIn: 'class' },
  },
  measure: { share: [{ field: 'matched', in: [1] }], per: 'persons', zero: [{ filled: 'matched' }] },
  dimensions: { ...graduateDimensions, type: 'employer_type' },
  example: {
    words: {
      zh: '12 月 31 日有工作的 4 人：L1、L2 对口，L3 不对口，L4 没填，按不对口；L5 升学，不在分母；L6 只有 8 月 31 日的记录：2 ÷ 4 = 50%。',
      en: 'Four work on 31 December: L1 and L2 match, L3 does not, L4 is empty and counts as no match; L5 studies on and is not in the denominator; L6 has a record of 31 August only: 2 of 4 is 50%.',
    },
    records: {
      'graduate-outcome': [
        { person: 'L1', class: 2023, observation: '12-31', status: 'employed', matched: 1 },
        { person: 'L2', class: 2023, observation: '12-31', status: 'own-business', matched: 1 },
        { person: 'L3', class: 2023, observation: '12-31', status: 'flexible', matched: 0 },
        { person: 'L4', class: 2023, observation: '12-31', status: 'employed' },
        { person: 'L5', class: 2023, observation: '12-31', status: 'further-study', matched: 1 },
        { person: 'L6', class: 2023, observation: '08-31', status: 'employed', matched: 1 },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 50,
  },
}
