import { verb, type RecordType } from '../record-type.ts'
import { HEADCOUNT, NATIONALITY, PARTNER, PERSON, PLATFORM_FIELD, PROGRAMME } from '../common-fields.ts'

export const PLACEMENT: RecordType = {
  name: 'placement',
  order: 340,
  label: { zh: '岗位实习与企业实践', en: 'Placement' },
  description: {
    zh: '一名学生（或一组学生）在一家合作单位的一段岗位实习或企业实践，境内外均可。',
    en: 'One stretch of practice of a learner, or a group of learners, at a partner, at home or abroad.',
  },
  fields: [
    PERSON,
    { ...HEADCOUNT, also: ['实习人数', '实践人数', '学生人数', ...HEADCOUNT.also!] },
    {
      ...PARTNER,
      required: true,
      also: ['实习单位', '实习单位编号', '实践单位', '实践企业', '实习企业', '企业编号', ...PARTNER.also!],
    },
    {
      name: 'country',
      label: { zh: '实习所在国家（地区）', en: 'Country or region' },
      kind: 'country',
      required: true,
      also: ['国家', '国家（地区）', '国别', '所在国', '实习国家', '实习地', '实践所在国', 'country', 'place'],
      example: { zh: '中国', en: 'China' },
    },
    PROGRAMME,
    NATIONALITY,
    {
      name: 'start',
      label: { zh: '开始日期', en: 'Start' },
      kind: 'date',
      required: true,
      also: ['起始日期', '实习开始日期', '实践开始日期', '上岗日期', '开始时间', 'start date', 'from'],
      example: { zh: '2024-03-04', en: '2024-03-04' },
    },
    {
      name: 'end',
      label: { zh: '结束日期', en: 'End' },
      kind: 'date',
      required: true,
      also: ['终止日期', '实习结束日期', '实践结束日期', '离岗日期', '结束时间', 'end date', 'to'],
      note: { zh: '含当日。', en: 'The last day.' },
      example: { zh: '2024-06-28', en: '2024-06-28' },
    },
    {
      name: 'mentor',
      label: { zh: '有无企业导师', en: 'Mentor' },
      kind: 'flag',
      also: ['企业导师', '是否有企业导师', '企业师傅', '是否有师傅', 'enterprise mentor'],
      example: { zh: '有', en: 'yes' },
    },
    {
      name: 'assessed',
      label: { zh: '是否考核', en: 'Assessed' },
      kind: 'flag',
      also: ['考核', '是否有考核', '实习考核', '是否考核评价', 'assessed at the end'],
      example: { zh: '是', en: 'yes' },
    },
    PLATFORM_FIELD,
  ],
  key: ['person', 'partner', 'start'],
  span: { starts: ['start'], ends: 'end', empty: 'never' },
  exactlyOne: [['person', 'headcount']],
  ranges: [['start', 'end']],
  namesOn: ['first_day'],
  verbs: {
    begin: verb('开始实习', 'began their placement', 'begun their placement'),
    end: verb('结束实习', 'ended their placement'),
  },
  title: { zh: ['partner', 'country', 'start'], en: ['partner', 'country', 'start'] },
}
