import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const occupationalStandardsNewlyDeveloped: Declaration = {
  id: 'occupational-standards-newly-developed',
  code: 'ST03.new',
  name: {
    zh: '参与开发国外职业标准数（本期新增）',
    en: 'Foreign occupational standards developed (new in the period)',
  },
  definition: {
    zh: '本校开发或参与开发的职业标准中，本期内首次被国外采用的标准数。与时点数不同，以前已被别国采用过的不算新增；此前只被中国香港、中国澳门、中国台湾采用的，首次被国外采用时算新增。',
    en: 'Occupational standards, own or jointly made, that a foreign country adopted for the first time in the period. Unlike the number in force on a day, one that another country had adopted earlier is not new; one that was used in Hong Kong, Macao or Taiwan alone is new when it is first adopted abroad.',
  },
  fillingNote: {
    zh: '填法同“参与开发国外职业标准数”。以“标准（资源）采用”台账中该标准在国外历年最早的采用日期为准，往年的采用也要补录。',
    en: 'Filled in like the number of foreign occupational standards developed. What decides is the earliest day in “Adoption” on which the standard was adopted abroad, so enter the adoptions of earlier years too.',
  },
  theme: 'STANDARDS',
  kind: 'FLOW',
  unit: { zh: '个', en: 'standards' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
  set: {
    of: 'adoption',
    where: [
      { field: 'standard.direction', in: ['own', 'joint'] },
      { field: 'standard.type', in: ['occupational'] },
    ],
    time: { fallsIn: { stage: 'adopted' } },
    onePer: { key: ['standard'], pick: 'first', by: { stage: 'adopted' } },
  },
  measure: { distinct: 'standard' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: 'N1 在 2021 年被中国香港采用，不属国外，2022 年 11 月被坦桑尼亚采用才算首次；N2 在 2021 年已被赞比亚采用，再被坦桑尼亚采用不算：新增 1 项。',
      en: 'N1 was used in Hong Kong in 2021, which is not abroad, so Tanzania in November 2022 is its first; N2 was adopted in Zambia in 2021, so Tanzania makes it no new one: 1.',
    },
    records: {
      standard: [
        {
          code: 'N1',
          title_zh: '农机操作工国家职业标准',
          title_en: 'Farm machinery operator',
          type: 'occupational',
          direction: 'joint',
        },
        {
          code: 'N2',
          title_zh: '温室种植员职业标准',
          title_en: 'Greenhouse grower',
          type: 'occupational',
          direction: 'own',
        },
      ],
      adoption: [
        { standard: 'N1', country: 'HK', adopter: 'Kowloon Institute', adopted_on: '2021-03-01' },
        { standard: 'N1', country: 'TZ', adopter: 'NACTVET', adopted_on: '2022-11-20' },
        { standard: 'N2', country: 'ZM', adopter: 'TEVETA', adopted_on: '2021-06-01' },
        { standard: 'N2', country: 'TZ', adopter: 'NACTVET', adopted_on: '2022-11-20' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
