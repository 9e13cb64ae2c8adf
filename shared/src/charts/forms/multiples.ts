import type { SeriesForm, SeriesData } from '../series-data.ts'
import { MOST_COLUMNS } from './matrix.ts'
import { linesOf, longest, MOST_LINES } from '../measures.ts'
import { largest, periodLabelOf } from '../pieces.ts'
import type { ChartSpec } from '../spec.ts'
import { oneCategoryWords } from '../../series-facts.ts'

const MOST_PANELS = 12
/** Of the title of a panel. */
export const MOST_TITLE_LINES = 3

/** A small picture for each category, all on one scale: of periods, or lying, of the categories of a second dimension. */
export const multiples: SeriesForm = {
  words: { zh: '分组小图', en: 'small multiples' },
  marks: 'bars',
  own: true,
  oneSeries: true,
  overYears: true,
  suits: ({ few }) => ({ courses: few ? 2 : 1, crossed: 2, 'crossed-courses': 1 }),
  draft(data) {
    const panelMarks = data.shape.level ? 'lines' : 'bars'
    if (data.shape.of === 'crossed-courses') return panelsOfLines(data, panelMarks)
    if (data.shape.of !== 'crossed') {
      const { courses, ...rest } = data.courses(MOST_PANELS)
      const series = courses.map((course) => ({ ...data.toSeries(course), panel: course.name }))
      return { lying: false, ...rest, series, panelMarks }
    }
    const { rows, columns, label, leftOut } = data.crossed({ rows: MOST_PANELS, columns: MOST_COLUMNS })
    return {
      // Names are at the left of their bars: below them there is no room.
      lying: true,
      labels: columns.map(label),
      series: rows.map((row) => ({ ...data.toSeries(row), panel: row.name })),
      panelMarks: 'bars',
      leftOut,
    }
  },
  height(spec, width) {
    const rows = Math.ceil(panelsOf(spec).length / panelColumns(spec, width))
    return rows * ((spec.lying ? spec.labels.length * panelRow(spec, width) + 54 : 168) + panelTitle(spec, width))
  },
  gives: 'series',
}

/** A panel for each category of the first dimension, in it a line for each of the second. */
function panelsOfLines(data: SeriesData, alone: 'bars' | 'lines') {
  const figures = data.broken
  const all = [...new Set(figures.map(({ across }) => across!))]
  const across = all.slice(0, MOST_LINES)
  const categories = [...Map.groupBy(figures, ({ category }) => category!).values()]
  const panels = largest(categories, MOST_PANELS)
  return {
    lying: false,
    labels: data.periods.map(periodLabelOf),
    panelMarks: across.length > 1 ? ('lines' as const) : alone,
    series: panels.flatMap((panel) =>
      across.map((key, tone) => {
        const own = panel.filter((figure) => figure.across === key)
        const named = own[0] ?? figures.find((figure) => figure.across === key)!
        const line = { name: oneCategoryWords(named, 'across', data.facts), figures: data.inPeriods(own) }
        return { ...data.toSeries(line, tone), panel: oneCategoryWords(panel[0]!, 'category', data.facts) }
      }),
    ),
    leftOut: categories.length - panels.length + all.length - across.length,
  }
}

/** The panels of small multiples: which series are in each. */
export function panelsOf(spec: ChartSpec): { name: ChartSpec['title']; series: number[] }[] {
  const panels = new Map<string, { name: ChartSpec['title']; series: number[] }>()
  spec.series.forEach(({ panel, name }, at) => {
    const words = panel ?? name
    const key = `${words.zh} ${words.en}`
    const known = panels.get(key)
    if (known) known.series.push(at)
    else panels.set(key, { name: words, series: [at] })
  })
  return [...panels.values()]
}

/** How many small pictures are beside each other in a width, each wide enough for its title. */
export function panelColumns(spec: ChartSpec, width: number): number {
  const panels = panelsOf(spec)
  const least = spec.lying ? 300 : Math.min(Math.max(longestTitle(panels) / 2.4 + 22, 150), 260)
  return Math.max(1, Math.min(Math.floor(width / least), panels.length, 4))
}

function longestTitle(panels: ReturnType<typeof panelsOf>): number {
  return longest(panels.map(({ name }) => ({ text: name })))
}

/** A name longer than its column takes two lines or three, and its row as much more height. */
function panelRow(spec: ChartSpec, width: number): number {
  const column = 0.48 * (width / panelColumns(spec, width) - 22)
  return [20, 34, 50][linesOf(longest(spec.labels), column, 3) - 1]!
}

/** What titles of three lines take beyond two. */
function panelTitle(spec: ChartSpec, width: number): number {
  const column = width / panelColumns(spec, width) - 30
  return linesOf(longestTitle(panelsOf(spec)), column, MOST_TITLE_LINES) > 2 ? 16 : 0
}
