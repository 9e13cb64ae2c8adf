import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { fill, inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { formatDay, formatMoment, formatSpan } from './words.ts'

/** How things are said in the reader's language. */
export interface Language {
  locale: Locale
  /** The text, with facts in it where it names them in braces. */
  say: (words: Words, facts?: object) => string
  formatDay: (iso: string) => string
  formatMoment: (iso: string) => string
  formatSpan: (span: { from: string; to: string | null }) => string
}

const LanguageContext = createContext<Language | null>(null)

interface ProviderProps {
  locale: Locale
  /** By whose clock times are said, as Asia/Shanghai; omitted: by the reader's. */
  timeZone?: string
  children: ReactNode
}

export function LanguageProvider({ locale, timeZone, children }: ProviderProps) {
  const language = useMemo(() => inLanguage(locale, timeZone), [locale, timeZone])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

function inLanguage(locale: Locale, timeZone?: string): Language {
  return {
    locale,
    say: (words, facts) => inLocale(facts ? fill(words, facts) : words, locale),
    formatDay: (iso) => formatDay(iso, locale),
    formatMoment: (iso) => formatMoment(iso, locale, timeZone),
    formatSpan: (span) => formatSpan(span, locale),
  }
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('useLanguage is called outside LanguageProvider')
  return language
}
