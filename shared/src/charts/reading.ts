import { panelsOf } from './forms/multiples.ts'
import type { ChartPoint, ChartSpec } from './spec.ts'
import { formatInterval, formatValue } from '../format-figure.ts'
import { inLocale, type Locale, type Words } from '../words/words.ts'
import { formOf } from './forms/forms.ts'
import { drawsWhiskers, hasFeet, hasPoints, hasValueAxis, marksTargets } from './marks-of.ts'

/** Of a mark whose meaning its place does not tell. */
const PARTIAL: Words = { zh: '（数据未完整）', en: ' (not complete)' }
const TARGET: Words = { zh: '目标值', en: 'target ' }
const INTERVAL: Words = { zh: '波动范围', en: 'range of chance ' }

/** A place of a chart, and what is there. */
export interface Reading {
  heading: string
  /** One for each series that is read: its name where there are several, and its figure. */
  lines: { series: number; name: string | null; text: string }[]
}

/**
 * What is read at one place of a chart, of the series given: the same words aloud and beside the mark. Of a single series that was
 * chosen among several, its name heads the reading.
 */
export function readPlace(spec: ChartSpec, place: number, series: readonly number[], locale: Locale): Reading {
  const label = spec.labels[place]!
  const where = inLocale(label.text, locale) + (label.partial ? inLocale(PARTIAL, locale) : '')
  const one = series.length === 1 && spec.series.length > 1
  const name = (at: number) => seriesName(spec, at, locale)
  return {
    heading: one ? `${name(series[0]!)}${locale === 'ZH' ? '，' : ', '}${where}` : where,
    lines: series.map((at) => ({
      series: at,
      name: one || spec.series.length === 1 ? null : name(at),
      text: pointText(spec, spec.series[at]!.points[place]!, locale),
    })),
  }
}

/** A reading in one sentence: `2023/24: Students: 40 people; Teachers: 12 people`. */
export function readingSentence({ heading, lines }: Reading, locale: Locale): string {
  const colon = locale === 'ZH' ? '：' : ': '
  const parts = lines.map(({ name, text }) => (name === null ? text : name + colon + text))
  return heading + colon + parts.join(locale === 'ZH' ? '；' : '; ')
}

/** The figure of a point as it is beside its mark, without a unit; a share of few has no decimals. Empty: there is none. */
export function pointNumber({ value, few }: ChartPoint, { decimals, unit }: ChartSpec, locale: Locale): string {
  return value === null ? '' : formatValue(value, few && unit.en === '%' ? 0 : decimals, locale)
}

function pointText(spec: ChartSpec, point: ChartPoint, locale: Locale): string {
  const more: string[] = []
  if (point.span) more.push(inLocale(point.span, locale))
  else if (point.low !== null && point.high !== null)
    more.push(inLocale(INTERVAL, locale) + formatInterval({ low: point.low, high: point.high }, spec.decimals, locale))
  for (const { plan, text } of point.targets ?? [])
    more.push(inLocale(TARGET, locale) + inLocale(text, locale) + (locale === 'ZH' ? `（${plan}）` : ` (${plan})`))
  return [inLocale(point.text, locale), ...more].join(locale === 'ZH' ? '，' : ', ')
}

/** With the panel it is in, where a panel holds several. */
function seriesName(spec: ChartSpec, at: number, locale: Locale): string {
  const { name, panel } = spec.series[at]!
  const several = panel && panelsOf(spec).some(({ series }) => series.length > 1)
  return several
    ? inLocale(panel, locale) + (locale === 'ZH' ? '，' : ', ') + inLocale(name, locale)
    : inLocale(name, locale)
}

const PARTIAL_BAR: Words = { zh: '† 浅色斜纹：该时段数据未完整', en: '† pale and hatched: the period is not complete' }
const PARTIAL_POINT: Words = {
  zh: '† 空心虚线：该时段数据未完整',
  en: '† hollow and dotted: the period is not complete',
}
export const WHISKER: Words = {
  zh: '细线两端：偶然波动的范围',
  en: 'thin line between two ends: what chance could make of it',
}
export const ZERO: Words = { zh: '贴轴的短横线：数值为0', en: 'short line on the axis: the figure is 0' }

/** What the marks of a chart mean, those that occur in it. */
export function markNotes(spec: ChartSpec): Words[] {
  const points = spec.series.flatMap((series) => series.points)
  const plans = [...new Set(points.flatMap(({ targets }) => targets?.map(({ plan }) => plan) ?? []))]
  const notes: Words[] = []
  const form = formOf(spec)
  if (spec.labels.some(({ partial }) => partial))
    notes.push(form.partialNote ?? (hasPoints(spec) ? PARTIAL_POINT : PARTIAL_BAR))
  if (plans.length > 0 && marksTargets(spec))
    notes.push({
      zh: `短粗线：目标值（${plans.join('、')}）`,
      en: `heavy short line: target (${plans.join(', ')})`,
    })
  if (hasValueAxis(spec))
    for (const { words, text } of spec.limits ?? [])
      notes.push({ zh: `虚线：${words.zh}：${text.zh}`, en: `dashed line: ${words.en}: ${text.en}` })
  if (drawsWhiskers(spec) && points.some(({ low, high }) => low !== null && high !== null)) notes.push(WHISKER)
  notes.push(...(form.notes?.(spec) ?? []))
  if (hasFeet(spec) && points.some(({ value }) => value === 0)) notes.push(ZERO)
  return notes
}
