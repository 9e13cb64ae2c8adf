import { useSyncExternalStore } from 'react'
import { useAddress } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { Choice } from '../../ui/choice.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { IndicatorName } from '../../graph/generated.ts'
import DEVELOPERS_WORDS from './words.json' with { type: 'json' }
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'

interface Props {
  asked: Omit<Asked, 'origin'>
  indicators: IndicatorName[]
  /** False: there is no college yet. */
  isThere: boolean
}

/** Pieces of code that run as they are. */
export function CodePanel({ asked, indicators, isThere }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  // A page that is written as a file knows no server; it names a usual one.
  const origin = useSyncExternalStore(
    () => () => undefined,
    () => location.origin,
    () => 'http://127.0.0.1:4000',
  )
  const known = indicators.find(({ id, code }) => id === asked.indicator || code === asked.indicator)
  return (
    <section className="card" aria-labelledby="code">
      <header className="card-head">
        <h2 id="code">{say(DEVELOPERS_WORDS.code)}</h2>
      </header>
      <p>{say(isThere ? DEVELOPERS_WORDS.codeText : DEVELOPERS_WORDS.noCollege)}</p>
      {!still && known && (
        <div className="controls">
          <Choice
            label={say(DEVELOPERS_WORDS.indicator)}
            value={known.code}
            options={indicators.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))}
            onChange={(code) => address.change({ filter: [`indicator:${code}`] })}
          />
        </div>
      )}
      {snippetsOf({ ...asked, origin }).map(({ id, title, how, code }) => (
        <div key={id} className="snippet">
          <div className="snippet-head row-apart">
            <div>
              <h3>{say(title)}</h3>
              <p className="quiet">{say(how)}</p>
            </div>
            {!still && <CopyButton text={() => code}>{say(DEVELOPERS_WORDS.copy)}</CopyButton>}
          </div>
          <pre
            id={id}
            className="command"
            // It scrolls inside itself where a line is long.
            tabIndex={0}
            role="group"
            aria-label={say(DEVELOPERS_WORDS.codeOf, { title: say(title) })}
          >
            <code>{code}</code>
          </pre>
        </div>
      ))}
    </section>
  )
}

/** What the pieces of code ask for. */
interface Asked {
  /** `https://…`, without a path. */
  origin: string
  institution: string
  /** Code or id. */
  indicator: string
  from: number
  to: number
  locale: Locale
}

interface Snippet {
  id: 'curl-csv' | 'curl-graphql' | 'python' | 'pandas' | 'r' | 'excel' | 'javascript'
  title: Words
  /** How it is run, or where it is put. */
  how: Words
  code: string
}

const TOKEN: Words = { zh: '令牌', en: 'TOKEN' }
const EXACT: Words = { zh: '要精确数值时加上：', en: 'for exact figures add:' }

