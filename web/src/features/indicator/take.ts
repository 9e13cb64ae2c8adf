import { isOverYears } from '@causeway/shared/charts/series-chart'
import { CHART_FORMS } from '@causeway/shared/charts/spec'
import { embeddedAddress, fileAddress, type FileFormat, type TakenView } from '../../address/taken-view.ts'
import type { SeriesQuestion } from './indicator-query.ts'
import { writeFilter } from '../../graph/series-filter.ts'
import type { Words } from '@causeway/shared/words/words'

/** Everything that makes the view of the page. */
export type Asked = SeriesQuestion & {
  by: string | null
  across: string | null
  /** The form of the chart, where the reader took another than the data suggest. */
  chart: string | null
  /** The year whose categories the chart of a breakdown shows; its table and its files have all of them. */
  year?: number
}

/** The series of the page as it can be taken away. */
export function takenSeries(asked: Asked): TakenView {
  const { id, institution, basis, scope, from, to, by, across, filter, chart, year } = asked
  const overYears =
    !across && CHART_FORMS.some((form) => isOverYears(form) && chart?.split(',').includes(`groups:${form}`))
  return {
    name: id,
    query: {
      ...{ institution, from, to, basis, scope, by, across },
      filter: (filter ?? []).map((one) => writeFilter(one)),
    },
    pictured: { year: by && year !== undefined && !overYears ? year : null, chart },
  }
}

const langOf = ({ locale }: Asked) => (locale === 'ZH' ? 'zh' : 'en')

/** The address that answers the same series as a file, or as a picture. */
export function seriesAddress(asked: Asked, format: FileFormat): string {
  return fileAddress(takenSeries(asked), format, langOf(asked))
}

/** The chart alone, for a page of somebody else's. */
export function embedAddress(asked: Asked): string {
  return embeddedAddress(takenSeries(asked), langOf(asked))
}

/** The question as one would type it into the playground: it runs as it is. */
export function graphqlOf({ id, institution, basis, scope, from, to, by, across, filter, locale }: Asked): string {
  const text = (value: string) => JSON.stringify(value)
  const filters = (filter ?? []).map(
    (one) => `{dimension: ${text(one.dimension)}, in: [${one.in.map(text).join(', ')}]}`,
  )
  const asked = [
    `institution: ${text(institution)}`,
    basis && `basis: ${basis}`,
    scope && `scope: ${scope}`,
    `from: ${from}`,
    `to: ${to}`,
    by && `by: ${text(by)}`,
    across && `across: ${text(across)}`,
    filters.length > 0 && `filter: [${filters.join(', ')}]`,
  ].filter(Boolean)
  const category = (name: string) => `\n        ${name} { key label(locale: ${locale}) }`
  return `{
  indicator(id: ${text(id)}) {
    name(locale: ${locale})
    unit(locale: ${locale})
    series(${asked.join(', ')}) {
      basis
      scope
      revision
      figures {
        period { label(locale: ${locale}) start end partial }${by ? category('category') : ''}${across ? category('across') : ''}
        value
        gap
        numerator
        denominator
      }
    }
  }
}
`
}

export const TAKE_WORDS = {
  everyYear: {
    zh: '图只列一个年度；CSV 和 JSON 含以上各年的分组数。',
    en: 'The picture is of one year; CSV and JSON hold the breakdown of each of the years above.',
  },
  files: { zh: '下载所见的数', en: 'Download what is shown' },
  filesNote: {
    zh: '与本页所选的时段、范围、分组和筛选一致。',
    en: 'With the years, scope, breakdown and part that are chosen on this page.',
  },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  xlsx: { zh: '下载 Excel', en: 'Download Excel' },
  json: { zh: '下载 JSON', en: 'Download JSON' },
  png: { zh: '下载图片（PNG）', en: 'Download picture (PNG)' },
  svg: { zh: '下载矢量图（SVG）', en: 'Download drawing (SVG)' },
  sheet: { zh: '放进电子表格', en: 'Into a spreadsheet' },
  sheetNote: {
    zh: 'Excel、WPS：“数据”→“自网站”，粘贴下面的地址，可随时刷新。只要现在的数，可直接复制表格。',
    en: 'In Excel: Data, From Web, paste this address; it can be refreshed. In Google Sheets: IMPORTDATA. For the numbers of now, copy the table.',
  },
  address: { zh: '数据地址', en: 'Address of the data' },
  copyAddress: { zh: '复制地址', en: 'Copy the address' },
  copyTable: { zh: '复制表格', en: 'Copy the table' },
  copyGraphql: { zh: '复制为 GraphQL 查询', en: 'Copy as GraphQL' },
  embed: { zh: '嵌入网页', en: 'Embed in a page' },
  embedNote: {
    zh: '把下面的代码放进网页；图随数据更新。支持 oEmbed 的系统贴本页链接即可。',
    en: 'Put this into a page; the chart follows the data. Where oEmbed is understood the link of this page will do.',
  },
  snippet: { zh: '嵌入代码', en: 'Embedding code' },
  copySnippet: { zh: '复制代码', en: 'Copy the code' },
  oembed: { zh: 'oEmbed 地址', en: 'oEmbed address' },
  cite: { zh: '如何引用', en: 'How to cite' },
  copyCitation: { zh: '复制引用', en: 'Copy the citation' },
  citeNote: {
    zh: '引用时请连同统计时段、范围和数据日期一起写：同名的数口径可能不同。',
    en: 'Say the period, the scope and the date of the data with it: the same name may be counted otherwise elsewhere.',
  },
  share: { zh: '转给别人', en: 'Send it to someone' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
} satisfies Record<string, Words>
