import type { Declaration } from '../../definition.ts'
import { partnerUnderAgreementDimensions } from '../dimension-sets.ts'

export const partnerOrganisations: Declaration = {
  id: 'partner-organisations',
  code: 'PF04',
  name: { zh: '合作机构数', en: 'Partner organisations' },
  definition: {
    zh: '本期最后一天与本校有有效协议的合作机构数，国内外都计。一家机构有几份协议都只计一家，只有已到期协议的不计。',
    en: 'Partners with an agreement in force on the last day of the period, at home and abroad. A partner is one however many agreements it has; one whose agreements have all run out does not count.',
  },
  fillingNote: {
    zh: '在“合作机构”台账登记机构，在“合作协议”台账填报协议并指明“合作机构编号”。同一机构只登记一次，不要因译名不同重复登记；没有书面协议的往来不计。',
    en: 'Enter the organisation under “Partner” and the paper under “Agreement” with that “Partner”. Enter an organisation once, whatever ways its name is spelt; contacts without a written agreement do not count.',
  },
  theme: 'PLATFORMS',
  kind: 'STOCK',
  unit: { zh: '所/家', en: 'organisations' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['agreement'],
  scope: { numerator: 'partner.country', denominator: 'partner.country', default: null },
  set: { of: 'agreement', time: { inForce: [['from', 'to']] } },
  measure: { distinct: 'partner' },
  dimensions: partnerUnderAgreementDimensions,
  example: {
    words: {
      zh: 'P1 有两份有效协议，计一家；国内企业 P4 也计一家；P5 的协议六月已到期：共 2 家。',
      en: 'P1 has two agreements in force and is one; P4, a domestic enterprise, is another; that with P5 ran out in June: 2.',
    },
    records: {
      partner: [
        { code: 'P1', name_zh: '河内职业学院', name_en: 'Hanoi Vocational College', type: 'college', country: 'VN' },
        { code: 'P4', name_zh: '本地农机公司', name_en: 'Local Machinery Company', type: 'enterprise', country: 'CN' },
        { code: 'P5', name_zh: '莱比锡职校', name_en: 'Leipzig Vocational School', type: 'college', country: 'DE' },
      ],
      agreement: [
        { code: 'A', partner: 'P1', type: 'moa', signed_on: '2020-08-20', from: '2020-09-01' },
        { code: 'B', partner: 'P1', type: 'mou', signed_on: '2021-03-01', from: '2021-03-01' },
        { code: 'C', partner: 'P4', type: 'contract', signed_on: '2022-10-08', from: '2022-10-08' },
        { code: 'D', partner: 'P5', type: 'moa', signed_on: '2018-06-20', from: '2018-07-01', to: '2023-06-30' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
