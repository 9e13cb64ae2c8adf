import type { Declaration } from '../../definition.ts'

export const collaboratingEnterprises: Declaration = {
  id: 'collaborating-enterprises',
  code: 'PF10',
  name: { zh: '产教融合合作企业数', en: 'Enterprises in collaboration' },
  definition: {
    zh: '本期内与本校有实际合作的企业数，即接收实习、委托培训或新签协议的企业，国内外都计。一家企业有几项合作只计一家；以前签订、本期没有新活动的协议不计。',
    en: 'Enterprises, at home and abroad, that worked with the college in the period: they took placements, commissioned training or signed an agreement. An enterprise is one however many of these; an agreement signed earlier, with nothing new in the period, does not count.',
  },
  fillingNote: {
    zh: '在“合作机构”台账登记企业，“合作机构类型”填“企业”。实习在“岗位实习与企业实践”台账填“合作机构编号”，培训在“国（境）外人员培训”台账填“委托方编号”，协议在“合作协议”台账填“签订日期”。',
    en: 'Enter the enterprise under “Partner” with “Type” “enterprise”. Name it as the “Partner” of a “Placement”, as the “Sponsor” of a “Training session”, or under “Agreement” with “Signed on”.',
  },
  theme: 'PLATFORMS',
  kind: 'FLOW',
  unit: { zh: '家', en: 'enterprises' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['placement', 'training-session', 'agreement'],
  scope: { numerator: 'partner.country', denominator: 'partner.country', default: null },
  set: {
    union: [
      { of: 'placement', time: { overlaps: ['start', 'end'] } },
      { of: 'training-session', time: { overlaps: ['start', 'end'] }, as: { partner: 'sponsor' } },
      { of: 'agreement', time: { fallsIn: 'signed_on' } },
    ],
    where: [{ field: 'partner.type', in: ['enterprise'] }],
  },
  measure: { distinct: 'partner' },
  dimensions: {
    country: 'partner.country',
    continent: 'partner.country',
    bloc: 'partner.country',
    partner: 'partner',
    unit: 'unit',
  },
  example: {
    words: {
      zh: 'E1 接收实习又委托培训，计一家；E2 本学年签约；E3 的协议是前年签的；P1 是院校：共 2 家。',
      en: 'E1 took a placement and commissioned training and is one; E2 signed in the year; the agreement of E3 is older; P1 is a college: 2.',
    },
    records: {
      partner: [
        { code: 'E1', name_zh: '本地农机公司', name_en: 'Local machinery company', type: 'enterprise', country: 'CN' },
        {
          code: 'E2',
          name_zh: '中资建材公司',
          name_en: 'Building materials company',
          type: 'enterprise',
          country: 'KH',
          going_out: 1,
        },
        { code: 'E3', name_zh: '电商公司', name_en: 'Commerce company', type: 'enterprise', country: 'CN' },
        { code: 'P1', name_zh: '河内职业学院', name_en: 'Hanoi Vocational College', type: 'college', country: 'VN' },
      ],
      agreement: [
        { code: 'A', partner: 'E2', type: 'contract', signed_on: '2022-12-01', from: '2023-01-01' },
        { code: 'B', partner: 'E3', type: 'contract', signed_on: '2021-03-01', from: '2021-03-01' },
      ],
      'training-session': [
        {
          session: 'S1',
          start: '2022-10-10',
          end: '2022-10-14',
          training_days: 5,
          headcount: 20,
          country: 'RU',
          sponsor: 'E1',
        },
        {
          session: 'S2',
          start: '2022-10-10',
          end: '2022-10-14',
          training_days: 5,
          headcount: 10,
          country: 'VN',
          sponsor: 'P1',
        },
      ],
      placement: [{ headcount: 30, partner: 'E1', country: 'CN', start: '2023-03-01', end: '2023-06-30' }],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
