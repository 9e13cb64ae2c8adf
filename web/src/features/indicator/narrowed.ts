import type { SeriesFilter } from '../../graph/series-filter.ts'
import type { IndicatorFacts } from '../../graph/generated.ts'

/** What of all is counted, in words: `专业：畜牧兽医`. One text for each filter. */
export function narrowedTexts(
  indicator: Pick<IndicatorFacts, 'dimensions' | 'named' | 'alsoNamed'>,
  filters: readonly SeriesFilter[],
  zh: boolean,
): string[] {
  const figures = [...(indicator.named?.figures ?? []), ...(indicator.alsoNamed?.figures ?? [])]
  return filters.map(({ dimension, in: keys }, at) => {
    const name = indicator.dimensions.find((one) => one.id === dimension)?.name ?? dimension
    const own = (at === 0 ? indicator.named?.figures : indicator.alsoNamed?.figures) ?? figures
    const labels = keys.map((key) => own.find(({ category }) => category?.key === key)?.category?.label ?? key)
    return zh ? `${name}：${labels.join('、')}` : `${name}: ${labels.join(', ')}`
  })
}
