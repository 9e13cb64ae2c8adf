import { shadeOf } from '../charts/measures.ts'
import { looksOf, periodLabelOf } from '../charts/pieces.ts'
import type { ChartPoint, ChartSeries, ChartSpec } from '../charts/spec.ts'
import { formatQuantity, gapWords } from '../format-figure.ts'
import { periodWords, stretchOf } from '../period-list.ts'
import type { Period } from '../period.ts'
import { symbolsOf, type SymbolMeaning, type TableCell, headingCell } from '../table.ts'
import { byBasisWords } from '../words/terms.ts'
import { type Words, inBoth, joinWords } from '../words/words.ts'
import { numberCell, type DrawnView, plainPoint } from './drawn-view.ts'

export const OUTPUT_KINDS = ['trainingSessions', 'stays', 'placements', 'events', 'adoptions'] as const
export type OutputKind = (typeof OUTPUT_KINDS)[number]

/** Null: there are neither records nor a report that there were none. */
export type OutputsOfPeriod = { period: Period; counted: boolean; outputs: number | null }
export type OutputsByKind = OutputsOfPeriod & Record<OutputKind | 'onlineLearners', number | null>

export const outputKindWords: Record<OutputKind, Words> = {
  trainingSessions: { zh: '培训班', en: 'Training sessions' },
  stays: { zh: '出访来访', en: 'Stays' },
  placements: { zh: '实习', en: 'Placements' },
  events: { zh: '会议活动', en: 'Events' },
  adoptions: { zh: '标准资源采用', en: 'Adoptions' },
}

const TITLE: Words = { zh: '各平台每年的成果', en: 'What each platform produced by year' }
const OF_ONE: Words = { zh: '每年的成果', en: 'What it produced by year' }
const PLATFORM: Words = { zh: '平台', en: 'Platform' }
const KIND: Words = { zh: '成果类型', en: 'Kind of output' }
const TOTAL: Words = { zh: '成果合计', en: 'Outputs' }
const ONLINE: Words = { zh: '海外在线学习者（人）', en: 'Overseas online learners (people)' }
const UNIT: Words = { zh: '项', en: 'outputs' }
const PEOPLE: Words = { zh: '人', en: 'people' }
const WHAT: Words = {
  zh: '成果数：培训班、出访来访、实习、会议活动与标准采用，按开始（采用）日期计入',
  en: 'Outputs: training sessions, stays, placements, events and adoptions, in the period they began in',
}
const SAME: Words = {
  zh: '项数，按开始（采用）日期计入；同一伙伴、国家（地区）和首日的出访来访或实习算一项',
  en: 'Counted in the period they began in; stays, or placements, of one partner, country and first day are one',
}
const ONLINE_NOTE: Words = {
  zh: '海外在线学习者是人数，不计入成果',
  en: 'Overseas online learners are people, and no output',
}
const NOT_COUNTED: SymbolMeaning = {
  symbol: '‡',
  word: { zh: '未运行', en: 'not running' },
  meaning: {
    zh: '该时段末平台未运行，不计入“平均每个平台成果数”',
    en: 'the platform did not run at the end of the period: not in the outputs per platform',
  },
}
const NONE: Words = { zh: '没有平台', en: 'no platforms' }
/** Rows that a picture has room for; all of them are in the table. */
const MOST_ROWS = 24

/** Platforms under each other, periods beside each other: how much came of each, darker where it was more. */
export function platformOutputsView(
  platforms: readonly { name: Words; outputs: readonly OutputsOfPeriod[] }[],
  institution: Words,
): DrawnView {
  const periods = periodsOf(platforms[0]?.outputs)
  const lastOf = (at: number) => platforms[at]!.outputs.findLast(({ outputs }) => outputs !== null)?.outputs ?? -1
  const shown = new Set(
    platforms
      .map((_, at) => at)
      .toSorted((a, b) => lastOf(b) - lastOf(a))
      .slice(0, MOST_ROWS),
  )
  const rows = platforms.map(({ name, outputs }) => ({
    name,
    points: outputs.map((one) => pointOf(one.outputs, UNIT, one.counted)),
  }))
  return drawMatrix({
    title: TITLE,
    subtitle: joinWords([institution, whenOf(periods), platforms.length === 0 ? NONE : null]),
    summary: summaryOf(TITLE, institution, periods, rows),
    heading: PLATFORM,
    periods,
    rows,
    shown: rows.filter((_, at) => shown.has(at)),
    notes: [WHAT],
  })
}

