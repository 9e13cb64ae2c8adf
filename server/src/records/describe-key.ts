import type { Words } from '@causeway/shared/words/words'
import type { RecordType } from './record-type.ts'

/** What records of a type are known by, in words; `name` says a field. */
export function describeKey(
  { key, lateKey = [] }: RecordType,
  name: (field: string) => string,
  language: keyof Words,
): string {
  const or = language === 'zh' ? '（未填则用 ' : ' (where empty: '
  const close = language === 'zh' ? '）' : ')'
  const parts = key.map((part) => {
    const [first, ...others] = part.split('|').map(name)
    return others.length === 0 ? first! : `${first}${or}${others.join(', ')}${close}`
  })
  return [...parts, ...lateKey.map(name)].join(' + ')
}
