import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const newlyCertifiedStandards: Declaration = {
  id: 'newly-certified-standards',
  code: 'ST06.new',
  name: {
    zh: '官方认证/纳入国民教育体系标准数（本期新增）',
    en: 'Standards certified by the foreign authority (new in the period)',
  },
  definition: {
    zh: '本校开发或参与开发的标准中，本期内首次经国（境）外主管部门注册认证或纳入其国民教育体系（有认证机构和认证编号）的标准数。与时点数不同，往年已被一国认证的，本期再被别国认证不算新增。',
    en: 'Standards, own or jointly made, that an authority outside the border registered or took into its national system for the first time in the period, with its name and a number. Unlike the number in force on a day, one that another country had certified earlier is not new.',
  },
  fillingNote: {
    zh: '填法同“官方认证/纳入国民教育体系标准数”。“采用日期”在往年、本期才取得认证的，按“注册认证日期”计入本期；缺“认证机构”或“认证编号”的行在补齐之前不参与计算。',
    en: 'Filled in like the number of certified standards. A standard adopted years ago and certified now is new by its “Registered on”. A row without “Authority” or “Certificate number” takes no part until both are filled in.',
  },
  theme: 'STANDARDS',
  kind: 'FLOW',
  unit: { zh: '个', en: 'standards' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'adoption',
    where: [
      { field: 'standard.direction', in: ['own', 'joint'] },
      { field: 'authority', filled: true },
      { field: 'certificate_no', filled: true },
    ],
    time: { fallsIn: { stage: 'registered' } },
    onePer: { key: ['standard'], pick: 'first', by: { stage: 'registered' } },
  },
  measure: { distinct: 'standard' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: 'N1 在 2021 年已在坦桑尼亚注册，再在赞比亚注册不算；N2 在 2020 年采用、2022 年 11 月才注册，算新增；N3 在 2021 年的注册没有编号，不算数，2023 年 2 月的才是首次：新增 2 项。',
      en: 'N1 was registered in Tanzania in 2021, so Zambia makes it no new one; N2 was adopted in 2020 and registered in November 2022; N3 has no number for 2021, so February 2023 is its first: 2.',
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
          title_zh: '数控技术专业教学标准',
          title_en: 'CNC technology programme standard',
          type: 'programme',
          direction: 'own',
        },
        {
          code: 'N3',
          title_zh: '温室管理课程标准',
          title_en: 'Greenhouse management course standard',
          type: 'course',
          direction: 'own',
        },
      ],
      adoption: [
        {
          standard: 'N1',
          country: 'TZ',
          adopter: 'Arusha Technical College',
          registered_on: '2021-06-15',
          authority: 'NACTVET',
          certificate_no: 'NOS-101',
        },
        {
          standard: 'N1',
          country: 'ZM',
          adopter: 'Lusaka Trades College',
          registered_on: '2023-02-01',
          authority: 'TEVETA',
          certificate_no: 'Z-7',
        },
        {
          standard: 'N2',
          country: 'KH',
          adopter: 'Phnom Penh Technical College',
          adopted_on: '2020-10-01',
          registered_on: '2022-11-20',
          authority: 'MoLVT',
          certificate_no: 'KH-55',
        },
        {
          standard: 'N3',
          country: 'LA',
          adopter: 'Vientiane Vocational College',
          registered_on: '2021-09-10',
          authority: 'MoES',
        },
        {
          standard: 'N3',
          country: 'TH',
          adopter: 'Chiang Rai Technical College',
          registered_on: '2023-02-10',
          authority: 'OVEC',
          certificate_no: 'TH-3',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
