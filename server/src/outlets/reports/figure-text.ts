import type { Figure, Gap } from '@causeway/shared/figure'
import { formatFigure, formatInterval, formatQuantity, formatValue, gapWords } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { summarise } from '@causeway/shared/summary'
import { asIs, fill, inLocale, joinWords, LIST_COMMA, type Locale, type Words } from '@causeway/shared/words/words'
import { changeWords } from '../../answers/change/year-change.ts'
import { differenceOf, growthOf, rankOf, shareOf, type Made } from '../../answers/change/compare-figures.ts'
import { countedIn } from '../../figures/indicators/counted-in.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import type { Question } from '../../figures/check-request.ts'
import { rowsOf } from './category-rows.ts'
import type { FigureQuery, FigureReader, Span } from './figure-reader.ts'
import type { FigureLock } from './lock-figures.ts'
import {
  beforeOf,
  breakdownOf,
  ownQuery,
  resolve,
  spanAround,
  SUMMARY_YEARS,
  wholeOf,
  type Plan,
} from './plan-values.ts'
import type { ReportText } from './report.ts'
import type { ReportAsk, TagStanding } from './standing.ts'
import { AGAINST, COMPARES, type Facet, type FigureTag, type ReportTag } from './tags/kinds.ts'
import WORDS from './words.json' with { type: 'json' }

