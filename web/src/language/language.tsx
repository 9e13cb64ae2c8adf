import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'

export interface Language {
  locale: Locale
  /** The text in the reader's language. */
  say: (words: Words) => string
}

const LanguageContext = createContext<Language | null>(null)

export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const language = useMemo(() => ({ locale, say: (words: Words) => inLocale(words, locale) }), [locale])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('useLanguage is called outside LanguageProvider')
  return language
}
