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
import WORDS from './platform-outputs-words.json' with { type: 'json' }

export const OUTPUT_KINDS = ['trainingSessions', 'stays', 'placements', 'events', 'adoptions'] as const
export type OutputKind = (typeof OUTPUT_KINDS)[number]

/** Null: there are neither records nor a report that there were none. */
export type OutputsOfPeriod = { period: Period; counted: boolean; outputs: number | null }
export type OutputsByKind = OutputsOfPeriod & Record<OutputKind | 'onlineLearners', number | null>

export const outputKindWords: Record<OutputKind, Words> = WORDS.kinds

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
    points: outputs.map((one) => pointOf(one.outputs, WORDS.unit, one.counted)),
  }))
  return drawMatrix({
    title: WORDS.title,
    subtitle: joinWords([institution, whenOf(periods), platforms.length === 0 ? WORDS.none : null]),
    summary: summaryOf(WORDS.title, institution, periods, rows),
    heading: WORDS.platform,
    periods,
    rows,
    shown: rows.filter((_, at) => shown.has(at)),
    notes: [WORDS.what],
  })
}

/** Of one platform: kinds of outputs under each other, their sum, and learners online, who are people and no output. */
export function outputsOfPlatformView(name: Words, outputs: readonly OutputsByKind[], institution: Words): DrawnView {
  const periods = periodsOf(outputs)
  const title = { zh: `${name.zh}：${WORDS.ofOne.zh}`, en: `${name.en}: what it produced by year` }
  const most = Math.max(1, ...outputs.flatMap((one) => OUTPUT_KINDS.map((kind) => one[kind] ?? 0)))
  const rows = [
    ...OUTPUT_KINDS.map((kind) => ({
      name: outputKindWords[kind],
      points: outputs.map((one) => shaded(pointOf(one[kind], WORDS.unit, one.counted), most)),
    })),
    { name: WORDS.total, points: outputs.map((one) => shaded(pointOf(one.outputs, WORDS.unit, one.counted), null)) },
    { name: WORDS.online, points: outputs.map((one) => shaded(pointOf(one.onlineLearners, WORDS.people, true), null)) },
  ]
  return drawMatrix({
    title,
    subtitle: joinWords([institution, whenOf(periods)]),
    summary: summaryOf(title, institution, periods, rows.slice(0, OUTPUT_KINDS.length)),
    heading: WORDS.kind,
    periods,
    rows,
    shown: rows,
    notes: [WORDS.same, WORDS.onlineNote],
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
  const marked = points.some(({ mark }) => mark === WORDS.notCounted.symbol)
  return [...symbolsOf(points.map(({ gap }) => gap)), ...(marked ? [WORDS.notCounted] : [])]
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
      unit: WORDS.unit,
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
  return { ...plainPoint(value, text), ...(!counted && { mark: WORDS.notCounted.symbol }) }
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
