import type { ChartFacts, ChartPoint, ChartSpec } from './charts/spec.ts'
import type { ReadableSeries } from './series-facts.ts'
import { overlap } from './verdict.ts'
import type { Words } from './words/words.ts'

/** What a form shows that the sentence of the series does not say: which way each category went, what is asked and wanted; null: nothing. */
export function formSentence(spec: ChartSpec, _series: ReadableSeries, _facts: ChartFacts): Words | null {
  const parts = [courseSentence(spec), targetSentence(spec)].filter((part) => part !== null)
  return parts.length === 0 ? null : { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') }
}

/** Of two periods: how many categories rose, fell and stayed. */
function courseSentence(spec: ChartSpec): Words | null {
  if (spec.kind !== 'slope' && (spec.kind !== 'range' || spec.series.length < 2)) return null
  const pairs =
    spec.kind === 'slope'
      ? spec.series.map(({ points }) => [points[0], points.at(-1)])
      : spec.labels.map((_, at) => [spec.series[0]?.points[at], spec.series.at(-1)?.points[at]])
  const known = pairs.filter((pair): pair is [ChartPoint, ChartPoint] => pair.every((point) => point?.value != null))
  if (known.length === 0) return null
  const told = known.filter(([before, now]) => before.value === now.value || !mayBeChance(before, now))
  const up = told.filter(([before, now]) => now.value! > before.value!).length
  const down = told.filter(([before, now]) => now.value! < before.value!).length
  const level = told.length - up - down
  const unsure = known.length - told.length
  return {
    zh: `两期均有数值的${known.length}类中，增加${up}类，减少${down}类，持平${level}类${unsure > 0 ? `，差别在波动范围内${unsure}类` : ''}。`,
    en: `Of ${known.length} with a figure in both periods, ${up} went up, ${down} went down and ${level} stayed level${unsure > 0 ? `; ${unsure} changed by no more than chance` : ''}.`,
  }
}

function mayBeChance(before: ChartPoint, now: ChartPoint): boolean {
  const [one, other] = [before, now].map(({ low, high }) => (low === null || high === null ? null : { low, high }))
  return Boolean(before.few || now.few) || overlap(one, other)
}

/** The last target that is drawn. */
function targetSentence(spec: ChartSpec): Words | null {
  if (spec.series.length !== 1) return null
  const at = spec.series[0]!.points.findLastIndex(({ targets }) => targets?.length)
  const target = spec.series[0]!.points[at]?.targets?.[0]
  const label = spec.labels[at]?.text
  return target && label
    ? {
        zh: `${label.zh}目标值为${target.text.zh}（${target.plan}）。`,
        en: `Target for ${label.en}: ${target.text.en} (${target.plan}).`,
      }
    : null
}
