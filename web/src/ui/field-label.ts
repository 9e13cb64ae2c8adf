import type { RecordFacts } from '../graph/generated.ts'

type Field = RecordFacts['fields'][number]

/** What a field is called where the name of the thing is in it, and not its code alone. */
export function labelOfField({ label, value, text }: Field): string {
  return text === value ? label : label.replace(/编号$/, '')
}

/** The name of a thing without its code, where a row would be distinguished without it. */
export function nameAlone({ value, text }: Field): string {
  for (const code of [`（${value}）`, ` (${value})`])
    if (text.endsWith(code) && text.length > code.length) return text.slice(0, -code.length)
  return text
}
