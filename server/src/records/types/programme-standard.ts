import type { RecordType } from '../record-type.ts'
import { PROGRAMME, STANDARD_FIELD } from '../common-fields.ts'

export const PROGRAMME_STANDARD: RecordType = {
  name: 'programme-standard',
  order: 150,
  label: { zh: '专业对标', en: 'Standard of a programme' },
  description: {
    zh: '一个专业在一段时间内执行或对标的一项标准。',
    en: 'A standard that a programme implements, or is benchmarked to, for a stretch of time.',
  },
  fields: [
    { ...PROGRAMME, required: true },
    { ...STANDARD_FIELD, required: true, also: ['对标标准', '执行标准', '对标标准编号', ...STANDARD_FIELD.also!] },
    {
      name: 'relation',
      label: { zh: '对标方式', en: 'Relation' },
      kind: 'choice',
      required: true,
      also: ['关系', '方式', '对标类型', '执行或对标'],
      choices: [
        {
          key: 'implements',
          label: { zh: '执行', en: 'implements' },
          also: ['实施', '采用', '依据', '按标准实施', 'implemented'],
        },
        { key: 'benchmarked', label: { zh: '对标', en: 'benchmarked' }, also: ['对照', '参照', '对接', 'benchmarks'] },
      ],
      example: { zh: '对标', en: 'benchmarked' },
    },
    {
      name: 'from',
      label: { zh: '起始日期', en: 'From' },
      kind: 'date',
      required: true,
      also: ['开始日期', '对标日期', '执行日期', '实施日期', '起始时间', 'start', 'since'],
      example: { zh: '2022-09-01', en: '2022-09-01' },
    },
    {
      name: 'to',
      label: { zh: '终止日期', en: 'To' },
      kind: 'date',
      also: ['结束日期', '截止日期', '停止日期', '终止时间', 'end', 'until'],
      note: { zh: '含当日；不填为仍在执行（对标）。', en: 'The last day; empty: still so.' },
    },
  ],
  key: ['programme', 'standard', 'relation'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  namesOn: ['first_day'],
  title: { zh: ['programme', 'relation', 'standard'], en: ['programme', 'relation', 'standard'] },
}
