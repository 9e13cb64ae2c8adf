import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const programmeStandardsNewlyAdopted: Declaration = {
  id: 'programme-standards-newly-adopted',
  code: 'ST01.new',
  name: {
    zh: '开发并被国（境）外采用的专业教学标准数（本期新增）',
    en: 'Programme teaching standards adopted (new in the period)',
  },
  definition: {
    zh: '本期内首次被国（境）外机构采用的、由本校开发或参与开发的专业教学标准数。以前已被别国采用过的标准，本期再被采用也不算新增。',
    en: 'Programme teaching standards, own or jointly made, that were adopted outside the border for the first time in the period. A standard that another country had adopted earlier is not new when one more does.',
  },
  fillingNote: {
    zh: '填法同“开发并被国（境）外采用的专业教学标准数”：以“标准（资源）采用”台账中该标准历年最早的一个“采用日期”（未填的看其后的“注册认证日期”“纳入国民教育体系日期”）是否在本期内为准。往年的采用也要补录，否则会误算为新增。',
    en: 'Filled in like the number of programme teaching standards adopted: what decides is whether the earliest “Adopted on” of the standard in “Adoption” (where empty, “Registered on” or “In the national system on”) falls in the period. Enter the adoptions of earlier years too, or an old standard passes for a new one.',
  },
  theme: 'STANDARDS',
  kind: 'FLOW',
  unit: { zh: '个', en: 'standards' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'adoption',
    where: [
      { field: 'standard.direction', in: ['own', 'joint'] },
      { field: 'standard.type', in: ['programme'] },
    ],
    time: { fallsIn: { stage: 'adopted' } },
    onePer: { key: ['standard'], pick: 'first', by: { stage: 'adopted' } },
  },
  measure: { distinct: 'standard' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: 'S1 在 2021 年已被柬埔寨采用，2022 年老挝再采用不算新增；S2 在 2022 年 11 月首次被采用：新增 1 项。',
      en: 'S1 was adopted in Cambodia in 2021, so Laos adopting it in 2022 makes nothing new; S2 is first adopted in November 2022: 1.',
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
          direction: 'own',
        },
      ],
      adoption: [
        { standard: 'S1', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2021-05-01' },
        { standard: 'S1', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2022-10-01' },
        { standard: 'S2', country: 'RU', adopter: 'Ussuri Agro College', adopted_on: '2022-11-15' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
