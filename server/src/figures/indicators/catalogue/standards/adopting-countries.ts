import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const adoptingCountries: Declaration = {
  id: 'adopting-countries',
  code: 'ST04',
  name: { zh: '标准采用国家数', en: 'Adopting countries' },
  definition: {
    zh: '本期最后一天有机构正在采用本校开发或参与开发的标准的国家（地区）数，不论采用几项标准，一个国家（地区）只计一次。采用已终止的不计。',
    en: 'Countries and regions in which an institution uses a standard of the college, own or jointly made, on the last day of the period; a country is one however many standards it uses. Adoptions that have lapsed do not count.',
  },
  fillingNote: {
    zh: '取自“标准（资源）采用”台账的“采用国家（地区）”。填采用机构所在的国家（地区），不填合作项目的发起国；中国香港、中国澳门、中国台湾按国（境）外计，选“国外”统计范围时不计。只采用资源、装备而未采用标准的国家不计。',
    en: 'Taken from “Country or region” of “Adoption”: that of the adopter, not of whoever began the project. Hong Kong, Macao and Taiwan are outside the border, and left out where the scope is abroad. A country that uses only resources or equipment and no standard does not count.',
  },
  theme: 'STANDARDS',
  kind: 'STOCK',
  unit: { zh: '个', en: 'countries' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'adoption',
    where: [{ field: 'standard.direction', in: ['own', 'joint'] }],
    time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] },
  },
  measure: { distinct: 'country' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: '柬埔寨采用两项标准，计一国；中国澳门计入国（境）外；老挝的采用已于 2022 年底终止；S2 是引进的标准：共 2 个国家（地区）。',
      en: 'Cambodia uses two standards and is one; Macao is inside this scope; the adoption in Laos lapsed at the end of 2022; S2 was introduced, not made here: 2.',
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
          title_zh: '焊接技术标准',
          title_en: 'Welding standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'DE',
        },
        {
          code: 'S3',
          title_zh: '温室管理课程标准',
          title_en: 'Greenhouse management course standard',
          type: 'course',
          direction: 'joint',
        },
      ],
      adoption: [
        { standard: 'S1', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2021-05-01' },
        { standard: 'S3', country: 'KH', adopter: 'Phnom Penh Technical College', adopted_on: '2022-05-01' },
        { standard: 'S1', country: 'MO', adopter: 'Macao Institute', adopted_on: '2022-10-01' },
        {
          standard: 'S3',
          country: 'LA',
          adopter: 'Vientiane Vocational College',
          adopted_on: '2021-01-01',
          lapsed_on: '2022-12-31',
        },
        { standard: 'S2', country: 'RU', adopter: 'Ussuri Agro College', adopted_on: '2022-02-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
