import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { builder } from './builder.ts'
import { LocaleEnum } from './enums.ts'

/** `locale: Locale = EN`, on every field that is a text. */
export const localeArgument = builder.args((t) => ({
  locale: t.field({
    type: LocaleEnum,
    defaultValue: 'EN',
    description: 'Language of the text; English where omitted.',
  }),
}))

/** The text in the language asked for. */
export function say(words: Words, locale: Locale | null | undefined): string {
  return inLocale(words, locale ?? 'EN')
}
