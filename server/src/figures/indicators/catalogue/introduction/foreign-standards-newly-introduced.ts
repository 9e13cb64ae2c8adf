import type { Declaration } from '../../definition.ts'
import { partnerDimensions } from '../dimension-sets.ts'

export const foreignStandardsNewlyIntroduced: Declaration = {
  id: 'foreign-standards-newly-introduced',
  code: 'IN08.new',
  name: { zh: '引进国（境）外标准数（本期新增）', en: 'Foreign standards introduced (new in the period)' },
  definition: {
    zh: '本期内完成本土化的、从国（境）外引进的标准数。与“引进国（境）外标准数”不同，只计本期新增，此后停用的也不再扣减。',
    en: 'Standards introduced from outside the border whose localisation was completed in the period. Unlike the number in use it counts what is new, and nothing is taken off for a later withdrawal.',
  },
  fillingNote: {
    zh: '在“标准”台账填报，“来源”填“引进”，“本土化完成日期”落在本期内的计入。日期以校级批准本土化文本之日为准，签约或取得授权之日不算。',
    en: 'Fill in “Standard” with “Direction” “introduced”; those whose “Localised on” falls in the period count. It is the day on which the college approved the localised text, not the day of the contract or licence.',
  },
  theme: 'INTRODUCTION',
  kind: 'FLOW',
  unit: { zh: '个', en: 'standards' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['standard'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: { of: 'standard', where: [{ field: 'direction', in: ['introduced'] }], time: { fallsIn: 'localised_on' } },
  measure: { count: 'records' },
  dimensions: partnerDimensions,
  example: {
    words: {
      zh: 'S1 在 2021 年已完成；S2 在 2022 年 11 月完成；S3 九月才完成，属下学年：新增 1 个。',
      en: 'S1 was done in 2021; S2 was done in November 2022; S3 is done in September, in the next year: 1.',
    },
    records: {
      standard: [
        {
          code: 'S1',
          title_zh: '机电一体化专业教学标准',
          title_en: 'Mechatronics programme standard',
          type: 'programme',
          direction: 'introduced',
          country: 'DE',
          localised_on: '2021-03-01',
        },
        {
          code: 'S2',
          title_zh: '酒店服务课程标准',
          title_en: 'Hotel service course standard',
          type: 'course',
          direction: 'introduced',
          country: 'CH',
          localised_on: '2022-11-01',
        },
        {
          code: 'S3',
          title_zh: '焊接职业标准',
          title_en: 'Welding occupational standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'GB',
          localised_on: '2023-09-10',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
