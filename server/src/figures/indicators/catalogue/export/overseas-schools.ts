import type { Declaration } from '../../definition.ts'
import { siteDimensions } from '../dimension-sets.ts'

export const overseasSchools: Declaration = {
  id: 'overseas-schools',
  code: 'EX13',
  name: { zh: '在国外开办学校数', en: 'Schools run abroad' },
  definition: {
    zh: '本期最后一天在国外开办（含合作开办）的学校数。只计类型为学校的办学点，教学点、工坊和学院不计；在中国香港、中国澳门、中国台湾的不属国外。',
    en: 'Schools that the college runs abroad, alone or with others, on the last day of the period. Only sites of the type school count, not teaching sites, workshops or colleges; Hong Kong, Macao and Taiwan are not abroad unless the wider scope is asked for.',
  },
  fillingNote: {
    zh: '在“国（境）外办学点”台账填报，具有独立招生资格或由当地主管部门批准设立的，“办学点类型”填“学校”。挂靠当地院校的教学点填“教学点”，品牌项目按其实际类型填报。',
    en: 'Fill in “Overseas site”; “Type” is “school” where it admits students in its own right or the local authority has approved it. A site within a local college is a “teaching site”; branded projects are entered by what they are.',
  },
  theme: 'EXPORT',
  kind: 'STOCK',
  unit: { zh: '所', en: 'schools' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['overseas-site'],
  scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
  set: {
    of: 'overseas-site',
    where: [{ field: 'type', in: ['school'] }],
    time: { inForce: [['opened_on', 'closed_on']] },
  },
  measure: { count: 'records' },
  dimensions: siteDimensions,
  example: {
    words: {
      zh: 'A 在运行；B 恰在 8 月 31 日关闭，当天仍计；C 在中国香港；D 是工坊：共 2 所。',
      en: 'A runs; B closes on 31 August itself and still counts that day; C is in Hong Kong; D is a workshop: 2.',
    },
    records: {
      'overseas-site': [
        {
          code: 'A',
          name_zh: '金边学校',
          name_en: 'Phnom Penh school',
          type: 'school',
          country: 'KH',
          opened_on: '2018-09-01',
        },
        {
          code: 'B',
          name_zh: '万象学校',
          name_en: 'Vientiane school',
          type: 'school',
          country: 'LA',
          opened_on: '2019-09-01',
          closed_on: '2023-08-31',
        },
        {
          code: 'C',
          name_zh: '香港学校',
          name_en: 'Hong Kong school',
          type: 'school',
          country: 'HK',
          opened_on: '2019-09-01',
        },
        {
          code: 'D',
          name_zh: '曼谷工坊',
          name_en: 'Bangkok workshop',
          type: 'workshop',
          country: 'TH',
          opened_on: '2019-03-01',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
