import type { Declaration } from '../../definition.ts'
import { agreementDimensions } from '../dimension-sets.ts'

export const activeAgreementRate: Declaration = {
  id: 'active-agreement-rate',
  code: 'PF03',
  name: { zh: '活跃协议率', en: 'Active agreement rate' },
  definition: {
    zh: '本期最后一天有效的合作协议中，近 12 个月内有实际活动的协议所占百分比。对方机构在这 12 个月内有师生交流、培训、实习或活动的即为活跃，线上交流也算；同一机构的几份协议同时计为活跃。师生交流、培训、实习、活动四类台账在这 12 个月内有任何一类既无记录也无零报告的，不作 0%，而是未填报。',
    en: 'Of the agreements in force on the last day of the period, the percentage with some activity in the twelve months that end on that day. An agreement is active where its partner had a stay, a training, a placement or an event in them, virtual stays included; all agreements with one partner are active together. 0 % is said only where stays, trainings, placements and events each have a record in those months, or a report that there was none.',
  },
  fillingNote: {
    zh: '协议在“合作协议”台账填报。活动在“师生国（境）外交流”“岗位实习与企业实践”“国际会议与活动”台账填“合作机构编号”，在“国（境）外人员培训”台账填“委托方编号”，须与协议的合作机构一致。不填合作机构编号的活动不能使协议活跃。',
    en: 'Enter agreements under “Agreement”. Name the same partner as the “Partner” of a “Mobility”, “Placement” or “Event” and as the “Sponsor” of a “Training session”; an activity that names none makes no agreement active.',
  },
  theme: 'PLATFORMS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 2,
  change: {
    zh: '没有填报条件所要求的任何记录、又会算出 0% 时，改为“未填报”。',
    en: 'Where nothing that its condition asks for was reported, what would be 0 % is a gap: nothing was reported.',
  },
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['agreement'],
  scope: { numerator: 'partner.country', denominator: 'partner.country', default: null },
  set: { of: 'agreement', time: { inForce: [['from', 'to']] } },
  measure: {
    share: [
      {
        any: [
          [
            {
              related: {
                of: 'mobility',
                on: { partner: 'partner' },
                time: { trailing: 12, overlaps: ['start', 'end'] },
              },
              atLeast: 1,
            },
          ],
          [
            {
              related: {
                of: 'training-session',
                on: { sponsor: 'partner' },
                time: { trailing: 12, overlaps: ['start', 'end'] },
              },
              atLeast: 1,
            },
          ],
          [
            {
              related: {
                of: 'placement',
                on: { partner: 'partner' },
                time: { trailing: 12, overlaps: ['start', 'end'] },
              },
              atLeast: 1,
            },
          ],
          [
            {
              related: { of: 'event', on: { partner: 'partner' }, time: { trailing: 12, overlaps: ['start', 'end'] } },
              atLeast: 1,
            },
          ],
        ],
      },
    ],
    per: 'records',
    zero: [
      { of: 'mobility', trailing: 12 },
      { of: 'training-session', trailing: 12 },
      { of: 'placement', trailing: 12 },
      { of: 'event', trailing: 12 },
    ],
  },
  dimensions: agreementDimensions,
  example: {
    words: {
      zh: 'P1 有两份协议和一次访学，两份都活跃；P5 有一次论坛；P2 的交流在 12 个月之前已结束：3 ÷ 4 = 75%。',
      en: 'P1 has two agreements and a visit: both are active; P5 has a forum; the exchange with P2 ended before the twelve months: 3 of 4 is 75%.',
    },
    records: {
      partner: [
        { code: 'P1', name_zh: '河内职业学院', name_en: 'Hanoi Vocational College', type: 'college', country: 'VN' },
        { code: 'P2', name_zh: '岘港技术学院', name_en: 'Da Nang Technical College', type: 'college', country: 'VN' },
        { code: 'P5', name_zh: '莱比锡职校', name_en: 'Leipzig Vocational School', type: 'college', country: 'DE' },
      ],
      agreement: [
        { code: 'A', partner: 'P1', type: 'moa', signed_on: '2020-08-20', from: '2020-09-01' },
        { code: 'B', partner: 'P1', type: 'mou', signed_on: '2021-03-01', from: '2021-03-01' },
        { code: 'C', partner: 'P2', type: 'moa', signed_on: '2018-06-20', from: '2018-07-01' },
        { code: 'D', partner: 'P5', type: 'moa', signed_on: '2019-06-20', from: '2019-07-01' },
      ],
      mobility: [
        {
          person: 'V1',
          direction: 'in',
          audience: 'staff',
          purpose: 'visiting-scholar',
          country: 'VN',
          partner: 'P1',
          start: '2022-06-01',
          end: '2022-09-01',
        },
        {
          person: 'S1',
          direction: 'out',
          audience: 'student',
          purpose: 'study',
          country: 'VN',
          partner: 'P2',
          start: '2022-06-01',
          end: '2022-08-31',
        },
      ],
      event: [
        {
          code: 'E1',
          title_zh: '职教论坛',
          title_en: 'Vocational forum',
          kind: 'forum',
          role: 'host',
          country: 'CN',
          partner: 'P5',
          start: '2023-05-10',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 75,
  },
}
