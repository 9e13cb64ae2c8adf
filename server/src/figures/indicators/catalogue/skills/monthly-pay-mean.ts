import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const monthlyPayMean: Declaration = {
  id: 'monthly-pay-mean',
  code: 'SK18.mean',
  name: { zh: '月收入（均值）', en: 'Monthly pay (mean)' },
  definition: {
    zh: '毕业半年后填报了月收入的毕业生的税前月收入平均值，官方报表一般采用此数。按人数填报的一行以其平均数乘以人数参与平均；未填收入的不计，不按 0 算。',
    en: 'The mean monthly pay before tax of graduates who stated it half a year after graduating, which is what official tables ask for as a rule. A group row takes part with its mean, weighed by its headcount; those who stated nothing are left out and not taken for 0.',
  },
  fillingNote: {
    zh: '填“毕业去向”台账，“观测时点”选“毕业半年后”，填写“月收入（元）”（税前）。只有汇总数的，一行填“人数”和这些人的平均月收入，人数只含作答的人。没有收入或未作答的留空，不要填 0。',
    en: 'Fill in “Graduate outcome” with Observation “six months after” and “Monthly pay (CNY)” before tax. Where only totals are known, a row has the Headcount of those who answered and their mean pay. Leave pay empty where there is none or no answer; do not write 0.',
  },
  theme: 'SKILLS',
  kind: 'MEAN',
  unit: { zh: '元', en: 'CNY' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['COHORT'],
  base: ['graduate-outcome'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: {
    of: 'graduate-outcome',
    where: [
      { field: 'observation', in: ['6m'] },
      { field: 'pay', filled: true },
    ],
    time: { fallsIn: 'class' },
  },
  measure: { mean: 'pay' },
  dimensions: { ...graduateDimensions, type: 'employer_type' },
  example: {
    words: {
      zh: 'L1 4000 元，L2 5000 元，另 3 人平均 6000 元；L3 没填，不计；L4 填的是毕业一年后的收入，不看：(4000＋5000＋3×6000)÷5＝5400 元。',
      en: 'L1 has 4,000, L2 5,000, three more 6,000 on average; L3 stated nothing, and what L4 earned a year after is not read: (4,000 + 5,000 + 3 × 6,000) ÷ 5 = 5,400 yuan.',
    },
    records: {
      'graduate-outcome': [
        { person: 'L1', class: 2023, observation: '6m', status: 'employed', pay: 4000 },
        { person: 'L2', class: 2023, observation: '6m', status: 'employed', pay: 5000 },
        { person: 'L3', class: 2023, observation: '6m', status: 'employed' },
        { person: 'L4', class: 2023, observation: '12m', status: 'employed', pay: 9000 },
        { headcount: 3, class: 2023, observation: '6m', status: 'employed', pay: 6000 },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 5400,
  },
}
