import { readViewer } from '../../access/read-viewer.ts'
import { SignInLimit } from '../../access/sign-in-limit.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { ReportError } from '../graph/graph-error.ts'
import { printGraph } from '../graph/schema.ts'
import type { DrawingDesk } from '../pictures/drawing-desk.ts'
import { QuestionError } from '../../ground/question-error.ts'
import {
  errorAnswer,
  jsonAnswer,
  methodNotAllowedAnswer,
  notFoundAnswer,
  secondsToWait,
  statusOf,
  textAnswer,
  type Answer,
} from './answer.ts'
import { cachingHeaders, endOf, keyOf, uncached, withHeaders } from './answer-life.ts'
import type { AskingBudget } from './asking-budget.ts'
import type { Asked, Routed } from './asked.ts'
import { DataAddresses } from './data-addresses.ts'
import { FileAddresses } from './file-addresses.ts'
import { GraphqlAddress, wantsEvents } from './graphql-address.ts'
import type { KnownAnswers } from './known-answers.ts'
import type { Metrics } from './metrics.ts'
import { OpenStreams } from './open-streams.ts'
import { PageAddress } from './page-address.ts'
import { Playground } from './playground.ts'
import { parseJson } from './read-body.ts'
import { readPosted } from './read-question.ts'
import { CROSS_ORIGIN_HEADERS, PREFLIGHT_HEADERS } from './security-headers.ts'
import { answerSession } from './session-address.ts'
import type { StaticFiles } from './static-files.ts'
import { isReady } from './store.ts'
import type { Uploads } from '../../desk/uploads/uploads.ts'

/** Views whose address ends in a code, which may have a dot. */
const VIEWS_OF_CODES = /^\/(indicator|answer|standard|platform|programme|partner|country|form|record|crosswalk)\//

/** Finds what an address stands for. Throws `QuestionError` for what is refused. */
export class Router {
  readonly #causeway: Causeway
  readonly #known: KnownAnswers
  /** Null: closed. */
  readonly #metrics: Metrics | null
  readonly #files: StaticFiles
  readonly #graphql: GraphqlAddress
  readonly #data: DataAddresses
  readonly #fileAddresses: FileAddresses
  /** Null: the app was not built. */
  readonly #page: PageAddress | null
  readonly #budget: AskingBudget
  readonly #signIns = new SignInLimit()
  readonly #streams = new OpenStreams()
  #playground: Promise<Playground> | null = null
  #schema: string | null = null

  constructor(
    causeway: Causeway,
    known: KnownAnswers,
    metrics: Metrics | null,
    files: StaticFiles,
    desk: DrawingDesk,
    report: ReportError,
    budget: AskingBudget,
  ) {
    this.#causeway = causeway
    this.#budget = budget
    this.#data = new DataAddresses(causeway, known, desk, budget)
    this.#fileAddresses = new FileAddresses(causeway)
    this.#page = files.page && new PageAddress(causeway, known, files.page, budget)
    this.#known = known
    this.#metrics = metrics
    this.#files = files
    this.#graphql = new GraphqlAddress(report)
  }

