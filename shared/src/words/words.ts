/** A text in both languages. No text a person reads exists in one only. */
export interface Words {
  zh: string
  en: string
}

export type Locale = 'ZH' | 'EN'

export function inLocale(words: Words, locale: Locale): string {
  return locale === 'ZH' ? words.zh : words.en
}

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

/** What is between the parts of a sentence, of a list, and of sentences. */
export const COMMA: Words = { zh: '，', en: ', ' }
export const LIST_COMMA: Words = { zh: '、', en: ', ' }
export const SEMICOLON: Words = { zh: '；', en: '; ' }
export const BETWEEN_SENTENCES: Words = { zh: '', en: ' ' }

/** Several texts as one; what is not there is left out. */
export function joinWords(parts: readonly (Words | null | undefined)[], between: Words = COMMA): Words {
  const said = parts.filter((part) => part != null)
  return { zh: said.map(({ zh }) => zh).join(between.zh), en: said.map(({ en }) => en).join(between.en) }
}

/** What is written in each language by itself, as a number with its unit. */
export function inBoth(write: (locale: Locale) => string): Words {
  return { zh: write('ZH'), en: write('EN') }
}

/** A code or a name that reads the same in both. */
export function asIs(text: string): Words {
  return { zh: text, en: text }
}

/** Chinese and English of one text, ` / ` between them. */
const IN_BOTH = /^(.*\p{Script=Han}.*?)\s+\/\s+([^\p{Script=Han}]+)$/su

/** A text that somebody wrote for all: where it is Chinese, ` / ` and English, each reader has his own. */
export function writtenWords(text: string): Words {
  const [, zh = text, en = text] = IN_BOTH.exec(text) ?? []
  return { zh, en }
}

/** As a sentence or a heading begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const LONGEST_SHOWN = 40

/** So that a sentence leaves room beside it: its ends, since the newest number of a chart is its last. */
export function shortened(text: string): string {
  const letters = [...text]
  const half = LONGEST_SHOWN / 2
  if (letters.length <= LONGEST_SHOWN) return text
  return `${letters.slice(0, half).join('')}…${letters.slice(1 - half).join('')}`
}
