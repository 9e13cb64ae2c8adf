import type { Declaration } from '../../definition.ts'

export const jointMajors: Declaration = {
  id: 'joint-majors',
  code: 'IN02',
  name: { zh: '中外合作办学专业数', en: 'Majors run jointly' },
  definition: {
    zh: '本期最后一天正在举办的中外合作办学专业数。同一专业的几个合作办学项目只计一个专业。',
    en: 'Majors with a Sino-foreign joint programme running on the last day of the period. Several joint programmes of one major are one major.',
  },
  fillingNote: {
    zh: '在“专业（项目）”台账填报，“专业类别”填“中外合作办学”，填“目录专业”代码和“开办日期”，停办的填“停办日期”。同一目录专业与几个外方合作也只计一个；“目录专业”未填的按专业编号计。',
    en: 'Fill in “Programme” with “Kind” “joint”, the “Major” of the national catalogue and “From”, and “To” once it is closed. One major run with several foreign parties is one; a programme without a “Major” counts by its code.',
  },
  theme: 'INTRODUCTION',
  kind: 'STOCK',
  unit: { zh: '个', en: 'majors' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['programme'],
  set: { of: 'programme', where: [{ field: 'kind', in: ['joint'] }], time: { inForce: [['from', 'to']] } },
  measure: { distinct: { else: ['major', 'code'] } },
  dimensions: { programme: 'code', department: 'department', level: 'level', unit: 'unit' },
  example: {
    words: {
      zh: 'PA、PB 同属一个专业；PC 未填专业代码，按项目自身计；PD 不是合作办学，PE 在 6 月底已停办：共 2 个。',
      en: 'PA and PB are one major; PC names no major and stands for itself; PD is not joint and PE ended in June: 2.',
    },
    records: {
      programme: [
        {
          code: 'PA',
          name_zh: '机电一体化（中俄）',
          name_en: 'Mechatronics (with Russia)',
          kind: 'joint',
          major: '460301',
          from: '2019-09-01',
        },
        {
          code: 'PB',
          name_zh: '机电一体化（中德）',
          name_en: 'Mechatronics (with Germany)',
          kind: 'joint',
          major: '460301',
          from: '2020-09-01',
        },
        {
          code: 'PC',
          name_zh: '园艺技术（中俄）',
          name_en: 'Horticulture (with Russia)',
          kind: 'joint',
          from: '2021-09-01',
        },
        {
          code: 'PD',
          name_zh: '数控技术',
          name_en: 'CNC technology',
          kind: 'ordinary',
          major: '460103',
          from: '2015-09-01',
        },
        {
          code: 'PE',
          name_zh: '会计（中澳）',
          name_en: 'Accounting (with Australia)',
          kind: 'joint',
          major: '530302',
          from: '2018-09-01',
          to: '2023-06-30',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