  async answer(asked: Asked): Promise<Routed> {
    const { pathname } = asked.url
    if (pathname === '/graphql') return { route: 'graphql', answer: await this.#answerGraphql(asked) }
    if (pathname === '/session') return { route: 'session', answer: await this.#answerSession(asked) }
    const data = await this.#data.answer(asked)
    if (data) return data
    const file = await this.#fileAddresses.answer(asked.request, asked.url)
    if (file) return file
    const metrics = this.#metrics
    if (pathname === '/metrics' && metrics)
      return { route: 'metrics', answer: this.#read(asked, () => this.#answerMetrics(metrics)) }
    if (pathname === '/metrics') return { route: 'none', answer: notFoundAnswer() }
    if (pathname === '/healthz')
      return { route: 'health', answer: this.#read(asked, () => uncached(jsonAnswer({ status: 'alive' }))) }
    if (pathname === '/readyz') return { route: 'health', answer: await this.#answerReady() }
    if (pathname === '/schema.graphql')
      return { route: 'schema', answer: this.#read(asked, () => this.#answerSchema()) }
    if (asked.request.method !== 'GET' && asked.request.method !== 'HEAD')
      return { route: 'none', answer: notFoundAnswer() }
    if (pathname.startsWith('/graphql/playground/'))
      return { route: 'playground', answer: (await this.#openPlayground()).find(pathname) ?? notFoundAnswer() }
    return this.#answerFile(asked)
  }

  async #answerGraphql({ request, url, requestId, address }: Asked): Promise<Routed['answer']> {
    const { method, headers } = request
    if (method === 'OPTIONS') return { status: 204, headers: { ...PREFLIGHT_HEADERS }, body: '' }
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return methodNotAllowedAnswer('GET, POST')
    const isGet = method !== 'POST'
    if (isGet && (headers.get('accept') ?? '').includes('text/html') && !url.searchParams.has('query'))
      return (await this.#openPlayground()).page
    const accept = (headers.get('accept') ?? '').includes('application/graphql-response+json')
      ? 'application/graphql-response+json'
      : 'application/json'
    const inEvents = wantsEvents(headers.get('accept') ?? '')
    let uploads: Uploads | undefined
    try {
      const asked = await readViewer(this.#causeway.database, request)
      const { viewer } = asked
      const { given, asker } = isGet
        ? { given: readParameters(url.searchParams), asker: { viewer, mayMutate: false } }
        : await readPosted(request, asked, this.#causeway.mostUploadBytes)
      uploads = asker.uploads
      const question = this.#graphql.readQuestion(given)
      if (inEvents) {
        const leave = this.#streams.take(address)
        request.signal.addEventListener('abort', leave, { once: true })
        const streamed = await this.#graphql
          .answerInEvents(this.#causeway, asker, question, requestId, request.signal, leave)
          .catch((error: unknown) => {
            leave()
            throw error
          })
        return { ...streamed, headers: { ...cachingHeaders(viewer), ...streamed.headers } }
      }
      const key = [
        'graphql',
        accept,
        ...keyOf(viewer),
        question.query,
        JSON.stringify(question.variables),
        question.operationName ?? '',
      ]
      const signal = endOf(request)
      const found = await this.#known.find(this.#causeway.database, key, () =>
        this.#budget.spend({ viewer, address, signal }, () =>
          this.#graphql.answer(this.#causeway, asker, question, accept, requestId, signal),
        ),
      )
      return withHeaders(found, cachingHeaders(viewer))
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error
      return withHeaders(graphqlRefusal(error), CROSS_ORIGIN_HEADERS)
    } finally {
      await uploads?.release()
    }
  }

  async #answerSession({ request, address }: Asked): Promise<Answer> {
    return answerSession(
      this.#causeway,
      request,
      await readViewer(this.#causeway.database, request),
      address,
      this.#signIns,
    )
  }

  #answerMetrics(metrics: Metrics): Answer {
    return uncached(textAnswer(metrics.print(this.#known), 'text/plain; version=0.0.4; charset=utf-8'))
  }

  async #answerReady(): Promise<Answer> {
    try {
      await isReady(this.#causeway.database)
      return uncached(jsonAnswer({ status: 'ready' }))
    } catch {
      return errorAnswer(503, 'NOT_READY', { zh: '数据库没有应答。', en: 'The database does not answer.' })
    }
  }

  #answerSchema(): Answer {
    this.#schema ??= printGraph()
    return withHeaders(textAnswer(this.#schema, 'text/plain; charset=utf-8'), {
      ...CROSS_ORIGIN_HEADERS,
      'cache-control': 'public, no-cache',
    })
  }

  async #answerFile(asked: Asked): Promise<Routed> {
    const { pathname } = asked.url
    const file = this.#files.find(pathname)
    if (file && pathname !== '/index.html') return { route: 'file', answer: file }
    // A view of the page has no dot in its last part, but for a code (SK15.aug); a file that is not there is not a view.
    const isView =
      VIEWS_OF_CODES.test(pathname) ||
      (!pathname.split('/').at(-1)!.includes('.') && !pathname.startsWith('/i/') && !pathname.startsWith('/assets/'))
    if (!isView || !this.#page) return { route: 'none', answer: notFoundAnswer() }
    const answer = await this.#page.answer(asked)
    return { route: 'page', answer }
  }

  #openPlayground(): Promise<Playground> {
    this.#playground ??= Playground.open()
    return this.#playground
  }

  #read({ request: { method } }: Asked, answer: () => Answer): Answer {
    return method === 'GET' || method === 'HEAD' ? answer() : methodNotAllowedAnswer('GET')
  }
}

function graphqlRefusal(error: QuestionError): Answer {
  const answer = jsonAnswer(
    { errors: [{ message: error.words.en, extensions: { code: error.code, messages: error.words, ...error.facts } }] },
    statusOf(error),
  )
  answer.headers['cache-control'] = 'no-store'
  const wait = secondsToWait(error)
  if (wait !== null) answer.headers['retry-after'] = wait
  return answer
}

function readParameters(parameters: URLSearchParams): Record<string, unknown> {
  const json = (name: string): unknown => {
    const text = parameters.get(name)
    return text ? parseJson(text, { zh: `参数 ${name} `, en: `The parameter ${name}` }) : null
  }
  return {
    query: parameters.get('query'),
    operationName: parameters.get('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  }
}
