import type { Words } from '@causeway/shared/words/words'
import { describeKey } from '../../records/natural-key.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import { fieldsOf, RECORD_TYPES } from '../../records/record-types.ts'
import { markdownTable, toPage } from './markdown.ts'

type Language = keyof Words

const SAY = {
  title: { zh: '数据字典', en: 'Data dictionary' },
  other: { zh: '[English](data-dictionary.en.md)', en: '[中文](data-dictionary.zh.md)' },
  intro: {
    zh: '每种台账一张表：列名可用中文、英文或字段名；列名中的“日期”写成“时间”“年月”也可识别。带 * 的必填。日期含首尾两日。文件缺少某一列，该字段保持不变；单元格为空，则清空该字段。',
    en: 'One table for each record type. A header may be in Chinese, in English, or the name of the field; 时间 and 年月 are understood for 日期 in it. Fields marked * are required. Dates are inclusive days. A column that a file lacks leaves the field as it is; an empty cell empties it.',
  },
  generated: {
    zh: '本页由台账类型的声明生成（`npm run docs`），请勿手工修改。',
    en: 'This page is made from the declarations of the record types (`npm run docs`); do not edit it.',
  },
  field: { zh: '字段名', en: 'Field' },
  label: { zh: '列名', en: 'Header' },
  kind: { zh: '内容', en: 'What it takes' },
  meaning: { zh: '说明', en: 'Meaning' },
  also: { zh: '也识别的列名', en: 'Other headers that are understood' },
  key: { zh: '唯一标识', en: 'Natural key' },
  groupKey: {
    zh: '只报人数的行，以其余各字段为唯一标识。',
    en: 'A row with a headcount has all its other fields as its key.',
  },
  exactlyOne: { zh: '须填且只填一项', en: 'Exactly one of' },
  oneOf: { zh: '至少填一项', en: 'At least one of' },
  register: {
    zh: '名册类：自首条记录起至数据日期均视为已填报。',
    en: 'A register: covered from its first record to the data date.',
  },
  companion: { zh: '另有附加列，填写后另成一条', en: 'Further columns; filled, they make a record of' },
} satisfies Record<string, Words>

const KINDS: Record<Field['kind'], Words> = {
  text: { zh: '文字', en: 'text' },
  code: { zh: '编号', en: 'code' },
  choice: { zh: '选项', en: 'choice' },
  country: { zh: '国家（地区）', en: 'country or region' },
  reference: { zh: '引用', en: 'reference' },
  person: { zh: '人员编号', en: 'person' },
  date: { zh: '日期', en: 'date' },
  'month-day': { zh: '月-日', en: 'month and day' },
  flag: { zh: '是/否', en: 'yes or no' },
  integer: { zh: '整数', en: 'whole number' },
  year: { zh: '年份', en: 'year' },
  decimal: { zh: '小数', en: 'decimal' },
  level: { zh: '等级', en: 'level' },
  'record-key': { zh: '台账记录的唯一标识', en: 'natural key of a record' },
}

/** Of longer lists the note says what they are. */
const MOST_CHOICES_LISTED = 60

/** Every record type with its fields, as a Markdown page. */
export function writeDataDictionary(language: Language): string {
  const lines = [
    `# ${SAY.title[language]}`,
    '',
    SAY.other[language],
    '',
    SAY.intro[language],
    '',
    `_${SAY.generated[language]}_`,
    '',
  ]
  for (const type of RECORD_TYPES) lines.push(`- [${type.label[language]}](#${type.name}) \`${type.name}\``)
  for (const type of RECORD_TYPES) lines.push('', ...describeType(type, language))
  return toPage(lines)
}

/** One record type with its fields, as Markdown. */
export function describeType(type: RecordType, language: Language): string[] {
  const and = language === 'zh' ? '、' : ', '
  const colon = language === 'zh' ? '：' : ': '
  const fields = fieldsOf(type)
  const labels = new Map(fields.map(({ name, label }) => [name, label[language]]))
  const name = (field: string) => `${labels.get(field)} \`${field}\``
  const lines = [
    `<a id="${type.name}"></a>`,
    '',
    `## ${type.label[language]} \`${type.name}\``,
    '',
    type.description[language],
    '',
  ]
  lines.push(`- ${SAY.key[language]}${colon}${describeKey(type, name, language)}`)
  for (const one of type.exactlyOne ?? []) {
    lines.push(
      `- ${SAY.exactlyOne[language]}${colon}${one.map(name).join(and)}${one.includes('headcount') ? `${language === 'zh' ? '。' : '. '}${SAY.groupKey[language]}` : ''}`,
    )
  }
  for (const [part, whole] of type.notAbove ?? []) lines.push(`- ${name(part)} ≤ ${name(whole)}`)
  for (const one of type.oneOf ?? []) lines.push(`- ${SAY.oneOf[language]}${colon}${one.map(name).join(and)}`)
  if (type.register) lines.push(`- ${SAY.register[language]}`)
  for (const { because } of [...(type.requiredWhere ?? []), ...(type.allowedWhere ?? [])])
    lines.push(`- ${because[language]}`)
  lines.push('', ...describeFields(fields, language))
  if (type.companion) {
    const other = RECORD_TYPES.find((candidate) => candidate.name === type.companion!.type)!
    lines.push('', `${SAY.companion[language]} [${other.label[language]}](#${other.name})${colon}`, '')
    lines.push(...describeFields(type.companion.columns, language))
  }
  return lines
}

function describeFields(fields: readonly Field[], language: Language): string[] {
  const head = [SAY.field, SAY.label, SAY.kind, SAY.meaning, SAY.also].map((words) => words[language])
  return markdownTable(
    head,
    fields.map((field) => describeField(field, language)),
  )
}

function describeField(field: Field, language: Language): string[] {
  const other = language === 'zh' ? 'en' : 'zh'
  return [
    `\`${field.name}\`${field.required ? '\\*' : ''}`,
    `${field.label[language]} / ${field.label[other]}`,
    describeKind(field, language),
    field.note?.[language] ?? '',
    (field.also ?? []).join(language === 'zh' ? '、' : ', '),
  ]
}

function describeKind(field: Field, language: Language): string {
  const kind = KINDS[field.kind][language]
  if (field.kind === 'choice' && field.choices!.length > MOST_CHOICES_LISTED)
    return language === 'zh' ? `选项，共 ${field.choices!.length} 种` : `one of ${field.choices!.length} choices`
  if (field.kind === 'choice')
    return field.choices!.map(({ key, label }) => `\`${key}\` ${label[language]}`).join('<br>')
  if (field.kind === 'reference') return `${kind} → [\`${field.to}\`](#${field.to})`
  if (field.kind === 'decimal') {
    const step = 1 / field.factor!
    return language === 'zh' ? `${kind}，最小单位 ${step}` : `${kind}, in steps of ${step}`
  }
  return kind
}
