import type { Field, RecordType } from '../record-type.ts'
import { choice, code, date, decimal, text, titled, value, year } from '../declare-fields.ts'

/** Which table of which year: form, edition, year. */
export const FORM_SUBJECT: Field[] = [
  code.required('form', '报表', 'Form', {
    also: '报表代码, 报表名称, 表名, table',
    note: { zh: '报表代码，如 international-influence。', en: 'Its id, as international-influence.' },
    example: 'international-influence',
  }),
  code.required('edition', '年度版式', 'Edition', { also: '版式, 版本', example: '2022' }),
  year.required('year', '起始年份', 'Year', {
    also: '年份, 学年起始年, 统计年份',
    note: {
      zh: '统计时段起始的年份：2023—2024学年填2023，不是报告的年度。',
      en: 'The year its period begins in: 2023 for 2023/24, not the year of the report.',
    },
    example: '2023',
  }),
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
    code.required('line', '指标项序号', 'Line', {
      also: '序号, 行号, 指标序号, line number, no',
      note: { zh: '报表上的序号，如 3 或 3.1。', en: 'Its number in the table, as 3 or 3.1.' },
      example: '6.1',
    }),
    ...FORM_SUBJECT.slice(2),
    choice.required('status', '填报方式', 'Status', {
      also: '类型, 数据来源类型, 填报状态',
      choices: [
        value('hand-filled', '直接填报', 'hand-filled', '手工填报, 填报'),
        value('filed', '已报数', 'filed', '已上报, 已报'),
      ],
      example: { zh: '直接填报', en: 'hand-filled' },
    }),
    decimal('value', '数值', 'Value', {
      factor: FACTOR,
      also: '填报值, 指标值, 数据, 上报数, 已报数值',
      example: '1250.5',
    }),
    text('text', '文字内容', 'Text', {
      verbatim: true,
      also: '文字, 说明, 填报内容',
      note: {
        zh: '指标项要求填文字，或已报表格中写的是“无”“—”等，照录于此。',
        en: 'Where the line asks for words, or what was filed is no number (a dash, a word for none): as it is there.',
      },
    }),
    text('in_unit', '计量单位', 'In unit', {
      also: '数值单位, measured in',
      note: {
        zh: '填报值的计量单位；与报表所列单位不同的，报表核对会提示。',
        en: 'What the value is measured in; where the table asks for another unit, the checks of the form say so.',
      },
      example: '万元',
    }),
    text.required('source', '数据来源', 'Source', {
      also: '来源, 出处, 依据',
      example: { zh: '财务处2024年决算', en: 'Accounts of 2024, finance office' },
    }),
    text.required('filled_by', '填报人', 'Filled by', {
      also: '填表人, 上报人, 经办人',
      example: { zh: '质量办李老师', en: 'Quality office' },
    }),
    date.required('filled_on', '填报日期', 'Filled on', {
      also: '填表日期, 上报日期, 日期, filed on',
      example: '2024-11-20',
    }),
  ],
  key: ['form', 'edition', 'line', 'year', 'status'],
  span: { starts: ['filled_on'], empty: 'never', endless: 'one-day' },
  exactlyOne: [['value', 'text']],
  beside: true,
  title: titled('form', 'edition', 'line', 'year'),
}

export const FORM_PUBLICATION: RecordType = {
  name: 'form-publication',
  order: 400,
  label: { zh: '报表公布', en: 'Form publication' },
  description: {
    zh: '一张报表已依规对外公布。自公布之日起，任何人都能看到该表的精确数值；撤回本条记录即恢复为对外公开版。',
    en: 'An official table was published as the law demands. From that day everybody sees its exact figures; without the record small numbers in it are withheld again.',
  },
  fields: [
    ...FORM_SUBJECT,
    date.required('published_on', '公布日期', 'Published on', {
      also: '对外公布日期, 发布日期, 公开日期',
      note: {
        zh: '晚于数据截止日期的，到期才生效。',
        en: 'Where it is after the data date, it takes effect once the data date has reached it.',
      },
      example: '2024-12-31',
    }),
    text('address', '公布地址', 'Address', { also: '网址, 公开网址, url' }),
  ],
  key: ['form', 'edition', 'year'],
  span: { starts: ['published_on'], empty: 'never', endless: 'one-day' },
  beside: true,
  title: titled('form', 'edition', 'year'),
}
