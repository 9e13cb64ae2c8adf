import { useEffect, useState } from 'react'
import { useClient, useQuery, type AnyVariables } from 'urql'
import { useAddress } from '../address/address.tsx'
import { momentOf } from '../address/view.ts'
import { useLanguage } from '../language/language.tsx'
import { plantEarly } from './client.tsx'
import { isConnected, onConnection } from './connection.ts'
import { DATABASE_LOST, toFault, type Fault } from './fault.ts'
import type { Question } from './graph.ts'

/** Pause before a question is sent again that found the database away. */
const RETRY_MS = 3_000

export interface Answer<Data> {
  /** The last answer to this document, also while a newer one is on its way. */
  data: Data | null
  /** A newer answer is on its way. */
  waiting: boolean
  fault: Fault | null
  retry: () => void
}

/** What a question takes; the release or the time that the page is about it takes from the address. */
type Asked<Variables> = 'release' extends (string extends keyof Variables ? never : keyof Variables)
  ? Omit<Variables, 'release' | 'asOf'> & Pick<Partial<Variables>, keyof Variables & ('release' | 'asOf')>
  : Variables

/** Asks, and keeps showing the former answer until the next one is there, so that a control does not blank the page. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: Question<Data, Variables>,
  asked: Asked<Variables>,
  pause = false,
): Answer<Data> {
  const { locale } = useLanguage()
  const client = useClient()
  const { place, view } = useAddress()
  const variables = (query.includes('$release') ? { ...momentOf(place, view), ...asked } : asked) as Variables
  useState(() => plantEarly(client, query, variables ?? {}))
  const [result, ask] = useQuery<Data, Variables>({ query, variables, pause } as never)
  const [kept, keep] = useState<Data | null>(null)
  if (result.data && !result.error && result.data !== kept) keep(result.data)
  const fault = result.error ? toFault(result.error, locale === 'ZH') : null
  // Out of reach, what is shown stays; it is asked for again, quietly, once the connection is back.
  const unreachable = fault?.kind === 'unreachable'
  useEffect(() => {
    if (!unreachable) return
    return onConnection(() => isConnected() && ask({ requestPolicy: 'network-only' }))
  }, [unreachable, ask])
  const isAway = fault?.code === DATABASE_LOST && !result.fetching
  useEffect(() => {
    if (!isAway) return
    const timer = setTimeout(() => ask({ requestPolicy: 'network-only' }), RETRY_MS)
    return () => clearTimeout(timer)
  }, [isAway, ask])
  return {
    data: result.error && !unreachable ? (result.data ?? null) : (result.data ?? kept),
    waiting: result.fetching,
    fault,
    retry: () => ask({ requestPolicy: 'network-only' }),
  }
}
