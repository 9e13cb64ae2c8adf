import type { Words } from './words.ts'

/** How many reports are due, and of how many units: the one sentence for every place that says it. */
export function owedWords(owed: readonly { unit: string | null }[]): Words {
  const units = new Set(owed.flatMap(({ unit }) => (unit === null ? [] : [unit]))).size
  const whole = owed.filter(({ unit }) => unit === null).length
  if (owed.length === 0) return { zh: '没有待报的台账', en: 'No report is due' }
  const [ofUnits, ofWhole] = [owed.length - whole, whole]
  const zh = [
    ...(ofWhole > 0 ? [`全校 ${ofWhole} 项`] : []),
    ...(ofUnits > 0 ? [`${units} 个部门共 ${ofUnits} 项`] : []),
  ]
  const en = [
    ...(ofWhole > 0 ? [`${ofWhole} of the whole college`] : []),
    ...(ofUnits > 0 ? [`${ofUnits} of ${units} ${units === 1 ? 'unit' : 'units'}`] : []),
  ]
  return {
    zh: `${owed.length} 项台账待报：${zh.join('，')}`,
    en: `${owed.length} ${owed.length === 1 ? 'report is' : 'reports are'} due: ${en.join(', ')}`,
  }
}