/** Of one platform: kinds of outputs under each other, their sum, and learners online, who are people and no output. */
export function outputsOfPlatformView(name: Words, outputs: readonly OutputsByKind[], institution: Words): DrawnView {
  const periods = periodsOf(outputs)
  const title = { zh: `${name.zh}：${OF_ONE.zh}`, en: `${name.en}: what it produced by year` }
  const most = Math.max(1, ...outputs.flatMap((one) => OUTPUT_KINDS.map((kind) => one[kind] ?? 0)))
  const rows = [
    ...OUTPUT_KINDS.map((kind) => ({
      name: outputKindWords[kind],
      points: outputs.map((one) => shaded(pointOf(one[kind], UNIT, one.counted), most)),
    })),
    { name: TOTAL, points: outputs.map((one) => shaded(pointOf(one.outputs, UNIT, one.counted), null)) },
    { name: ONLINE, points: outputs.map((one) => shaded(pointOf(one.onlineLearners, PEOPLE, true), null)) },
  ]
  return drawMatrix({
    title,
    subtitle: joinWords([institution, whenOf(periods)]),
    summary: summaryOf(title, institution, periods, rows.slice(0, OUTPUT_KINDS.length)),
    heading: KIND,
    periods,
    rows,
    shown: rows,
    notes: [SAME, ONLINE_NOTE],
  })
}

interface Row {
  name: Words
  points: ChartPoint[]
}

interface Drawn extends Pick<ChartSpec, 'title' | 'subtitle' | 'summary'> {
  heading: Words
  periods: readonly Period[]
  rows: Row[]
  shown: Row[]
  notes: Words[]
}

/** The signs that are in these rows. */
function signsOf(rows: readonly Row[]): SymbolMeaning[] {
  const points = rows.flatMap((row) => row.points)
  const marked = points.some(({ mark }) => mark === NOT_COUNTED.symbol)
  return [...symbolsOf(points.map(({ gap }) => gap)), ...(marked ? [NOT_COUNTED] : [])]
}

function drawMatrix({ title, subtitle, summary, heading, periods, rows, shown, notes }: Drawn): DrawnView {
  const labels = periods.map((period) => periodLabelOf({ period }))
  const partial = labels.some((label) => label.partial)
  return {
    spec: {
      ...{ kind: 'matrix', lying: false, title, subtitle, summary, labels, symbols: signsOf(shown) },
      series: shown.map(({ name, points }): ChartSeries => ({
        name,
        theme: 'PLATFORMS',
        ...looksOf(0),
        side: 'right',
        points,
      })),
      unit: UNIT,
      decimals: 0,
      whole: null,
      leftOut: rows.length - shown.length,
    },
    table: {
      title,
      columns: [
        { heading, numeric: false },
        ...labels.map(({ text, partial }) => ({
          heading: partial ? { zh: `${text.zh}†`, en: `${text.en}†` } : text,
          numeric: true,
        })),
      ],
      rows: rows.map(({ name, points }) => [headingCell(name), ...points.map(cellOf)]),
      notes: [...notes, ...(partial ? [{ zh: '带†的时段数据未完整', en: '† the period is not complete' }] : [])],
      symbols: signsOf(rows),
      alongTime: true,
    },
    notes,
  }
}

function cellOf({ value, mark = '' }: ChartPoint): TableCell {
  const cell = numberCell(value)
  return mark === '' ? cell : { ...cell, text: { zh: cell.text.zh + mark, en: cell.text.en + mark } }
}

function pointOf(value: number | null, unit: Words, counted: boolean): ChartPoint {
  if (value === null) return plainPoint(value, gapWords.NO_RECORDS.word, 'NO_RECORDS')
  const text = inBoth((locale) => formatQuantity(value, 0, unit, locale))
  return { ...plainPoint(value, text), ...(!counted && { mark: NOT_COUNTED.symbol }) }
}

/** Darker the more of it; what is a sum, or another thing, not at all. */
function shaded(point: ChartPoint, most: number | null): ChartPoint {
  if (point.value === null) return point
  return { ...point, shade: most === null ? 0 : shadeOf(point.value, most) }
}

function periodsOf(outputs: readonly OutputsOfPeriod[] = []): Period[] {
  return outputs.map(({ period }) => period)
}

function whenOf(periods: readonly Period[]): Words | null {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return null
  return joinWords([byBasisWords[first.basis], stretchOf(periodWords(first), periodWords(last))])
}

/** Where the most came of one in one period. Nothing is added up. */
function summaryOf(title: Words, institution: Words, periods: readonly Period[], rows: readonly Row[]): Words {
  const cells = rows.flatMap(({ name, points }) =>
    points.flatMap((point, at) => (point.value ? [{ name, period: periods[at]!, value: point.value, point }] : [])),
  )
  const most = cells.toSorted((a, b) => b.value - a.value)[0]
  const what = joinWords([title, institution, whenOf(periods)])
  if (!most) return { zh: `${what.zh}：没有可列出的成果。`, en: `${what.en}: nothing to show.` }
  const when = periodWords(most.period)
  return {
    zh: `${what.zh}：最多的是${when.zh}的${most.name.zh}，${most.point.text.zh}。`,
    en: `${what.en}: most in ${when.en}, of ${most.name.en}, ${most.point.text.en}.`,
  }
}
