import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const employedOneYearAfter: Declaration = {
  id: 'employed-one-year-after',
  code: 'SK16',
  name: { zh: '一年后就业率', en: 'Employed one year after' },
  definition: {
    zh: '毕业一年后已就业、自主创业或灵活就业的毕业生占该时点有记录的毕业生的百分比。升学不算就业，去向不明的留在分母中；只用毕业一年后这一时点的记录，不与 8 月 31 日、12 月 31 日的数混用。',
    en: 'Graduates who a year after were employed, in business of their own or working flexibly, as a percentage of all those observed at that point. Further study is no employment, and those whose destination is unknown stay in the denominator. Only records of this point are read, never those of 31 August or 31 December.',
  },
  fillingNote: {
    zh: '填“毕业去向”台账，“观测时点”选“毕业一年后”，全届毕业生都要填：查不到的“毕业去向”填“去向不明”，不要漏行。“届”填毕业学年最后一日所在年份，不是调查年份。',
    en: 'Fill in “Graduate outcome” with Observation “twelve months after” for the whole class: where nothing is known, Status is “unknown”, and the row is not left out. Class is the year of graduation, not that of the survey.',
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
    where: [{ field: 'observation', in: ['12m'] }],
    time: { fallsIn: 'class' },
  },
  measure: { share: [{ field: 'status', in: ['employed', 'own-business', 'flexible'] }], per: 'persons' },
  dimensions: graduateDimensions,
  example: {
    words: {
      zh: '毕业一年后有记录的 8 人：L1 就业，L2 创业，L3 升学（不算就业），L4 去向不明（留在分母，他 12 月 31 日的就业不看），另 4 人灵活就业：6 ÷ 8 = 75%。',
      en: 'Eight are observed a year after: L1 is employed, L2 has a business, L3 studies on, which is no employment, L4 is unknown and stays in the denominator (a job on 31 December is not read), and four work flexibly: 6 of 8 is 75%.',
    },
    records: {
      'graduate-outcome': [
        { person: 'L1', class: 2023, observation: '12m', status: 'employed' },
        { person: 'L2', class: 2023, observation: '12m', status: 'own-business' },
        { person: 'L3', class: 2023, observation: '12m', status: 'further-study' },
        { person: 'L4', class: 2023, observation: '12m', status: 'unknown' },
        { person: 'L4', class: 2023, observation: '12-31', status: 'employed' },
        { headcount: 4, class: 2023, observation: '12m', status: 'flexible' },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 75,
  },
}
