import type { Context, Hono } from 'hono'
import type { Words } from '@causeway/shared/words/words'
import { readViewer, originOf } from '../../access/read-viewer.ts'
import { SignInLimit } from '../../access/session.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { noReads, type AskedData } from '../graph/context.ts'
import type { FormFormat } from '../../answers/forms/write-form.ts'
import type { ReportError } from '../graph/graph-plugin.ts'
import { printGraph } from '../graph/schema.ts'
import type { DrawingDesk } from '../pictures/drawing-desk.ts'
import { EMBED_SCRIPT } from '../pictures/embed-page.ts'
import { findNamedView } from '../pictures/shown-view.ts'
import type { PictureFormat } from '../pictures/picture.ts'
import { QuestionError } from '../../ground/question-error.ts'
import {
  errorAnswer,
  jsonAnswer,
  methodNotAllowedAnswer,
  notFoundAnswer,
  refusedAnswer,
  textAnswer,
  type Answer,
  type Asked,
  type StreamedAnswer,
  type Env,
} from './answer.ts'
import { cachingHeaders, endOf, finishAnswer, keyOf, orEnd, uncached, withHeaders } from './finish-answer.ts'
import type { AskingBudget } from './asking-budget.ts'
import { answerCrosswalk, answerForm, answerTemplate } from './table-addresses.ts'
import { decodePart } from '../address/address-parameters.ts'
import { answerEmbed, answerOembed } from './embed-address.ts'
import { answerEvidence, EMBED_SCRIPT_ANSWER, LOGO_ADDRESS, logoAnswer } from './file-addresses.ts'
import { graphqlAnswers } from './graphql-address.ts'
import type { KnownAnswer, KnownAnswers } from './known-answers.ts'
import { isReady } from './store.ts'
import type { Metrics } from './metrics.ts'
import type { ReadyAnswers } from './ready-answers.ts'
import { pageAnswers } from './page-address.ts'
import { openPlayground } from './playground.ts'
import { CROSS_ORIGIN_HEADERS, PREFLIGHT_HEADERS } from './security-headers.ts'
import { answerSession } from './session-address.ts'
import {
  answerIndicator,
  answerPicture,
  answerViewFile,
  type SeriesFormat,
  type ViewFormat,
} from './view-file-address.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** What the addresses are answered from. */
export interface Served {
  causeway: Causeway
  known: KnownAnswers
  ready: ReadyAnswers
  /** Null: closed. */
  metrics: Metrics | null
  files: ReadonlyMap<string, KnownAnswer>
  desk: DrawingDesk
  budget: AskingBudget
  /** Why nobody signs in by a one-time address; null: they may. */
  oneTimeRefused: Words | null
  report: ReportError
}

type Made = Answer | KnownAnswer | StreamedAnswer
type Make = (asked: Asked) => Made | Promise<Made>

/** What an address of data answers to one viewer. */
type MakeData = (data: AskedData, asked: Asked) => Promise<Answer>

const FORMATS = REFUSALS.FORMATS

/** Views whose address ends in a code, which may have a dot. */
const VIEWS_OF_CODES = /^\/(indicator|answer|standard|platform|programme|partner|country|form|record|crosswalk)\//

