import { formatValue, gapWords } from '@causeway/shared/format-figure'
import { verdictOf, type Verdict, figureWords } from '@causeway/shared/verdict'
import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { countedIn } from '../../figures/indicators/counted-in.ts'

/** What became of one indicator since the period before. */
export interface YearChange {
  declaration: Declaration
  request: SeriesRequest
  series: Series
  before: Figure
  after: Figure
  /** After less before, unrounded, in the indicator's unit; of shares in percentage points. */
  difference: number
  /** `noise`: chance alone could make it. Null: neither way is the better one. */
  verdict: Verdict | null
}

/** Null: a figure of the two has no value or is not of a whole period, or both read alike. */
export function changeOf(
  declaration: Declaration,
  request: SeriesRequest,
  series: Series,
  year: number,
): YearChange | null {
  const figureOf = (of: number) =>
    series.figures.find(({ period, category }) => period.year === of && category === null)
  const [before, after] = [figureOf(year - 1), figureOf(year)]
  if (!before || !after || before.value === null || after.value === null || after.period.partial) return null
  const shown = (value: number) => formatValue(value, declaration.decimals, 'EN')
  if (shown(before.value) === shown(after.value)) return null
  const verdict = verdictOf(before, after, declaration)
  return { declaration, request, series, before, after, difference: after.value - before.value, verdict }
}

/** What became of the figure: 由28人增至81人, `up from 28 people to 81 people`. */
export function changeWords({
  declaration,
  before,
  after,
}: Pick<YearChange, 'declaration' | 'before' | 'after'>): Words {
  const by = { ...declaration, countedIn: countedIn(declaration) }
  const [then, now] = [before, after].map((figure) =>
    figure.value === null ? gapWords[figure.gap!].word : figureWords(figure, by),
  )
  if (before.value === null || after.value === null)
    return { zh: `由${then!.zh}变为${now!.zh}`, en: `from ${then!.en} to ${now!.en}` }
  if (before.value === after.value) return { zh: `仍为${now!.zh}`, en: `still ${now!.en}` }
  const risen = after.value > before.value
  const isLevel = declaration.kind === 'RATIO' || declaration.kind === 'MEAN'
  return {
    zh: `由${then!.zh}${risen ? (isLevel ? '升至' : '增至') : isLevel ? '降至' : '减至'}${now!.zh}`,
    en: `${risen ? 'up' : 'down'} from ${then!.en} to ${now!.en}`,
  }
}
