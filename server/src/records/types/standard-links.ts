import type { RecordType } from '../record-type.ts'
import { choice, code, date, like, reference, text, titled, value } from '../declare-fields.ts'
import { PROGRAMME, STANDARD_FIELD } from '../common-fields.ts'

export const STANDARD_MAPPING: RecordType = {
  name: 'standard-mapping',
  order: 140,
  label: { zh: '标准对照', en: 'Standard mapping' },
  description: {
    zh: '本校标准（或其一个能力单元）与另一项标准（或其能力单元）的对照，由谁、在何时判定。没有对应的也可登记。',
    en: 'What a standard, or one of its units, is in another standard or unit, judged by somebody on a day. That there is none can be said too.',
  },
  fields: [
    like(STANDARD_FIELD, { required: true, also: '本校标准, 源标准, 源标准编号, from standard' }),
    code('version', '版本', 'Version', {
      also: '版本号, 标准版本, 源版本, 版本编号, version number, from version, standard version',
      note: { zh: '按能力单元对照时填写。', en: 'Filled where units are mapped.' },
      example: '2.0',
    }),
    code('unit_code', '能力单元编号', 'Unit code', {
      also: '单元编号, 能力单元, 源单元编号, 单元代码, from unit, standard unit',
      note: { zh: '不填为整项标准的对照。', en: 'Empty: the standard as a whole.' },
      example: 'U03',
    }),
    reference.required('to_standard', '对照标准编号', 'To standard', {
      to: 'standard',
      also: '对照标准, 目标标准, 目标标准编号, 对应标准, 对应标准编号, 国外标准编号, target standard, mapped to',
      example: 'ST09',
    }),
    code('to_unit_code', '对照能力单元编号', 'To unit code', {
      also: '对照单元编号, 目标单元编号, 对应单元编号, 对应能力单元, 目标能力单元, to unit, target unit',
      note: { zh: '不填为对照整项标准。', en: 'Empty: that standard as a whole.' },
      example: 'K7',
    }),
    choice.required('relation', '对照关系', 'Relation', {
      also: '关系, 对应关系, 等值关系, 对照结果, 对应程度, match',
      choices: [
        value('equivalent', '等值', 'equivalent', '等同, 等效, 完全对应, 一致, 相当, exact, full'),
        value('partial', '部分对应', 'partial', '部分, 部分等值, 相近, 部分一致, close'),
        value('none', '无对应', 'none', '不对应, 无, 没有对应, no match'),
      ],
      example: { zh: '等值', en: 'equivalent' },
    }),
    text('assessor', '判定人', 'Assessor', {
      also: '评估人, 判定机构, 评估机构, 审核专家, 比对人, 负责人, judged by, assessed by',
      example: { zh: '专业建设委员会', en: 'Programme board' },
    }),
    date.required('assessed_on', '判定日期', 'Assessed on', {
      also: '评估日期, 比对日期, 对照日期, 认定日期, 判定时间, 日期, date, judged on, assessment date',
      example: '2023-05-16',
    }),
  ],
  key: ['standard', 'version', 'unit_code', 'to_standard', 'to_unit_code'],
  span: { starts: ['assessed_on'], empty: 'never' },
  register: true,
  title: titled('standard', 'unit_code', 'to_standard', 'to_unit_code', 'relation'),
}

export const PROGRAMME_STANDARD: RecordType = {
  name: 'programme-standard',
  order: 150,
  label: { zh: '专业对标', en: 'Standard of a programme' },
  description: {
    zh: '一个专业在一段时间内执行或对标的一项标准。',
    en: 'A standard that a programme implements, or is benchmarked to, for a stretch of time.',
  },
  fields: [
    like(PROGRAMME, { required: true }),
    like(STANDARD_FIELD, { required: true, also: '对标标准, 执行标准, 对标标准编号' }),
    choice.required('relation', '对标方式', 'Relation', {
      also: '关系, 方式, 对标类型, 执行或对标',
      choices: [
        value('implements', '执行', 'implements', '实施, 采用, 依据, 按标准实施, implemented'),
        value('benchmarked', '对标', 'benchmarked', '对照, 参照, 对接, benchmarks'),
      ],
      example: { zh: '对标', en: 'benchmarked' },
    }),
    date.required('from', '起始日期', 'From', {
      also: '开始日期, 对标日期, 执行日期, 实施日期, 起始时间, start, since',
      example: '2022-09-01',
    }),
    date('to', '终止日期', 'To', {
      also: '结束日期, 截止日期, 停止日期, 终止时间, end, until',
      note: { zh: '含当日；不填为仍在执行（对标）。', en: 'The last day; empty: still so.' },
    }),
  ],
  key: ['programme', 'standard', 'relation'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  namesOn: ['first_day'],
  title: titled('programme', 'relation', 'standard'),
}
