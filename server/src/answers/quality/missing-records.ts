import type { Words } from '@causeway/shared/words/words'
import type { Base, Cond } from '../../figures/indicators/definition.ts'
import type { RecordType } from '../../records/record-type.ts'
import { recordTypeOf } from '../../records/record-types.ts'

/** Records of a type, or a part of them, that nobody has handed in. */
export interface MissingRecords {
  type: RecordType
  /** The type, and which part of it: 师生国（境）外交流（方向：派出；人员类别：教职工）. */
  words: Words
  /** The command that writes the workbook to fill in. */
  command: Words
}

export function toMissingRecords(base: Base): MissingRecords {
  const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
  const type = recordTypeOf(of)
  const parts = where.flatMap((condition) => partOf(type, condition) ?? [])
  const inBrackets = (language: 'zh' | 'en') => parts.map((part) => part[language])
  return {
    type,
    words: {
      zh: parts.length === 0 ? type.label.zh : `${type.label.zh}（${inBrackets('zh').join('；')}）`,
      en: parts.length === 0 ? type.label.en : `${type.label.en} (${inBrackets('en').join('; ')})`,
    },
    command: { zh: commandFor(type, 'zh'), en: commandFor(type, 'en') },
  }
}

function commandFor({ name }: RecordType, language: keyof Words): string {
  return `causeway template ${name} --lang ${language} --out ${name}.xlsx`
}

function partOf(type: RecordType, condition: Cond): Words | null {
  if (!('in' in condition) || typeof condition.field !== 'string') return null
  const field = type.fields.find(({ name }) => name === condition.field)
  if (!field) return null
  const labels = condition.in.map(
    (key) => field.choices?.find((choice) => choice.key === key)?.label ?? { zh: String(key), en: String(key) },
  )
  return {
    zh: `${field.label.zh}：${labels.map(({ zh }) => zh).join('、')}`,
    en: `${field.label.en.toLowerCase()}: ${labels.map(({ en }) => en).join(', ')}`,
  }
}
