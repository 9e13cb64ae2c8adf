import { useAPQ as persistedDocuments, type APQStore } from '@graphql-yoga/plugin-apq'
import { GraphQLError, type ExecutionArgs } from 'graphql'
import { createLRUCache, createYoga, processRegularResult, type GraphQLParams, type Plugin } from 'graphql-yoga'
import { isOwnRequest, readViewer } from '../../access/read-viewer.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Uploads } from '../../desk/uploads/uploads.ts'
import { createContext, type GraphContext } from '../graph/context.ts'
import { causeOf, graphPlugin, type ReportError } from '../graph/graph-plugin.ts'
import { schema } from '../graph/schema.ts'
import { DatabaseUnreachable } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { againstClock } from '../../ground/under-way.ts'
import { jsonAnswer, secondsToWait, statusOf, type Answer, type Asked, type StreamedAnswer } from './answer.ts'
import { cachingHeaders, endOf, keyOf, orEnd, uncached, withHeaders } from './finish-answer.ts'
import type { AskingBudget } from './asking-budget.ts'
import type { Beginning, KnownAnswer, KnownAnswers } from './known-answers.ts'
import { KnownFields, type WrittenAnswer } from './known-fields.ts'
import { openStreams } from './open-streams.ts'
import { badRequest, readQuestion, readText } from './read-question.ts'
import { CROSS_ORIGIN_HEADERS } from './security-headers.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const EVENTS = 'text/event-stream'
const MOST_PERSISTED = 500
const MOST_PERSISTED_LENGTH = 20_000

interface Parts {
  causeway: Causeway
  known: KnownAnswers
  budget: AskingBudget
  report: ReportError
}

/** What Yoga hands from one step to the next: all that resolvers are given, and how far this question has come. */
interface YogaContext extends GraphContext {
  asking: Asking
}

interface Asking {
  asked: Asked
  viewer: Viewer
  params: GraphQLParams
  /** `application/json`, or what else of JSON the asker names. */
  accept: string
  /** When nobody waits for the answer any longer. */
  signal: AbortSignal
  /** Known already, or what keeps it once it is made. */
  found?: Found
  /** The answer, where its fields were written one by one. */
  written?: WrittenAnswer
  /** Why it was not worked at. */
  refused?: QuestionError
}

type Result = Parameters<typeof processRegularResult>[0]
type Found = KnownAnswer | Beginning

/**
 * Answers GraphQL over HTTP by Yoga. What is known is answered before anything is validated, what is asked too much before anything is
 * worked at.
 */
