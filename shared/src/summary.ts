import { GAPS, type Gap } from './figure.ts'
import { gapWords } from './format-figure.ts'
import { listPeriods, periodWords, stretchOf, whenWords } from './period-list.ts'
import type { Period } from './period.ts'
import {
  categoryWords,
  dimensionName,
  describedPeriod,
  type ReadableFigure,
  type ReadableSeries,
  type SeriesFacts,
} from './series-facts.ts'
import { figureWords, isNoise } from './verdict.ts'
import { byBasisWords } from './words/terms.ts'
import { BETWEEN_SENTENCES, capital, type Words } from './words/words.ts'

/** How many categories a sentence names. */
const NAMED = 3

/**
 * The sentence that a chart's text alternative says: first and last figure, highest and lowest, which periods have none and why,
 * which is not complete. It compares figures that are given and reckons nothing; of a hidden figure it says only that it is hidden.
 */
export function summarise(series: ReadableSeries, facts: SeriesFacts): Words {
  if (series.figures.length === 0) return join([openingOf(series, facts), NO_FIGURE], { zh: '：', en: ': ' })
  const body = series.dimension ? bodyByCategory(series, facts) : bodyByPeriod(series.figures, facts)
  return join([openingOf(series, facts), body], { zh: '：', en: ': ' })
}

/** A number right behind it would seem to be part of it. */
const ENDS_IN_LATIN = /[0-9A-Za-z.]$/

const NO_FIGURE: Words = { zh: '没有指标值。', en: 'there are no figures.' }

function openingOf(series: ReadableSeries, facts: SeriesFacts): Words {
  const { name, institution } = facts
  const counted: Words | null = facts.kind === 'CUMULATIVE' ? { zh: '累计', en: 'added up from the beginning' } : null
  const by = byBasisWords[series.basis]
  const stretch =
    series.figures.length > 0
      ? stretchOf(periodWords(series.figures[0]!.period), periodWords(series.figures.at(-1)!.period))
      : null
  const dimension = series.dimension ? crossedName(series.dimension, series.across ?? null) : null
  return {
    zh: [`${institution.zh}${name.zh}`, counted?.zh, dimension && `按${dimension.zh}`, by.zh, stretch?.zh]
      .filter(Boolean)
      .join('，'),
    en: [name.en, institution.en, counted?.en, dimension && `by ${dimension.en}`, by.en, stretch?.en]
      .filter(Boolean)
      .join(', '),
  }
}

function crossedName(dimension: string, across: string | null): Words {
  const [first, second] = [dimensionName(dimension), across === null ? null : dimensionName(across)]
  return second ? { zh: `${first.zh}和${second.zh}`, en: `${first.en} and ${second.en}` } : first
}

function bodyByPeriod(figures: readonly ReadableFigure[], facts: SeriesFacts): Words {
  const whole = figures.filter((figure) => figure.value !== null && !figure.period.partial)
  return join([
    courseOf(whole, facts, figures),
    ...ruleSentence(whole.at(-1), facts),
    ...gapSentences(figures),
    ...partialSentences(figures, facts),
  ])
}

/** First, last, highest and lowest of the complete periods that have a figure. */
function courseOf(whole: readonly ReadableFigure[], facts: SeriesFacts, all: readonly ReadableFigure[]): Words {
  const first = whole[0]
  const last = whole.at(-1)
  if (!first || !last) {
    return all.some((figure) => figure.value !== null)
      ? { zh: '尚无完整时段的指标值。', en: 'no complete period has a figure yet.' }
      : { zh: '没有可显示的指标值。', en: 'no figure can be shown.' }
  }
  if (first === last) return sentence(valueIn(first, facts))
  const highest = whole.reduce((best, figure) => (figure.value! > best.value! ? figure : best))
  const lowest = whole.reduce((best, figure) => (figure.value! < best.value! ? figure : best))
  const value = figureWords(first, facts)
  // Alike as they are shown: what is called the highest would read like the lowest.
  if (figureWords(highest, facts).en === figureWords(lowest, facts).en) {
    const stretch = listPeriods(whole.map((figure) => figure.period))
    return { zh: `${stretch.zh}均为${value.zh}。`, en: `${value.en} each in ${stretch.en}.` }
  }
  const ends = join([valueIn(first, facts), valueIn(last, facts)], { zh: '，', en: ', ' })
  // What chance alone may tell apart is not called the highest and the lowest.
  if (isNoise(lowest, highest, facts)) return sentence(ends)
  const top = bracketed(highest, facts)
  const bottom = bracketed(lowest, facts)
  return {
    zh: `${ends.zh}；最高${top.zh}，最低${bottom.zh}。`,
    en: `${ends.en}; highest ${top.en}, lowest ${bottom.en}.`,
  }
}

/** Whether the last complete period reaches what a rule asks. */
function ruleSentence(last: ReadableFigure | undefined, { threshold }: SeriesFacts): Words[] {
  const met = last && threshold ? threshold.meets(last) : null
  if (!last || !threshold || met === null) return []
  const when = whenWords(last.period)
  return [
    {
      zh: `${when.zh}${met ? '达到' : '未达到'}要求：${threshold.words.zh}。`,
      en: `What is asked is ${met ? 'met' : 'not met'} ${when.en}: ${threshold.words.en}.`,
    },
  ]
}

