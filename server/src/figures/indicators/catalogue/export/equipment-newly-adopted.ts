import type { Declaration } from '../../definition.ts'
import { resourceAdoptionDimensions } from '../dimension-sets.ts'

export const equipmentNewlyAdopted: Declaration = {
  id: 'equipment-newly-adopted',
  code: 'EX21.new',
  name: { zh: '开发并被国外采用的装备数（本期新增）', en: 'Equipment adopted abroad (new in the period)' },
  definition: {
    zh: '本校开发的装备中，本期内首次被国外采用的装备数。与“开发并被国外采用的装备数”不同，以前已被任何国家采用过的不算新增。',
    en: 'Own equipment that was adopted abroad for the first time in the period. Unlike the number in force, a piece that any country had adopted before is not new.',
  },
  fillingNote: {
    zh: '填报方法同“开发并被国外采用的装备数”。历年的采用都要填报“采用日期”，否则老装备会被算作新增。',
    en: 'Filled in like the equipment in force. “Adopted on” has to be entered for the adoptions of all years, else an old piece passes for new.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '个', en: 'items' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
  set: {
    of: 'adoption',
    where: [
      { field: 'resource.origin', in: ['own', 'joint'] },
      { field: 'resource.kind', in: ['equipment'] },
    ],
    time: { fallsIn: { stage: 'adopted' } },
    onePer: { key: ['resource'], pick: 'first', by: { stage: 'adopted' } },
  },
  measure: { distinct: 'resource' },
  dimensions: resourceAdoptionDimensions,
  example: {
    words: {
      zh: 'E1 在本学年首次被采用；E2 早在 2019 年已被泰国采用，老挝再采用不算：新增 1 种。',
      en: 'E1 is adopted for the first time in the year; Thailand adopted E2 in 2019 already, so Laos makes nothing new: 1.',
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
        {
          code: 'E2',
          title_zh: '温室控制实训台',
          title_en: 'Greenhouse control trainer',
          kind: 'equipment',
          origin: 'joint',
        },
      ],
      adoption: [
        { resource: 'E1', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2022-10-08' },
        { resource: 'E2', country: 'TH', adopter: 'Bangkok Technical College', adopted_on: '2019-05-01' },
        { resource: 'E2', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2023-03-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
