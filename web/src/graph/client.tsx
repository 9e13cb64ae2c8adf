import { cacheExchange, Client, createRequest, fetchExchange, ssrExchange, Provider } from 'urql'
import { takeEarly, operationOf, questionKey, questionAddress, type Question } from './early-answers.ts'
import { noticeConnection } from './connection.ts'
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'

/** A longer address might be cut by something between. */
const LONGEST_ADDRESS = 6_000

/** Fetches for the client: a question by GET, so that its answer has a tag, and what the page asked for early not again. */
const ask: typeof fetch = async (input, options) => {
  const given = new URL(String(input), location.origin).searchParams
  const query = given.get('query')
  if (options?.method !== 'GET' || query === null) return fetch(input, options)
  const question: Question = { query, variables: JSON.parse(given.get('variables') || '{}') as Question['variables'] }
  const early = takeEarly(questionKey(operationOf(query), question.variables))
  const text = await early?.asked.catch(() => null)
  if (text) return new Response(text, { headers: { 'content-type': 'application/json' } })
  return send(question, options)
}

function send(question: Question, options: RequestInit): Promise<Response> {
  const address = questionAddress(question)
  if (address.length <= LONGEST_ADDRESS) return noticed(fetch(address, options), options)
  const headers = { ...(options.headers as Record<string, string>), 'content-type': 'application/json' }
  return noticed(fetch('/graphql', { ...options, method: 'POST', headers, body: JSON.stringify(question) }), options)
}

/** Whether the server could be reached is what the notice of a lost connection goes by. */
async function noticed(asked: Promise<Response>, { signal }: RequestInit): Promise<Response> {
  try {
    const response = await asked
    noticeConnection(true)
    return response
  } catch (error) {
    if (!signal?.aborted) noticeConnection(false)
    throw error
  }
}

type Plant = (key: number, data: unknown) => void
const plants = new WeakMap<Client, Plant>()

/** The document cache: an answer is kept as long as nothing it read was changed from this page. */
function createGraphClient(): Client {
  const early = ssrExchange({ isClient: true })
  const client = new Client({
    url: '/graphql',
    preferGetMethod: 'force',
    fetch: ask,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [cacheExchange, early, fetchExchange],
  })
  plants.set(client, (key, data) => early.restoreData({ [key]: { data: JSON.stringify(data) } }))
  return client
}

/** Gives the client an answer that came before the app did, so that what is first drawn is whole. */
export function plantEarly(client: Client, query: string, variables: object): void {
  const plant = plants.get(client)
  if (!plant) return
  const key = questionKey(operationOf(query), variables)
  if (window.causewayEarly?.[key]?.text === undefined) return
  const { data, errors } = JSON.parse(takeEarly(key)!.text!) as { data?: unknown; errors?: unknown[] }
  if (data && !errors) plant(createRequest(query, variables as never).key, data)
}

const ForgetContext = createContext<() => void>(() => {})

/** One client as long as it is mounted. Given another key, it forgets all that was answered. */
export function GraphProvider({ children }: { children: ReactNode }) {
  const [client, setClient] = useState(createGraphClient)
  const forget = useCallback(() => setClient(createGraphClient()), [])
  return (
    <ForgetContext value={forget}>
      <Provider value={client}>{children}</Provider>
    </ForgetContext>
  )
}

/** Asks all that is on the page anew, and later all that was answered before: the records have changed. */
export function useForget(): () => void {
  return useContext(ForgetContext)
}
