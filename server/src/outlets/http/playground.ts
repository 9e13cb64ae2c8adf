import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fixedAnswer, type KnownAnswer } from './known-answers.ts'
import { contentSecurityPolicy } from './security-headers.ts'

const FOLDER = '/graphql/playground'
const ICON = '/causeway.svg'
/** A tab that is pressed takes the focus, and with it a place it has long left: the press would be lost. */
const STEADY_TABS = '.graphiql-tab { transform: none !important }'

/**
 * GraphiQL with worked tabs, from files of our own under `/graphql/playground/`: it works without a network, and under a policy
 * that lets no outside host through.
 */
interface Playground {
  page: KnownAnswer
  files: ReadonlyMap<string, KnownAnswer>
}

let playground: Promise<Playground> | null = null

/** Its files are large: they are read when somebody opens it for the first time. */
export function openPlayground(): Promise<Playground> {
  playground ??= makePlayground()
  return playground
}

async function makePlayground(): Promise<Playground> {
  const { css, editorWorkerService, graphqlWorker, js, jsonWorker } =
    await import('@graphql-yoga/render-graphiql/graphiql')
  const files = new Map<string, KnownAnswer>()
  const add = (name: string, type: string, text: string) => {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
    const path = `${FOLDER}/${name.replace('.', `-${hash}.`)}`
    files.set(path, fixedAnswer(text, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }))
    return path
  }
  const script = 'application/javascript; charset=utf-8'
  const workers = {
    editorWorkerService: add('editor.worker.js', script, editorWorkerService),
    json: add('json.worker.js', script, jsonWorker),
    graphql: add('graphql.worker.js', script, graphqlWorker),
  }
  const app = add('graphiql.js', script, js)
  const style = add('graphiql.css', 'text/css; charset=utf-8', `${css}\n${STEADY_TABS}`)
  const start = add('start.js', script, startScript(workers))
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, no-cache',
    // Its editor writes style elements, and measures with them.
    'content-security-policy': contentSecurityPolicy([], ["'unsafe-inline'"]),
  }
  return { page: fixedAnswer(pageOf(app, start, style), headers), files }
}

function startScript(workers: Record<string, string>): string {
  const options = {
    title: 'Causeway GraphQL',
    endpoint: '/graphql',
    credentials: 'same-origin',
    favicon: ICON,
    shouldPersistHeaders: false,
    defaultTabs: PLAYGROUND_TABS.map((query) => ({ query })),
  }
  return `const workers = ${JSON.stringify(workers)}
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (moduleId, label) => workers[label] ?? workers.editorWorkerService }
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify(options)})
`
}

function pageOf(app: string, start: string, style: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Causeway GraphiQL</title>
    <link rel="icon" href="${ICON}">
    <link rel="stylesheet" href="${style}">
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>The playground needs JavaScript. 本页面需要启用 JavaScript。</noscript>
    <div id="root"></div>
    <script src="${app}"></script>
    <script src="${start}"></script>
  </body>
</html>
`
}

/**
 * Worked questions, one after the other; each runs as it is on the demonstration college, since the playground fills in no variables.
 * The tab has the name of the operation.
 */
export const PLAYGROUND_TABS: readonly string[] = readFileSync(
  new URL('./playground.graphql', import.meta.url),
  'utf8',
).split(/(?<=^}\n)\n/m)
