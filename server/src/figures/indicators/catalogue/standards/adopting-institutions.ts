import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const adoptingInstitutions: Declaration = {
  id: 'adopting-institutions',
  code: 'ST05',
  name: { zh: '标准采用机构数', en: 'Adopting institutions' },
  definition: {
    zh: '本期最后一天正在采用本校开发或参与开发的标准的国（境）外机构数，不论采用几项标准，一个机构只计一次。同名而在不同国家（地区）的是不同机构；采用已终止的不计。',
    en: 'Institutions outside the border that use a standard of the college, own or jointly made, on the last day of the period; an institution is one however many standards it uses. Two of the same name in different countries are two, and adoptions that have lapsed do not count.',
  },
  fillingNote: {
    zh: '取自“标准（资源）采用”台账的“采用国家（地区）”和“采用机构”两列。同一机构每次都用同一写法（中文名、外文名不要混用），否则会算成几个机构；只采用资源、装备而未采用标准的机构不计。',
    en: 'Taken from the columns “Country or region” and “Adopter” of “Adoption”. Write an institution the same way every time, in one language, or it counts as several. One that uses only resources or equipment and no standard does not count.',
  },
  theme: 'STANDARDS',
  kind: 'STOCK',
  unit: { zh: '所', en: 'institutions' },
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
  measure: { distinct: ['country', 'adopter'] },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: '柬埔寨的“Technical College”采用两项标准，计一所；老挝的同名机构是另一所；泰国的采用已于 2022 年底终止：共 2 所。',
      en: 'The Technical College of Cambodia uses two standards and is one; the one of the same name in Laos is another; the adoption in Thailand lapsed at the end of 2022: 2.',
    },
    records: {
      standard: [
        {
          code: 'P1',
          title_zh: '数控技术专业教学标准',
          title_en: 'CNC technology programme standard',
          type: 'programme',
          direction: 'own',
        },
        {
          code: 'C1',
          title_zh: '温室管理课程标准',
          title_en: 'Greenhouse management course standard',
          type: 'course',
          direction: 'joint',
        },
      ],
      adoption: [
        { standard: 'P1', country: 'KH', adopter: 'Technical College', adopted_on: '2021-05-01' },
        { standard: 'C1', country: 'KH', adopter: 'Technical College', adopted_on: '2022-05-01' },
        { standard: 'P1', country: 'LA', adopter: 'Technical College', adopted_on: '2022-10-01' },
        {
          standard: 'P1',
          country: 'TH',
          adopter: 'Chiang Rai Technical College',
          adopted_on: '2021-01-01',
          lapsed_on: '2022-12-31',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
