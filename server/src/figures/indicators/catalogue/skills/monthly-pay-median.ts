import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const monthlyPayMedian: Declaration = {
  id: 'monthly-pay-median',
  code: 'SK18.median',
  name: { zh: '月收入（中位数）', en: 'Monthly pay (median)' },
  definition: {
    zh: '毕业半年后填报了月收入的毕业生的税前月收入中位数，一半人高于它、一半人低于它，不受个别高薪影响。只能由逐人填报的数据得出：有按人数填报的行时不适用，请改看均值。',
    en: 'The median of the monthly pay before tax of graduates who stated it half a year after graduating: half earn more and half less, whatever a few earn. It can be had from rows of persons only; where a group row takes part it is not applicable, and the mean is there instead.',
  },
  fillingNote: {
    zh: '填“毕业去向”台账，“观测时点”选“毕业半年后”，逐人填写“月收入（元）”（税前，含奖金补贴的月平均）。没有收入或未作答的留空，不要填 0。填“人数”的行会使本指标不适用。',
    en: 'Fill in “Graduate outcome” with Observation “six months after” and, person by person, “Monthly pay (CNY)” before tax. Leave it empty where there is none or no answer; do not write 0. A row with a Headcount makes this indicator not applicable.',
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
  measure: { median: 'pay' },
  dimensions: { ...graduateDimensions, type: 'employer_type' },
  example: {
    words: {
      zh: '看数控技术专业：4000、5200、12000 元，中位数 5200 元；L4 没填，不计。电子商务专业按人数填报，没有中位数，因此全校的中位数也不适用。',
      en: 'In CNC technology there are 4,000, 5,200 and 12,000 yuan, and the median is 5,200; L4 stated nothing. E-commerce reported heads and has no median, so that the whole college has none either.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
      ],
      'graduate-outcome': [
        { person: 'L1', programme: 'PA', class: 2023, observation: '6m', status: 'employed', pay: 4000 },
        { person: 'L2', programme: 'PA', class: 2023, observation: '6m', status: 'employed', pay: 5200 },
        { person: 'L3', programme: 'PA', class: 2023, observation: '6m', status: 'employed', pay: 12000 },
        { person: 'L4', programme: 'PA', class: 2023, observation: '6m', status: 'employed' },
        { headcount: 20, programme: 'PB', class: 2023, observation: '6m', status: 'employed', pay: 4500 },
      ],
    },
    ask: { basis: 'COHORT', year: 2022, by: 'programme', category: 'PA' },
    expect: 5200,
  },
}
