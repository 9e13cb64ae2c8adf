import type { Declaration } from '../../definition.ts'

export const practicalTrainingDays: Declaration = {
  id: 'practical-training-days',
  code: 'SK23',
  name: { zh: '企业实践训练量', en: 'Practical training at partner enterprises' },
  definition: {
    zh: '学生在合作企业岗位实习或企业实践的人日数，境内外均计：每人落在本期内的天数之和，首尾两日都算，跨期的只计本期内的天数。在学校、科研院所等非企业单位的不计。',
    en: 'Person-days that learners spend in practice at partner enterprises, at home and abroad: the days of each that fall in the period, first and last included; of a placement across its ends only the days inside. Placements at schools, institutes or other partners that are no enterprises do not count.',
  },
  fillingNote: {
    zh: '填“岗位实习与企业实践”台账，一人（或一组人）在一家单位的一段实践一行，填写起止日期；只报人数的，起止日期须对该组每个人都成立。“合作机构”台账中该单位的“合作机构类型”须为“企业”。“师生国（境）外交流”台账中的境外实习不重复计入，要计入须在本台账填报。',
    en: 'Fill in “Placement”, one row for each stretch of a person (or a group) at one partner, with Start and End; of a group they must hold for each of its members. In “Partner” the Type must be “enterprise”. Practice abroad entered in “Mobility” is not taken from there: enter it here too if it is to count.',
  },
  theme: 'SKILLS',
  kind: 'FLOW',
  unit: { zh: '人日', en: 'person-days' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['placement'],
  scope: { numerator: 'country', denominator: 'country', default: null },
  set: {
    of: 'placement',
    where: [{ field: 'partner.type', in: ['enterprise'] }],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { sum: { clippedDays: ['start', 'end'] } },
  dimensions: {
    country: 'country',
    continent: 'country',
    bloc: 'country',
    programme: 'programme',
    department: 'programme.department',
    partner: 'partner',
    platform: 'platform',
    level: 'programme.level',
    unit: 'unit',
  },
  example: {
    words: {
      zh: 'L1 从 2023-08-22 到 2023-09-10，本学年内 10 天；5 人一组实践 10 天，50 人日；L2 在大学的实践不计：10＋50＝60 人日。',
      en: 'L1 is there from 22 August to 10 September 2023, 10 days of them in this school year; a group of 5 for 10 days makes 50; the placement of L2 is at a university: 10 + 50 = 60.',
    },
    records: {
      partner: [
        { code: 'E1', name_zh: '农机公司', name_en: 'Farm machinery company', type: 'enterprise', country: 'RU' },
        { code: 'U1', name_zh: '大学', name_en: 'University', type: 'university', country: 'CN' },
      ],
      placement: [
        { person: 'L1', partner: 'E1', country: 'RU', start: '2023-08-22', end: '2023-09-10' },
        { headcount: 5, partner: 'E1', country: 'CN', start: '2022-11-01', end: '2022-11-10' },
        { person: 'L2', partner: 'U1', country: 'CN', start: '2022-11-01', end: '2022-11-30' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 60,
  },
}
