import { useCallback } from 'react'
import type { TypedDocumentNode } from 'urql'
import { useLanguage } from '../language/language.tsx'
import { sendChange, type ChangeAnswer } from './send-change.ts'

/** Sends a question that changes something; faults are said in the reader's language. */
export function useChange() {
  const { locale } = useLanguage()
  return useCallback(
    <Data, Variables extends { input?: object }>(
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
      options: { onSent?: (share: number) => void; signal?: AbortSignal } = {},
    ): Promise<ChangeAnswer<Data>> => sendChange(document, variables, { zh: locale === 'ZH', ...options }),
    [locale],
  )
}