/** Ready to be copied: each asks this college for one series of figures. */
function snippetsOf(asked: Asked): Snippet[] {
  const { origin, institution, indicator, from, to, locale } = asked
  const say = (words: Words) => inLocale(words, locale)
  const lang = locale === 'ZH' ? 'zh' : 'en'
  const path = `/i/${encodeURIComponent(indicator)}.csv`
  const url = `${origin}${path}?${new URLSearchParams({ institution, from: String(from), to: String(to), lang })}`
  const bearer = `Bearer ${say(TOKEN)}`
  const text = (value: string) => JSON.stringify(value)
  const question = `{ indicator(id: ${text(indicator)}) { name(locale: ${locale}) series(institution: ${text(institution)}, from: ${from}, to: ${to}) { figures { period { label(locale: ${locale}) } value gap } } } }`
  return [
    {
      id: 'curl-csv',
      title: { zh: 'curl：CSV 文件', en: 'curl: a CSV file' },
      how: { zh: '在终端运行。', en: 'Run it in a terminal.' },
      code: `curl -s ${shell(url)}
# ${say(EXACT)} -H ${shell(`Authorization: ${bearer}`)}
`,
    },
    {
      id: 'curl-graphql',
      title: { zh: 'curl：GraphQL 查询', en: 'curl: a GraphQL question' },
      how: { zh: '在终端运行，得到 JSON。', en: 'Run it in a terminal; it answers JSON.' },
      code: `curl -s ${shell(`${origin}/graphql`)} \\
  -H 'content-type: application/json' \\
  -d ${shell(JSON.stringify({ query: question }))}
`,
    },
    {
      id: 'python',
      title: { zh: 'Python（仅用标准库）', en: 'Python (standard library)' },
      how: { zh: 'Python 3，不必安装任何软件包。', en: 'Python 3; nothing to install.' },
      code: `import csv, io, urllib.request

url = ${text(url)}
request = urllib.request.Request(url)
# ${say(EXACT)} request.add_header("Authorization", ${text(bearer)})
text = urllib.request.urlopen(request).read().decode("utf-8-sig")
for row in csv.DictReader(io.StringIO(text)):
    print(row["period"], row["value"] or row["gap"], row["unit"])
`,
    },
    {
      id: 'pandas',
      title: { zh: 'Python（pandas）', en: 'Python (pandas)' },
      how: { zh: '需要 pandas。', en: 'Needs pandas.' },
      code: `import pandas as pd

data = pd.read_csv(${text(url)}, encoding="utf-8-sig")
print(data[["period", "value", "gap", "unit"]])
`,
    },
    {
      id: 'r',
      title: { zh: 'R', en: 'R' },
      how: { zh: 'R 4，不必安装任何软件包。', en: 'R 4; nothing to install.' },
      code: `data <- read.csv(${text(url)},
                 fileEncoding = "UTF-8-BOM")
print(data[, c("period", "value", "gap", "unit")])
`,
    },
    {
      id: 'excel',
      title: { zh: 'Excel（Power Query）', en: 'Excel (Power Query)' },
      how: {
        zh: '“数据”→“获取数据”→“启动 Power Query 编辑器”→“新建源”→“空查询”→“高级编辑器”，粘贴后选“匿名”访问。以后点“全部刷新”即可更新。',
        en: 'Data → Get Data → Launch Power Query Editor → New Source → Blank Query → Advanced Editor: paste it, and choose Anonymous. Refresh All brings it up to date.',
      },
      code: `let
    Source = Web.Contents(${m(origin)}, [
        RelativePath = ${m(path.slice(1))},
        // ${say(EXACT)} Headers = [Authorization = ${m(bearer)}],
        Query = [institution = ${m(institution)}, from = ${m(String(from))}, to = ${m(String(to))}, lang = ${m(lang)}]
    ]),
    Lines = Csv.Document(Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Headed = Table.PromoteHeaders(Lines, [PromoteAllScalars = true]),
    Numbers = {"value", "numerator", "denominator", "size", "low", "high"},
    Emptied = Table.ReplaceValue(Headed, "", null, Replacer.ReplaceValue, Numbers),
    Typed = Table.TransformColumnTypes(Emptied, {
        {"year", Int64.Type},
        {"value", type number}, {"numerator", type number}, {"denominator", type number},
        {"size", type number}, {"low", type number}, {"high", type number}
    }, "en-US")
in
    Typed
`,
    },
    {
      id: 'javascript',
      title: { zh: 'JavaScript（fetch）', en: 'JavaScript (fetch)' },
      how: {
        zh: '浏览器或 Node 20 以上；其他网站的页面也可以这样取数。',
        en: 'In a browser, from a page of any site, or Node 20 and later.',
      },
      code: `const answer = await fetch(${text(`${origin}/graphql`)}, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    query: \`query ($id: ID!, $institution: ID!, $from: Int!, $to: Int!) {
      indicator(id: $id) {
        name(locale: ${locale})
        series(institution: $institution, from: $from, to: $to) {
          figures { period { label(locale: ${locale}) } value gap }
        }
      }
    }\`,
    variables: ${JSON.stringify({ id: indicator, institution, from, to })},
  }),
})
const { data, errors } = await answer.json()
if (errors) throw new Error(errors[0].message)
data.indicator.series.figures.forEach((figure) => {
  console.log(figure.period.label, figure.value ?? figure.gap)
})
`,
    },
  ]
}

/** A text in a POSIX shell. */
function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** A text in the formula language of Power Query: a quotation mark is doubled, and `#(` begins an escape. */
function m(text: string): string {
  return `"${text.replaceAll('#(', '#(#)(').replaceAll('"', '""')}"`
}
