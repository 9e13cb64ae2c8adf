import type { FormDraft, SeriesData, SeriesShape } from '../series-data.ts'
import type { ChartSpec } from '../spec.ts'
import type { Words } from '../../words/words.ts'

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
