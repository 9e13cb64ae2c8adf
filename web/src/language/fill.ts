import type { Words } from '@causeway/shared/words/words'

/** Puts facts into a sentence that names them in braces: `{n}`, and picks the word that goes with a number: `{n|row|rows}`. */
export function fill(words: Words, facts: object): Words {
  const put = (text: string) =>
    text.replaceAll(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
      const fact = (facts as Record<string, unknown>)[name]
      if (one !== undefined) return String(fact) === '1' ? one : many!
      return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : place
    })
  return { zh: put(words.zh), en: put(words.en) }
}
