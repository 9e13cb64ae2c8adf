import type { Declaration } from '../../definition.ts'
import { resourceAdoptionDimensions } from '../dimension-sets.ts'

export const resourcesNewlyAdopted: Declaration = {
  id: 'resources-newly-adopted',
  code: 'EX20.new',
  name: { zh: '开发并被国外采用的教学资源数（本期新增）', en: 'Resources adopted abroad (new in the period)' },
  definition: {
    zh: '本校开发的教学资源中，本期内首次被国外采用的资源数。与“开发并被国外采用的教学资源数”不同，以前已被任何国家采用过的，本期再增加国家也不算新增。',
    en: 'Own teaching resources that were adopted abroad for the first time in the period. Unlike the number in force, a resource that any country had adopted before is not new when another adopts it.',
  },
  fillingNote: {
    zh: '填报方法同“开发并被国外采用的教学资源数”。首次采用以各条采用中最早的“采用日期”（或其后的“注册认证日期”“纳入国民教育体系日期”）为准，历年的采用都要填报，否则老资源会被算作新增。',
    en: 'Filled in like the number of resources in force. What is new is told by the earliest “Adopted on” of all adoptions (or “Registered on”, “In the national system on”), so that those of all years have to be entered, else an old resource passes for new.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '个', en: 'resources' },
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
      { field: 'resource.kind', notIn: ['equipment'] },
    ],
    time: { fallsIn: { stage: 'adopted' } },
    onePer: { key: ['resource'], pick: 'first', by: { stage: 'adopted' } },
  },
  measure: { distinct: 'resource' },
  dimensions: resourceAdoptionDimensions,
  example: {
    words: {
      zh: 'R1 在 2021 年已被老挝采用，泰国再采用不算；R2 十一月注册认证，R3 二月采用：新增 2 项。',
      en: 'R1 has been adopted in Laos since 2021, so Thailand makes nothing new; R2 is registered in November, R3 adopted in February: 2.',
    },
    records: {
      resource: [
        { code: 'R1', title_zh: '大豆种植教材', title_en: 'Soya growing textbook', kind: 'textbook', origin: 'own' },
        {
          code: 'R2',
          title_zh: '农机维修在线课程',
          title_en: 'Machinery repair online',
          kind: 'online-course',
          origin: 'joint',
        },
        { code: 'R3', title_zh: '温室管理课程', title_en: 'Greenhouse course', kind: 'course', origin: 'own' },
      ],
      adoption: [
        { resource: 'R1', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2021-03-01' },
        { resource: 'R1', country: 'TH', adopter: 'Bangkok Technical College', adopted_on: '2022-10-01' },
        { resource: 'R2', country: 'RU', adopter: 'Primorsky Agricultural College', registered_on: '2022-11-01' },
        { resource: 'R3', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2023-02-01' },
        { resource: 'R3', country: 'TH', adopter: 'Bangkok Technical College', adopted_on: '2023-04-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
