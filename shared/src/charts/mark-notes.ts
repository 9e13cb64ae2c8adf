import { drawsWhiskers, hasFeet, hasValueAxis, isLine, marksTargets } from './key-series.ts'
import type { ChartLabel, ChartSpec } from './spec.ts'
import type { Words } from '../words/words.ts'

const PARTIAL_MARK: Words = { zh: '† 该时段数据未完整', en: '† the period is not complete' }
/** Of streams, which have no label of their period. */
const PARTIAL_ALL: Words = { zh: '所示时段数据未完整', en: 'the period shown is not complete' }
const PARTIAL_BAR: Words = { zh: '† 浅色斜纹：该时段数据未完整', en: '† pale and hatched: the period is not complete' }
const PARTIAL_POINT: Words = {
  zh: '† 空心虚线：该时段数据未完整',
  en: '† hollow and dotted: the period is not complete',
}
export const WHISKER: Words = {
  zh: '细线两端：偶然波动的范围',
  en: 'thin line between two ends: what chance could make of it',
}
const FROM_TO: Words = { zh: '空心：前一期；实心：后一期', en: 'hollow: the earlier period; filled: the later one' }
export const ZERO: Words = { zh: '贴轴的短横线：数值为0', en: 'short line on the axis: the figure is 0' }
const FLOW: Words = { zh: '带子的宽窄表示数值大小', en: 'the width of a stream is its figure' }

/** What the marks of a chart mean, those that occur in it. */
export function markNotes(spec: ChartSpec): Words[] {
  const points = spec.series.flatMap((series) => series.points)
  const plans = [...new Set(points.flatMap(({ targets }) => targets?.map(({ plan }) => plan) ?? []))]
  const notes: Words[] = []
  if (spec.labels.some(({ partial }) => partial)) notes.push(partialWords(spec))
  if (plans.length > 0 && marksTargets(spec))
    notes.push({
      zh: `短粗线：目标值（${plans.join('、')}）`,
      en: `heavy short line: target (${plans.join(', ')})`,
    })
  if (hasValueAxis(spec))
    for (const { words, text } of spec.limits ?? [])
      notes.push({ zh: `虚线：${words.zh}：${text.zh}`, en: `dashed line: ${words.en}: ${text.en}` })
  if (drawsWhiskers(spec) && points.some(({ low, high }) => low !== null && high !== null)) notes.push(WHISKER)
  if (spec.kind === 'range') notes.push(spec.dots ? spanWords(spec.dots) : FROM_TO)
  if (spec.kind === 'flow') notes.push(FLOW, ...(spec.undrawn ?? []))
  if (hasFeet(spec) && points.some(({ value }) => value === 0)) notes.push(ZERO)
  return notes
}

/** Which years the bar of a range is of, and of which one its dot. */
function spanWords({ text: { zh, en }, partial }: ChartLabel): Words {
  const [zhNot, enNot] = partial ? ['（数据未完整）', ' (not complete)'] : ['', '']
  return {
    zh: `横条：有数值的完整时段中最低至最高；圆点：${zh}${zhNot}`,
    en: `bar: from the lowest to the highest of the complete periods that have a figure; dot: ${en}${enNot}`,
  }
}

function partialWords(spec: ChartSpec): Words {
  if (spec.kind === 'flow') return PARTIAL_ALL
  if (spec.kind === 'matrix') return PARTIAL_MARK
  return isLine(spec) ? PARTIAL_POINT : PARTIAL_BAR
}
