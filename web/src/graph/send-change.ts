import { CombinedError } from 'urql'
import { toFault, type Fault } from './fault.ts'
import { type Question, graph } from './graph.ts'
import { useCallback, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import type { Locale } from '@causeway/shared/words/words'
import { useForget } from './client.tsx'
import type { Refused as RefusedFacts } from './generated.ts'

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

const NOT_BEGUN = { busy: false, refused: null, fault: null }

/** A change that a form makes: whether it is on its way, why it was not made, and how all is forgotten once it was. */
export function useDeed() {
  const { locale } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const [state, setState] = useState<{ busy: boolean; refused: RefusedFacts | null; fault: Fault | null }>(NOT_BEGUN)

  /** What was done; null: it was not, and what is in the way is known. */
  async function send<Done extends { __typename: string }, Input>(
    query: Question<Record<string, Done | RefusedFacts>, { input: Input; locale: Locale }>,
    input: Input,
    options?: { onSent: (share: number) => void },
  ): Promise<Done | null> {
    setState({ ...NOT_BEGUN, busy: true })
    const { data, fault } = await change(query, { input, locale }, options)
    const [answer = null] = Object.values(data ?? {})
    if (fault || answer === null) setState({ ...NOT_BEGUN, fault })
    else if (isRefused(answer)) setState({ ...NOT_BEGUN, refused: answer })
    else {
      setState(NOT_BEGUN)
      return answer
    }
    return null
  }
  return { ...state, send, forget }
}

function isRefused(answer: { __typename: string }): answer is RefusedFacts {
  return answer.__typename === 'Refused'
}

interface ChangeAnswer<Data> {
  data: Data | null
  /** Why nothing came back. What the server refused for a reason is in `data`. */
  fault: Fault | null
}

interface Options {
  zh: boolean
  /** How much of what is sent has gone out, 0 to 1. */
  onSent?: (share: number) => void
  signal?: AbortSignal
}

/**
 * Sends a question that changes something, or a file to be looked at, outside the cache. By XMLHttpRequest, since `fetch` does not
 * say how much of a large file is on its way.
 */
function sendChange<Data, Variables extends object>(
  query: Question<Data, Variables>,
  variables: Variables,
  { zh, onSent, signal }: Options,
): Promise<ChangeAnswer<Data>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/graphql')
    request.setRequestHeader('accept', 'application/graphql-response+json, application/json')
    request.upload.onprogress = (event) => event.lengthComputable && onSent?.(event.loaded / event.total)
    const failed = (networkError: Error, status?: number) => {
      const response = status === undefined ? undefined : new Response(null, { status: status < 200 ? 500 : status })
      resolve({ data: null, fault: toFault(new CombinedError({ networkError, response }), zh) })
    }
    request.onerror = request.ontimeout = () => failed(new Error('unreachable'))
    request.onabort = () => failed(new Error('aborted'))
    request.onload = () => {
      const answer = parse<Data>(request.responseText)
      if (!answer) return failed(new Error('no answer'), request.status)
      if (!answer.errors?.length) return resolve({ data: answer.data ?? null, fault: null })
      const error = new CombinedError({ graphQLErrors: answer.errors as never[] })
      resolve({ data: answer.data ?? null, fault: toFault(error, zh) })
    }
    signal?.addEventListener('abort', () => request.abort())
    const files = filesIn(variables)
    if (files.size === 0) {
      request.setRequestHeader('content-type', 'application/json')
      return request.send(JSON.stringify({ query, variables }))
    }
    // No form of another site can set a header: this says that the page sent it.
    request.setRequestHeader('x-requested-with', 'causeway')
    const form = new FormData()
    const withoutFiles = (_key: string, value: unknown) => (value instanceof Blob ? null : value)
    form.append('operations', JSON.stringify({ query, variables }, withoutFiles))
    form.append('map', JSON.stringify(Object.fromEntries([...files.values()].map((places, at) => [at, places]))))
    for (const [at, file] of [...files.keys()].entries()) form.append(String(at), file)
    request.send(form)
  })
}

/** The files of a question, each with the places in it where it goes. */
function filesIn(value: unknown, place = 'variables', found = new Map<Blob, string[]>()): Map<Blob, string[]> {
  if (value instanceof Blob) found.set(value, [...(found.get(value) ?? []), place])
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) filesIn(part, `${place}.${key}`, found)
  return found
}

interface Answered<Data> {
  data?: Data | null
  errors?: { message: string; extensions?: Record<string, unknown> }[]
}

/** What fails before it is a question of the graph, as a file for which there is no room, answers as every other address does. */
interface Failed {
  error: { message: string; code: string }
}

function parse<Data>(text: string): Answered<Data> | null {
  try {
    const answer = JSON.parse(text) as Answered<Data> | Failed | null
    if (typeof answer !== 'object' || answer === null) return null
    if ('error' in answer) return { errors: [{ message: answer.error.message, extensions: answer.error }] }
    return 'data' in answer || 'errors' in answer ? answer : null
  } catch {
    return null
  }
}

export const BatchInTheWay = graph(`
  fragment BatchInTheWay on Batch { id batch fileName byHand createdAt recordType { label(locale: $locale) } }
`)

/** Why the server did not do what was asked, and what is in the way. */
export const Refused = graph(
  `
  fragment Refused on Refused {
    __typename code message(locale: $locale)
    problems { field code message(locale: $locale) }
    batches { ...BatchInTheWay }
    records { id label(locale: $locale) type { label(locale: $locale) } }
  }
`,
  { BatchInTheWay },
)
