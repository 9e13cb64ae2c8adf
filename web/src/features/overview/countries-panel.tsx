import { useMemo } from 'react'
import type { ChartPoint, ChartSeries, ChartSpec } from '@causeway/shared/chart-spec'
import { formatFigure } from '@causeway/shared/format-figure'
import type { Theme } from '@causeway/shared/series'
import { UNKNOWN } from '@causeway/shared/unknown'
import { symbolsOf, type Table } from '@causeway/shared/table'
import { go, useAddress } from '../../address/use-address.ts'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/spoken.ts'
import { useLanguage } from '../../language/language.tsx'
import { Loading } from '../../ui/states.tsx'
import type { CountrySeries } from './overview-query.ts'
import { cellOf, headingOf } from './side-table.ts'
import { OVERVIEW_WORDS } from './words.ts'

/** How many countries the picture has room for; all of them are in its table. */
const MOST = 10

interface Props {
  introduction: CountrySeries | null
  carriedOut: CountrySeries | null
  waiting: boolean
  institution: { name: string; dataDate: string | null }
  computedAt: string | null
}

/** The same two indicators by country or region, in the chosen year. */
export function CountriesPanel({ introduction, carriedOut, waiting, institution, computedAt }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const picture = useMemo(
    () => (introduction && carriedOut ? pictureOf(introduction, carriedOut, institution.name) : null),
    [introduction, carriedOut, institution.name],
  )
  if (picture && picture.spec.labels.length > 0) {
    return (
      <ChartPanel
        name="countries"
        className="area-countries"
        spec={picture.spec}
        table={picture.table}
        source={{ institution: institution.name, dataDate: institution.dataDate, computedAt }}
        onChoose={(place) => {
          const key = picture.keys[place]
          if (key && key !== UNKNOWN) go(address.to({ page: 'country', id: key }))
        }}
      />
    )
  }
  return (
    <section className="card area-countries" aria-labelledby="countries">
      <header className="card-head">
        <h2 id="countries">{say(OVERVIEW_WORDS.countries)}</h2>
      </header>
      {waiting ? <Loading rows={5} /> : <p className="quiet">{say(OVERVIEW_WORDS.noCountries)}</p>}
    </section>
  )
}

interface Row {
  key: string
  label: string
  points: [ChartPoint, ChartPoint]
}

function pictureOf(
  introduction: CountrySeries,
  carriedOut: CountrySeries,
  institution: string,
): { spec: ChartSpec; table: Table; keys: string[] } {
  const rows = rowsOf(introduction, carriedOut)
  const shown = rows.slice(0, MOST)
  const period = introduction.series?.figures[0]?.period
  const when = period?.label ?? ''
  const summary = [introduction.series?.summary, carriedOut.series?.summary].filter(Boolean).join(' ')
  const series = (at: 0 | 1, name: string, theme: Theme): ChartSeries => ({
    name: spoken(name),
    theme,
    tone: 0,
    pattern: 'solid',
    dash: [],
    mark: 'circle',
    side: at === 0 ? 'left' : 'right',
    points: shown.map((row) => row.points[at]),
  })
  const gaps = rows.flatMap((row) => row.points.map((point) => point.gap))
  const cell = (point: ChartPoint, { decimals }: CountrySeries) => cellOf(point, decimals)
  return {
    spec: {
      kind: 'mirrored-bars',
      lying: true,
      title: OVERVIEW_WORDS.countries,
      subtitle: { zh: `${institution}，${when}`, en: `${institution}, school year ${when}` },
      summary: spoken(summary),
      labels: shown.map((row) => ({ text: spoken(row.label), partial: period?.partial ?? false })),
      series: [series(0, introduction.name, 'INTRODUCTION'), series(1, carriedOut.name, 'EXPORT')],
      unit: spoken(introduction.unit),
      decimals: introduction.decimals,
      whole: null,
      symbols: symbolsOf(shown.flatMap((row) => row.points.map((point) => point.gap))),
      leftOut: rows.length - shown.length,
    },
    keys: shown.map(({ key }) => key),
    table: {
      title: OVERVIEW_WORDS.countries,
      columns: [
        { heading: OVERVIEW_WORDS.country, numeric: false },
        { heading: headingOf(introduction), numeric: true },
        { heading: headingOf(carriedOut), numeric: true },
      ],
      rows: rows.map((row) => [
        { text: spoken(row.label), value: null, gap: null, heading: true as const },
        cell(row.points[0], introduction),
        cell(row.points[1], carriedOut),
      ]),
      notes: rows.some((row) => row.points.some(isUnnamed)) ? [OVERVIEW_WORDS.unnamed] : [],
      symbols: symbolsOf(gaps),
    },
  }
}

/** The countries of either side, the largest figure first. Of a country that one side does not name it says nothing, not even 0. */
function rowsOf(introduction: CountrySeries, carriedOut: CountrySeries): Row[] {
  const sides = [introduction, carriedOut].map((side) => {
    const figures = side.series?.figures ?? []
    const named = new Map(figures.filter((one) => one.category).map((one) => [one.category!.key, one]))
    const whole = figures.find((one) => !one.category)
    return { side, named, rest: { value: null, gap: whole?.gap ?? null } }
  })
  const labels = new Map(
    sides.flatMap(({ named }) => [...named].map(([key, figure]) => [key, figure.category!.label] as const)),
  )
  const rows = [...labels].map(([key, label]): Row => {
    const points = sides.map(({ side, named, rest }) => pointOf(named.get(key) ?? rest, side)) as Row['points']
    return { key, label, points }
  })
  const size = (row: Row) =>
    Math.max(...row.points.map((point) => point.value ?? (point.gap === 'SUPPRESSED' ? 0 : -1)))
  return rows.toSorted((a, b) => Number(a.key === 'unknown') - Number(b.key === 'unknown') || size(b) - size(a))
}

/** The side does not name this country. */
function isUnnamed({ value, gap }: Pick<ChartPoint, 'value' | 'gap'>): boolean {
  return value === null && gap === null
}

function pointOf({ value, gap }: Pick<ChartPoint, 'value' | 'gap'>, { unit, decimals }: CountrySeries): ChartPoint {
  const format = { decimals, unit: spoken(unit) }
  if (isUnnamed({ value, gap })) return { value, gap, text: spoken('—'), low: null, high: null }
  return {
    value,
    gap,
    text: { zh: formatFigure({ value, gap }, format, 'ZH'), en: formatFigure({ value, gap }, format, 'EN') },
    low: null,
    high: null,
  }
}
