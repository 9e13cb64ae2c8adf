import { MOST_BARS, MOST_LINES } from './measures.ts'
import { largest, missing, periodLabelOf, periodsOf, toChartSeries } from './pieces.ts'
import type { ChartFacts, ChartLabel, ChartSeries, ChartSpec } from './spec.ts'
import { categoryWords, oneCategoryWords, type ReadableFigure, type ReadableSeries } from '../series-facts.ts'
import type { Words } from '../words/words.ts'

/** What a form makes of a series: all that is not the same in every form. */
export type FormDraft = Pick<ChartSpec, 'lying' | 'labels' | 'series'> &
  Partial<Pick<ChartSpec, 'leftOut' | 'dots' | 'panelMarks' | 'ends' | 'undrawn'>>

export interface SeriesShape {
  /**
   * `one`: a series of periods, also that of one category. `none`: a breakdown without categories. `categories`: those of one period.
   * `pairs`, `courses`: of two periods, and of more. `crossed`, `crossed-courses`: by two dimensions, of one period and of more.
   */
  of: 'one' | 'none' | 'categories' | 'pairs' | 'courses' | 'crossed' | 'crossed-courses'
  periods: number
  categories: number
  /** Categories of the second dimension. */
  across: number
  /** A rate or a mean, which has no parts. */
  level: boolean
  /** Its categories are parts of a whole. */
  parts: boolean
  intervals: boolean
  /** No more categories than lines that a reader can tell apart. */
  few: boolean
}

/** Figures with one name: a line, a row. */
interface Group {
  name: Words
  figures: ReadableFigure[]
}

/** A series as forms ask for it. */
export class SeriesData {
  readonly series: ReadableSeries
  readonly facts: ChartFacts
  readonly shape: SeriesShape

  constructor(series: ReadableSeries, facts: ChartFacts) {
    this.series = series
    this.facts = facts
    this.shape = shapeOf(series, facts)
  }

  get periods(): ReadableFigure[] {
    return periodsOf(this.series.figures)
  }

  /** The figures that have a category of every dimension. */
  get broken(): ReadableFigure[] {
    return this.series.figures.filter(({ category, across }) => category != null && (!this.isCrossed || across != null))
  }

  get isCrossed(): boolean {
    return this.shape.across > 1
  }

  toSeries({ name, figures }: Group, tone = 0): ChartSeries {
    return toChartSeries(name, this.facts.theme, tone, figures, this.facts)
  }

  /** A place for each period. */
  overPeriods(): FormDraft {
    const figures = [...this.series.figures]
    return {
      lying: false,
      labels: figures.map(periodLabelOf),
      series: [this.toSeries({ name: this.facts.name, figures })],
    }
  }

  /** The categories of one period under each other. */
  rows(): FormDraft {
    const all = this.broken
    const groups = all.map((figure) => [figure])
    const figures = largest(groups, MOST_BARS).flat()
    return {
      lying: true,
      labels: figures.map((figure) => ({ text: categoryWords(figure, this.facts), partial: figure.period.partial })),
      series: [this.toSeries({ name: this.facts.name, figures })],
      leftOut: all.length - figures.length,
    }
  }

  /** Categories over periods: the largest of them, each with a figure for every period. */
  courses(most: number): { courses: Group[]; labels: ChartLabel[]; leftOut: number } {
    const groups = [
      ...Map.groupBy(this.broken, ({ category, across }) => JSON.stringify([category, across ?? null])).values(),
    ]
    // Of a year without categories its own figure says why.
    const bare = this.isCrossed ? [] : this.series.figures.filter(({ category }) => category == null)
    const courses = largest(groups, most).map((group) => ({
      name: categoryWords(group[0]!, this.facts),
      figures: this.inPeriods(group, bare),
    }))
    return { courses, labels: this.periods.map(periodLabelOf), leftOut: groups.length - courses.length }
  }

  /** The same, each a series with looks that tell it apart. */
  lines(most: number): FormDraft {
    const { courses, ...rest } = this.courses(most)
    return { lying: false, ...rest, series: courses.map((course, tone) => this.toSeries(course, tone)) }
  }

  /** A figure for every period. */
  inPeriods(figures: readonly ReadableFigure[], otherwise: readonly ReadableFigure[] = []): ReadableFigure[] {
    return this.periods.map(({ period }) => {
      const ofPeriod = (one: ReadableFigure) => one.period.year === period.year
      return figures.findLast(ofPeriod) ?? otherwise.findLast(ofPeriod) ?? missing(period)
    })
  }

