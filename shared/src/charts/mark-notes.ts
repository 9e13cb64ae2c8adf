import { hasValueAxis, isLine } from './key-series.ts'
import type { ChartSpec } from './spec.ts'
import type { Words } from '../words/words.ts'

const PARTIAL_MARK: Words = { zh: '† 该时段数据未完整', en: '† the period is not complete' }
const PARTIAL_BAR: Words = { zh: '† 浅色斜纹：该时段数据未完整', en: '† pale and hatched: the period is not complete' }
const PARTIAL_POINT: Words = {
  zh: '† 空心虚线：该时段数据未完整',
  en: '† hollow and dotted: the period is not complete',
}
export const WHISKER: Words = { zh: '细线两端：95%置信区间', en: 'thin line between two ends: 95% interval' }
const FROM_TO: Words = { zh: '空心：前一期；实心：后一期', en: 'hollow: the earlier period; filled: the later one' }
const SPAN: Words = {
  zh: '横条：历年最低至最高；圆点：最近一个完整时段',
  en: 'bar: from the lowest to the highest of the years; dot: the last complete one',
}
const FLOW: Words = {
  zh: '带子的宽窄表示数值大小；为0或无数值的不画',
  en: 'the width of a stream is its figure; what is 0 or has none is not drawn',
}

/** What the marks of a chart mean, those that occur in it. */
export function markNotes(spec: ChartSpec): Words[] {
  const points = spec.series.flatMap((series) => series.points)
  const plans = [...new Set(points.flatMap(({ targets }) => targets?.map(({ plan }) => plan) ?? []))]
  const notes: Words[] = []
  if (spec.labels.some(({ partial }) => partial)) notes.push(partialWords(spec))
  if (plans.length > 0 && spec.kind !== 'matrix')
    notes.push({
      zh: `短粗线：目标值（${plans.join('、')}）`,
      en: `heavy short line: target (${plans.join(', ')})`,
    })
  if (hasValueAxis(spec))
    for (const { words, text } of spec.limits ?? [])
      notes.push({ zh: `虚线：${words.zh}：${text.zh}`, en: `dashed line: ${words.en}: ${text.en}` })
  if (spec.kind !== 'range' && spec.kind !== 'matrix' && points.some(({ low, high }) => low !== null && high !== null))
    notes.push(WHISKER)
  if (spec.kind === 'range') notes.push(spec.series.length > 1 ? FROM_TO : SPAN)
  if (spec.kind === 'flow') notes.push(FLOW)
  return notes
}

function partialWords(spec: ChartSpec): Words {
  if (spec.kind === 'matrix' || spec.kind === 'flow') return PARTIAL_MARK
  return isLine(spec) ? PARTIAL_POINT : PARTIAL_BAR
}
