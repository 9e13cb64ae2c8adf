import { hasValueAxis, isLine } from '@causeway/shared/charts/key-series'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Words } from '@causeway/shared/words/words'
import { useLanguage } from '../language/language.tsx'
import { SymbolList } from '../ui/table-view.tsx'
import { CHART_WORDS } from './words.ts'

/** Beneath a chart: what its symbols and marks mean, those that occur in it. */
export function ChartNotes({ spec }: { spec: ChartSpec }) {
  const { say } = useLanguage()
  return (
    <>
      <SymbolList symbols={spec.symbols} />
      {notesOf(spec).map((note) => (
        <p key={note.en} className="cap">
          {say(note)}
        </p>
      ))}
    </>
  )
}

function notesOf(spec: ChartSpec): Words[] {
  const points = spec.series.flatMap((series) => series.points)
  const plans = [...new Set(points.flatMap(({ targets }) => targets?.map(({ plan }) => plan) ?? []))]
  const notes: Words[] = []
  if (spec.labels.some(({ partial }) => partial)) notes.push(partialWords(spec))
  if (plans.length > 0 && spec.kind !== 'matrix')
    notes.push({
      zh: CHART_WORDS.target.zh.replace('{plans}', plans.join('、')),
      en: CHART_WORDS.target.en.replace('{plans}', plans.join(', ')),
    })
  if (hasValueAxis(spec))
    for (const { words, text } of spec.limits ?? [])
      notes.push({
        zh: `${CHART_WORDS.limit.zh}${words.zh}：${text.zh}`,
        en: `${CHART_WORDS.limit.en}${words.en}: ${text.en}`,
      })
  if (spec.kind !== 'range' && spec.kind !== 'matrix' && points.some(({ low, high }) => low !== null && high !== null))
    notes.push(CHART_WORDS.whisker)
  if (spec.kind === 'range') notes.push(spec.series.length > 1 ? CHART_WORDS.fromTo : CHART_WORDS.span)
  if (spec.kind === 'flow') notes.push(CHART_WORDS.flow)
  if (spec.leftOut > 0)
    notes.push({
      zh: CHART_WORDS.leftOut.zh.replace('{n}', String(spec.leftOut)),
      en: (spec.leftOut === 1 ? CHART_WORDS.oneLeftOut : CHART_WORDS.leftOut).en.replace('{n}', String(spec.leftOut)),
    })
  return notes
}

function partialWords(spec: ChartSpec): Words {
  if (spec.kind === 'matrix' || spec.kind === 'flow') return CHART_WORDS.partialMark
  return isLine(spec) || spec.kind === 'range' ? CHART_WORDS.partialPoint : CHART_WORDS.partialBar
}
