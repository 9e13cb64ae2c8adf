import { useCallback } from 'react'
import { useLanguage } from '../language/language.tsx'
import type { Question } from './graph.ts'
import { sendChange, type ChangeAnswer } from './send-change.ts'

/** Sends a question that changes something; faults are said in the reader's language. */
export function useChange() {
  const { locale } = useLanguage()
  return useCallback(
    <Data, Variables extends object>(
      query: Question<Data, Variables>,
      variables: Variables,
      options: { onSent?: (share: number) => void; signal?: AbortSignal } = {},
    ): Promise<ChangeAnswer<Data>> => sendChange(query, variables, { zh: locale === 'ZH', ...options }),
    [locale],
  )
}
