import { isOwnRequest, readViewer } from '../access/read-viewer.ts'
import { SignInLimit } from '../access/sign-in-limit.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import type { ReportError } from '../graph/graph-error.ts'
import { printGraph } from '../graph/schema.ts'
import type { DrawingDesk } from '../pictures/drawing-desk.ts'
import type { PictureFormat } from '../pictures/picture.ts'
import { QuestionError } from '../question-error.ts'
import {
  errorAnswer,
  jsonAnswer,
  methodNotAllowedAnswer,
  notFoundAnswer,
  statusOf,
  textAnswer,
  type Answer,
} from './answer.ts'
import { cachingHeaders, endOf, keyOf, orEnd, originOf, uncached, withHeaders } from './answer-life.ts'
import { answerCrosswalk } from './crosswalk-address.ts'
import { GraphqlAddress, MOST_QUESTION_BYTES } from './graphql-address.ts'
import { answerIndicator, type SeriesFormat } from './indicator-address.ts'
import { answerForm, type FormAddress } from './form-address.ts'
import { answerPicture } from './picture-address.ts'
import type { KnownAnswer, KnownAnswers, MadeAnswer } from './known-answers.ts'
import type { Metrics } from './metrics.ts'
import { Playground } from './playground.ts'
import { parseJson, readBody } from './read-body.ts'
import { CROSS_ORIGIN_HEADERS, PREFLIGHT_HEADERS } from './security-headers.ts'
import { answerSession } from './session-address.ts'
import type { StaticFiles } from './static-files.ts'
import { isReady } from './store.ts'
import { answerWorkbook } from './workbook-address.ts'

/** Views whose address ends in a code, which may have a dot. */
const VIEWS_OF_CODES = /^\/(indicator|answer|standard|platform|programme|partner|country|form|record|crosswalk)\//

/** Form, edition, year and format, as they stand in an address. */
type FormPath = [form: string, edition: string, year: string, format: FormAddress['format']]

interface Asked {
  request: Request
  url: URL
  requestId: string
  /** Of the client. */
  address: string
}

export interface Routed {
  /** For the metrics: a name out of a closed list, not the path. */
  route: string
  answer: Answer | KnownAnswer
}

/** Finds what an address stands for. Throws `QuestionError` for what is refused. */
export class Router {
  readonly #causeway: Causeway
  readonly #known: KnownAnswers
  readonly #metrics: Metrics
  readonly #files: StaticFiles
  readonly #graphql: GraphqlAddress
  readonly #desk: DrawingDesk
  readonly #signIns = new SignInLimit()
  #playground: Promise<Playground> | null = null
  #schema: string | null = null

  constructor(
    causeway: Causeway,
    known: KnownAnswers,
    metrics: Metrics,
    files: StaticFiles,
    desk: DrawingDesk,
    report: ReportError,
  ) {
    this.#causeway = causeway
    this.#desk = desk
    this.#known = known
    this.#metrics = metrics
    this.#files = files
    this.#graphql = new GraphqlAddress(report)
  }