export function graphqlAnswers({ causeway, known, budget, report }: Parts) {
  const takePlace = openStreams()
  const fields = new KnownFields(causeway.database)
  const yoga = createYoga<YogaContext>({
    schema,
    plugins: [persistedDocuments({ store: documentStore() }), keepingPlugin(), graphPlugin(report)],
    // Plugins of ours give every error its form, with both languages and all facts.
    maskedErrors: false,
    logging: false,
    // Hono has the routes; the playground's files are ours, under a policy that runs no script in a page.
    graphiql: false,
    landingPage: false,
    cors: false,
    // Files go to the disk as they come, where Yoga would hold them whole.
    multipart: false,
    maxRequestBodySize: false,
    // Streams that are Node's own end without a failure when their reader leaves.
    fetchAPI: { Response, ReadableStream },
    parserAndValidationCache: {
      documentCache: createLRUCache({ max: 100 }),
      errorCache: createLRUCache({ max: 100 }),
    },
  })
  return answer

  async function answer(asked: Asked): Promise<Answer | KnownAnswer | StreamedAnswer> {
    const { request, url, requestId, address } = asked
    let uploads: Uploads | undefined
    try {
      const by = await readViewer(causeway.database, request)
      const { viewer } = by
      asked.by = by
      const accepted = request.headers.get('accept') ?? ''
      const accept = jsonOf(accepted)
      const text = request.method === 'POST' ? await readText(request) : url.search
      const inEvents = wantsEvents(accepted)
      const sender = { ...by, mayMutate: request.method === 'POST' && isOwnRequest(request, by) }
      const question = await readQuestion(asked, sender, text, causeway.mostUploadBytes)
      uploads = question.uploads
      using end = endOf(request)
      const asking: Asking = { asked, viewer, params: question.params, accept, signal: end.signal }
      const context = { ...createContext(causeway, { ...sender, uploads, signal: end.signal }, requestId), asking }
      if (!inEvents) return await againstClock(end.clock, () => answerOnce(context))
      const leave = takePlace(address)
      return await answerInEvents(context, leave).catch((error: unknown) => {
        leave()
        throw error
      })
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error
      return withHeaders(refusalOf(error), CROSS_ORIGIN_HEADERS)
    } finally {
      await uploads?.release()
    }
  }

  async function answerOnce(context: YogaContext): Promise<KnownAnswer> {
    const { asking, reads } = context
    const { signal, accept, params, viewer } = asking
    const headers = cachingHeaders(viewer)
    const toAnswer = (status: number, body: Uint8Array) => ({
      ...{ status, headers: { 'content-type': `${accept}; charset=utf-8` }, body },
    })
    // A document that is named by its hash is looked up by Yoga.
    if (params.query && !params.extensions) {
      const begun = await begin(asking, params)
      if (!('keep' in begun)) return withHeaders(begun, headers)
      const recalled = await fields.recall(params, context, begun.state)
      if (recalled !== null) {
        const made = { answer: toAnswer(200, Buffer.from(recalled)), reads, keep: true, isKnown: true }
        return withHeaders(await begun.keep(made), headers)
      }
    }
    // Without the `Request` and `Response` that Yoga would make of what is known here, or is text.
    const asked = async () => yoga.getResultForParams({ params, request: requestOf(asking) }, context)
    const result = await orEnd(asked(), signal).catch((error: unknown) => {
      throw findRefusal(error) ?? error
    })
    // Parts of it may have been given up.
    signal.throwIfAborted()
    const { written } = asking
    const found = asking.found!
    if (!('keep' in found)) return withHeaders(found, headers)
    const lost = errorsOf(result!)
      .map(causeOf)
      .find((cause) => cause instanceof DatabaseUnreachable)
    if (lost) throw lost
    const { status, body } = written ? { status: 200, body: Buffer.from(written.text) } : await write(result!, accept)
    const isUnexpected = errorsOf(result!).some(({ extensions }) => extensions['code'] === 'INTERNAL')
    const keep = status === 200 && !reads.beyondRevisions && !isUnexpected
    const made = { answer: toAnswer(status, body), reads, keep, stampParts: written?.stamp }
    return withHeaders(await found.keep(made), headers)
  }

  async function begin(asking: Asking, { query, variables, operationName }: GraphQLParams): Promise<Found> {
    const said = [query!, JSON.stringify(variables ?? {}), operationName ?? '']
    return (asking.found = await known.begin(causeway.database, [
      ...['graphql', asking.accept, ...keyOf(asking.viewer), ...said],
    ]))
  }

  async function write(result: Result, accept: string): Promise<{ status: number; body: Uint8Array }> {
    if ('data' in result && errorsOf(result).length === 0)
      return { status: 200, body: Buffer.from(JSON.stringify(result)) }
    const response = processRegularResult(result, yoga.fetchAPI, accept)
    return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) }
  }

  /** A stream lasts until the asker leaves; `leave` is called when it is over. */
  async function answerInEvents(context: YogaContext, leave: () => void): Promise<StreamedAnswer> {
    const { asking } = context
    asking.asked.request.signal.addEventListener('abort', leave, { once: true })
    const response = await yoga.handleRequest(requestOf(asking), { ...context, streams: true })
    if (asking.refused) throw asking.refused
    return {
      status: response.status,
      headers: {
        ...cachingHeaders(asking.viewer),
        'content-type': `${EVENTS}; charset=utf-8`,
        'cache-control': 'no-store',
        // A proxy that gathers before it sends would keep the news to itself.
        'x-accel-buffering': 'no',
      },
      stream: response.body!.pipeThrough(new TransformStream(whenOver(leave))),
    }
  }

  /** Answers what is known, and keeps what is made. */
  function keepingPlugin(): Plugin<object, YogaContext> {
    return {
      onRequestParse({ serverContext, setRequestParser }) {
        setRequestParser(() => serverContext.asking.params)
      },
      async onParams({ params, context, setResult, paramsHandler, setParamsHandler }) {
        if (!params.query) throw badRequest('lacks "query"', '缺少 query')
        const { asking, streams } = context
        if (streams) return
        const { viewer, signal } = asking
        const found = asking.found ?? (await begin(asking, params))
        if (!('keep' in found)) return setResult({})
        const asker = { viewer, address: asking.asked.address, signal }
        setParamsHandler((payload) => budget.spend(asker, async () => paramsHandler(payload)))
      },
      onExecute({ args, executeFn, setExecuteFn }) {
        const { asking, streams } = args.contextValue as unknown as YogaContext
        const { found } = asking
        if (streams || !found || !('keep' in found)) return
        setExecuteFn(async (given: ExecutionArgs) => {
          const answered = await fields.answer(given, executeFn, found.state)
          if (!answered) return executeFn(given)
          if (!('text' in answered)) return answered
          asking.written = answered
          return { data: {} }
        })
      },
      onResultProcess({ result, serverContext }) {
        serverContext.asking.refused = findRefusal(errorsOf(result)[0])
      },
    }
  }
}

