import { CHART_FORMS, isOverYears } from '@causeway/shared/chart-forms'
import type { SeriesQuestion } from './indicator-query.ts'
import { writeFilter } from '../../graph/series-filter.ts'

/** Everything that makes the view of the page. */
export type Asked = SeriesQuestion & {
  by: string | null
  across: string | null
  /** The form of the chart, where the reader took another than the data suggest. */
  chart: string | null
  /** The year whose categories the chart of a breakdown shows; its table and its files have all of them. */
  year?: number
}

export type FileFormat = 'csv' | 'json' | 'xlsx' | 'png' | 'svg'

/** The address that answers the same series as a file, or as a picture. */
export function seriesAddress(asked: Asked, format: FileFormat): string {
  const query = seriesQuery(asked)
  if (format === 'png' || format === 'svg') addForm(query, asked)
  query.set('lang', langOf(asked))
  return `/i/${encodeURIComponent(asked.id)}.${format}?${readable(query)}`
}

/** The chart alone, for a page of somebody else's. */
export function embedAddress(asked: Asked): string {
  const query = seriesQuery(asked)
  addForm(query, asked)
  query.set('lang', langOf(asked))
  return `/embed/${encodeURIComponent(asked.id)}?${readable(query)}`
}

function addForm(query: URLSearchParams, { chart, by, across, year }: Asked): void {
  const overYears =
    !across && CHART_FORMS.some((form) => isOverYears(form) && chart?.split(',').includes(`groups:${form}`))
  if (by && year !== undefined && !overYears) query.set('year', String(year))
  if (chart) query.set('chart', chart)
}

function seriesQuery({ institution, basis, scope, from, to, by, across, filter }: Asked): URLSearchParams {
  const query = new URLSearchParams({ institution, from: String(from), to: String(to) })
  if (basis) query.set('basis', basis)
  if (scope) query.set('scope', scope)
  if (by) query.set('by', by)
  if (across) query.set('across', across)
  for (const one of filter ?? []) query.append('filter', writeFilter(one))
  return query
}

const langOf = ({ locale }: Asked) => (locale === 'ZH' ? 'zh' : 'en')

function readable(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
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
