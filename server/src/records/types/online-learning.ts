import type { RecordType } from '../record-type.ts'
import { HEADCOUNT, PERSON, PLATFORM_FIELD, RESOURCE_FIELD } from './common-fields.ts'

export const ONLINE_LEARNING: RecordType = {
  name: 'online-learning',
  label: { zh: '国（境）外在线学习', en: 'Online learning' },
  description: {
    zh: '国（境）外学员（或一组学员）在线学习本校一项教学资源。',
    en: 'A learner, or a group of learners, abroad who studied one resource of ours online.',
  },
  fields: [
    { ...PERSON, also: ['学员编号', '学习者编号', 'learner', ...PERSON.also!] },
    { ...HEADCOUNT, also: ['学习人数', '学员人数', '选课人数', '注册人数', ...HEADCOUNT.also!] },
    {
      ...RESOURCE_FIELD,
      required: true,
      also: ['在线课程', '课程编号', '在线课程编号', 'online course', ...RESOURCE_FIELD.also!],
      example: { zh: 'RS01', en: 'RS01' },
    },
    {
      name: 'country',
      label: { zh: '学员所在国家（地区）', en: "Learners' country or region" },
      kind: 'country',
      required: true,
      also: [
        '国家',
        '国家（地区）',
        '国别',
        '所在国',
        '学员国籍',
        '学习者所在国家',
        '来源国',
        'country',
        'learner country',
      ],
      example: { zh: '泰国', en: 'Thailand' },
    },
    {
      name: 'start',
      label: { zh: '开始日期', en: 'Start' },
      kind: 'date',
      required: true,
      also: ['起始日期', '学习开始日期', '开课日期', '选课日期', '开始时间', 'start date', 'from'],
      example: { zh: '2024-03-01', en: '2024-03-01' },
    },
    {
      name: 'end',
      label: { zh: '结束日期', en: 'End' },
      kind: 'date',
      required: true,
      also: ['终止日期', '学习结束日期', '结课日期', '结束时间', 'end date', 'to'],
      note: { zh: '含当日。', en: 'The last day.' },
      example: { zh: '2024-06-30', en: '2024-06-30' },
    },
    PLATFORM_FIELD,
  ],
  key: ['person', 'resource', 'start'],
  span: { starts: ['start'], ends: 'end', empty: 'never' },
  exactlyOne: [['person', 'headcount']],
  ranges: [['start', 'end']],
  title: { zh: ['resource', 'country', 'start'], en: ['resource', 'country', 'start'] },
}