/** Every address, and what answers it. */
export function addRoutes(
  app: Hono<Env>,
  { causeway, known, ready, metrics, files, desk, budget, oneTimeRefused, report }: Served,
): void {
  const any = (path: string, route: string, make: Make) => app.all(path, (c) => answer(c, route, make))
  const serve = (path: string, route: string, allow: string, make: Make) => {
    app.on(allow.split(', '), path, (c) => answer(c, route, make))
    any(path, route, () => methodNotAllowedAnswer(allow))
  }
  const preflight = (path: string, route: string) =>
    app.options(path, (c) => answer(c, route, () => ({ status: 204, headers: { ...PREFLIGHT_HEADERS }, body: '' })))

  /** What leaves the page: it is given again as long as nothing of it changed. `more`: what it depends on besides its address. */
  const data = (path: string, route: string, make: MakeData, more: (asked: Asked) => string[] = () => []) => {
    preflight(path, route)
    serve(path, route, 'GET', async (asked) => {
      const { request, url, address } = asked
      asked.by = await readViewer(causeway.database, request)
      const { viewer } = asked.by
      const key = [url.pathname, ...keyOf(viewer), ...more(asked), url.search]
      using end = endOf(request)
      const { signal } = end
      const made = known.find(causeway.database, key, () =>
        budget.spend({ viewer, address, signal }, async () => {
          const reads = noReads(causeway, viewer)
          try {
            const made = await make({ causeway, viewer, parameters: url.searchParams, reads }, asked)
            return { answer: made, reads, keep: made.status === 200 }
          } catch (error) {
            if (!(error instanceof QuestionError)) throw error
            return { answer: refusedAnswer(error), reads, keep: false }
          }
        }),
      )
      return withHeaders(await orEnd(made, signal), cachingHeaders(viewer))
    })
  }

  const answerGraphql = graphqlAnswers({ causeway, known, budget, report })
  preflight('/graphql', 'graphql')
  serve('/graphql', 'graphql', 'GET, POST', async (asked) =>
    isForPlayground(asked) ? (await openPlayground()).page : answerGraphql(asked),
  )
  const signIns = new SignInLimit()
  any('/session', 'session', async (asked) => {
    const by = await readViewer(causeway.database, asked.request)
    return answerSession(causeway, { ...asked, by, limit: signIns, oneTimeRefused })
  })

  const answerView: MakeData = (data, { request, url }) => {
    const { name, format } = fileOf<ViewFormat>(url)
    return answerViewFile(data, name, format, originOf(request))
  }
  data('/i/:file{[^/]+\\.xlsx}', 'workbook', answerView, ({ request }) => [originOf(request)])
  data(
    '/i/:file{[^/]+\\.(?:csv|json)}',
    'series',
    (data, asked) => {
      const { name, format } = fileOf<SeriesFormat>(asked.url)
      return findNamedView(name) ? answerView(data, asked) : answerIndicator(data, name, format)
    },
    ({ request, url }) => (findNamedView(fileOf(url).name) ? [originOf(request)] : []),
  )
  data('/i/:file{[^/]+\\.(?:png|svg)}', 'picture', (data, { url }) => {
    const { name, format } = fileOf<PictureFormat>(url)
    return answerPicture(data, desk, name, format)
  })
  any('/i/:other', 'series', () => errorAnswer(404, 'NOT_FOUND', FORMATS))
  data('/forms/:form/:edition/:file{[^/]+\\.(?:csv|xlsx)}', 'form', (data, { url }) => {
    const { folders, name, format } = fileOf<FormFormat>(url)
    const [form, edition] = folders as [string, string]
    return answerForm(data, { form, edition, year: name, format })
  })
  data('/crosswalk/:from/:file{[^/]+\\.csv}', 'crosswalk', (data, { url }) => {
    const { folders, name } = fileOf(url)
    return answerCrosswalk(data, { from: folders[0]!, to: name })
  })
  data('/templates/:file{[^/]+\\.xlsx}', 'template', (data, { url }) => answerTemplate(data, fileOf(url).name))
  data('/embed/:name', 'embed', (data, { url }) => {
    desk.warm()
    return answerEmbed(data, decodePart(url.pathname.split('/')[2]!))
  })
  data(
    '/oembed',
    'oembed',
    (data, { request }) => answerOembed(data, originOf(request)),
    ({ request }) => [originOf(request)],
  )
  any(EMBED_SCRIPT, 'file', () => EMBED_SCRIPT_ANSWER)
  const logo = causeway.brand?.logo
  if (logo) any(LOGO_ADDRESS, 'file', () => logoAnswer(logo))

  serve('/evidence/:hash', 'evidence', 'GET', ({ request, url }) =>
    answerEvidence(causeway, request, url.pathname.split('/')[2]!),
  )

  if (metrics)
    serve('/metrics', 'metrics', 'GET', () =>
      uncached(textAnswer(metrics.print(known, ready), 'text/plain; version=0.0.4; charset=utf-8')),
    )
  else any('/metrics', 'none', notFoundAnswer)
  serve('/healthz', 'health', 'GET', () => uncached(jsonAnswer({ status: 'alive' })))
  any('/readyz', 'health', async () => {
    try {
      await isReady(causeway.database)
      return uncached(jsonAnswer({ status: 'ready' }))
    } catch {
      const answer = errorAnswer(503, 'NOT_READY', { zh: '数据库没有应答。', en: 'The database does not answer.' })
      return withHeaders(answer, { 'retry-after': '2' })
    }
  })
  let schema: string | null = null
  serve('/schema.graphql', 'schema', 'GET', () =>
    withHeaders(textAnswer((schema ??= printGraph()), 'text/plain; charset=utf-8'), {
      ...CROSS_ORIGIN_HEADERS,
      'cache-control': 'public, no-cache',
    }),
  )

  app.get('/graphql/playground/*', (c) =>
    answer(c, 'playground', async ({ url }) => (await openPlayground()).files.get(url.pathname) ?? notFoundAnswer()),
  )
  const page = files.get('/index.html')
  const answerPage = page && pageAnswers(causeway, known, page, budget)
  app.get('*', (c, next) => {
    const { pathname } = c.get('asked').url
    const file = files.get(pathname)
    if (file && pathname !== '/index.html') return answer(c, 'file', () => file)
    return answerPage && isView(pathname) ? answer(c, 'page', answerPage) : next()
  })
  app.notFound((c) => answer(c, 'none', notFoundAnswer))
}

export async function answer(c: Context<Env>, route: string, make: Make): Promise<Response> {
  c.set('route', route)
  const asked = c.get('asked')
  return finishAnswer(asked, await make(asked))
}

/** A view of the page has no dot in its last part, but for a code (SK15.aug); a file that is not there is not a view. */
function isView(pathname: string): boolean {
  return (
    VIEWS_OF_CODES.test(pathname) ||
    (!pathname.split('/').at(-1)!.includes('.') && !pathname.startsWith('/i/') && !pathname.startsWith('/assets/'))
  )
}

function isForPlayground({ request: { method, headers }, url }: Asked): boolean {
  return method !== 'POST' && (headers.get('accept') ?? '').includes('text/html') && !url.searchParams.has('query')
}

/** `/forms/{folders}/…/{name}.{format}`. The route let through no other format than it has. */
function fileOf<Format extends string = string>({
  pathname,
}: URL): { folders: string[]; name: string; format: Format } {
  const parts = pathname.split('/').slice(2).map(decodePart)
  const file = parts.pop()!
  const dot = file.lastIndexOf('.')
  return { folders: parts, name: file.slice(0, dot), format: file.slice(dot + 1) as Format }
}
