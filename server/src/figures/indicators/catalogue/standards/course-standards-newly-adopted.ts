import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const courseStandardsNewlyAdopted: Declaration = {
  id: 'course-standards-newly-adopted',
  code: 'ST02.new',
  name: {
    zh: '开发并被国（境）外采用的课程标准数（本期新增）',
    en: 'Course standards adopted (new in the period)',
  },
  definition: {
    zh: '本期内首次被国（境）外机构采用的、由本校开发或参与开发的课程标准数。与时点数不同，以前已被采用过的标准本期再被别国采用不算新增。',
    en: 'Course standards, own or jointly made, that were adopted outside the border for the first time in the period. Unlike the number in use on a day, a standard that had been adopted earlier is not new when one more country adopts it.',
  },
  fillingNote: {
    zh: '填法同“开发并被国（境）外采用的课程标准数”：以“标准（资源）采用”台账中该标准历年最早的一个“采用日期”（未填的看其后的“注册认证日期”“纳入国民教育体系日期”）是否在本期内为准。往年的采用也要补录，否则会误算为新增。',
    en: 'Filled in like the number of course standards adopted: what decides is whether the earliest “Adopted on” of the standard in “Adoption” (where empty, “Registered on” or “In the national system on”) falls in the period. Enter the adoptions of earlier years too, or an old standard passes for a new one.',
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
      { field: 'standard.type', in: ['course'] },
    ],
    time: { fallsIn: { stage: 'adopted' } },
    onePer: { key: ['standard'], pick: 'first', by: { stage: 'adopted' } },
  },
  measure: { distinct: 'standard' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: 'C1 在 2021 年已被柬埔寨采用，泰国再采用不算新增；C2 只登记了 2022 年 11 月的注册认证，视为当日采用，计新增；C3 只是提出：新增 1 项。',
      en: 'C1 was adopted in Cambodia in 2021, so Thailand makes it no new one; C2 has only its registration of November 2022, which implies adoption on that day; C3 is only proposed: 1.',
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
          code: 'C3',
          title_zh: '种子检验课程标准',
          title_en: 'Seed testing course standard',
          type: 'course',
          direction: 'own',
        },
      ],
      adoption: [
        { standard: 'C1', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2021-05-01' },
        { standard: 'C1', country: 'TH', adopter: 'Chiang Rai Technical College', adopted_on: '2023-01-10' },
        { standard: 'C2', country: 'RU', adopter: 'Ussuri Agro College', registered_on: '2022-11-15' },
        { standard: 'C3', country: 'LA', adopter: 'Vientiane Vocational College', proposed_on: '2022-10-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
