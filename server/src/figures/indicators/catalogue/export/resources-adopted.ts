import type { Declaration } from '../../definition.ts'
import { resourceAdoptionDimensions } from '../dimension-sets.ts'

export const resourcesAdopted: Declaration = {
  id: 'resources-adopted',
  code: 'EX20',
  name: { zh: '开发并被国外采用的教学资源数', en: 'Resources adopted abroad' },
  definition: {
    zh: '本期最后一天，本校开发（含合作开发）并被国外采用、采用仍然有效的教学资源数。一项资源被几个国家采用都只计一项；装备另计，只提出、未采用的不计，引进的资源不计。',
    en: 'Teaching resources developed by the college, alone or with others, whose adoption abroad is in force on the last day of the period. A resource adopted in several countries is one. Equipment is counted apart; what is only proposed does not count, nor does an introduced resource.',
  },
  fillingNote: {
    zh: '先在“教学资源（装备）”台账登记资源，“来源”填“自主开发”或“合作开发”；再在“标准（资源）采用”台账按采用机构逐条填报，填“资源（装备）编号”和“采用日期”，不再采用的填“失效日期”。每条采用都应有采用证明作为佐证材料。',
    en: 'First enter the resource under “Resource” with “Origin” “own” or “joint”; then each adopter under “Adoption”, with the “Resource” and “Adopted on”, and “Lapsed on” once it is no longer adopted. Each adoption should have a letter of the adopter as evidence.',
  },
  theme: 'EXPORT',
  kind: 'STOCK',
  unit: { zh: '个', en: 'resources' },
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
      { field: 'resource.kind', notIn: ['equipment'] },
    ],
    time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] },
  },
  measure: { distinct: 'resource' },
  dimensions: resourceAdoptionDimensions,
  example: {
    words: {
      zh: 'R1 被两国采用，计一项；R2 已注册认证，即已采用；R3 只是提出；R4 是引进的；R5 是装备；R6 五月已失效；R7 在中国香港采用：共 2 项。',
      en: 'R1 is adopted in two countries and is one; R2 is registered, and so adopted; R3 is only proposed; R4 was introduced; R5 is equipment; R6 lapsed in May; R7 is adopted in Hong Kong: 2.',
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
        {
          code: 'R4',
          title_zh: '数控加工教材',
          title_en: 'CNC textbook',
          kind: 'textbook',
          origin: 'introduced',
          country: 'DE',
        },
        { code: 'R5', title_zh: '播种机', title_en: 'Seed drill', kind: 'equipment', origin: 'own' },
        { code: 'R6', title_zh: '奶牛养殖教材', title_en: 'Dairy textbook', kind: 'textbook', origin: 'own' },
        { code: 'R7', title_zh: '中式烹饪课程', title_en: 'Chinese cooking course', kind: 'course', origin: 'own' },
      ],
      adoption: [
        { resource: 'R1', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2021-03-01' },
        { resource: 'R1', country: 'TH', adopter: 'Bangkok Technical College', adopted_on: '2022-10-01' },
        { resource: 'R2', country: 'RU', adopter: 'Primorsky Agricultural College', registered_on: '2022-11-01' },
        { resource: 'R3', country: 'LA', adopter: 'Vientiane Vocational College', proposed_on: '2022-11-01' },
        { resource: 'R4', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2022-11-01' },
        { resource: 'R5', country: 'LA', adopter: 'Vientiane Vocational College', adopted_on: '2022-11-01' },
        {
          resource: 'R6',
          country: 'LA',
          adopter: 'Vientiane Vocational College',
          adopted_on: '2019-03-01',
          lapsed_on: '2023-05-31',
        },
        { resource: 'R7', country: 'HK', adopter: 'Hong Kong Vocational Institute', adopted_on: '2022-03-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
