import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const programmeStandardsAdopted: Declaration = {
  id: 'programme-standards-adopted',
  code: 'ST01',
  name: { zh: '开发并被国（境）外采用的专业教学标准数', en: 'Programme teaching standards adopted' },
  definition: {
    zh: '本期最后一天仍被国（境）外机构采用的、由本校开发或参与开发的专业教学标准数。一项标准被几个国家采用只计一项；仅提出或本土化修订、尚未采用的不计，采用已终止的不计。',
    en: 'Programme teaching standards, own or jointly made, that an institution outside the border has adopted and still uses on the last day of the period. A standard adopted in three countries is one; one that is only proposed or adapted does not count, nor one whose adoptions have lapsed.',
  },
  fillingNote: {
    zh: '先在“标准”台账登记标准（“标准类型”选“专业教学标准”，“来源”选“自主开发”或“合作开发”），再在“标准（资源）采用”台账为每个采用机构填一行，至少填写“采用日期”。只有“提出日期”或“本土化修订日期”的不计；停用后填写“失效日期”，不要删行。同一标准的新版本仍用原来的“标准编号”，不另计。',
    en: 'Enter the standard in “Standard” (Type “programme”, Direction “own” or “joint”), then one row an adopter in “Adoption” with at least “Adopted on”. A row with only “Proposed on” or “Adapted on” does not count. When the use ends, fill in “Lapsed on” and keep the row. A new version of a standard keeps its code and is not another standard.',
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
      { field: 'standard.type', in: ['programme'] },
    ],
    time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] },
  },
  measure: { distinct: 'standard' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: 'S1 被三国采用，计一项；S2 只登记了注册日期，注册在采用之后，计入；S3 尚在本土化修订，S4 已于 2022 年底终止，S5 是课程标准：共 2 项。',
      en: 'S1 is adopted in three countries and is one; S2 has only its registration dated, which implies adoption; S3 is still being adapted, S4 lapsed at the end of 2022, S5 is a course standard: 2.',
    },
    records: {
      standard: [
        {
          code: 'S1',
          title_zh: '数控技术专业教学标准',
          title_en: 'CNC technology programme standard',
          type: 'programme',
          direction: 'own',
        },
        {
          code: 'S2',
          title_zh: '园艺技术专业教学标准',
          title_en: 'Horticulture programme standard',
          type: 'programme',
          direction: 'joint',
        },
        {
          code: 'S3',
          title_zh: '畜牧兽医专业教学标准',
          title_en: 'Animal husbandry programme standard',
          type: 'programme',
          direction: 'own',
        },
        {
          code: 'S4',
          title_zh: '会计专业教学标准',
          title_en: 'Accounting programme standard',
          type: 'programme',
          direction: 'own',
        },
        {
          code: 'S5',
          title_zh: '温室管理课程标准',
          title_en: 'Greenhouse management course standard',
          type: 'course',
          direction: 'own',
        },
      ],
      adoption: [
        { standard: 'S1', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2021-05-01' },
        { standard: 'S1', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2022-03-01' },
        { standard: 'S1', country: 'TH', adopter: 'Chiang Rai Technical College', adopted_on: '2022-11-01' },
        { standard: 'S2', country: 'RU', adopter: 'Ussuri Agro College', registered_on: '2022-10-15' },
        {
          standard: 'S3',
          country: 'LA',
          adopter: 'Vientiane Vocational College',
          proposed_on: '2022-01-10',
          adapted_on: '2022-06-01',
        },
        {
          standard: 'S4',
          country: 'KH',
          adopter: 'Phnom Penh Technical College',
          adopted_on: '2020-01-01',
          lapsed_on: '2022-12-31',
        },
        { standard: 'S5', country: 'RU', adopter: 'Ussuri Agro College', adopted_on: '2021-01-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
