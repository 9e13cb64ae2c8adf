import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const destinationRateDecember: Declaration = {
  id: 'destination-rate-december',
  code: 'SK15.dec',
  name: { zh: '毕业去向落实率（12月31日）', en: 'Destination rate (31 December)' },
  definition: {
    zh: '到毕业当年 12 月 31 日，已就业、自主创业、灵活就业和升学的毕业生占该届全部毕业生的百分比。与 8 月 31 日的数分开统计，两个时点不能放在同一序列里。',
    en: 'Graduates of a class who by 31 December of their graduation year were employed, in business of their own, working flexibly or in further study, as a percentage of the whole class. It is kept apart from the rate of 31 August: the two days do not belong in one series.',
  },
  fillingNote: {
    zh: '填“毕业去向”台账，“观测时点”选“12月31日”，全届毕业生都要填，包括 8 月 31 日已落实、此后没有变化的；只填有变化的会使分母不全。查不到去向的填“去向不明”。',
    en: 'Fill in “Graduate outcome” with Observation “31 December” for the whole class, those whose destination has not changed since August too: with the changed ones alone the denominator is not whole. Where nothing is known Status is “unknown”.',
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['COHORT'],
  base: ['graduate-outcome'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: {
    of: 'graduate-outcome',
    where: [{ field: 'observation', in: ['12-31'] }],
    time: { fallsIn: 'class' },
  },
  measure: {
    share: [{ field: 'status', in: ['employed', 'own-business', 'flexible', 'further-study'] }],
    per: 'persons',
  },
  dimensions: graduateDimensions,
  example: {
    words: {
      zh: 'L2 在 8 月未就业、12 月已就业，按 12 月计；L4 仍未就业；8 人灵活就业：9 ÷ 10 = 90%。2022 届的 L9 不在内。',
      en: 'L2 had no job in August and has one in December, which is what counts; L4 has none; 8 work flexibly: 9 of 10 is 90%. L9 belongs to the class of 2022.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
      ],
      'graduate-outcome': [
        { person: 'L2', programme: 'PA', class: 2023, observation: '08-31', status: 'not-employed' },
        { person: 'L2', programme: 'PA', class: 2023, observation: '12-31', status: 'employed' },
        { person: 'L4', programme: 'PA', class: 2023, observation: '12-31', status: 'not-employed' },
        { headcount: 8, programme: 'PB', class: 2023, observation: '12-31', status: 'flexible' },
        { person: 'L9', programme: 'PA', class: 2022, observation: '12-31', status: 'employed' },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 90,
  },
}
