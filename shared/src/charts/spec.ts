import type { Day } from '../day.ts'
import type { Gap } from '../figure.ts'
import type { SeriesFacts } from '../series-facts.ts'
import type { Theme } from '../series.ts'
import type { StageSign } from '../stage-sign.ts'
import type { SymbolMeaning } from '../table.ts'
import type { Words } from '../words/words.ts'

/** Forms that a series may be drawn in. There are no pies and no second axes. */
export const CHART_FORMS = [
  'lines',
  'bars',
  'stacked',
  'multiples',
  'slope',
  'range',
  'dots',
  'matrix',
  'flow',
] as const
export type ChartForm = (typeof CHART_FORMS)[number]
/** Those, and forms of views alone. Each is described in `forms`. */
export type ChartKind = ChartForm | 'mirrored-bars' | 'time-line' | 'waterfall'

/** Tells bars apart in black and white. */
export type Pattern = 'solid' | 'diagonal' | 'dots' | 'horizontal' | 'cross' | 'vertical'
/** The shape of a line's points. */
export type Mark = 'circle' | 'rect' | 'triangle' | 'rectRot' | 'cross' | 'triangleDown'

/** A chart that knows nothing of who draws it. It cannot be made without the sentence that says it in words. */
export interface ChartSpec {
  kind: ChartKind
  /** Bars lie, their labels at the left: for names, and for the mirrored picture. */
  lying: boolean
  title: Words
  /** What, where, when. */
  subtitle: Words
  /** The text alternative. */
  summary: Words
  /** One for each place on the main axis: of a matrix its columns, of a flow its streams, of a time line the stages. */
  labels: ChartLabel[]
  /** Of a matrix and a time line: its rows. */
  series: ChartSeries[]
  unit: Words
  decimals: number
  /** What the figures are parts of: 100 of shares; null where they have no end. */
  whole: number | null
  symbols: SymbolMeaning[]
  /** Categories that the chart has no room for; they are in the table. */
  leftOut: number
  /** Values that a rule asks for: lines across the whole chart, each with its words. */
  limits?: ChartLimit[]
  /** Of a range over more than two periods: the one whose figures its dots are. */
  dots?: ChartLabel
  /** How small multiples are drawn; bars unless they say otherwise. */
  panelMarks?: 'bars' | 'lines'
  /** Of a flow: what is at the left and at the right. */
  ends?: { from: Words; to: Words }
  /** Of a flow: how many streams have no width, and why. */
  undrawn?: Words[]
  /** Of a time line: the days from and up to which it runs, and what is drawn dotted and thick. */
  span?: Stretch & { before: Words; held: Words }
}

export interface ChartLabel {
  text: Words
  /** The period is not complete: drawn pale and hatched. */
  partial: boolean
  /** Of a stream of a flow: whence and whither. */
  stream?: { from: Words; to: Words }
  /** Of a stage of a time line. */
  sign?: StageSign
}

export interface Stretch {
  from: Day
  to: Day
}

export interface ChartLimit {
  value: number
  /** What asks for it. */
  words: Words
  /** The value as people read it, with its unit. */
  text: Words
}

export interface ChartSeries {
  name: Words
  theme: Theme
  /** Which tone of the theme's colour, from 0. */
  tone: number
  pattern: Pattern
  dash: readonly number[]
  mark: Mark
  /** Of a mirrored chart: which way its bars go. */
  side: 'left' | 'right'
  /** Of small multiples: the panel it is in; series of one panel are together. */
  panel?: Words
  /** Of a row of a time line: what is drawn dotted, and what thick. */
  course?: { before: Stretch | null; held: Stretch | null }
  /** Of a row of a time line: its state now. */
  standing?: { sign: StageSign | null; text: Words }
  /** One for each label. */
  points: ChartPoint[]
}

export interface ChartPoint {
  /** Null: a break. Of a time line: the day. */
  value: number | null
  gap: Gap | null
  /** The figure as people read it, with its unit. */
  text: Words
  /** Of an interval, or of a range; of a part of a waterfall where it begins and ends. */
  low: number | null
  high: number | null
  /** Of a range over more than two periods: its ends with their periods, as they are read aloud. */
  span?: Words
  /** A share or a mean of so few that what became of it says nothing. */
  few?: true
  /** What plans want of it: drawn as a mark with its value. */
  targets?: ChartTarget[]
  /** Of a cell of a matrix: how dark its ground is; left out: by its value. */
  shade?: 0 | 1 | 2 | 3 | 4
  /** Of a cell: a sign beside its number, which the symbols of the chart explain. */
  mark?: string
}

export interface ChartTarget {
  plan: string
  value: number
  /** The value as people read it, with its unit. */
  text: Words
}

export interface ChartFacts extends SeriesFacts {
  theme: Theme
  kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
  /** The categories of each period add up to its whole: see `partsAddUp`. Without it nothing is stacked. */
  addsUp?: boolean
  /** Values that a rule asks for. */
  limits?: { value: number; words: Words }[]
}
