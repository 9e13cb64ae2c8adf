import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const sourceCountries: Declaration = {
  id: 'source-countries',
  code: 'EX06',
  name: { zh: '留学生生源国别数', en: 'Source countries' },
  definition: {
    zh: '本期内在校留学生来自的国家数，按国籍计，一个国家有多少留学生都只计一个。按“国外”口径，不含中国香港、中国澳门、中国台湾；国籍不明的不计。',
    en: 'Countries that the foreign students of the period come from, by nationality; a country is one however many it sends. Hong Kong, Macao and Taiwan are not among them unless the wider scope is asked for, and an unknown nationality is no country.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账填“国籍（地区）”，以护照国籍为准，不以前一学历所在国为准。国籍暂不清楚的留空，不要填本国。',
    en: 'Give the “Nationality” under “Enrolment” as in the passport, not where the student went to school before. Leave it empty where it is not known yet; never enter the home country instead.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '个', en: 'countries' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: 'ABROAD' },
  set: { of: 'enrolment', where: [{ field: 'kind', notIn: ['overseas'] }], time: { overlaps: ['start', 'end'] } },
  measure: { distinct: 'nationality' },
  dimensions: enrolmentDimensions,
  example: {
    words: {
      zh: '越南 2 人计一国，老挝 1 人计一国；中国澳门不属国外；国籍不明的、海外办学点的和本国学生不计：共 2 个。',
      en: 'Two from Viet Nam are one country, Laos is another; Macao is not abroad; an unknown nationality, a learner overseas and a domestic one do not count: 2.',
    },
    records: {
      programme: [{ code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' }],
      enrolment: [
        { person: 'L1', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2022-09-01' },
        { person: 'L2', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2021-09-01' },
        {
          person: 'L3',
          programme: 'PA',
          kind: 'non-degree',
          nationality: 'LA',
          start: '2022-09-01',
          end: '2022-12-31',
        },
        { person: 'L4', programme: 'PA', kind: 'degree', nationality: 'MO', start: '2022-09-01' },
        { person: 'L5', programme: 'PA', kind: 'degree', nationality: 'unknown', start: '2022-09-01' },
        { person: 'L6', programme: 'PA', kind: 'overseas', nationality: 'KH', start: '2022-09-01' },
        { person: 'L7', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2022-09-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
