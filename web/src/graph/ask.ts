import { noticeConnection } from './connection.ts'
import { takeEarly } from './early-answers.ts'
import { operationOf, questionAddress, questionKey, type Question } from './question.ts'

/** A longer address might be cut by something between. */
const LONGEST_ADDRESS = 6_000

/** Fetches for the client: a question by GET, so that its answer has a tag, and what the page asked for early not again. */
export const ask: typeof fetch = async (input, options) => {
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
