import type { Declaration } from '../../definition.ts'
import { siteDimensions } from '../dimension-sets.ts'

export const overseasTeachingSites: Declaration = {
  id: 'overseas-teaching-sites',
  code: 'EX12',
  name: { zh: '国（境）外办学点数量', en: 'Overseas teaching sites' },
  definition: {
    zh: '本期最后一天正在运行的国（境）外办学点数，含教学点、学校、工坊和学院等各种类型。在中国香港、中国澳门、中国台湾的也计入；关闭当天仍算在运行。',
    en: 'Teaching sites outside the border that run on the last day of the period, of every type: teaching sites, schools, workshops and colleges. Those in Hong Kong, Macao and Taiwan count; the day a site closes is still a day it runs.',
  },
  fillingNote: {
    zh: '在“国（境）外办学点”台账填报，一个办学点一行，填“启用日期”，关闭的填“关闭日期”。只签了协议、尚未招生或开课的不填；临时培训地点不是办学点。',
    en: 'Fill in “Overseas site”, one row for each, with “Opened on”, and “Closed on” once it is. One that is only agreed on and has not begun to teach is not entered; a place hired for one course is no site.',
  },
  theme: 'EXPORT',
  kind: 'STOCK',
  unit: { zh: '个', en: 'sites' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['overseas-site'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: { of: 'overseas-site', time: { inForce: [['opened_on', 'closed_on']] } },
  measure: { count: 'records' },
  dimensions: siteDimensions,
  example: {
    words: {
      zh: '教学点 A、工坊 B、在中国澳门的 C 都在运行；学校 D 三月已关闭；E 九月才启用：共 3 个。',
      en: 'Teaching site A, workshop B and C, in Macao, run; school D closed in March; E opens in September: 3.',
    },
    records: {
      'overseas-site': [
        {
          code: 'A',
          name_zh: '万象教学点',
          name_en: 'Vientiane site',
          type: 'teaching-site',
          country: 'LA',
          opened_on: '2020-09-01',
        },
        {
          code: 'B',
          name_zh: '曼谷工坊',
          name_en: 'Bangkok workshop',
          type: 'workshop',
          country: 'TH',
          opened_on: '2019-03-01',
        },
        {
          code: 'C',
          name_zh: '澳门教学点',
          name_en: 'Macao site',
          type: 'teaching-site',
          country: 'MO',
          opened_on: '2021-09-01',
        },
        {
          code: 'D',
          name_zh: '金边学校',
          name_en: 'Phnom Penh school',
          type: 'school',
          country: 'KH',
          opened_on: '2018-09-01',
          closed_on: '2023-03-31',
        },
        {
          code: 'E',
          name_zh: '河内学院',
          name_en: 'Hanoi college',
          type: 'college',
          country: 'VN',
          opened_on: '2023-09-01',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 3,
  },
}
