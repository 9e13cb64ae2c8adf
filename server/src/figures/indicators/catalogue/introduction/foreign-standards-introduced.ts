import type { Declaration } from '../../definition.ts'
import { partnerDimensions } from '../dimension-sets.ts'

export const foreignStandardsIntroduced: Declaration = {
  id: 'foreign-standards-introduced',
  code: 'IN08',
  name: { zh: '引进国（境）外标准数', en: 'Foreign standards introduced' },
  definition: {
    zh: '截至本期最后一天，从国（境）外引进、已完成本土化且仍在使用的标准数。只签约、尚未完成本土化的不计；停用当天仍算在用。',
    en: 'Standards introduced from outside the border that are localised and still in use on the last day of the period. One that was only signed for and is not localised yet does not count; the day a standard is withdrawn is still a day of use.',
  },
  fillingNote: {
    zh: '在“标准”台账填报，“来源”填“引进”，“来源国家（地区）”必填；完成本土化的填“本土化完成日期”，不再使用的填“停用日期”。同一标准换版本不另计，更新“版本”即可。本校开发或合作开发的标准不在此列。',
    en: 'Fill in “Standard” with “Direction” “introduced” and its “Country or region of origin”; give “Localised on” once that is done and “Withdrawn on” once it is no longer used. A new version is the same standard: change its “Version”. Standards of your own or developed jointly do not count here.',
  },
  theme: 'INTRODUCTION',
  kind: 'STOCK',
  unit: { zh: '个', en: 'standards' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['standard'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'standard',
    where: [
      { field: 'direction', in: ['introduced'] },
      { field: 'localised_on', filled: true },
    ],
    time: { inForce: [['localised_on', 'withdrawn_on']] },
  },
  measure: { count: 'records' },
  dimensions: partnerDimensions,
  example: {
    words: {
      zh: 'S1、S2（来自中国香港，国（境）外口径计入）在用；S3 尚未本土化；S4 六月已停用；S5 是自主开发：共 2 个。',
      en: 'S1 and S2, from Hong Kong, which this scope includes, are in use; S3 is not localised; S4 was withdrawn in June; S5 is of the college itself: 2.',
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
          country: 'HK',
          localised_on: '2022-05-10',
        },
        {
          code: 'S3',
          title_zh: '焊接职业标准',
          title_en: 'Welding occupational standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'GB',
        },
        {
          code: 'S4',
          title_zh: '旧版机电标准',
          title_en: 'Old mechatronics standard',
          type: 'programme',
          direction: 'introduced',
          country: 'DE',
          localised_on: '2015-03-01',
          withdrawn_on: '2023-06-30',
        },
        {
          code: 'S5',
          title_zh: '设施农业专业标准',
          title_en: 'Protected agriculture standard',
          type: 'programme',
          direction: 'own',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
