import type { ChartPoint } from '../spec.ts'
import { overlap } from '../../verdict.ts'
import type { Words } from '../../words/words.ts'

/** Of two periods: how many categories rose, fell and stayed. */
export function courseSentence(
  pairs: readonly (readonly [ChartPoint | undefined, ChartPoint | undefined])[],
): Words | null {
  const known = pairs.filter((pair): pair is [ChartPoint, ChartPoint] => pair.every((point) => point?.value != null))
  if (known.length === 0) return null
  const sure = known.filter(([before, now]) => before.value === now.value || !mayBeChance(before, now))
  const up = sure.filter(([before, now]) => now.value! > before.value!).length
  const down = sure.filter(([before, now]) => now.value! < before.value!).length
  const level = sure.length - up - down
  const unsure = known.length - sure.length
  return {
    zh: `两期均有数值的${known.length}类中，增加${up}类，减少${down}类，持平${level}类${unsure > 0 ? `，差别在波动范围内${unsure}类` : ''}。`,
    en: `Of ${known.length} with a figure in both periods, ${up} went up, ${down} went down and ${level} stayed level${unsure > 0 ? `; ${unsure} changed by no more than chance` : ''}.`,
  }
}

function mayBeChance(before: ChartPoint, now: ChartPoint): boolean {
  const [one, other] = [before, now].map(({ low, high }) => (low === null || high === null ? null : { low, high }))
  return Boolean(before.few || now.few) || overlap(one, other)
}
