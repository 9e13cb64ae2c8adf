import type { Declaration } from '../../definition.ts'
import { partnerUnderAgreementDimensions } from '../dimension-sets.ts'

export const newPartnerOrganisations: Declaration = {
  id: 'new-partner-organisations',
  code: 'PF04.new',
  name: { zh: '合作机构数（本期新增）', en: 'Partner organisations (new in the period)' },
  definition: {
    zh: '本期内首次有协议生效的合作机构数。与“合作机构数”不同，以前有过协议的机构，续签或再签都不算新增。',
    en: 'Partners whose first agreement ever took effect in the period. Unlike the number in force, a partner that had an agreement before is not new when it renews or signs another.',
  },
  fillingNote: {
    zh: '填报方法同“合作机构数”。是否新增看该机构全部协议中最早的“生效日期”，历年已到期的协议也要填报，否则老机构会被算作新增。',
    en: 'Filled in like the partners with an agreement in force. What is new is told by the earliest “From” of all agreements, so that those long run out have to be entered too, else an old partner passes for new.',
  },
  theme: 'PLATFORMS',
  kind: 'FLOW',
  unit: { zh: '所/家', en: 'organisations' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['agreement'],
  scope: { numerator: 'partner.country', denominator: 'partner.country', default: null },
  set: { of: 'agreement', time: { fallsIn: 'from' }, onePer: { key: ['partner'], pick: 'first', by: 'from' } },
  measure: { distinct: 'partner' },
  dimensions: partnerUnderAgreementDimensions,
  example: {
    words: {
      zh: 'P1 在 2019 年已有协议，续签不算；P2 的第一份协议 2022 年 10 月生效：新增 1 家。',
      en: 'P1 has had an agreement since 2019, and a renewal makes nothing new; the first of P2 takes effect in October 2022: 1.',
    },
    records: {
      partner: [
        { code: 'P1', name_zh: '河内职业学院', name_en: 'Hanoi Vocational College', type: 'college', country: 'VN' },
        { code: 'P2', name_zh: '岘港技术学院', name_en: 'Da Nang Technical College', type: 'college', country: 'VN' },
      ],
      agreement: [
        { code: 'A', partner: 'P1', type: 'moa', signed_on: '2019-01-10', from: '2019-01-10', to: '2022-12-31' },
        { code: 'B', partner: 'P1', type: 'moa', signed_on: '2022-12-20', from: '2023-01-01', renewal_of: 'A' },
        { code: 'C', partner: 'P2', type: 'moa', signed_on: '2022-08-20', from: '2022-10-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
