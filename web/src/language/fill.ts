import type { Words } from '@causeway/shared/words/words'

/** Puts facts into a sentence that names them in braces: `{n}`. */
export function fill(words: Words, facts: object): Words {
  const put = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
      const fact = (facts as Record<string, unknown>)[name]
      return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : place
    })
  return { zh: put(words.zh), en: put(words.en) }
}
