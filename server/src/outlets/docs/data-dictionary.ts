import type { Words } from '@causeway/shared/words/words'
import { describeKey } from '../../records/natural-key.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import { fieldsOf, RECORD_TYPES } from '../../records/record-types.ts'
import { markdownTable, toPage } from './markdown.ts'
import words from './words.json' with { type: 'json' }

type Language = keyof Words

const { texts: SAY, kinds: KINDS } = words.dataDictionary

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
