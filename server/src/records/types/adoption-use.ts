import type { RecordType } from '../record-type.ts'
import { ADOPTION_SUBJECT } from './adoption.ts'

export const ADOPTION_USE: RecordType = {
  name: 'adoption-use',
  order: 180,
  label: { zh: '标准（资源）使用情况', en: 'Use of what was adopted' },
  description: {
    zh: '被采用的标准、教学资源或装备在一段时间内涉及的外方学生数。',
    en: 'How many learners abroad an adopted standard, resource or piece of equipment reached in a stretch of time.',
  },
  fields: [
    ...ADOPTION_SUBJECT,
    {
      name: 'from',
      label: { zh: '起始日期', en: 'From' },
      kind: 'date',
      required: true,
      also: ['开始日期', '使用起始日期', '使用开始日期', '统计起始日期', 'learners_from', 'learners from', 'start'],
      example: { zh: '2023-09-01', en: '2023-09-01' },
    },
    {
      name: 'to',
      label: { zh: '结束日期', en: 'To' },
      kind: 'date',
      required: true,
      also: ['终止日期', '使用结束日期', '使用终止日期', '统计截止日期', 'learners_to', 'learners to', 'end'],
      example: { zh: '2024-08-31', en: '2024-08-31' },
    },
    {
      name: 'learners',
      label: { zh: '涉及外方学生数', en: 'Learners' },
      kind: 'integer',
      unit: { zh: '人', en: 'people' },
      min: 0,
      required: true,
      also: ['外方学生数', '涉及外方学生人数', '涉及学生数', '学生数', '使用人数', 'number of learners'],
      example: { zh: '45', en: '45' },
    },
  ],
  key: ['standard|resource', 'country', 'adopter', 'from', 'to'],
  span: { starts: ['from'], ends: 'to', empty: 'never' },
  exactlyOne: [['standard', 'resource']],
  ranges: [['from', 'to']],
  title: {
    zh: ['standard|resource', 'country', 'adopter', 'from'],
    en: ['standard|resource', 'country', 'adopter', 'from'],
  },
}
