import { formatValue, formatQuantity, gapWords } from '@causeway/shared/format-figure'
import { verdictOf, type Verdict, figureWords } from '@causeway/shared/verdict'
import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import { dimensionWords } from '@causeway/shared/words/terms'
import { countedIn } from '../../figures/indicators/counted-in.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** What became of one indicator since the period before. */
export interface IndicatorChange {
  declaration: Declaration
  request: SeriesRequest
  series: Series
  before: Figure
  after: Figure
  /** After less before, unrounded, in the indicator's unit; of shares in percentage points. */
  difference: number
  /** `noise`: chance alone could make it. Null: neither way is the better one. */
  verdict: Verdict | null
  reason: ChangeReason | null
}

export type UnexplainedChange = Omit<IndicatorChange, 'reason'>

/** Null: a figure of the two has no value or is not of a whole period, or both read alike. */
export function changeOf(
  declaration: Declaration,
  request: SeriesRequest,
  series: Series,
  year: number,
): UnexplainedChange | null {
  const figureOf = (of: number) =>
    series.figures.find(({ period, category }) => period.year === of && category === null)
  const [before, after] = [figureOf(year - 1), figureOf(year)]
  if (!before || !after || before.value === null || after.value === null || after.period.partial) return null
  const shown = (value: number) => formatValue(value, declaration.decimals, 'EN')
  if (shown(before.value) === shown(after.value)) return null
  const verdict = verdictOf(before, after, declaration)
  return { declaration, request, series, before, after, difference: after.value - before.value, verdict }
}

/** One category's own change. The changes of categories need not add up to that of the whole. */
export interface ChangePart {
  key: string
  label: Words
  /** It had nothing in the period before. */
  isNew: boolean
  difference: number
}

/** What the records give as the reason of a change. */
export type ChangeReason =
  | { kind: 'categories'; dimension: DimensionId; parts: ChangePart[] }
  /** Of a rate: its two sides, as they were counted. */
  | { kind: 'sides'; before: [part: number, whole: number]; after: [part: number, whole: number] }
  /** What moved is about too few people to be shown to who asks. */
  | { kind: 'hidden' }

/** What became of the figure: 由28人增至81人, `up from 28 people to 81 people`. */
export function changeWords({
  declaration,
  before,
  after,
}: Pick<IndicatorChange, 'declaration' | 'before' | 'after'>): Words {
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

/** Why, as far as the records say. Null: they do not. */
export function reasonWords({ declaration, reason }: IndicatorChange): Words | null {
  switch (reason?.kind) {
    case 'categories': {
      const said = reason.parts.map((part) => movedWords(part, declaration))
      return {
        zh: `其中${said.map(({ zh }) => zh).join('，')}`,
        en: `by ${dimensionWords[reason.dimension].en}: ${said.map(({ en }) => en).join(', ')}`,
      }
    }
    case 'sides': {
      const sides = ([part, whole]: [number, number]) => `${formatValue(part, 0, 'EN')}/${formatValue(whole, 0, 'EN')}`
      return {
        zh: `上年 ${sides(reason.before)}，本年 ${sides(reason.after)}`,
        en: `${sides(reason.before)} a year before, now ${sides(reason.after)}`,
      }
    }
    case 'hidden':
      return REFUSALS.MOVED_BY_FEW
    default:
      return null
  }
}

export function movedWords(
  { label, isNew, difference }: ChangePart,
  { decimals, unit }: IndicatorChange['declaration'],
): Words {
  const by = Math.abs(difference)
  const risen = difference > 0
  return {
    zh: `${label.zh}${isNew ? '新增' : risen ? '增加' : '减少'}${formatQuantity(by, decimals, unit, 'ZH')}`,
    en: `${label.en} ${formatValue(by, decimals, 'EN')} ${isNew ? '(none before)' : risen ? 'more' : 'fewer'}`,
  }
}
