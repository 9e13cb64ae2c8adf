import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const courseStandardsAdopted: Declaration = {
  id: 'course-standards-adopted',
  code: 'ST02',
  name: { zh: '开发并被国（境）外采用的课程标准数', en: 'Course standards adopted' },
  definition: {
    zh: '本期最后一天仍被国（境）外机构采用的、由本校开发或参与开发的课程标准数。一项标准被几个国家采用只计一项；专业教学标准另计，采用已终止的不计。',
    en: 'Course standards, own or jointly made, that an institution outside the border has adopted and still uses on the last day of the period. A standard adopted in several countries is one; programme standards have an indicator of their own, and adoptions that have lapsed do not count.',
  },
  fillingNote: {
    zh: '先在“标准”台账登记标准（“标准类型”选“课程标准”，“来源”选“自主开发”或“合作开发”），再在“标准（资源）采用”台账为每个采用机构填一行，至少填写“采用日期”。只有“提出日期”或“本土化修订日期”的不计；停用后填写“失效日期”，不要删行。同一标准的新版本仍用原来的“标准编号”，不另计。',
    en: 'Enter the standard in “Standard” (Type “course”, Direction “own” or “joint”), then one row an adopter in “Adoption” with at least “Adopted on”. A row with only “Proposed on” or “Adapted on” does not count. When the use ends, fill in “Lapsed on” and keep the row. A new version of a standard keeps its code and is not another standard.',
  },
  theme: 'STANDARDS',
  kind: 'STOCK',
  unit: { zh: '个', en: 'standards' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'adoption',
    where: [
      { field: 'standard.direction', in: ['own', 'joint'] },
      { field: 'standard.type', in: ['course'] },
    ],
    time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] },
  },
  measure: { distinct: 'standard' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: 'C1 被两国采用，计一项；C2 只被中国香港采用，属国（境）外，计入；P1 是专业教学标准；C3 是引进的；C4 尚未采用：共 2 项。',
      en: 'C1 is adopted in two countries and is one; C2 is used in Hong Kong alone, which this scope takes in; P1 is a programme standard, C3 was introduced, C4 is not adopted yet: 2.',
    },
    records: {
      standard: [
        {
          code: 'C1',
          title_zh: '温室管理课程标准',
          title_en: 'Greenhouse management course standard',
          type: 'course',
          direction: 'own',
        },
        {
          code: 'C2',
          title_zh: '农机维修课程标准',
          title_en: 'Farm machinery repair course standard',
          type: 'course',
          direction: 'joint',
        },
        {
          code: 'P1',
          title_zh: '数控技术专业教学标准',
          title_en: 'CNC technology programme standard',
          type: 'programme',
          direction: 'own',
        },
        {
          code: 'C3',
          title_zh: '焊接课程标准',
          title_en: 'Welding course standard',
          type: 'course',
          direction: 'introduced',
          country: 'DE',
        },
        {
          code: 'C4',
          title_zh: '种子检验课程标准',
          title_en: 'Seed testing course standard',
          type: 'course',
          direction: 'own',
        },
      ],
      adoption: [
        { standard: 'C1', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2021-05-01' },
        { standard: 'C1', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2022-03-01' },
        { standard: 'C2', country: 'HK', adopter: 'Kowloon Institute', adopted_on: '2022-10-01' },
        { standard: 'P1', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2021-05-01' },
        { standard: 'C3', country: 'RU', adopter: 'Ussuri Agro College', adopted_on: '2022-02-01' },
        { standard: 'C4', country: 'LA', adopter: 'Vientiane Vocational College', adapted_on: '2023-02-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