  async answer(asked: Asked): Promise<Routed> {
    const { pathname } = asked.url
    if (pathname === '/graphql') return { route: 'graphql', answer: await this.#answerGraphql(asked) }
    if (pathname === '/session') return { route: 'session', answer: await this.#answerSession(asked) }
    const series = /^\/i\/([^/]+)\.(csv|json)$/.exec(pathname)
    if (series)
      return { route: 'series', answer: await this.#answerSeries(asked, series[1]!, series[2] as SeriesFormat) }
    const picture = /^\/i\/([^/]+)\.(png|svg)$/.exec(pathname)
    if (picture)
      return { route: 'picture', answer: await this.#answerPicture(asked, picture[1]!, picture[2] as PictureFormat) }
    const workbook = /^\/i\/([^/]+)\.xlsx$/.exec(pathname)
    if (workbook) return { route: 'workbook', answer: await this.#answerWorkbook(asked, workbook[1]!) }
    const form = /^\/forms\/([^/]+)\/([^/]+)\/([^/]+)\.(csv|xlsx)$/.exec(pathname)
    if (form) return { route: 'form', answer: await this.#answerForm(asked, form.slice(1) as FormPath) }
    const crosswalk = /^\/crosswalk\/([^/]+)\/([^/]+)\.csv$/.exec(pathname)
    if (crosswalk)
      return { route: 'crosswalk', answer: await this.#answerCrosswalk(asked, crosswalk[1]!, crosswalk[2]!) }
    if (pathname === '/metrics') return { route: 'metrics', answer: this.#read(asked, () => this.#answerMetrics()) }
    if (pathname === '/healthz')
      return { route: 'health', answer: this.#read(asked, () => uncached(jsonAnswer({ status: 'alive' }))) }
    if (pathname === '/readyz') return { route: 'health', answer: await this.#answerReady() }
    if (pathname === '/schema.graphql')
      return { route: 'schema', answer: this.#read(asked, () => this.#answerSchema()) }
    if (asked.request.method !== 'GET' && asked.request.method !== 'HEAD')
      return { route: 'none', answer: notFoundAnswer() }
    if (pathname.startsWith('/graphql/playground/'))
      return { route: 'playground', answer: (await this.#openPlayground()).find(pathname) ?? notFoundAnswer() }
    return this.#answerFile(pathname)
  }

  async #answerGraphql({ request, url, requestId }: Asked): Promise<Answer | KnownAnswer> {
    const { method, headers } = request
    if (method === 'OPTIONS') return { status: 204, headers: { ...PREFLIGHT_HEADERS }, body: '' }
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return methodNotAllowedAnswer('GET, POST')
    const isGet = method !== 'POST'
    if (isGet && (headers.get('accept') ?? '').includes('text/html') && !url.searchParams.has('query'))
      return (await this.#openPlayground()).page
    const accept = (headers.get('accept') ?? '').includes('application/graphql-response+json')
      ? 'application/graphql-response+json'
      : 'application/json'
    try {
      if (!isGet && !/^application\/(graphql\+)?json\b/i.test(headers.get('content-type') ?? ''))
        throw new QuestionError('BAD_REQUEST', {
          zh: '请求正文须为 JSON（content-type: application/json）。',
          en: 'The body must be JSON (content-type: application/json).',
        })
      const asked = await readViewer(this.#causeway.database, request)
      const { viewer } = asked
      const asker = { viewer, mayMutate: !isGet && isOwnRequest(request, asked) }
      const question = this.#graphql.readQuestion(
        isGet ? readParameters(url.searchParams) : parseJson(await readBody(request, MOST_QUESTION_BYTES)),
      )
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
        this.#graphql.answer(this.#causeway, asker, question, accept, requestId, signal),
      )
      return withHeaders(found, cachingHeaders(viewer))
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error
      return withHeaders(graphqlRefusal(error), CROSS_ORIGIN_HEADERS)
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

  #answerSeries(asked: Asked, name: string, format: SeriesFormat): Promise<Answer | KnownAnswer> {
    const indicator = decode(name)
    return this.#answerAddress(asked, ['series', format, indicator], (viewer) =>
      answerIndicator(this.#causeway, viewer, indicator, format, asked.url.searchParams),
    )
  }

  #answerPicture(asked: Asked, name: string, format: PictureFormat): Promise<Answer | KnownAnswer> {
    const indicator = decode(name)
    return this.#answerAddress(asked, ['picture', format, indicator], (viewer) =>
      answerPicture(this.#causeway, this.#desk, viewer, indicator, format, asked.url.searchParams),
    )
  }

  #answerWorkbook(asked: Asked, name: string): Promise<Answer | KnownAnswer> {
    const [indicator, origin] = [decode(name), originOf(asked.request)]
    return this.#answerAddress(asked, ['workbook', origin, indicator], (viewer) =>
      answerWorkbook(this.#causeway, viewer, indicator, asked.url.searchParams, origin),
    )
  }

  #answerForm(asked: Asked, path: FormPath): Promise<Answer | KnownAnswer> {
    const [form, edition, year] = path.slice(0, 3).map(decode) as [string, string, string]
    const address: FormAddress = { form, edition, year, format: path[3] }
    return this.#answerAddress(asked, ['form', ...Object.values(address)], (viewer) =>
      answerForm(this.#causeway, viewer, address, asked.url.searchParams),
    )
  }

  #answerCrosswalk(asked: Asked, from: string, to: string): Promise<Answer | KnownAnswer> {
    const address = { from: decode(from), to: decode(to) }
    return this.#answerAddress(asked, ['crosswalk', address.from, address.to], (viewer) =>
      answerCrosswalk(this.#causeway, viewer, address, asked.url.searchParams),
    )
  }

  /** A file made from records, given again as long as none of them changed. */
  async #answerAddress(
    { request, url }: Asked,
    name: string[],
    make: (viewer: Viewer) => Promise<MadeAnswer>,
  ): Promise<Answer | KnownAnswer> {
    if (request.method === 'OPTIONS') return { status: 204, headers: { ...PREFLIGHT_HEADERS }, body: '' }
    if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowedAnswer('GET')
    const { viewer } = await readViewer(this.#causeway.database, request)
    const key = [name[0]!, ...keyOf(viewer), ...name.slice(1), url.search]
    const made = this.#known.find(this.#causeway.database, key, () => make(viewer))
    const found = await orEnd(made, endOf(request))
    return withHeaders(found, cachingHeaders(viewer))
  }

  #answerMetrics(): Answer {
    return uncached(textAnswer(this.#metrics.print(this.#known), 'text/plain; version=0.0.4; charset=utf-8'))
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

  #answerFile(pathname: string): Routed {
    const file = this.#files.find(pathname)
    if (file && pathname !== '/index.html') return { route: 'file', answer: file }
    // A view of the page has no dot in its last part, but for a code (SK15.aug); a file that is not there is not a view.
    const isView =
      VIEWS_OF_CODES.test(pathname) ||
      (!pathname.split('/').at(-1)!.includes('.') && !pathname.startsWith('/i/') && !pathname.startsWith('/assets/'))
    const { page } = this.#files
    return isView && page ? { route: 'page', answer: page } : { route: 'none', answer: notFoundAnswer() }
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

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text)
    if (!decoded.includes('\0')) return decoded
  } catch {
    // Falls through to the refusal.
  }
  throw new QuestionError('BAD_REQUEST', {
    zh: '地址中有无法读取的字符。',
    en: 'The address holds characters that cannot be read.',
  })
}
