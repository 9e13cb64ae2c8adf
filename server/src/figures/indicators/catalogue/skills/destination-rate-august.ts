import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const destinationRateAugust: Declaration = {
  id: 'destination-rate-august',
  code: 'SK15.aug',
  name: { zh: '毕业去向落实率（8月31日）', en: 'Destination rate (31 August)' },
  definition: {
    zh: '到毕业当年 8 月 31 日，已就业、自主创业、灵活就业和升学的毕业生占该届全部毕业生的百分比。去向不明的毕业生留在分母中。',
    en: 'Graduates of a class who by 31 August of their graduation year were employed, in business of their own, working flexibly or in further study, as a percentage of the whole class. Those whose destination is unknown stay in the denominator.',
  },
  fillingNote: {
    zh: '填“毕业去向”台账，“观测时点”选“8月31日”，全届毕业生都要填：查不到去向的“毕业去向”填“去向不明”，不要漏行，否则落实率虚高。只报人数的填“人数”，一行一种去向。之后去向有变化的，另填“12月31日”的行，不改这一行。',
    en: 'Fill in “Graduate outcome” with Observation “31 August” for the whole class: where nothing is known Status is “unknown”, and the row is not left out, or the rate is too high. Where only numbers are known, fill in “Headcount”, one row a Status. What changes later goes into a row of “31 December” and leaves this one as it is.',
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
    where: [{ field: 'observation', in: ['08-31'] }],
    time: { fallsIn: 'class' },
  },
  measure: {
    share: [{ field: 'status', in: ['employed', 'own-business', 'flexible', 'further-study'] }],
    per: 'persons',
  },
  dimensions: graduateDimensions,
  example: {
    words: {
      zh: '2023 届 10 人：就业、升学各 1 人，灵活就业 6 人，未就业 1 人，去向不明 1 人仍在分母：8 ÷ 10 = 80%。12 月 31 日的那一条不计。',
      en: 'The class of 2023 has 10: one employed, one in further study, 6 working flexibly, one not employed, and one unknown who stays in the denominator: 8 of 10 is 80%. The later observation is not read.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
      ],
      'graduate-outcome': [
        { person: 'L1', programme: 'PA', class: 2023, observation: '08-31', status: 'employed' },
        { person: 'L2', programme: 'PA', class: 2023, observation: '08-31', status: 'further-study' },
        { person: 'L3', programme: 'PA', class: 2023, observation: '08-31', status: 'unknown' },
        { person: 'L3', programme: 'PA', class: 2023, observation: '12-31', status: 'employed' },
        { person: 'L4', programme: 'PA', class: 2023, observation: '08-31', status: 'not-employed' },
        { headcount: 6, programme: 'PB', class: 2023, observation: '08-31', status: 'flexible' },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 80,
  },
}
