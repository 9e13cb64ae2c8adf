import { Hono } from 'hono'
import type { Words } from '@causeway/shared/words/words'
import { REFUSED_BEYOND_LOOPBACK } from '../../access/one-time.ts'
import { isSecure } from '../../access/read-viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { askingBudget, clientAddress, type Limits } from './asking-budget.ts'
import { errorAnswer, refusedAnswer, type Answer, type Asked, type Env } from './answer.ts'
import { KnownAnswers } from './known-answers.ts'
import type { ReportError } from '../graph/graph-plugin.ts'
import { describeError, logToConsole, type Log, tellUnexpected } from '../../ground/log.ts'
import { Metrics } from './metrics.ts'
import { ReadyAnswers, type NoteRequest } from './ready-answers.ts'
import { idOf } from './ready-key.ts'
import { addRoutes, answer } from './routes.ts'
import { HTTPS_FOR_A_YEAR, secureAnswers } from './security-headers.ts'
import { readStaticFiles } from './static-files.ts'
import { RevisionWatch } from '../../records/revisions/revision-watch.ts'
import { drawingDesk } from '../pictures/drawing-desk.ts'
import { closeReports } from '../reports/report-line.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { hashBuild } from '../../ground/build-hash.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

interface AppOptions {
  /** Folder of the built web app; null: none is served. */
  webRoot: string | null
  /** How many proxies are before it; omitted: none. */
  proxies?: number
  /** False: nothing is counted, and `/metrics` is not there; omitted: true. */
  metrics?: boolean
  /** What those who did not sign in may cost; omitted: the usual. */
  limits?: Limits
  /** Why nobody signs in by a one-time address; null: they may; omitted: this machine is not the only one that reaches it. */
  oneTimeRefused?: Words | null
  /** Omitted: JSON lines on standard error. */
  log?: Log
}

export interface App {
  /** `address`: where the connection came from, for the limits that are for each asker; it is not logged. */
  fetch(request: Request, client?: Env['Bindings']): Promise<Response>
  /** What is given before it is asked here; absent: nothing. */
  ready?: ReadyAnswers
  /** Ends what would go on, so that connections can end. */
  endStreams(): void
  close(): Promise<void>
}

/** Everything wired; no port. */
export function createApp(served: Causeway, options: AppOptions): App {
  const { webRoot, proxies = 0, metrics: counts = true, limits, log = logToConsole } = options
  const { oneTimeRefused = REFUSED_BEYOND_LOOPBACK } = options
  const revisions = new RevisionWatch(served.database)
  const causeway: Causeway = { ...served, revisions }
  const known = new KnownAnswers(
    hashBuild([
      ...causeway.indicators,
      ...(causeway.earlier ?? []),
      ...(causeway.ownForms ?? []),
      causeway.brand ?? {},
    ]),
  )
  const metrics = counts ? new Metrics() : null
  const note: NoteRequest = (route, entry) => {
    metrics?.count(route, entry.status, entry.milliseconds)
    log({ level: 'info', message: 'request', ...entry })
  }
  const ready = new ReadyAnswers(served.database, note)
  const report = (error: unknown, requestId: string) =>
    log({ level: 'error', message: 'unexpected error', requestId, ...describeError(error) })
  const desk = drawingDesk(causeway.brand)
  const app = new Hono<Env>({ getPath: ({ url }) => new URL(url).pathname })
  app.use(async (c, next) => {
    const started = performance.now()
    const request = c.req.raw
    const { headers, method } = request
    const requestId = idOf(headers.get('x-request-id') ?? '')
    const url = new URL(request.url)
    const connected = c.env.address
    const asked: Asked = { request, url, requestId, connected, address: clientAddress(connected, headers, proxies) }
    c.set('asked', asked)
    await next()
    const { status, headers: said } = c.res
    // By `c.header` Hono would make another response, whose body is a stream.
    said.set('x-request-id', requestId)
    if (isHttps(request, proxies)) said.set('strict-transport-security', HTTPS_FOR_A_YEAR)
    const milliseconds = Math.round((performance.now() - started) * 10) / 10
    const bytes = Number(said.get('content-length') ?? 0)
    const path = url.pathname.slice(0, 200)
    const route = c.get('route')
    note(route, { requestId, method, path, status, milliseconds, bytes })
    const { sent, by } = asked
    if (sent && c.env.lettered) ready.keep(c.env.lettered, { ...sent, by, route, path, status, headers: said })
  })
  secureAnswers(app, '/embed/:name')
  app.onError((error, c) => {
    const { route, answer: refused } = toRefusal(error, c.get('asked').requestId, report)
    return answer(c, route, () => refused)
  })
  const budget = askingBudget(limits)
  const files = readStaticFiles(webRoot)
  addRoutes(app, { causeway, known, ready, metrics, files, desk, budget, oneTimeRefused, report })

  return {
    fetch: async (request, client = { address: 'unknown' }) => app.fetch(request, client),
    ready,
    endStreams() {
      ready.end()
      revisions.close()
    },
    async close() {
      revisions.close()
      metrics?.close()
      await Promise.all([desk.close(), closeReports(causeway)])
    },
  }
}

/** As our own setting says, or a proxy that is known to be before us: what anybody else says of it does not count. */
function isHttps(request: Request, proxies: number): boolean {
  return new URL(request.url).protocol === 'https:' || (proxies > 0 && isSecure(request))
}

function toRefusal(error: unknown, requestId: string, report: ReportError): { route: string; answer: Answer } {
  if (error instanceof QuestionError) return { route: 'refused', answer: refusedAnswer(error) }
  if (error instanceof DOMException && error.name === 'AbortError')
    return {
      route: 'left',
      answer: errorAnswer(400, 'LEFT', { zh: '请求已中断。', en: 'The request was broken off.' }),
    }
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return {
      route: 'late',
      answer: errorAnswer(503, 'TIMEOUT', REFUSALS.TIMEOUT),
    }
  report(error, requestId)
  const { code, words } = tellUnexpected(error, requestId)
  return { route: 'failed', answer: errorAnswer(500, code, words, { requestId }) }
}
