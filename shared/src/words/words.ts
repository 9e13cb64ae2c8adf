/** A text in both languages. No text a person reads exists in one only. */
export interface Words {
  zh: string
  en: string
}

export type Locale = 'ZH' | 'EN'

export function inLocale(words: Words, locale: Locale): string {
  return locale === 'ZH' ? words.zh : words.en
}
