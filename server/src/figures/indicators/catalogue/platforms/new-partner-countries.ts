import type { Declaration } from '../../definition.ts'
import { partnerDimensions } from '../dimension-sets.ts'

export const newPartnerCountries: Declaration = {
  id: 'new-partner-countries',
  code: 'PF05.new',
  name: { zh: '合作国家（地区）数（本期新增）', en: 'Partner countries (new in the period)' },
  definition: {
    zh: '本期内首次有合作机构的国（境）外国家（地区）数。以前有过合作机构的国家（地区），本期再增加一家也不算新增。',
    en: 'Countries and regions outside the border in which the college gained its first partner in the period. A country that has ever had a partner is not new when it gains another.',
  },
  fillingNote: {
    zh: '在“合作机构”台账填“合作起始日期”，以一个国家（地区）全部合作机构中最早的日期为准。已结束合作的老机构也要保留在台账中，不填起始日期的视为一直有合作，该国家（地区）不会算作新增。',
    en: 'Give “From” under “Partner”; the earliest of all partners of a country decides. Former partners have to stay in the register; one without “From” has always been a partner, and its country is never new.',
  },
  theme: 'PLATFORMS',
  kind: 'FLOW',
  unit: { zh: '个', en: 'countries' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['partner'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'partner',
    time: { fallsIn: 'from' },
    onePer: { key: ['country'], pick: 'first', by: 'from' },
  },
  measure: { distinct: 'country' },
  dimensions: partnerDimensions,
  example: {
    words: {
      zh: '越南 2018 年已有合作机构，2022 年再增一家不算；老挝未填起始日期，视为一直有；俄罗斯 2022 年 11 月首次合作：新增 1 个国家。',
      en: 'Viet Nam has had a partner since 2018, so one more in 2022 makes nothing new; the partner in Laos has no first day and has always been one; Russia gains its first in November 2022: 1.',
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
          from: '2022-10-01',
        },
        { code: 'C', name_zh: '万象职业学院', name_en: 'Vientiane Vocational College', type: 'college', country: 'LA' },
        {
          code: 'D',
          name_zh: '琅勃拉邦技术学院',
          name_en: 'Luang Prabang Technical College',
          type: 'college',
          country: 'LA',
          from: '2022-12-01',
        },
        {
          code: 'E',
          name_zh: '乌苏里农业学院',
          name_en: 'Ussuri Agro College',
          type: 'college',
          country: 'RU',
          from: '2022-11-01',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
