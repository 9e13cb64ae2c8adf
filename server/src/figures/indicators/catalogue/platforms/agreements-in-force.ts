import type { Declaration } from '../../definition.ts'
import { agreementDimensions } from '../dimension-sets.ts'

export const agreementsInForce: Declaration = {
  id: 'agreements-in-force',
  code: 'PF02',
  name: { zh: '有效合作协议数', en: 'Agreements in force' },
  definition: {
    zh: '本期最后一天仍然有效的合作协议份数，含谅解备忘录、合作协议和合同。同一机构有几份有效协议计几份；到期当天仍算有效，没有约定期限的一直有效。',
    en: 'Agreements that are in force on the last day of the period: memoranda of understanding and of agreement, and contracts. Several with one partner are several; the last day is still a day in force, and one without an end stays in force.',
  },
  fillingNote: {
    zh: '在“合作协议”台账逐份填报，“签订日期”“生效日期”照协议填，有期限的填“终止日期”。续签的另填一行，“续签自”填原协议编号，原协议的终止日期不得晚于续签生效之前一天，否则会重复计数。',
    en: 'Enter each one under “Agreement”, “Signed on” and “From” as the paper says, “To” where it has an end. A renewal is a row of its own with “Renewal of”; the old one has to end before it begins, else both count.',
  },
  theme: 'PLATFORMS',
  kind: 'STOCK',
  unit: { zh: '份', en: 'agreements' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['agreement'],
  scope: { numerator: 'partner.country', denominator: 'partner.country', default: null },
  set: { of: 'agreement', time: { inForce: [['from', 'to']] } },
  measure: { count: 'records' },
  dimensions: agreementDimensions,
  example: {
    words: {
      zh: 'A 有期限、B 无期限，都有效；C 与 A 是同一机构的另一份；D 六月已到期：共 3 份。',
      en: 'A, with an end, and B, without, are in force; C is another one with the partner of A; D ran out in June: 3.',
    },
    records: {
      partner: [
        { code: 'P1', name_zh: '河内职业学院', name_en: 'Hanoi Vocational College', type: 'college', country: 'VN' },
        { code: 'P2', name_zh: '岘港技术学院', name_en: 'Da Nang Technical College', type: 'college', country: 'VN' },
      ],
      agreement: [
        { code: 'A', partner: 'P1', type: 'moa', signed_on: '2020-08-20', from: '2020-09-01', to: '2025-08-31' },
        { code: 'B', partner: 'P2', type: 'mou', signed_on: '2021-03-01', from: '2021-03-01' },
        { code: 'C', partner: 'P1', type: 'contract', signed_on: '2022-11-01', from: '2022-11-01', to: '2023-12-31' },
        { code: 'D', partner: 'P2', type: 'moa', signed_on: '2018-06-20', from: '2018-07-01', to: '2023-06-30' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 3,
  },
}
