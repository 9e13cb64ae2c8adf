import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const graduatesInGoingOutFirms: Declaration = {
  id: 'graduates-in-going-out-firms',
  code: 'SK20',
  name: { zh: '就业于“走出去”/外资企业毕业生数', en: 'Graduates in going-out or foreign firms' },
  definition: {
    zh: '到毕业当年 12 月 31 日，以协议或合同就业于“走出去”企业或外资企业的毕业生人数。灵活就业和自主创业的不计；只看 12 月 31 日这一时点。',
    en: 'Graduates who on 31 December of their graduation year are employed, under an agreement or contract, by a Chinese enterprise operating abroad or by a foreign one. Those who work flexibly or have a business of their own do not count, and only that one day is read.',
  },
  fillingNote: {
    zh: '填“毕业去向”台账：“观测时点”选“12月31日”，“毕业去向”选“协议和合同就业”，“用人单位类型”选“走出去”企业或外资企业。按用人单位的性质填，不按工作地点：为“走出去”企业工作的，人在国内也算。',
    en: 'Fill in “Graduate outcome” with Observation “31 December”, Status “employed” and the “Employer type”. It is the kind of employer that counts, not the place of work: someone who works in China for a going-out enterprise is in.',
  },
  theme: 'SKILLS',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['COHORT'],
  base: ['graduate-outcome'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: {
    of: 'graduate-outcome',
    where: [
      { field: 'observation', in: ['12-31'] },
      { field: 'status', in: ['employed'] },
      { field: 'employer_type', in: ['going-out', 'foreign'] },
    ],
    time: { fallsIn: 'class' },
  },
  measure: { distinct: 'persons' },
  dimensions: { ...graduateDimensions, type: 'employer_type' },
  example: {
    words: {
      zh: 'L1 在“走出去”企业，L2 在外资企业，另 5 人在外资企业（按人数填报）；L3 给外资企业做灵活就业，L4 只有 8 月 31 日的记录，L5 在国有企业，均不计：共 7 人。',
      en: 'L1 is with a going-out enterprise, L2 with a foreign one, and so are five reported as heads; L3 works flexibly for a foreign one, L4 has a record of 31 August only, L5 is with a state enterprise: 7.',
    },
    records: {
      'graduate-outcome': [
        { person: 'L1', class: 2023, observation: '12-31', status: 'employed', employer_type: 'going-out' },
        { person: 'L2', class: 2023, observation: '12-31', status: 'employed', employer_type: 'foreign' },
        { person: 'L3', class: 2023, observation: '12-31', status: 'flexible', employer_type: 'foreign' },
        { person: 'L4', class: 2023, observation: '08-31', status: 'employed', employer_type: 'foreign' },
        { person: 'L5', class: 2023, observation: '12-31', status: 'employed', employer_type: 'state' },
        { headcount: 5, class: 2023, observation: '12-31', status: 'employed', employer_type: 'foreign' },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 7,
  },
}
