import { formOf, SERIES_FORMS } from './forms/forms.ts'
import { commonOf } from './pieces.ts'
import { SeriesData, shapeOf, type SeriesShape } from './series-data.ts'
import { CHART_FORMS, type ChartFacts, type ChartForm, type ChartSpec } from './spec.ts'
import type { ReadableFigure, ReadableSeries } from '../series-facts.ts'
import { symbolsOf } from '../table.ts'
import { BETWEEN_SENTENCES, type Words, joinWords } from '../words/words.ts'

/**
 * A chart of one indicator: over periods, over the categories of one period, over both, or crossed with a second dimension. Without
 * `form` it takes the one that suits best; one that does not suit the data is not drawn, the best is.
 */
export function seriesToChartSpec(series: ReadableSeries, facts: ChartFacts, form?: ChartForm | null): ChartSpec {
  const data = new SeriesData(series, facts)
  const suiting = formsOfShape(data.shape)
  const kind = form && suiting.includes(form) ? form : suiting[0]!
  const draft = SERIES_FORMS[kind].draft(data)
  // Of what is drawn: a sign that is nowhere is not explained.
  const symbols = symbolsOf(draft.series.flatMap(({ points }) => points.map(({ gap }) => gap)))
  const spec: ChartSpec = { ...commonOf(series, facts), kind, leftOut: 0, ...draft, symbols }
  return { ...spec, summary: withFormSentence(spec.summary, spec) }
}

/** The sentence of a series, and what the form shows that it does not say. */
export function withFormSentence(summary: Words, spec: ChartSpec): Words {
  const all = [summary, formOf(spec).sentence?.(spec), targetSentence(spec)].filter((one) => one != null)
  return joinWords(all, BETWEEN_SENTENCES)
}

/** The last target that is drawn. */
function targetSentence({ series, labels }: ChartSpec): Words | null {
  if (series.length !== 1) return null
  const { points } = series[0]!
  const at = points.findLastIndex(({ targets }) => targets?.length)
  const target = points[at]?.targets?.[0]
  const label = labels[at]?.text
  return target && label
    ? {
        zh: `${label.zh}目标值为${target.text.zh}（${target.plan}）。`,
        en: `Target for ${label.en}: ${target.text.en} (${target.plan}).`,
      }
    : null
}

/** Which forms suit these figures, the best first; never none. */
export function formsFor(series: ReadableSeries, facts: Pick<ChartFacts, 'kind' | 'addsUp'>): ChartForm[] {
  return formsOfShape(shapeOf(series, facts))
}

function formsOfShape(shape: SeriesShape): ChartForm[] {
  const rankOf = (form: ChartForm) => SERIES_FORMS[form].suits(shape)[shape.of] || 0
  return CHART_FORMS.filter((form) => rankOf(form) > 0).toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** Whether a breakdown by one dimension is drawn over all its years: bars, dots and the parts of one whole show the chosen year. */
export function isOverYears(form: ChartForm): boolean {
  return SERIES_FORMS[form].overYears ?? false
}

/** Forms of a breakdown by one dimension: those of the chosen year first, then those over all years. */
export function formsOfBreakdown(
  ofYear: ReadableSeries,
  overYears: ReadableSeries,
  facts: Pick<ChartFacts, 'kind' | 'addsUp'>,
): ChartForm[] {
  return [...formsFor(ofYear, facts), ...formsFor(overYears, { kind: facts.kind }).filter(isOverYears)]
}

/**
 * Whether the categories are the parts of the whole in every period: all of them known and adding up to it exactly. A distinct count
 * by programme does not; then nothing may be stacked.
 *
 * @param parts figures with categories
 * @param wholes figures of the same series without categories
 */
export function partsAddUp(parts: readonly ReadableFigure[], wholes: readonly ReadableFigure[]): boolean {
  const periods = Map.groupBy(parts, (figure) => figure.period.year)
  if (periods.size === 0) return false
  return [...periods].every(([year, figures]) => {
    const whole = wholes.find((figure) => figure.period.year === year)?.value
    if (whole == null || figures.some((figure) => figure.value === null)) return false
    const sum = figures.reduce((sum, figure) => sum + figure.value!, 0)
    return Math.abs(sum - whole) <= Math.abs(whole) * 1e-9
  })
}
