import type { Words } from '@causeway/shared/words/words'

/** Puts facts into a sentence that names them in braces. */
export function fill(words: Words, facts: Record<string, string | number>): Words {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
  return { zh: put(words.zh), en: put(words.en) }
}