/** What a tag of a figure reads as, and whether what a condition says of it holds. */
export function figureTexts(reader: FigureReader, plan: Plan, { institution, locale }: ReportAsk, lock: FigureLock) {
  return { figureText, holds, isHidden, questionOf }

  function questionOf(query: FigureQuery): Question {
    const question = plan.questions.get(JSON.stringify(query))
    if (!question) throw new Error(`${query.indicator} was not planned`)
    return question
  }

  function keep(raw: string, query: FigureQuery, figure: Figure, said: { span?: Span; text?: string } = {}): Figure {
    const { span = [figure.period.year, figure.period.year] } = said
    lock.add(raw, query, questionOf(query), figure, { ...said, span, revision: reader.revisionOf(query, span) })
    return figure
  }

  function figureAt(tag: FigureTag, query: FigureQuery, year: number, standing: TagStanding): Figure {
    const own = ownAt(tag, query, year, standing)
    return own || !query.by ? reader.figureOf(own ?? query, year) : categoryAt(query, year, standing)!
  }

  /** The figure of a breakdown for the category of the loop; undefined if the year has no such category. */
  function categoryAt(query: FigureQuery, year: number, standing: TagStanding): Figure | undefined {
    const rows = reader.categoriesOf(query, year, spanAround(query, year, standing))!
    return rows.find(({ figure }) => figure.category === standing.category!.row!.key)?.figure
  }

  /** The question of a category by itself, if the breakdown of the year does not have it; else null. */
  function ownAt(tag: FigureTag, query: FigureQuery, year: number, standing: TagStanding): FigureQuery | null {
    const own = ownQuery(tag, query, standing)
    return own && categoryAt(query, year, standing) ? null : own
  }

  /** Its question too, where it was asked by itself. */
  function keepAt(
    raw: string,
    tag: FigureTag,
    query: FigureQuery,
    year: number,
    standing: TagStanding,
    text?: string,
  ): Figure {
    const figure = figureAt(tag, query, year, standing)
    const own = ownAt(tag, query, year, standing)
    return keep(raw, own ?? query, figure, {
      ...(!own && { span: spanAround(query, year, standing) }),
      ...(text !== undefined && { text }),
    })
  }

  function figureText(raw: string, tag: FigureTag, standing: TagStanding): ReportText {
    const { query, year } = resolve(tag, standing)
    const question = questionOf(query)
    const { declaration } = question
    const { facet } = tag
    const name = inLocale(declaration.name, locale)
    const key = JSON.stringify([
      query,
      year,
      facet,
      tag.since,
      tag.against,
      tag.top,
      tag.rest,
      standing.category?.row?.key,
      ...(tag.withPeriod || tag.withScope ? [tag.withPeriod === true, tag.withScope === true] : []),
    ])
    const words = { kind: 'WORDS' as const, title: name, key, gap: null, figure: null }
    const said = SAID_OF[facet]?.(declaration)
    if (said) return { ...words, text: inLocale(said, locale) }
    if (facet === 'category') return { ...words, kind: 'LABEL', text: inLocale(categoryOf(query, year), locale) }
    if (facet === 'summary') return { ...words, ...summaryText(raw, query, question, year) }
    if (facet === 'list') return { ...words, ...listText(raw, tag, query, year) }
    const figure = figureAt(tag, query, year, standing)
    const label = periodLabel(figure.period, locale)
    if (facet === 'period') return { ...words, text: label }
    const beside = besideOf(tag, question, figure.period)
    const title = locale === 'ZH' ? `${name}（${label}）` : `${name}, ${label}`
    const made = madeText(raw, tag, query, figure, standing)
    const text = made ? made.text : plainText(facet, figure, question, locale)
    keepAt(raw, tag, query, year, standing, made ? undefined : text)
    const gap = made ? made.gap : figure.gap
    const kind = facet === 'comparison' ? 'SENTENCE' : 'FIGURE'
    return { ...words, text: text + beside, kind, title, gap, figure: { query, year, category: figure.category } }
  }

  /** Its period and its scope, in brackets; empty: none is asked for. */
  function besideOf(
    { withPeriod, withScope }: FigureTag,
    { basis, scope }: Question,
    period: Figure['period'],
  ): string {
    const said = [
      ...(withPeriod ? [fill(WORDS.withPeriod[basis], { period: periodLabel(period, locale) })] : []),
      ...(withScope && scope ? [WORDS.withScope[scope]] : []),
    ]
    return said.length === 0
      ? ''
      : inLocale(fill(WORDS.beside, { said: inLocale(joinWords(said, LIST_COMMA), locale) }), locale)
  }

  /** What is made of the figure and others; null: it is written alone. */
  function madeText(raw: string, tag: FigureTag, query: FigureQuery, figure: Figure, standing: TagStanding) {
    const { facet } = tag
    const { period } = figure
    const { year } = period
    const { declaration } = questionOf(query)
    if (facet === 'share') {
      const whole = wholeOf(query, standing)
      return numberText(shareOf(figure, keep(raw, whole, reader.figureOf(whole, year))), 1, PERCENT)
    }
    if (facet === 'rank') {
      const breakdown = breakdownOf(query, standing)
      const all = reader.categoriesOf(breakdown, year)!.map((one) => one.figure)
      return numberText(rankOf(figure, all, breakdown.by!), 0, NO_UNIT)
    }
    if (facet === 'target' || facet === 'progress') {
      const [first] = reader.targetsOf(query, year).filter(({ target }) => target.year === year && !target.cumulative)
      if (!first) return { text: inLocale(WORDS.noTarget, locale), gap: null }
      if (facet === 'target') return numberText(madeOf(first.target.value), declaration.decimals, declaration.unit)
      return numberText(madeOf(first.progress, figure.gap ?? 'NOT_APPLICABLE'), 1, PERCENT)
    }
    if (facet === 'peer-mean' || facet === 'peer-rank') {
      const { mean, rank, rankedOf } = reader.peersOf(query, year)
      if (mean === null) return { text: inLocale(WORDS.noPeers, locale), gap: null }
      if (facet === 'peer-mean') return numberText(madeOf(mean), Math.max(1, declaration.decimals), declaration.unit)
      if (rank === null) return { text: formatFigure(figure, declaration, locale), gap: figure.gap }
      return { text: inLocale(fill(WORDS.rankOf, { rank: rank.rank, of: rankedOf }), locale), gap: null }
    }
    if (!AGAINST.includes(facet)) return null
    const then = tag.against === undefined ? query : { ...query, release: tag.against }
    const before = keepAt(raw, tag, then, beforeOf(tag, year), standing)
    return changeText(facet, before, figure, declaration)
  }

  function changeText(facet: Facet, before: Figure, after: Figure, declaration: Declaration) {
    const difference = differenceOf(before, after)
    if (difference.value === null) {
      const missing = after.value === null ? after : before
      const gap = inLocale(gapWords[missing.gap!].word, locale)
      const facts = { period: periodLabel(missing.period, locale), gap }
      return { text: inLocale(fill(WORDS.noComparison, facts), locale), gap: difference.gap }
    }
    if (facet === 'comparison')
      return { text: inLocale(changeWords({ declaration, before, after }), locale), gap: null }
    if (facet === 'percent') return numberText(growthOf(before, after), 1, PERCENT, true)
    const unit = declaration.unit.en === '%' ? WORDS.points : declaration.unit
    if (facet !== 'direction' && facet !== 'movement') return numberText(difference, declaration.decimals, unit, true)
    const isLevel = declaration.kind === 'RATIO' || declaration.kind === 'MEAN'
    const words = WORDS.directions[isLevel ? 'level' : 'count']
    const way = difference.value > 0 ? 'up' : difference.value < 0 ? 'down' : 'same'
    if (facet === 'direction' || way === 'same') return { text: inLocale(words[way], locale), gap: null }
    const amount = formatQuantity(Math.abs(difference.value), declaration.decimals, unit, locale)
    return { text: inLocale(fill(WORDS.moved, { way: inLocale(words[way], locale), amount }), locale), gap: null }
  }

  function numberText(made: Made, decimals: number, unit: Words, signed = false): { text: string; gap: Gap | null } {
    if (made.value === null) return { text: inLocale(gapWords[made.gap].word, locale), gap: made.gap }
    const text = formatQuantity(made.value, decimals, unit, locale)
    return { text: signed && made.value > 0 ? `+${text}` : text, gap: null }
  }

  function categoryOf(query: FigureQuery, year: number): Words {
    const { dimension, in: keys } = query.filter!.at(-1)!
    const { filter, ...whole } = query
    const breakdown = { ...whole, ...(filter!.length > 1 && { filter: filter!.slice(0, -1) }), by: dimension }
    const labels = new Map(reader.labelsOf(breakdown, year))
    return joinWords(
      keys.map((key) => labels.get(key) ?? asIs(key)),
      LIST_COMMA,
    )
  }

  function summaryText(raw: string, query: FigureQuery, question: Question, year: number) {
    const { declaration } = question
    const series = reader.seriesOf(query, year - SUMMARY_YEARS + 1, year)
    for (const figure of series.figures) keep(raw, query, figure)
    const about = { threshold: null, countedIn: countedIn(declaration), institution: institution.name }
    return sentence(inLocale(summarise(series, { ...declaration, ...about }), locale), series.figures)
  }

  /** 俄罗斯（12人）、越南（8人）和其他（3人）: the label and the number of a category are never apart. */
  function listText(raw: string, tag: FigureTag, query: FigureQuery, year: number) {
    const { unit, decimals } = questionOf(query).declaration
    const figures: Figure[] = []
    const rows = rowsOf(reader, tag, query, year)!.map(({ key, label, own, figure }) => {
      const shown = figure ? keep(raw, query, figure) : keep(raw, own, reader.figureOf(own, year))
      figures.push(shown)
      const text = formatFigure(shown, { decimals, unit }, locale)
      if (key === null) return text
      const of = { label: label ? inLocale(label, locale) : key, text }
      return inLocale(fill(WORDS.listed, of), locale)
    })
    return sentence(rows.map((row, at) => inLocale(separator(at, rows.length), locale) + row).join(''), figures)
  }

  /** Whether what a condition asks is a small group. */
  function isHidden({ figure: tag, test }: Extract<ReportTag, { is: 'condition' }>, standing: TagStanding): boolean {
    const { query, year } = resolve(tag, standing)
    const years = COMPARES.includes(test.is) ? [year, year - 1] : [year]
    return years.some((one) => figureAt(tag, query, one, standing).gap === 'SUPPRESSED')
  }

  function holds({ figure: tag, test }: Extract<ReportTag, { is: 'condition' }>, standing: TagStanding): boolean {
    const { query, year } = resolve(tag, standing)
    const figure = figureAt(tag, query, year, standing)
    return answer() !== test.not

    function answer(): boolean {
      if (test.is === 'missing') return figure.gap === 'NO_RECORDS' || figure.gap === 'NOT_APPLICABLE'
      if (test.is === 'hidden') return figure.gap === 'SUPPRESSED'
      if (figure.value === null) return false
      if (test.is === 'known') return true
      if (test.is === 'more') return figure.value > test.than
      if (test.is === 'less') return figure.value < test.than
      if (test.is === 'reached')
        return reader.targetsOf(query, year).some(({ target, reached }) => target.year === year && reached === true)
      const before = figureAt(tag, query, year - 1, standing)
      if (before.value === null) return false
      return (
        { grew: figure.value > before.value, fell: figure.value < before.value }[test.is as string] ??
        figure.value === before.value
      )
    }
  }
}

