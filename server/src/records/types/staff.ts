import { verb, type RecordType } from '../record-type.ts'
import { code, country, date, flag, like, titled } from '../declare-fields.ts'
import { NATIONALITY, PERSON, SEX } from '../common-fields.ts'

export const OFFICE_HELD: RecordType = {
  name: 'office-held',
  order: 310,
  label: { zh: '国（境）外组织任职', en: 'Office held' },
  description: {
    zh: '一名教师在一个国（境）外组织担任的一项职务。',
    en: 'One post that a teacher holds in one organisation abroad.',
  },
  fields: [
    like(PERSON, { required: true, example: 'T1001' }),
    code.required('organisation', '任职组织', 'Organisation', {
      inBoth: true,
      also: '组织, 组织名称, 任职单位, 任职组织名称, 任职机构, 国（境）外组织名称, organization',
      example: { zh: '国际奶牛养殖协会', en: 'International Dairy Husbandry Association' },
    }),
    country.required('country', '组织所在国家（地区）', 'Country or region', {
      also: '国家, 国家（地区）, 国别, 所在国, 组织所在国, 所在国家（地区）, 总部所在国, country',
      note: { zh: '组织注册地或总部所在国家（地区）。', en: 'Where the organisation has its seat.' },
      example: { zh: '俄罗斯', en: 'Russia' },
    }),
    code.required('post', '职务', 'Post', {
      inBoth: true,
      also: '担任职务, 职位, 岗位, 任职岗位, 职务名称, position, office',
      note: {
        zh: '可中英文并列，如“理事 Board member”：中文页面只显示中文，英文页面只显示英文。',
        en: 'May be in both languages, the Chinese and then the English: each page shows the words of its language.',
      },
      example: { zh: '理事', en: 'board member' },
    }),
    flag('professional', '是否专业性组织', 'Professional organisation', {
      also: '专业组织, 是否国际专业组织, 是否专业组织, 行业组织, professional',
      note: { zh: '专业、行业或学术组织填“是”。', en: 'Yes: a body of a profession, a trade or a science.' },
      example: { zh: '是', en: 'yes' },
    }),
    date.required('from', '任职起始日期', 'From', {
      also: '起始日期, 开始日期, 任职日期, 任职开始日期, 聘期起始, 聘任日期, start',
      example: '2022-06-01',
    }),
    date('to', '任职终止日期', 'To', {
      also: '终止日期, 结束日期, 任职结束日期, 聘期终止, 卸任日期, end',
      note: { zh: '含当日；不填为仍在任。', en: 'The last day; empty: still in office.' },
    }),
  ],
  key: ['person', 'organisation', 'post', 'from'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  verbs: { begin: verb('任职', 'took office', 'taken office'), end: verb('离任', 'left office') },
  title: titled('organisation', 'post', 'from'),
}

export const STAFF: RecordType = {
  name: 'staff',
  order: 320,
  label: { zh: '教职工名册', en: 'Staff' },
  description: {
    zh: '一名教职工的一段聘用期。身份变化（如转为专任教师）另起一行。',
    en: 'One stretch of employment of one member of staff. A change of standing, as from part-time to full-time, begins another row.',
  },
  fields: [
    like(PERSON, { required: true, example: 'T1001' }),
    flag.required('full_time', '是否全职', 'Full-time', {
      also: '全职, 是否专职, 专职, 是否在编在岗, 用工形式, full time',
      example: { zh: '是', en: 'yes' },
    }),
    flag.required('teaching', '是否任课教师', 'Teaching', {
      also: '任课, 是否教师, 是否专任教师, 专任教师, 是否承担教学, teacher, teaching staff',
      note: { zh: '全职且任课的为专任教师。', en: 'Full-time and teaching: a full-time teacher.' },
      example: { zh: '是', en: 'yes' },
    }),
    flag('dual_qualified', '是否“双师型”', 'Dual-qualified', {
      also: '双师型, 双师, 是否双师型教师, 双师素质, 是否双师素质, dual qualified',
      example: { zh: '是', en: 'yes' },
    }),
    like(NATIONALITY, { required: true, also: '国家（地区）, 国家, 国别, country' }),
    like(SEX, { example: { zh: '女', en: 'female' } }),
    date.required('from', '聘用起始日期', 'From', {
      also: '起始日期, 开始日期, 入职日期, 来校日期, 来校时间, 聘用日期, 到岗日期, start, employed from',
      example: '2015-09-01',
    }),
    date('to', '聘用终止日期', 'To', {
      also: '终止日期, 结束日期, 离职日期, 离校日期, 退休日期, end, employed to',
      note: { zh: '含当日；不填为仍在职。', en: 'The last day; empty: still employed.' },
    }),
  ],
  key: ['person', 'from'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  verbs: { begin: verb('入职', 'joined'), end: verb('离职', 'left') },
  title: titled('person', 'nationality', 'from'),
}
