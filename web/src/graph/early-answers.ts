/** An answer that the page itself asked for, before the app was there. */
interface EarlyAnswer {
  asked: Promise<string>
  /** As soon as it has come. */
  text?: string
}

declare global {
  interface Window {
    causewayEarly?: Record<string, EarlyAnswer>
    /** Fetches what the page will want once it is seen, as what draws its charts. */
    causewayLater?: () => void
  }
}

export const SESSION_KEY = '/session'

/** Asks for what the app will want to know. What fails is asked for again by the app, which says why. */
export function askEarly(key: string, address: string): Promise<string> {
  const early = (window.causewayEarly ??= {})
  const asked = fetch(address, { headers: { accept: 'application/json' } }).then((response) =>
    response.ok ? response.text() : Promise.reject(new Error(String(response.status))),
  )
  const answer: EarlyAnswer = { asked }
  early[key] = answer
  asked.then(
    (text) => (answer.text = text),
    () => delete early[key],
  )
  return asked
}

/** Resolves when nothing that was asked for early is still on its way, nor what an answer led to. */
export async function earlyAnswersSettled(): Promise<void> {
  for (let known = -1; ;) {
    const early = Object.values(window.causewayEarly ?? {})
    if (early.length <= known) return
    known = early.length
    await Promise.allSettled(early.map(({ asked }) => asked))
  }
}

/** What was asked for early, once: anyone who asks again wants to know it anew. */
export function takeEarly(key: string): EarlyAnswer | null {
  const early = typeof window === 'undefined' ? undefined : window.causewayEarly
  const answer = early?.[key]
  if (!answer) return null
  delete early![key]
  return answer
}

/** A question to the graph as it is sent. */
export interface Question {
  query: string
  variables: Record<string, unknown>
}

/** The address that asks it: what the browser has of an answer is only compared by its tag. */
export function questionAddress({ query, variables }: Question): string {
  const parameters = new URLSearchParams({ query: compact(query), variables: JSON.stringify(variables) })
  return `/graphql?${parameters}`
}

/** Names a question by its operation, whatever the order of its variables. */
export function questionKey(operation: string, variables: object): string {
  return `${operation} ${JSON.stringify(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)))}`
}

export function operationOf(query: string): string {
  return /\bquery\s+(\w+)/.exec(query)?.[1] ?? ''
}

/** No text in a question of ours holds two blanks. */
function compact(query: string): string {
  return query.replace(/\s+/g, ' ').trim()
}
