import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const newAdoptingCountries: Declaration = {
  id: 'new-adopting-countries',
  code: 'ST04.new',
  name: { zh: '标准采用国家数（本期新增）', en: 'Adopting countries (new in the period)' },
  definition: {
    zh: '本期内首次采用本校开发或参与开发的标准的国家（地区）数。以前采用过任何一项的国家（地区），本期再采用也不算新增。',
    en: 'Countries and regions that adopted a standard of the college, own or jointly made, for the first time in the period. A country that has ever adopted one is not new when it adopts another.',
  },
  fillingNote: {
    zh: '填法同“标准采用国家数”。以“标准（资源）采用”台账中该国家（地区）历年最早的采用日期为准，往年的采用也要补录，否则会误算为新增。',
    en: 'Filled in like the number of adopting countries. What decides is the earliest day in “Adoption” on which the country adopted anything, so enter the adoptions of earlier years too, or an old adopter passes for a new one.',
  },
  theme: 'STANDARDS',
  kind: 'FLOW',
  unit: { zh: '个', en: 'countries' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'adoption',
    where: [{ field: 'standard.direction', in: ['own', 'joint'] }],
    time: { fallsIn: { stage: 'adopted' } },
    onePer: { key: ['country'], pick: 'first', by: { stage: 'adopted' } },
  },
  measure: { distinct: 'country' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: '柬埔寨 2021 年已采用 S1，2022 年再采用 S2 不算新增；老挝 2022 年 10 月首次采用：新增 1 个国家。',
      en: 'Cambodia adopted S1 in 2021, so adopting S2 in 2022 makes it no new country; Laos adopts for the first time in October 2022: 1.',
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
        {
          code: 'S2',
          title_zh: '园艺技术专业教学标准',
          title_en: 'Horticulture programme standard',
          type: 'programme',
          direction: 'own',
        },
      ],
      adoption: [
        { standard: 'S1', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2021-05-01' },
        { standard: 'S2', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2022-12-01' },
        { standard: 'S1', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2022-10-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
