import type { RecordType } from '../record-type.ts'
import { PERSON } from './common-fields.ts'

export const OFFICE_HELD: RecordType = {
  name: 'office-held',
  label: { zh: '国（境）外组织任职', en: 'Office held' },
  description: {
    zh: '一名教师在一个国（境）外组织担任的一项职务。',
    en: 'One post that a teacher holds in one organisation abroad.',
  },
  fields: [
    { ...PERSON, required: true, example: { zh: 'T1001', en: 'T1001' } },
    {
      name: 'organisation',
      label: { zh: '任职组织', en: 'Organisation' },
      kind: 'code',
      inBoth: true,
      required: true,
      also: ['组织', '组织名称', '任职单位', '任职组织名称', '任职机构', '国（境）外组织名称', 'organization'],
      example: { zh: '国际奶牛养殖协会', en: 'International Dairy Husbandry Association' },
    },
    {
      name: 'country',
      label: { zh: '组织所在国家（地区）', en: 'Country or region' },
      kind: 'country',
      required: true,
      also: ['国家', '国家（地区）', '国别', '所在国', '组织所在国', '所在国家（地区）', '总部所在国', 'country'],
      note: { zh: '组织注册地或总部所在国家（地区）。', en: 'Where the organisation has its seat.' },
      example: { zh: '俄罗斯', en: 'Russia' },
    },
    {
      name: 'post',
      label: { zh: '职务', en: 'Post' },
      kind: 'code',
      inBoth: true,
      required: true,
      also: ['担任职务', '职位', '岗位', '任职岗位', '职务名称', 'position', 'office'],
      note: {
        zh: '可中英文并列，如“理事 Board member”：中文页面只显示中文，英文页面只显示英文。',
        en: 'May be in both languages, the Chinese and then the English: each page shows the words of its language.',
      },
      example: { zh: '理事', en: 'board member' },
    },
    {
      name: 'professional',
      label: { zh: '是否专业性组织', en: 'Professional organisation' },
      kind: 'flag',
      also: ['专业组织', '是否国际专业组织', '是否专业组织', '行业组织', 'professional'],
      note: { zh: '专业、行业或学术组织填“是”。', en: 'Yes: a body of a profession, a trade or a science.' },
      example: { zh: '是', en: 'yes' },
    },
    {
      name: 'from',
      label: { zh: '任职起始日期', en: 'From' },
      kind: 'date',
      required: true,
      also: ['起始日期', '开始日期', '任职日期', '任职开始日期', '聘期起始', '聘任日期', 'start'],
      example: { zh: '2022-06-01', en: '2022-06-01' },
    },
    {
      name: 'to',
      label: { zh: '任职终止日期', en: 'To' },
      kind: 'date',
      also: ['终止日期', '结束日期', '任职结束日期', '聘期终止', '卸任日期', 'end'],
      note: { zh: '含当日；不填为仍在任。', en: 'The last day; empty: still in office.' },
    },
  ],
  key: ['person', 'organisation', 'post', 'from'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  title: { zh: ['organisation', 'post', 'from'], en: ['organisation', 'post', 'from'] },
}
