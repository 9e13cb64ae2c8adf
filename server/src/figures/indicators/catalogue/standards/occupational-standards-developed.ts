import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const occupationalStandardsDeveloped: Declaration = {
  id: 'occupational-standards-developed',
  code: 'ST03',
  name: { zh: '参与开发国外职业标准数', en: 'Foreign occupational standards developed' },
  definition: {
    zh: '本校开发或参与开发、被国外采用且在本期最后一天仍有效的职业标准数，如为坦桑尼亚开发的国家职业标准。按“国外”口径，只被中国香港、中国澳门、中国台湾采用的不计；引进的职业标准不计。',
    en: 'Occupational standards that the college made or helped to make, adopted in a foreign country and in force there on the last day of the period, such as national occupational standards of Tanzania. Those used in Hong Kong, Macao or Taiwan alone are not foreign, and standards that were introduced from elsewhere do not count.',
  },
  fillingNote: {
    zh: '在“标准”台账登记标准（“标准类型”选“职业标准”，“来源”选“自主开发”或“合作开发”），在“标准（资源）采用”台账填写采用国家、采用机构（如对方职业教育主管部门）和“采用日期”。仅签约立项、尚未被对方采用的，只填“提出日期”，不计数；一项标准被几国采用计一项。',
    en: 'Enter the standard in “Standard” (Type “occupational”, Direction “own” or “joint”) and in “Adoption” the country, the adopter (the foreign authority, say) and “Adopted on”. Work that is only agreed has “Proposed on” alone and does not count. A standard adopted in several countries is one.',
  },
  theme: 'STANDARDS',
  kind: 'STOCK',
  unit: { zh: '个', en: 'standards' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
  set: {
    of: 'adoption',
    where: [
      { field: 'standard.direction', in: ['own', 'joint'] },
      { field: 'standard.type', in: ['occupational'] },
    ],
    time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] },
  },
  measure: { distinct: 'standard' },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: 'N1 在坦桑尼亚注册，计入；N2 被两国采用，计一项；N3 只被中国澳门采用，不属国外；N4 是引进的；P1 是专业教学标准：共 2 项。',
      en: 'N1 is registered in Tanzania; N2 is adopted in two countries and is one; N3 is used in Macao alone, which is not abroad; N4 was introduced; P1 is a programme standard: 2.',
    },
    records: {
      standard: [
        {
          code: 'N1',
          title_zh: '农机操作工国家职业标准',
          title_en: 'Farm machinery operator',
          type: 'occupational',
          direction: 'joint',
        },
        {
          code: 'N2',
          title_zh: '温室种植员职业标准',
          title_en: 'Greenhouse grower',
          type: 'occupational',
          direction: 'own',
        },
        {
          code: 'N3',
          title_zh: '西点师职业标准',
          title_en: 'Pastry cook',
          type: 'occupational',
          direction: 'own',
        },
        {
          code: 'N4',
          title_zh: '焊工职业标准',
          title_en: 'Welder',
          type: 'occupational',
          direction: 'introduced',
          country: 'DE',
        },
        {
          code: 'P1',
          title_zh: '数控技术专业教学标准',
          title_en: 'CNC technology programme standard',
          type: 'programme',
          direction: 'own',
        },
      ],
      adoption: [
        { standard: 'N1', country: 'TZ', adopter: 'NACTVET', registered_on: '2022-06-15' },
        { standard: 'N2', country: 'TZ', adopter: 'NACTVET', adopted_on: '2022-11-01' },
        { standard: 'N2', country: 'ET', adopter: 'Addis Ababa Polytechnic', adopted_on: '2023-03-01' },
        { standard: 'N3', country: 'MO', adopter: 'Macao Institute', adopted_on: '2022-10-01' },
        { standard: 'N4', country: 'RU', adopter: 'Ussuri Agro College', adopted_on: '2022-02-01' },
        { standard: 'P1', country: 'TZ', adopter: 'NACTVET', adopted_on: '2022-06-15' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
