import { createHash } from 'node:crypto'
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
    defaultTabs: PLAYGROUND_TABS.map(({ query }) => ({ query })),
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

/** One worked question of the playground; it runs as it is on the demonstration college: the playground fills in no variables. */
interface PlaygroundTab {
  /** Name of its operation; it is on the tab. */
  name: string
  query: string
  /** It asks for what needs signing in. */
  needsToken?: true
}

export const PLAYGROUND_TABS: readonly PlaygroundTab[] = [
  {
    name: 'OneFigure',
    query: `# One figure: foreign learners of the demonstration college in one school year.
# 一个指标值：演示院校某一学年的来华留学人数。
query OneFigure {
  indicator(id: "EX02") {
    name
    zh: name(locale: ZH)
    unit
    series(institution: "demo", from: 2023, to: 2023) {
      figures {
        period { label zh: label(locale: ZH) start end partial }
        value
        gap
        explanation { formula recordCount }
      }
      summary
      zh: summary(locale: ZH)
    }
  }
}
`,
  },
  {
    name: 'ByCategory',
    query: `# A series by category: the same over ten years, by country.
# 分类序列：同一指标十年，按国家（地区）。
query ByCategory {
  indicator(id: "EX02") {
    name
    dimensions { id name }
    series(institution: "demo", from: 2015, to: 2024, by: "country") {
      dimension { id name }
      figures {
        period { year label }
        category { key label zh: label(locale: ZH) }
        value
        gap
      }
    }
  }
}
`,
  },
  {
    name: 'AllOfATheme',
    query: `# All indicators of a theme. A gap says why there is no number; zero is a number.
# 一个主题的全部指标。没有数值时 gap 说明原因；零是数值。
query AllOfATheme {
  indicators(theme: EXPORT) {
    code
    name
    zh: name(locale: ZH)
    unit
    series(institution: "demo", from: 2020, to: 2024) {
      basis
      figures { period { label } value gap numerator denominator interval { low high method } }
    }
  }
}
`,
  },
  {
    name: 'CountedFrom',
    query: `# What a figure was counted from: the records. It needs signing in: on the page first, or with
# {"Authorization": "Bearer …"} under Headers. Without it \`records\` is null and says UNAUTHENTICATED; the rest is.
# 指标值由哪些记录算出。需要先登录：在页面上登录，或在 Headers 中填写令牌。
query CountedFrom {
  indicator(id: "EX02") {
    formula
    series(institution: "demo", from: 2023, to: 2023) {
      figures {
        value
        gap
        explanation { formula definitionVersion recordCount groupHeadcount }
        records(first: 5) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { cursor node { label row fields { name label text } batch { fileName } } }
        }
      }
    }
  }
}
`,
    needsToken: true,
  },
  {
    name: 'Reconcile',
    query: `# Why two right answers differ: every lawful value of one name, who asks for it, and what makes the difference.
# Without signing in \`differences\` is null and says UNAUTHENTICATED; the public values stand.
# 多口径核对：同名指标的各种数值、哪张报表要哪个、为何不同。差异说明需要先登录。
query Reconcile {
  reconcile(indicator: "EX02", institution: "demo", year: 2023) {
    values { label zh: label(locale: ZH) value figure { gap } askedBy { form edition number label(locale: ZH) } }
    differences {
      value
      sentence
      zh: sentence(locale: ZH)
      parts { reason label value recordCount records(first: 3) { edges { node { label } } } }
    }
  }
}
`,
    needsToken: true,
  },
]
