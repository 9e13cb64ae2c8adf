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

interface ServedView {
  /** Its name in `/i/…` and `/embed/…`. */
  name: string
  words: Words
  /** What it takes beside institution, lang, mode and size. */
  parameters: string
  /** Of its CSV and JSON. */
  columns: string
  /** It answers those alone who may read the college. */
  closed: boolean
}

const STAGES = 'proposed, adapted, adopted, registered, in_system, used, lapsed'

/** Views that have a name of their own, and what is in their files. A column keeps its name. */
export const SERVED_VIEWS: readonly ServedView[] = [
  {
    name: 'who-learns-from-whom',
    words: {
      zh: '引进来与走出去人数，逐年；可只看一个国家（地区）',
      en: 'People on the introduction and the export side by year; of one country with filter',
    },
    parameters: 'basis, scope, from, to, year, filter=country:VN, profile',
    columns:
      'indicator, institution, basis, year, period, category, value, gap, numerator, denominator, size, low, high, unit, revision, scope, at, across, left_out, partial, target, reason',
    closed: false,
  },
  {
    name: 'who-learns-by-country',
    words: { zh: '同上，某一年分国家（地区）', en: 'The same by country or region, in one year' },
    parameters: 'basis, scope, year, profile',
    columns:
      'institution, basis, scope, year, period, country, name, introduction, introduction_gap, export, export_gap, unit, revision',
    closed: false,
  },
  {
    name: 'peers',
    words: {
      zh: '一个指标与对标院校相比；首行是本校（status 为 OWN）',
      en: 'One indicator beside those of peers; the first row is the college itself (status OWN)',
    },
    parameters: 'indicator, basis, scope, year, group, edition',
    columns:
      'indicator, institution, basis, scope, year, period, peer, name, status, value, gap, numerator, denominator, edition, source, page, compared, incomparable, unit, revision',
    closed: false,
  },
  {
    name: 'scores-before-and-after',
    words: { zh: '前测与后测的平均分', en: 'Mean scores before and after a training' },
    parameters: 'basis, from, to, year',
    columns: 'institution, basis, year, period, instrument, version, pairs, before, after, revision',
    closed: true,
  },
  {
    name: 'adoptions-by-country',
    words: {
      zh: '各国（地区）的采用处于哪一阶段；末行是合计，country 为空',
      en: 'How far adoptions have come by country; the last row, without a country, is the whole',
    },
    parameters: 'on, standard, country',
    columns: `institution, on, country, name, total, ${STAGES}, not_begun, in_force, live, disordered, revision`,
    closed: true,
  },
  {
    name: 'adoption-lives',
    words: { zh: '每项采用进入各阶段的日期', en: 'The days on which each adoption reached its stages' },
    parameters: 'on, standard, country',
    columns: `institution, on, standard, resource, title, country, country_name, adopter, type, state, since, in_force, live, ${STAGES}, record, revision`,
    closed: true,
  },
  {
    name: 'platform-outputs',
    words: {
      zh: '各平台逐年的成果；用 platform 只看一个，分类型',
      en: 'What each platform produced by year; with platform of one, by kinds',
    },
    parameters: 'platform, basis, from, to, on',
    columns:
      'institution, basis, year, period, platform, name, training_sessions, training_sessions_gap, stays, stays_gap, placements, placements_gap, events, events_gap, adoptions, adoptions_gap, outputs, outputs_gap, online_learners, online_learners_gap, counted, counted_gap, revision',
    closed: true,
  },
]
