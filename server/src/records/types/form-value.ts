import type { Field, RecordType } from '../record-type.ts'

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

/** Tens of thousandths: rates are filed with up to four decimals. */
const FACTOR = 10_000

export const FORM_VALUE: RecordType = {
  name: 'form-value',
  order: 390,
  label: { zh: '报表填报值', en: 'Form value' },
  description: {
    zh: '一张报表一个指标项一年的填报值：台账无法算出、直接填报的，或以前已经上报的。已报数与台账计算值并列显示，不互相覆盖。',
    en: 'What one line of an official table says for one year: filled in by hand where no record can fill it, or filed earlier. A filed value is beside the computed one and never replaces it.',
  },
  fields: [
    ...FORM_SUBJECT.slice(0, 2),
    {
      name: 'line',
      label: { zh: '指标项序号', en: 'Line' },
      kind: 'code',
      required: true,
      also: ['序号', '行号', '指标序号', 'line number', 'no'],
      note: { zh: '报表上的序号，如 3 或 3.1。', en: 'Its number in the table, as 3 or 3.1.' },
      example: { zh: '6.1', en: '6.1' },
    },
    ...FORM_SUBJECT.slice(2),
    {
      name: 'status',
      label: { zh: '填报方式', en: 'Status' },
      kind: 'choice',
      required: true,
      also: ['类型', '数据来源类型', '填报状态'],
      choices: [
        { key: 'hand-filled', label: { zh: '直接填报', en: 'hand-filled' }, also: ['手工填报', '填报'] },
        { key: 'filed', label: { zh: '已报数', en: 'filed' }, also: ['已上报', '已报'] },
      ],
      example: { zh: '直接填报', en: 'hand-filled' },
    },
    {
      name: 'value',
      label: { zh: '数值', en: 'Value' },
      kind: 'decimal',
      factor: FACTOR,
      also: ['填报值', '指标值', '数据', '上报数', '已报数值'],
      example: { zh: '1250.5', en: '1250.5' },
    },
    {
      name: 'text',
      label: { zh: '文字内容', en: 'Text' },
      kind: 'text',
      verbatim: true,
      also: ['文字', '说明', '填报内容'],
      note: {
        zh: '指标项要求填文字，或已报表格中写的是“无”“—”等，照录于此。',
        en: 'Where the line asks for words, or what was filed is no number (a dash, a word for none): as it is there.',
      },
    },
    {
      name: 'in_unit',
      label: { zh: '计量单位', en: 'In unit' },
      kind: 'text',
      also: ['数值单位', 'measured in'],
      note: {
        zh: '填报值的计量单位；与报表所列单位不同的，报表核对会提示。',
        en: 'What the value is measured in; where the table asks for another unit, the checks of the form say so.',
      },
      example: { zh: '万元', en: '万元' },
    },
    {
      name: 'source',
      label: { zh: '数据来源', en: 'Source' },
      kind: 'text',
      required: true,
      also: ['来源', '出处', '依据'],
      example: { zh: '财务处2024年决算', en: 'Accounts of 2024, finance office' },
    },
    {
      name: 'filled_by',
      label: { zh: '填报人', en: 'Filled by' },
      kind: 'text',
      required: true,
      also: ['填表人', '上报人', '经办人'],
      example: { zh: '质量办李老师', en: 'Quality office' },
    },
    {
      name: 'filled_on',
      label: { zh: '填报日期', en: 'Filled on' },
      kind: 'date',
      required: true,
      also: ['填表日期', '上报日期', '日期', 'filed on'],
      example: { zh: '2024-11-20', en: '2024-11-20' },
    },
  ],
  key: ['form', 'edition', 'line', 'year', 'status'],
  span: { starts: ['filled_on'], empty: 'never', endless: 'one-day' },
  exactlyOne: [['value', 'text']],
  beside: true,
  title: { zh: ['form', 'edition', 'line', 'year'], en: ['form', 'edition', 'line', 'year'] },
}
