import type { Declaration } from '../../definition.ts'

export const teachersWithOverseasExperienceShare: Declaration = {
  id: 'teachers-with-overseas-experience-share',
  code: 'IN14',
  name: { zh: '有海外经历专任教师占比', en: 'Teachers with overseas experience' },
  definition: {
    zh: '本期最后一天在岗的专任教师中，累计有 90 天以上国（境）外学习、实践或访学经历的教师所占百分比。几次经历的天数相加，截至当天尚未结束的不算；赴外讲学、指导和线上研修不算。截至当天没有教职工派出记录、也没有零报告的，不作 0%，而是未填报。',
    en: 'Of the full-time teachers in post on the last day of the period, the percentage whose stays outside the border to study, practise or visit add up to 90 days or more. Days of several stays are added; a stay that has not ended by that day does not count, nor does going out to teach or guide, nor anything virtual. Where no stay of staff was ever reported by that day, nor that there was none, it is a gap and not 0 %.',
  },
  fillingNote: {
    zh: '专任教师在“教职工名册”台账填报；出国（境）经历在“师生国（境）外交流”台账逐次填报，“方向”填“派出”，“人员类别”填“教职工”，“事由”填“学习”“实习实践”或“访学”。两个台账的“人员编号”须一致；入职前的经历也可补填。',
    en: 'Enter full-time teachers under “Staff”, and each of their stays under “Mobility” with “Direction” “out”, “Audience” “staff” and “Purpose” “study”, “practice” or “visiting scholar”. The “Person” has to be the same in both; stays from before they were hired may be entered too.',
  },
  theme: 'INTRODUCTION',
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
  base: ['staff'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: {
    of: 'staff',
    where: [
      { field: 'full_time', in: [1] },
      { field: 'teaching', in: [1] },
    ],
    time: { inForce: [['from', 'to']] },
  },
  measure: {
    share: [
      {
        related: {
          of: 'mobility',
          on: { person: 'person' },
          where: [
            { field: 'direction', in: ['out'] },
            { field: 'audience', in: ['staff'] },
            { field: 'purpose', in: ['study', 'practice', 'visiting-scholar'] },
            { field: 'virtual', notIn: [1] },
            { field: 'country', inScope: 'BORDER' },
          ],
          time: { upTo: 'end' },
        },
        sum: { days: ['start', 'end'] },
        atLeast: 90,
      },
    ],
    per: 'persons',
    zero: [
      {
        of: 'mobility',
        where: [
          { field: 'direction', in: ['out'] },
          { field: 'audience', in: ['staff'] },
        ],
      },
    ],
  },
  dimensions: { country: 'nationality', continent: 'nationality', bloc: 'nationality', sex: 'sex', unit: 'unit' },
  example: {
    words: {
      zh: 'T1 两次共 60 + 30 = 90 天，计入；T2 已结束的 89 天，另一次当天尚未结束；T3 是赴外指导；T4 是线上研修：1 ÷ 4 = 25%。',
      en: 'T1 has 60 + 30 = 90 days in two stays and counts; T2 has 89 days that have ended and a stay that has not; T3 went to guide; T4 studied online: 1 of 4 is 25%.',
    },
    records: {
      staff: [
        { person: 'T1', full_time: 1, teaching: 1, nationality: 'CN', from: '2015-09-01' },
        { person: 'T2', full_time: 1, teaching: 1, nationality: 'CN', from: '2015-09-01' },
        { person: 'T3', full_time: 1, teaching: 1, nationality: 'CN', from: '2015-09-01' },
        { person: 'T4', full_time: 1, teaching: 1, nationality: 'CN', from: '2015-09-01' },
      ],
      mobility: [
        {
          person: 'T1',
          direction: 'out',
          audience: 'staff',
          purpose: 'study',
          country: 'DE',
          start: '2019-09-01',
          end: '2019-10-30',
        },
        {
          person: 'T1',
          direction: 'out',
          audience: 'staff',
          purpose: 'practice',
          country: 'HK',
          start: '2023-03-01',
          end: '2023-03-30',
        },
        {
          person: 'T2',
          direction: 'out',
          audience: 'staff',
          purpose: 'visiting-scholar',
          country: 'RU',
          start: '2022-09-01',
          end: '2022-11-28',
        },
        {
          person: 'T2',
          direction: 'out',
          audience: 'staff',
          purpose: 'study',
          country: 'RU',
          start: '2023-08-20',
          end: '2023-09-20',
        },
        {
          person: 'T3',
          direction: 'out',
          audience: 'staff',
          purpose: 'guide',
          country: 'LA',
          start: '2022-09-01',
          end: '2022-12-29',
        },
        {
          person: 'T4',
          direction: 'out',
          audience: 'staff',
          purpose: 'study',
          country: 'GB',
          start: '2022-09-01',
          end: '2022-12-09',
          virtual: 1,
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 25,
  },
}