/** How many categories reach what a rule asks, and how many do not. */
function ruleByCategory(figures: readonly ReadableFigure[], { threshold }: SeriesFacts): Words[] {
  if (!threshold) return []
  const judged = figures.map(threshold.meets).filter((met) => met !== null)
  const [met, not] = [judged.filter(Boolean).length, judged.filter((one) => !one).length]
  if (judged.length === 0) return []
  return [
    {
      zh: `达到要求的${met}类，未达到的${not}类：${threshold.words.zh}。`,
      en: `What is asked is met by ${met} and not met by ${not}: ${threshold.words.en}.`,
    },
  ]
}

function gapSentences(figures: readonly ReadableFigure[]): Words[] {
  return GAPS.flatMap((gap) => {
    const periods = figures
      .filter((figure) => figure.value === null && (figure.gap ?? 'NO_RECORDS') === gap)
      .map((figure) => figure.period)
    if (periods.length === 0) return []
    const list = listPeriods(periods)
    const { word } = gapWords[gap]
    return [{ zh: `${word.zh}：${list.zh}。`, en: `${capital(word.en)}: ${list.en}.` }]
  })
}

function partialSentences(figures: readonly ReadableFigure[], facts: SeriesFacts): Words[] {
  return figures
    .filter((figure) => figure.period.partial)
    .map((figure) => {
      const period = periodWords(figure.period)
      if (figure.value === null) return { zh: `${period.zh}数据未完整。`, en: `${period.en} is not complete.` }
      const value = figureWords(figure, facts)
      return {
        zh: `${period.zh}数据未完整，目前为${value.zh}。`,
        en: `${period.en} is not complete: ${value.en} so far.`,
      }
    })
}

/** The largest categories of the period described (`describedPeriod`), how many are hidden in it, and which later ones have none. */
function bodyByCategory(series: ReadableSeries, facts: SeriesFacts): Words {
  const inCategories = series.figures.filter((figure) => figure.category != null)
  const period = describedPeriod(series.figures, facts.year)!
  const figures = inCategories.filter((figure) => figure.period.year === period.year)
  const when = whenWords(period)
  const partial = period.partial ? { zh: '（数据未完整）', en: ' (not complete)' } : { zh: '', en: '' }
  if (figures.length === 0)
    return join([
      { zh: `${when.zh}${partial.zh}没有分类数值。`, en: `nothing to break down ${when.en}${partial.en}.` },
      ...laterGaps(series.figures, period),
    ])

  const ordered = figures.filter((figure) => figure.value !== null).toSorted((a, b) => b.value! - a.value!)
  const named = ordered.slice(0, NAMED).map((figure) => {
    const label = categoryWords(figure, facts)
    const value = figureWords(figure, facts)
    return { zh: `${label.zh}${ENDS_IN_LATIN.test(label.zh) ? ' ' : ''}${value.zh}`, en: `${label.en} ${value.en}` }
  })
  const counted: Words = {
    zh: `共${figures.length}类`,
    en: `${figures.length} ${figures.length === 1 ? 'category' : 'categories'} in all`,
  }
  const gaps = GAPS.flatMap((gap) => countOfGap(figures, gap))
  const tail = join([counted, ...gaps], { zh: '，', en: ', ' })
  if (named.length === 0)
    return join([
      { zh: `${when.zh}${partial.zh}，${tail.zh}。`, en: `${when.en}${partial.en} ${tail.en}.` },
      ...laterGaps(series.figures, period),
    ])
  // A category of two dimensions has its own comma.
  const list = join(named, series.across ? { zh: '；', en: '; ' } : { zh: '，', en: ', ' })
  const highest: Words = ordered.length > named.length ? { zh: '居前的是', en: 'highest ' } : { zh: '', en: '' }
  const course = {
    zh: `${when.zh}${partial.zh}${highest.zh || '，'}${list.zh}；${tail.zh}。`,
    en: `${when.en}${partial.en} ${highest.en}${list.en}; ${tail.en}.`,
  }
  return join([course, ...ruleByCategory(figures, facts), ...laterGaps(series.figures, period)])
}

/** Complete periods after the one described for which nobody reported anything: it is not the newest that was asked for. */
function laterGaps(figures: readonly ReadableFigure[], { year }: Period): Words[] {
  const later = Map.groupBy(
    figures.filter(({ period }) => period.year > year && !period.partial),
    ({ period }) => period.year,
  )
  const missing = [...later.values()].filter((some) =>
    some.every(({ value, gap }) => value === null && (gap ?? 'NO_RECORDS') === 'NO_RECORDS'),
  )
  return gapSentences(missing.map((some) => some[0]!))
}

function countOfGap(figures: readonly ReadableFigure[], gap: Gap): Words[] {
  const count = figures.filter((figure) => figure.value === null && (figure.gap ?? 'NO_RECORDS') === gap).length
  if (count === 0) return []
  const { word } = gapWords[gap]
  return [{ zh: `其中${count}类${word.zh}`, en: `of which ${count} ${word.en}` }]
}

function valueIn(figure: ReadableFigure, facts: SeriesFacts): Words {
  const value = figureWords(figure, facts)
  const when = whenWords(figure.period)
  return { zh: `${when.zh}${value.zh}`, en: `${value.en} ${when.en}` }
}

function bracketed(figure: ReadableFigure, facts: SeriesFacts): Words {
  const value = figureWords(figure, facts)
  const when = periodWords(figure.period)
  return { zh: `${value.zh}（${when.zh}）`, en: `${value.en} (${when.en})` }
}

function sentence(words: Words): Words {
  return { zh: `${words.zh}。`, en: `${words.en}.` }
}

function join(parts: Words[], by: Words = BETWEEN_SENTENCES): Words {
  return { zh: parts.map((part) => part.zh).join(by.zh), en: parts.map((part) => part.en).join(by.en) }
}
