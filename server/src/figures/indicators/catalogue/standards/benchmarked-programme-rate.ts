import type { Declaration } from '../../definition.ts'

export const benchmarkedProgrammeRate: Declaration = {
  id: 'benchmarked-programme-rate',
  code: 'ST09',
  name: { zh: '专业对标率', en: 'Programmes benchmarked to a foreign standard' },
  definition: {
    zh: '统计日在办专业中，正在实施或对标至少一项引进的国（境）外标准的专业所占百分比。对标本校自己开发的标准不算，对标关系已终止的不算。',
    en: 'Of the programmes that run on the day, the percentage that implement or are benchmarked to at least one standard introduced from abroad. A standard of the college itself does not count, nor a link that has ended.',
  },
  fillingNote: {
    zh: '在“标准”台账登记引进的标准（“来源”选“引进”），在“专业对标”台账填写专业与标准的对应关系及“起始日期”，不再对标的填“终止日期”。停办的专业在“专业（项目）”台账填“停办日期”，停办后不再计入分母。',
    en: 'Enter the standard in “Standard” (Direction “introduced”) and the link between programme and standard, with “From”, in “Standard of a programme”; fill in “To” when it ends. A programme that has closed needs its “To” in “Programme”, or it stays in the denominator.',
  },
  theme: 'STANDARDS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['programme'],
  set: { of: 'programme', time: { inForce: [['from', 'to']] } },
  measure: {
    share: [
      {
        related: {
          of: 'programme-standard',
          on: { programme: 'code' },
          where: [{ field: 'standard.direction', in: ['introduced'] }],
          time: { inForce: [['from', 'to']] },
        },
        atLeast: 1,
      },
    ],
    per: 'records',
  },
  dimensions: { programme: 'code', department: 'department', level: 'level', type: 'kind', unit: 'unit' },
  example: {
    words: {
      zh: '统计日为 2023-08-31。PA 对标两项引进标准，算一个；PB 对标的是本校标准；PC 的对标已于 2022 年底终止；PD 实施引进标准；PE 已于 2022 年 7 月停办，不在分母：2 ÷ 4 = 50%。',
      en: 'The day is 31 August 2023. PA is linked to two introduced standards and is one; PB to a standard of the college; the link of PC ended in 2022; PD implements one; PE closed in July 2022 and is not in the denominator: 2 of 4 is 50%.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
        { code: 'PC', name_zh: '园艺技术', name_en: 'Horticulture', kind: 'ordinary' },
        { code: 'PD', name_zh: '焊接技术', name_en: 'Welding', kind: 'joint' },
        { code: 'PE', name_zh: '会计', name_en: 'Accounting', kind: 'ordinary', to: '2022-07-31' },
      ],
      standard: [
        {
          code: 'F1',
          title_zh: '德国数控标准',
          title_en: 'German CNC standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'DE',
        },
        {
          code: 'F2',
          title_zh: '英国制造标准',
          title_en: 'British manufacturing standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'GB',
        },
        { code: 'S1', title_zh: '本校标准', title_en: 'Own standard', type: 'programme', direction: 'own' },
      ],
      'programme-standard': [
        { programme: 'PA', standard: 'F1', relation: 'benchmarked', from: '2021-09-01' },
        { programme: 'PA', standard: 'F2', relation: 'implements', from: '2022-09-01' },
        { programme: 'PB', standard: 'S1', relation: 'implements', from: '2021-09-01' },
        { programme: 'PC', standard: 'F1', relation: 'benchmarked', from: '2020-09-01', to: '2022-12-31' },
        { programme: 'PD', standard: 'F2', relation: 'implements', from: '2022-03-01' },
        { programme: 'PE', standard: 'F1', relation: 'benchmarked', from: '2020-09-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 50,
  },
}
