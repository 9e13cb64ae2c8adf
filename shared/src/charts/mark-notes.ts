import { formOf } from './forms/forms.ts'
import { drawsWhiskers, hasFeet, hasPoints, hasValueAxis, marksTargets } from './marks-of.ts'
import type { ChartSpec } from './spec.ts'
import type { Words } from '../words/words.ts'

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
