import type { Declaration } from '../../definition.ts'
import { partnerUnderAgreementDimensions } from '../dimension-sets.ts'

export const partnerCountriesWithAgreements: Declaration = {
  id: 'partner-countries-with-agreements',
  code: 'PF05.agreements',
  name: { zh: '合作国家（地区）数（有有效协议）', en: 'Partner countries (with an agreement in force)' },
  definition: {
    zh: '本期最后一天，与其合作机构有有效协议的国（境）外国家（地区）数。与“合作国家（地区）数”不同，只登记为合作机构、没有有效协议的不计。',
    en: 'Countries and regions outside the border with whose partners an agreement is in force on the last day of the period. Unlike the countries of all partners, one that is only registered and has no agreement in force does not count.',
  },
  fillingNote: {
    zh: '在“合作协议”台账填报并指明“合作机构编号”，国家（地区）取自“合作机构”台账。协议到期未续签的填“终止日期”。',
    en: 'Fill in “Agreement” with the “Partner”; the country is that of the “Partner”. Give “To” where it has run out and was not renewed.',
  },
  theme: 'PLATFORMS',
  kind: 'STOCK',
  unit: { zh: '个', en: 'countries' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['agreement'],
  scope: { numerator: 'partner.country', denominator: 'partner.country', default: 'BORDER' },
  set: { of: 'agreement', time: { inForce: [['from', 'to']] } },
  measure: { distinct: 'partner.country' },
  dimensions: partnerUnderAgreementDimensions,
  example: {
    words: {
      zh: '越南两家机构计一国；中国香港计入国（境）外；国内企业不计；德国的机构没有协议：共 2 个。',
      en: 'Two partners in Viet Nam are one country; Hong Kong is inside this scope; the domestic enterprise is not; the German partner has no agreement: 2.',
    },
    records: {
      partner: [
        { code: 'P1', name_zh: '河内职业学院', name_en: 'Hanoi Vocational College', type: 'college', country: 'VN' },
        { code: 'P2', name_zh: '岘港技术学院', name_en: 'Da Nang Technical College', type: 'college', country: 'VN' },
        { code: 'P3', name_zh: '香港专业学会', name_en: 'Hong Kong Trade Institute', type: 'institute', country: 'HK' },
        { code: 'P4', name_zh: '本地农机公司', name_en: 'Local Machinery Company', type: 'enterprise', country: 'CN' },
        { code: 'P5', name_zh: '莱比锡职校', name_en: 'Leipzig Vocational School', type: 'college', country: 'DE' },
      ],
      agreement: [
        { code: 'A', partner: 'P1', type: 'moa', signed_on: '2021-09-01', from: '2021-09-01' },
        { code: 'B', partner: 'P2', type: 'moa', signed_on: '2021-09-01', from: '2021-09-01' },
        { code: 'C', partner: 'P3', type: 'moa', signed_on: '2021-09-01', from: '2021-09-01' },
        { code: 'D', partner: 'P4', type: 'moa', signed_on: '2021-09-01', from: '2021-09-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
