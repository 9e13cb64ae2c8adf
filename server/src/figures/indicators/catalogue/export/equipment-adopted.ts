import type { Declaration } from '../../definition.ts'
import { resourceAdoptionDimensions } from '../dimension-sets.ts'

export const equipmentAdopted: Declaration = {
  id: 'equipment-adopted',
  code: 'EX21',
  name: { zh: '开发并被国外采用的装备数', en: 'Equipment adopted abroad' },
  definition: {
    zh: '本期最后一天，本校开发（含合作开发）并被国外采用、采用仍然有效的装备数。一种装备被几个国家采用都只计一种；教材、课程等教学资源另计。',
    en: 'Equipment developed by the college, alone or with others, whose adoption abroad is in force on the last day of the period. A piece adopted in several countries is one; textbooks, courses and other teaching resources are counted apart.',
  },
  fillingNote: {
    zh: '先在“教学资源（装备）”台账登记，“资源类别”填“装备”，“来源”填“自主开发”或“合作开发”；再在“标准（资源）采用”台账填报采用机构和“采用日期”。采购后捐赠的成品设备不是本校开发的装备，不填。',
    en: 'First enter it under “Resource” with “Kind” “equipment” and “Origin” “own” or “joint”; then the adopter and “Adopted on” under “Adoption”. Bought equipment that was given away was not developed by the college and is not entered.',
  },
  theme: 'EXPORT',
  kind: 'STOCK',
  unit: { zh: '个', en: 'items' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
  set: {
    of: 'adoption',
    where: [
      { field: 'resource.origin', in: ['own', 'joint'] },
      { field: 'resource.kind', in: ['equipment'] },
    ],
    time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] },
  },
  measure: { distinct: 'resource' },
  dimensions: resourceAdoptionDimensions,
  example: {
    words: {
      zh: 'E1 被两国采用，计一种；E2 是教材；E3 九月才采用：共 1 种。',
      en: 'E1 is adopted in two countries and is one; E2 is a textbook; E3 is adopted in September: 1.',
    },
    records: {
      resource: [
        {
          code: 'E1',
          title_zh: '精量播种实训台',
          title_en: 'Precision seeding trainer',
          kind: 'equipment',
          origin: 'own',
        },
        { code: 'E2', title_zh: '播种教材', title_en: 'Seeding textbook', kind: 'textbook', origin: 'own' },
        {
          code: 'E3',
          title_zh: '温室控制实训台',
          title_en: 'Greenhouse control trainer',
          kind: 'equipment',
          origin: 'joint',
        },
      ],
      adoption: [
        { resource: 'E1', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2021-03-01' },
        { resource: 'E1', country: 'TH', adopter: 'Bangkok Technical College', adopted_on: '2022-10-01' },
        { resource: 'E2', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2021-03-01' },
        { resource: 'E3', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2023-09-05' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
