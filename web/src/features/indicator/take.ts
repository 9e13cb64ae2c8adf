import { isOverYears } from '@causeway/shared/charts/series-chart'
import { CHART_FORMS } from '@causeway/shared/charts/spec'
import { embeddedAddress, fileAddress, type FileFormat, type TakenView } from '../../address/taken-view.ts'
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

/** The series of the page as it can be taken away. */
export function takenSeries(asked: Asked): TakenView {
  const { id, institution, basis, scope, from, to, by, across, filter, release, asOf, chart, year } = asked
  const overYears =
    !across && CHART_FORMS.some((form) => isOverYears(form) && chart?.split(',').includes(`groups:${form}`))
  return {
    name: id,
    query: {
      ...{ institution, from, to, basis, scope, by, across, release, asOf },
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
export function graphqlOf({
  id,
  institution,
  basis,
  scope,
  from,
  to,
  by,
  across,
  filter,
  release,
  asOf,
  locale,
}: Asked): string {
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
    release && `release: ${text(release)}`,
    asOf && `asOf: ${text(asOf)}`,
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
