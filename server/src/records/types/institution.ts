import type { RecordType } from '../record-type.ts'
import { NAME_EN, NAME_ZH } from './common-fields.ts'

export const INSTITUTION: RecordType = {
  name: 'institution',
  label: { zh: '院校', en: 'Institution' },
  description: {
    zh: '一所院校或其他办学机构。其余台账均归属于某一所院校。',
    en: 'A college or another provider. Every other record belongs to one.',
  },
  fields: [
    {
      name: 'code',
      label: { zh: '学校代码', en: 'Code' },
      kind: 'code',
      required: true,
      also: [
        '学校标识码',
        '院校代码',
        '学校编号',
        '院校编号',
        '机构代码',
        'institution code',
        'school code',
        'provider code',
      ],
      example: { zh: '4123000001', en: '4123000001' },
    },
    {
      ...NAME_ZH,
      also: ['学校名称', '院校名称', '学校中文名称', ...NAME_ZH.also!],
      example: { zh: '示例农业职业学院', en: '示例农业职业学院' },
    },
    {
      ...NAME_EN,
      also: ['学校英文名称', 'institution name', 'school name', 'provider name', ...NAME_EN.also!],
      example: { zh: 'Example Agricultural College', en: 'Example Agricultural College' },
    },
    {
      name: 'country',
      label: { zh: '所在国家（地区）', en: 'Country or region' },
      kind: 'country',
      required: true,
      mustBeKnown: true,
      also: ['国家', '国家（地区）', '国别', '所在国家', 'country'],
      example: { zh: '中国', en: 'China' },
    },
    {
      name: 'school_year_start',
      label: { zh: '学年起始日', en: 'School year start' },
      kind: 'month-day',
      also: ['学年开始日期', '学年起始日期', 'start of the school year', 'academic year start'],
      note: { zh: '月-日，如 09-01；不填为 09-01。', en: 'Month and day, MM-DD; empty means 09-01.' },
      example: { zh: '09-01', en: '09-01' },
    },
    {
      name: 'level',
      label: { zh: '办学层次', en: 'Level' },
      kind: 'text',
      also: ['层次', '教育层次'],
      example: { zh: '专科', en: 'higher vocational' },
    },
    {
      name: 'region',
      label: { zh: '所在地', en: 'Region' },
      kind: 'text',
      also: ['地区', '所在省份', '省份', '省（区、市）', '所在市', 'province'],
      example: { zh: '黑龙江省', en: 'Heilongjiang' },
    },
    {
      name: 'type',
      label: { zh: '院校类型', en: 'Type' },
      kind: 'text',
      also: ['类型', '学校类型', '学校类别', '办学性质', 'institution type'],
      example: { zh: '公办', en: 'public' },
    },
  ],
  key: ['code'],
  span: { always: true },
  oneOf: [['name_zh', 'name_en']],
  title: { zh: ['name_zh|name_en|code'], en: ['name_en|name_zh|code'] },
}
