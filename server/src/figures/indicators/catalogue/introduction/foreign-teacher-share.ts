import type { Declaration } from '../../definition.ts'

export const foreignTeacherShare: Declaration = {
  id: 'foreign-teacher-share',
  code: 'IN12',
  name: { zh: '外籍专任教师/专家占比', en: 'Foreign teaching staff share' },
  definition: {
    zh: '本期最后一天，国外籍教师占全体专任教师的百分比。按“国外”口径，中国香港、中国澳门、中国台湾教师只计入分母；按国家（地区）分列时，分母始终是全体专任教师。',
    en: 'Foreign teachers as a percentage of all full-time teaching staff on the last day of the period. Teachers from Hong Kong, Macao and Taiwan are below the line alone unless the wider scope is asked for. Broken down by country, each is a share of all teachers.',
  },
  fillingNote: {
    zh: '在“教职工名册”台账逐人填报全体教职工，专任教师“是否全职”和“是否任课教师”都填“是”，并填“国籍（地区）”。兼职外教、行政人员不计；离职的填“聘用终止日期”。漏填中国籍教师会使比例虚高。',
    en: 'Enter all staff one by one under “Staff”; of full-time teachers both “Full-time” and “Teaching” are “yes”, and “Nationality” is given. Part-time foreign teachers and administrators do not count; give “To” for whoever has left. Leaving out domestic teachers makes the share too high.',
  },
  theme: 'INTRODUCTION',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['staff'],
  scope: { numerator: 'nationality', default: 'ABROAD' },
  set: {
    of: 'staff',
    where: [
      { field: 'full_time', in: [1] },
      { field: 'teaching', in: [1] },
    ],
    time: { inForce: [['from', 'to']] },
  },
  measure: { share: [{ field: 'nationality', inScope: 'SCOPE' }], per: 'persons' },
  dimensions: {
    country: { numerator: 'nationality' },
    continent: { numerator: 'nationality' },
    bloc: { numerator: 'nationality' },
    sex: 'sex',
    unit: 'unit',
  },
  example: {
    words: {
      zh: '专任教师 5 人：中国 3 人、俄罗斯 1 人、中国香港 1 人；兼职的 T6、不任课的 T7 和六月离职的 T8 不计：1 ÷ 5 = 20%。',
      en: 'There are 5 full-time teachers: 3 domestic, 1 Russian, 1 from Hong Kong. T6 is part-time, T7 does not teach and T8 left in June: 1 of 5 is 20%.',
    },
    records: {
      staff: [
        { person: 'T1', full_time: 1, teaching: 1, nationality: 'CN', from: '2010-09-01' },
        { person: 'T2', full_time: 1, teaching: 1, nationality: 'CN', from: '2012-09-01' },
        { person: 'T3', full_time: 1, teaching: 1, nationality: 'CN', from: '2018-09-01' },
        { person: 'T4', full_time: 1, teaching: 1, nationality: 'RU', from: '2021-09-01' },
        { person: 'T5', full_time: 1, teaching: 1, nationality: 'HK', from: '2020-09-01' },
        { person: 'T6', full_time: 0, teaching: 1, nationality: 'US', from: '2020-09-01' },
        { person: 'T7', full_time: 1, teaching: 0, nationality: 'RU', from: '2020-09-01' },
        { person: 'T8', full_time: 1, teaching: 1, nationality: 'BY', from: '2019-09-01', to: '2023-06-30' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 20,
  },
}