const errorsOf = (result: Result) => ('errors' in result && result.errors) || []

/** Types of streams do not know yet that one who reads no more is said of. */
function whenOver(leave: () => void): Transformer<Uint8Array, Uint8Array> {
  return { flush: leave, cancel: leave } as Transformer<Uint8Array, Uint8Array>
}

/** Yoga answers HEAD by itself as an error; Hono takes the body off. */
function requestOf({ asked: { request } }: Asking): Request {
  return request.method === 'HEAD' ? new Request(request.url, { headers: request.headers }) : request
}

/** Documents that were sent with their hash: the last ones, none of them long. */
function documentStore(): APQStore {
  const documents = createLRUCache<string>({ max: MOST_PERSISTED, ttl: 0 })
  return {
    get: (hash) => documents.get(hash),
    set: (hash, document) => (document.length <= MOST_PERSISTED_LENGTH ? documents.set(hash, document) : undefined),
  }
}

/** What the library of persisted documents says, as we say it. */
const OF_DOCUMENTS: Record<string, QuestionError> = {
  PERSISTED_QUERY_NOT_FOUND: new QuestionError('PERSISTED_QUERY_NOT_FOUND', REFUSALS.PERSISTED_QUERY_NOT_FOUND),
  PERSISTED_QUERY_MISMATCH: badRequest('gives a hash that is not that of its query', '给出的哈希与查询不符'),
}

/** Why a question was refused before it was worked at; what goes wrong in its work has got its form by then. */
function findRefusal(error: unknown): QuestionError | undefined {
  const cause = causeOf(error)
  if (cause instanceof QuestionError) return cause
  return cause instanceof GraphQLError ? OF_DOCUMENTS[String(cause.extensions['code'])] : undefined
}

function refusalOf(error: QuestionError): Answer {
  const { code, words, facts } = error
  const extensions = { code, messages: words, ...facts }
  const answer = uncached(jsonAnswer({ errors: [{ message: words.en, extensions }] }, statusOf(error)))
  const wait = secondsToWait(error)
  if (wait !== null) answer.headers['retry-after'] = wait
  return answer
}

/** Anyone who takes JSON too gets that: some clients name every form of an answer that they know with every question. */
function wantsEvents(accept: string): boolean {
  return accept.includes(EVENTS) && !/json|\*\/\*/.test(accept)
}

function jsonOf(accept: string): string {
  const named = 'application/graphql-response+json'
  return accept.includes(named) ? named : 'application/json'
}
