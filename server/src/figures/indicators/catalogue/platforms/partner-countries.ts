import type { Declaration } from '../../definition.ts'
import { partnerDimensions } from '../dimension-sets.ts'

export const partnerCountries: Declaration = {
  id: 'partner-countries',
  code: 'PF05',
  name: { zh: '合作国家（地区）数', en: 'Partner countries' },
  definition: {
    zh: '本期最后一天有合作机构的国（境）外国家（地区）数，一个国家（地区）有几家合作机构都只计一次。合作已结束的不计。',
    en: 'Countries and regions outside the border in which the college has a partner on the last day of the period; a country is one however many partners it has. Partnerships that have ended do not count.',
  },
  fillingNote: {
    zh: '在“合作机构”台账填“国家（地区）”和“合作起始日期”，结束合作的填“合作终止日期”。起始日期不填视为一直有合作。是否有协议不影响本指标，只看有协议的见“合作国家（地区）数（有有效协议）”。',
    en: 'Give “Country or region” and “From” under “Partner”, and “To” once it has ended. Without “From” it is taken to have always been a partner. Agreements do not matter here; they do in the partner countries with an agreement in force.',
  },
  theme: 'PLATFORMS',
  kind: 'STOCK',
  unit: { zh: '个', en: 'countries' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['partner'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: { of: 'partner', time: { inForce: [['from', 'to']] } },
  measure: { distinct: 'country' },
  dimensions: partnerDimensions,
  example: {
    words: {
      zh: '越南有两家合作机构，计一国；中国香港计入国（境）外；本国企业不计；德国的合作 2021 年已结束：共 2 个国家（地区）。',
      en: 'Two partners in Viet Nam are one country; Hong Kong is inside this scope; the domestic enterprise is not; the German partnership ended in 2021: 2.',
    },
    records: {
      partner: [
        {
          code: 'A',
          name_zh: '河内职业学院',
          name_en: 'Hanoi Vocational College',
          type: 'college',
          country: 'VN',
          from: '2018-01-01',
        },
        {
          code: 'B',
          name_zh: '岘港技术学院',
          name_en: 'Da Nang Technical College',
          type: 'college',
          country: 'VN',
          from: '2020-01-01',
        },
        {
          code: 'C',
          name_zh: '香港专业学会',
          name_en: 'Hong Kong Trade Institute',
          type: 'institute',
          country: 'HK',
          from: '2021-01-01',
        },
        {
          code: 'D',
          name_zh: '本地农机公司',
          name_en: 'Local Machinery Company',
          type: 'enterprise',
          country: 'CN',
          from: '2015-01-01',
        },
        {
          code: 'E',
          name_zh: '莱比锡职校',
          name_en: 'Leipzig Vocational School',
          type: 'college',
          country: 'DE',
          from: '2016-01-01',
          to: '2021-12-31',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
