import { argumentOf, SERIES_ARGUMENT_NAMES } from '@causeway/shared/series-arguments'
import type { Words } from '@causeway/shared/words/words'

export interface ServedAddress {
  /** As it is written, with what can be put in. */
  pattern: string
  /** One that works, of this college; null: there is none to follow. */
  example: string | null
  words: Words
}

const PARAMETERS = [
  ...SERIES_ARGUMENT_NAMES.map((name) => (name === 'filter' ? `filter=${argumentOf(name).example}` : name)),
  'lang',
]

/** What can be fetched without GraphQL. */
export function addressesOf(institution: string, indicator: string, year: number): ServedAddress[] {
  const asked = new URLSearchParams({ institution, from: String(year - 4), to: String(year) })
  const series = (format: string) => `/i/${encodeURIComponent(indicator)}.${format}?${asked}`
  return [
    {
      pattern: '/i/{indicator}.csv .json .xlsx',
      example: series('csv'),
      words: {
        zh: `一个指标的数列。参数与 GraphQL 的 series 相同：${PARAMETERS.join('、')}。CSV 可直接用 Excel 打开。`,
        en: `One series of an indicator. Parameters as series takes them: ${PARAMETERS.join(', ')}. The CSV opens in Excel as it is.`,
      },
    },
    {
      pattern: '/i/{indicator}.png .svg',
      example: series('svg'),
      words: {
        zh: '同一数列画成图，带标题、来源和日期。',
        en: 'The same series as a chart, with title, source and date on it.',
      },
    },
    {
      pattern: '/i/{view}.csv .json .xlsx .png .svg',
      example: `/i/who-learns-from-whom.svg?${asked}`,
      words: {
        zh: '不是单个指标数列的视图，各有名称，见下面的列表；其中一部分须带访问令牌。',
        en: 'Views that are no single series have names of their own, listed below; some ask for an access token.',
      },
    },
    {
      pattern: '/embed/{indicator} /embed/{view}',
      example: `/embed/${encodeURIComponent(indicator)}?${asked}`,
      words: {
        zh: '单独一张图，可嵌入其他网页（iframe）；支持 oEmbed。',
        en: 'The chart alone, for an iframe in another page; oEmbed knows it.',
      },
    },
    {
      pattern: '/forms/{form}/{edition}/{year}.xlsx .csv',
      example: `/forms/international-influence/2022/${year}.xlsx?${new URLSearchParams({ institution })}`,
      words: {
        zh: '填好的官方报表。年份是统计时段起始的年份：2023 表示 2023—2024 学年。',
        en: 'An official table, filled. The year is the one its period begins in: 2023 for 2023/24.',
      },
    },
    {
      pattern: '/graphql',
      example: '/graphql',
      words: {
        zh: '全部数据。用 POST 或 GET 查询；用浏览器打开是查询台，可离线使用。',
        en: 'Everything. Asked by POST or GET; a browser gets the playground, which works offline.',
      },
    },
    {
      pattern: '/schema.graphql',
      example: '/schema.graphql',
      words: { zh: '数据结构的完整文本。', en: 'The schema, as text.' },
    },
    {
      pattern: '/healthz /readyz /metrics',
      example: '/healthz',
      words: {
        zh: '供运行维护：是否存活、是否就绪、运行指标。',
        en: 'For anyone who runs it: alive, ready, measurements.',
      },
    },
  ]
}
