import type { Words } from '@causeway/shared/words/words'
import type { DateOf } from '../../figures/indicators/definition.ts'
import { verb, type Verb } from '../../records/record-type.ts'
import { recordTypeOf } from '../../records/record-types.ts'

const BEGIN = verb('开始', 'began', 'begun')
const END = verb('结束', 'ended')

/** `own`: it is people who do it; else their records begin and end. */
export function verbsOf(types: readonly string[], ofPeople: boolean): { begin: Verb; end: Verb; own: boolean } {
  const own = ofPeople && types.length === 1 ? recordTypeOf(types[0]!).verbs : undefined
  return own ? { ...own, own: true } : { begin: BEGIN, end: END, own: false }
}

/** The date of that name as the record type calls it, or the stage that it is the day of. */
export function dateWords(type: string, date: DateOf): { field: Words } | { stage: Words } {
  const { fields, stages } = recordTypeOf(type)
  const labelOf = (name: string): Words => fields.find((field) => field.name === name)?.label ?? { zh: name, en: name }
  if (typeof date === 'string') {
    const { zh, en } = labelOf(date)
    return { field: { zh, en: en.toLowerCase() } }
  }
  if ('due' in date) return { field: { zh: '应结业日期', en: 'due date' } }
  const { zh, en } = labelOf(stages?.[date.stage] ?? date.stage)
  return { stage: { zh: zh.replace(/(日期|时间)$/, ''), en: en.replace(/ (on|date)$/i, '').toLowerCase() } }
}

/** The records by the name of their type: `“标准采用”记录`, `adoption records`; `one` of them. */
export function recordNoun(types: readonly string[]): Words & { one: string } {
  if (types.length !== 1) return { zh: '记录', en: 'records', one: 'record' }
  const { label } = recordTypeOf(types[0]!)
  const name = label.en.toLowerCase()
  return { zh: `“${label.zh}”记录`, en: `${name} records`, one: `${name} record` }
}
