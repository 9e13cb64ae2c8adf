import type { Field } from '../record-type.ts'

/** Which table of which year: form, edition, year. */
export const FORM_SUBJECT: Field[] = [
  {
    name: 'form',
    label: { zh: '报表', en: 'Form' },
    kind: 'code',
    required: true,
    also: ['报表代码', '报表名称', '表名', 'table'],
    note: { zh: '报表代码，如 international-influence。', en: 'Its id, as international-influence.' },
    example: { zh: 'international-influence', en: 'international-influence' },
  },
  {
    name: 'edition',
    label: { zh: '年度版式', en: 'Edition' },
    kind: 'code',
    required: true,
    also: ['版式', '版本'],
    example: { zh: '2022', en: '2022' },
  },
  {
    name: 'year',
    label: { zh: '起始年份', en: 'Year' },
    kind: 'year',
    required: true,
    also: ['年份', '学年起始年', '统计年份'],
    note: {
      zh: '统计时段起始的年份：2023—2024学年填2023，不是报告的年度。',
      en: 'The year its period begins in: 2023 for 2023/24, not the year of the report.',
    },
    example: { zh: '2023', en: '2023' },
  },
]
