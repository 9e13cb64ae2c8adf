import type { RecordType } from '../record-type.ts'
import { NAME_EN, NAME_ZH } from '../common-fields.ts'

export const UNIT: RecordType = {
  name: 'unit',
  order: 20,
  label: { zh: '责任部门', en: 'Unit' },
  description: {
    zh: '学校的一个部门：二级学院、系部、处室。台账中的“责任部门”填其编号，不要求已在此登记。',
    en: 'A department of the institution. Records say which one they belong to by its code, whether it is registered here or not.',
  },
  fields: [
    {
      name: 'code',
      label: { zh: '部门编号', en: 'Code' },
      kind: 'code',
      required: true,
      also: [
        '编号',
        '部门代码',
        '院系编号',
        '院系代码',
        '单位编号',
        '单位代码',
        'unit code',
        'department code',
        'unit id',
      ],
      example: { zh: 'GJ', en: 'GJ' },
    },
    {
      ...NAME_ZH,
      also: ['部门名称', '院系名称', '单位名称', '部门全称', '部门中文名称', ...NAME_ZH.also!],
      example: { zh: '国际合作与交流处', en: '国际合作与交流处' },
    },
    {
      ...NAME_EN,
      also: ['部门英文名称', 'unit name', 'department name', 'department', ...NAME_EN.also!],
      example: { zh: 'Office of International Co-operation', en: 'Office of International Co-operation' },
    },
    {
      name: 'parent',
      label: { zh: '上级部门编号', en: 'Parent' },
      kind: 'reference',
      to: 'unit',
      also: ['上级部门', '上级单位', '上级单位编号', '所属部门', '隶属部门', 'parent unit', 'parent department'],
    },
    {
      name: 'from',
      label: { zh: '成立日期', en: 'From' },
      kind: 'date',
      also: ['起始日期', '开始日期', '设立日期', '建立日期', '启用日期', '成立时间', 'start', 'established on'],
      note: { zh: '不填视为一直存在。', en: 'Empty: from before every day.' },
      example: { zh: '2012-03-01', en: '2012-03-01' },
    },
    {
      name: 'to',
      label: { zh: '撤销日期', en: 'To' },
      kind: 'date',
      also: ['终止日期', '结束日期', '停用日期', '撤并日期', '撤销时间', 'end', 'closed on'],
      note: { zh: '含当日；不填为仍在。', en: 'The last day; empty: still there.' },
    },
  ],
  key: ['code'],
  span: { starts: ['from'], ends: 'to', empty: 'always', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['from', 'to']],
  title: { zh: ['name_zh|name_en|code'], en: ['name_en|name_zh|code'] },
}