  /** Categories of two dimensions in one period: those of the first, the largest, and those of the second, the first in their order. */
  crossed(most: { rows: number; columns: number }): {
    rows: Group[]
    columns: Group[]
    label: (group: Group) => ChartLabel
    leftOut: number
  } {
    const figures = this.broken
    const { period } = figures[0]!
    const all = {
      rows: [...Map.groupBy(figures, ({ category }) => category!).values()],
      columns: [...Map.groupBy(figures, ({ across }) => across!).values()],
    }
    const rows = largest(all.rows, most.rows)
    const columns = all.columns.slice(0, most.columns)
    const cell = (row: ReadableFigure[], column: ReadableFigure[]) =>
      row.find(({ across }) => across === column[0]!.across) ?? missing(period)
    return {
      rows: rows.map((row) => ({
        name: oneCategoryWords(row[0]!, 'category', this.facts),
        figures: columns.map((column) => cell(row, column)),
      })),
      columns: columns.map((column) => ({
        name: oneCategoryWords(column[0]!, 'across', this.facts),
        figures: rows.map((row) => cell(row, column)),
      })),
      label: ({ name }) => ({ text: name, partial: period.partial }),
      leftOut: all.rows.length - rows.length + all.columns.length - columns.length,
    }
  }

  /** Categories of the first dimension under each other, in each row those of the second. */
  bundles(): FormDraft {
    const { rows, columns, label, leftOut } = this.crossed({ rows: MOST_BARS, columns: MOST_LINES })
    return {
      lying: true,
      labels: rows.map(label),
      series: columns.map((column, tone) => this.toSeries(column, tone)),
      leftOut,
    }
  }
}

export function shapeOf(series: ReadableSeries, { kind, addsUp }: Pick<ChartFacts, 'kind' | 'addsUp'>): SeriesShape {
  const { figures, dimension } = series
  const periods = distinct(figures.map(({ period }) => period.year))
  const categories = distinct(figures.map(({ category }) => category))
  const across = distinct(figures.map((figure) => figure.across))
  const of = () => {
    if (!dimension) return 'one'
    if (categories === 0) return 'none'
    if (across > 1) return periods > 1 ? 'crossed-courses' : 'crossed'
    if (periods === 1) return 'categories'
    if (categories === 1) return 'one'
    return periods === 2 ? 'pairs' : 'courses'
  }
  return {
    of: of(),
    ...{ periods, categories, across },
    level: kind === 'RATIO' || kind === 'MEAN',
    parts: addsUp === true && figures.every(({ value }) => value === null || value >= 0),
    intervals: figures.some(({ interval }) => interval),
    few: categories <= MOST_LINES,
  }
}

function distinct(keys: readonly (string | number | null | undefined)[]): number {
  return new Set(keys.filter((key) => key != null)).size
}

/** How a figure is drawn: as a bar, full to its end; as a point that lines join; as a point alone. */
type Marks = 'bars' | 'lines' | 'dots'

/** All that one form is, but for its strokes: what is left out is as usual. */
export interface Form {
  /** null: neither bar nor point. */
  marks: Marks | null
  /** Without axes of Chart.js: its strokes are in `draw-….ts` beside it. */
  own?: true
  /** Bars that share a row: parts of one whole, or the two sides of a picture. */
  stacks?: 'parts' | 'sides'
  /** Values are at both ends of a line with its name, and there is no axis of values. */
  bothEnds?: true
  /** A line joins two ends: of two series, or the `low` and `high` of a point, which is then no interval. */
  spans?: true
  /** Series are named where they end, where there is room and they do not lie. */
  namesAtEnds?: true
  /** Series are named where they stand: no key. */
  keyless?: true
  /** A place is too much to read at once: one series is read at a time. */
  oneSeries?: true
  /** How much of the room of names at the left something else takes, in CSS pixels. */
  besideNames?: number
  /** The height that it needs in a width, both in CSS pixels: rows stand apart, names do not run into each other. */
  height: (spec: ChartSpec, width: number) => number
  /** How wide it is drawn for a page that is a file, in CSS pixels. */
  stillWidth?: number
  /** What says that a period is not complete. */
  partialNote?: Words
  /** What else has to be said of its marks. */
  notes?: (spec: ChartSpec) => Words[]
  /** What it shows and the sentence of the series does not say. */
  sentence?: (spec: ChartSpec) => Words | null
  /** What is left out where there is no room. As usual: places of a lying chart, nothing of an upright one. */
  gives?: 'places' | 'series' | 'nothing'
  /** Of rows alone, which ask for no height but their own. */
  asLowAsRows?: true
}

/** A form that a series can be drawn in. */
export interface SeriesForm extends Form {
  words: Words
  /** Of a breakdown it shows all years and not the chosen one alone. */
  overYears?: true
  /**
   * Which data it suits, and its place among the forms that suit them: 1 is the best. False: it does not suit them.
   */
  suits: (data: SeriesShape) => Partial<Record<SeriesShape['of'], number | false>>
  draft: (data: SeriesData) => FormDraft
}
