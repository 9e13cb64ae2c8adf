import { createHash } from 'node:crypto'
import { createLRUCache, createYoga } from 'graphql-yoga'
import type { Causeway } from '../../figures/causeway.ts'
import { createContext, type Asker, type GraphContext } from '../graph/context.ts'
import type { ReportError } from '../graph/graph-error.ts'
import { graphPlugin } from '../graph/graph-plugin.ts'
import { checkCharacters } from '../graph/limits.ts'
import { schema } from '../graph/schema.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { StreamedAnswer } from './answer.ts'
import type { MadeAnswer } from './known-answers.ts'

const EVENTS = 'text/event-stream'
/** Bytes of a question, its variables included. */
export const MOST_QUESTION_BYTES = 512 * 1024
const MOST_PERSISTED = 500
const MOST_PERSISTED_LENGTH = 20_000

interface GraphQuestion {
  query: string
  variables: Record<string, unknown>
  operationName: string | null
}

/** GraphQL over HTTP: reads a question, answers it. */
export class GraphqlAddress {
  readonly #persisted = new Map<string, string>()
  readonly #yoga

  constructor(report: ReportError) {
    this.#yoga = createYoga<GraphContext>({
      schema,
      plugins: [graphPlugin(report)],
      // The plugin gives every error its form; the router answers what Yoga would answer besides.
      maskedErrors: false,
      graphiql: false,
      landingPage: false,
      cors: false,
      multipart: false,
      logging: false,
      parserAndValidationCache: {
        documentCache: createLRUCache({ max: 300 }),
        errorCache: createLRUCache({ max: 100 }),
      },
    })
  }

  /**
   * The question in a body or in the parameters of an address. Throws `BAD_REQUEST`, `PERSISTED_QUERY_NOT_FOUND`, and
   * `BAD_CHARACTER` or `TOO_DEEP` for its variables.
   */
  readQuestion(given: unknown): GraphQuestion {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw badRequest('must be one JSON object', '必须是一个 JSON 对象')
    const { query, variables, operationName, extensions } = given as Record<string, unknown>
    if (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))
      throw badRequest('"variables" must be an object', '的 variables 必须是一个对象')
    if (operationName != null && typeof operationName !== 'string')
      throw badRequest('"operationName" must be a text', '的 operationName 必须是文本')
    if (query != null && typeof query !== 'string') throw badRequest('"query" must be a text', '的 query 必须是文本')
    checkCharacters(variables)
    const document = this.#findDocument(query ?? null, extensions)
    return {
      query: document,
      variables: (variables ?? {}) as Record<string, unknown>,
      operationName: operationName ?? null,
    }
  }

  /** `signal` ends the work when the asker has left or waited too long. */
  async answer(
    causeway: Causeway,
    asker: Asker,
    question: GraphQuestion,
    accept: string,
    requestId: string,
    signal: AbortSignal,
  ): Promise<MadeAnswer> {
    const context = createContext(causeway, asker, requestId)
    const request = new Request('http://causeway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify(question),
      signal,
    })
    const response = await this.#yoga.fetch(request, context)
    // Parts of it may have been given up.
    signal.throwIfAborted()
    const body = new Uint8Array(await response.arrayBuffer())
    const { reads } = context
    const headers = { 'content-type': response.headers.get('content-type') ?? accept }
    return {
      answer: { status: response.status, headers, body },
      reads,
      keep: response.status === 200 && !reads.beyondRevisions && !isUnexpected(body),
    }
  }

  /** Answers by server-sent events; a stream lasts until the asker leaves, `signal`. `ended` is called when it is over. */
  async answerInEvents(
    causeway: Causeway,
    asker: Asker,
    question: GraphQuestion,
    requestId: string,
    signal: AbortSignal,
    ended: () => void,
  ): Promise<StreamedAnswer> {
    const context = { ...createContext(causeway, asker, requestId), streams: true }
    const request = new Request('http://causeway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: EVENTS },
      body: JSON.stringify(question),
      signal,
    })
    const response = await this.#yoga.fetch(request, context)
    const headers = {
      'content-type': `${EVENTS}; charset=utf-8`,
      'cache-control': 'no-store',
      // A proxy that gathers before it sends would keep the news to itself.
      'x-accel-buffering': 'no',
    }
    return { status: response.status, headers, stream: passOn(response.body!, ended) }
  }

  #findDocument(query: string | null, extensions: unknown): string {
    const hash = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null)?.persistedQuery?.sha256Hash
    if (typeof hash !== 'string') {
      if (!query) throw badRequest('lacks "query"', '缺少 query')
      return query
    }
    if (!query) {
      const known = this.#persisted.get(hash)
      if (known !== undefined) return known
      throw new QuestionError('PERSISTED_QUERY_NOT_FOUND', {
        zh: '这个查询还没有登记：请连同查询全文再发一次。',
        en: 'PersistedQueryNotFound',
      })
    }
    if (createHash('sha256').update(query).digest('hex') !== hash)
      throw badRequest('gives a hash that is not that of its query', '给出的哈希与查询不符')
    if (query.length <= MOST_PERSISTED_LENGTH) {
      this.#persisted.set(hash, query)
      if (this.#persisted.size > MOST_PERSISTED) this.#persisted.delete(this.#persisted.keys().next().value!)
    }
    return query
  }
}

/** A stream of Node's own: one of another make is read as a list, and fails beyond catching when its reader leaves. */
function passOn(stream: ReadableStream<Uint8Array>, ended: () => void): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  let left = false
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        ended()
        throw error
      })
      if (left) return
      if (!done) return controller.enqueue(value)
      ended()
      controller.close()
    },
    cancel(reason) {
      left = true
      ended()
      return reader.cancel(reason)
    },
  })
}

/** Whoever takes JSON too gets that: some clients name every form of an answer that they know with every question. */
export function wantsEvents(accept: string): boolean {
  return accept.includes(EVENTS) && !/json|\*\/\*/.test(accept)
}

const UNEXPECTED = Buffer.from('"code":"INTERNAL"')

function isUnexpected(body: Uint8Array): boolean {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes(UNEXPECTED)
}

function badRequest(en: string, zh: string): QuestionError {
  return new QuestionError('BAD_REQUEST', { zh: `请求${zh}。`, en: `The request ${en}.` })
}