/** Made of several figures: what one of them hides, an earlier wording may tell. */
function sentence(text: string, figures: readonly Figure[]) {
  const gap = figures.some((figure) => figure.gap === 'SUPPRESSED') ? ('SUPPRESSED' as const) : null
  return { kind: 'SENTENCE' as const, text, gap }
}

/** Between the turns of a loop or a list, before the one at this place. */
export function separator(at: number, of: number): Words {
  return at === 0 ? { zh: '', en: '' } : at === of - 1 ? WORDS.and : LIST_COMMA
}

const PERCENT: Words = { zh: '%', en: '%' }
const NO_UNIT: Words = { zh: '', en: '' }

function madeOf(value: number | null, gap: Gap = 'NOT_APPLICABLE'): Made {
  return value === null ? { value: null, gap } : { value, gap: null }
}

/** What a facet says of every figure of an indicator alike. */
const SAID_OF: Partial<Record<Facet, (declaration: Declaration) => Words>> = {
  name: ({ name }) => name,
  unit: ({ unit }) => unit,
  definition: ({ definition }) => definition,
  formula: formulaOf,
}

/** A figure, or a part of one that has a value. What it does not have reads as a dash. */
function plainText(facet: Facet, figure: Figure, { declaration }: Question, locale: Locale): string {
  const { decimals, unit } = declaration
  const whole = formatFigure(figure, { decimals, unit }, locale)
  if (figure.value === null) return whole
  if (facet === 'number') return formatValue(figure.value, decimals, locale)
  if (facet === 'interval') {
    if (!figure.interval) return '—'
    const text = formatInterval(figure.interval, decimals, locale)
    return unit.en === '%' ? `${text}%` : text
  }
  if (facet !== 'numerator' && facet !== 'denominator' && facet !== 'size') return whole
  const part = figure[facet]
  return part === null ? '—' : formatQuantity(part, 1, NO_UNIT, locale)
}
