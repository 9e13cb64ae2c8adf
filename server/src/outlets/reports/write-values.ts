import type { Figure } from '@causeway/shared/figure'
import { formatFigure, formatInterval, formatQuantity, formatValue } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { summarise } from '@causeway/shared/summary'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { countedIn } from '../../figures/indicators/counted-in.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import type { Question } from '../../figures/check-request.ts'
import type { FigureQuery, FigureReader } from './figure-reader.ts'
import { planValues, queryOf, resolve, SUMMARY_YEARS, type ReportAsk, type TagStanding } from './plan-values.ts'
import { pathKey, type LockedFigure, type Report, type ReportChart, type ReportText } from './report.ts'
import type { Facet, Fact, FigureTag } from './report-tag.ts'
import type { TagNode, TagTree, UnknownTag } from './tag-tree.ts'
import { FACT_TITLES, writeFact } from './write-fact.ts'
import WORDS from './words.json' with { type: 'json' }

/** What represents each tag of a template. Questions that make no sense join the unknown tags. */
export async function writeValues(
  reader: FigureReader,
  tree: TagTree,
  ask: ReportAsk,
): Promise<{ report: Report; unknown: UnknownTag[] }> {
  const plan = planValues(reader, tree.roots, ask)
  const unknown = [...tree.unknown, ...plan.unknown].sort((a, b) => a.index - b.index)
  const revision = await reader.read()
  const { locale, institution } = ask
  const values: Report['values'] = new Map()
  const figures = new Map<string, LockedFigure>()
  for (const node of tree.roots) write(node, { year: ask.year, path: [], category: null })
  return { report: { values, figures: [...figures.values()], revision }, unknown }

  function write(node: TagNode, standing: TagStanding): void {
    if (plan.senseless.has(node.index)) return
    const { tag } = node
    const path = [...standing.path, node.name]
    if (tag.is === 'fact') set(path, factText(tag.fact, standing))
    else if (tag.is === 'category') set(path, categoryText(standing))
    else if (tag.is === 'figure') set(path, figureText(node, tag.figure, standing))
    else if (tag.is === 'chart') set(path, chart(node, tag.figures, tag.years))
    else if (tag.is === 'years') {
      const members = Array.from({ length: tag.count }, (_, turn) => String(ask.year - tag.count + 1 + turn))
      set(path, { turns: tag.count, members })
      for (let turn = 0; turn < tag.count; turn++) {
        const inside = { ...standing, year: ask.year - tag.count + 1 + turn, path: [...path, turn] }
        for (const child of node.children) write(child, inside)
      }
    } else {
      const query = queryOf(tag.figure)
      const rows = reader.categoriesOf(query, standing.year - tag.figure.back)
      set(path, { turns: rows.length, members: rows.map(({ figure }) => figure.category ?? '') })
      rows.forEach(({ figure, label }, turn) => {
        const category = { tag: tag.figure, query, key: figure.category, label }
        for (const child of node.children) write(child, { ...standing, category, path: [...path, turn] })
      })
    }
  }

  function set(path: (string | number)[], value: Report['values'] extends Map<string, infer V> ? V : never): void {
    values.set(pathKey(path), value)
  }

  function factText(fact: Fact, { year, path }: TagStanding): ReportText {
    const kind = fact.includes('year') && path.length > 0 ? 'LABEL' : 'WORDS'
    const text = writeFact(fact, ask, year)
    return { text, kind, title: inLocale(FACT_TITLES[fact], locale), key: JSON.stringify([fact, year]), figure: null }
  }

  function categoryText({ category }: TagStanding): ReportText {
    const text = category?.label ? inLocale(category.label, locale) : '—'
    const title = inLocale(CATEGORY_TITLE, locale)
    return { text, kind: 'LABEL', title, key: JSON.stringify(category?.key ?? null), figure: null }
  }

  function figureText(node: TagNode, tag: FigureTag, standing: TagStanding): ReportText {
    const { query, year } = resolve(tag, standing)
    const question = questionOf(query)
    const { declaration } = question
    const { facet } = tag
    const name = inLocale(declaration.name, locale)
    const words = { kind: 'WORDS' as const, title: name, key: JSON.stringify([query, year, facet]), figure: null }
    const said = SAID_OF[facet]?.(declaration)
    if (said) return { ...words, text: inLocale(said, locale) }
    if (facet === 'summary') return { ...words, ...summaryText(node, query, question, year) }
    const figure = figureAt(tag, query, year, standing)
    const label = periodLabel(figure.period, locale)
    if (facet === 'period') return { ...words, text: label }
    const { decimals, unit } = declaration
    const whole = formatFigure(figure, { decimals, unit }, locale)
    const text = figure.value === null ? whole : partText(facet, figure, question, whole, locale)
    lock(node.raw, query, question, figure, text)
    const { category, gap } = figure
    const title = locale === 'ZH' ? `${name}（${label}）` : `${name}, ${label}`
    return { ...words, text, kind: 'FIGURE', title, figure: { query, year, category, gap } }
  }

  function summaryText(node: TagNode, query: FigureQuery, question: Question, year: number) {
    const { declaration } = question
    const { decimals, unit } = declaration
    const series = reader.seriesOf(query, year - SUMMARY_YEARS + 1, year)
    for (const figure of series.figures)
      lock(node.raw, query, question, figure, formatFigure(figure, { decimals, unit }, locale))
    const about = { threshold: null, countedIn: countedIn(declaration), institution: institution.name }
    const text = inLocale(summarise(series, { ...declaration, ...about }), locale)
    return { text, kind: 'SENTENCE' as const }
  }

  function figureAt(tag: FigureTag, query: FigureQuery, year: number, standing: TagStanding): Figure {
    if (tag.declaration !== null || !standing.category) return reader.figureOf(query, year)
    const figures = reader.categoriesOf(query, year).map(({ figure }) => figure)
    const found = figures.find(({ category }) => category === standing.category!.key) ?? figures[0]
    if (!found) throw new Error(`no figure of ${query.indicator} in ${year}`)
    return found
  }

  function chart(node: TagNode, tags: FigureTag[], years: number): ReportChart {
    const first = questionOf(queryOf(tags[0]!)).declaration
    const unit = inLocale(first.unit, locale)
    const series = tags.map((tag) => chartSeries(node, tag, years))
    const names = series.map(({ name }) => name).join(locale === 'ZH' ? '、' : ', ')
    return {
      title: locale === 'ZH' ? `${names}（${unit}）` : `${names} (${unit})`,
      categories: series[0]!.categories,
      series: series.map(({ name, values }) => ({ name, values })),
    }
  }

  function chartSeries(
    node: TagNode,
    tag: FigureTag,
    years: number,
  ): { name: string; categories: string[]; values: (number | null)[] } {
    const query = queryOf(tag)
    const question = questionOf(query)
    const { name, unit, decimals } = question.declaration
    const last = ask.year - tag.back
    const points = tag.by
      ? reader
          .categoriesOf(query, last)
          .map(({ figure, label }) => ({ figure, text: label ? inLocale(label, locale) : '—' }))
      : reader
          .seriesOf(query, last - years + 1, last)
          .figures.map((figure) => ({ figure, text: periodLabel(figure.period, locale) }))
    for (const { figure } of points)
      lock(node.raw, query, question, figure, formatFigure(figure, { decimals, unit }, locale))
    return {
      name: inLocale(name, locale),
      categories: points.map(({ text }) => text),
      values: points.map(({ figure }) => figure.value),
    }
  }

  function questionOf(query: FigureQuery): Question {
    const question = plan.questions.get(JSON.stringify(query))
    if (!question) throw new Error(`${query.indicator} was not planned`)
    return question
  }

  function lock(raw: string, query: FigureQuery, question: Question, figure: Figure, text: string): void {
    const { period, category, value, gap, numerator, denominator, size } = figure
    const key = JSON.stringify([query, period.year, category])
    const known = figures.get(key)
    if (known) {
      if (!known.tags.includes(raw)) known.tags.push(raw)
      return
    }
    const { declaration, basis, at, scope } = question
    const { by, ...asked } = query
    const locked = {
      tags: [raw],
      indicator: declaration.id,
      code: declaration.code,
      name: inLocale(declaration.name, locale),
      basis,
      at: basis === 'POINT_IN_TIME' ? at : null,
      scope,
      period: {
        year: period.year,
        label: periodLabel(period, locale),
        start: period.start,
        end: period.end,
        partial: period.partial,
      },
      filter: query.filter ?? [],
      dimension: by ?? null,
      category,
      value,
      gap,
      text,
      numerator,
      denominator,
      size,
      unit: inLocale(declaration.unit, locale),
      revision: reader.seriesOf(query, period.year, period.year).revision,
    }
    figures.set(key, Object.assign(locked, asked))
  }
}

/** What a facet says of every figure of an indicator alike. */
const SAID_OF: Partial<Record<Facet, (declaration: Declaration) => Words>> = {
  name: ({ name }) => name,
  unit: ({ unit }) => unit,
  definition: ({ definition }) => definition,
  formula: formulaOf,
}

const CATEGORY_TITLE: Words = WORDS.category

/** A part of a figure that has a value. What it does not have reads as a dash. */
function partText(
  facet: FigureTag['facet'],
  figure: Figure,
  { declaration }: Question,
  whole: string,
  locale: Locale,
): string {
  const { decimals, unit } = declaration
  if (facet === 'number') return formatValue(figure.value!, decimals, locale)
  if (facet === 'interval') {
    if (!figure.interval) return '—'
    const text = formatInterval(figure.interval, decimals, locale)
    return unit.en === '%' ? `${text}%` : text
  }
  if (facet !== 'numerator' && facet !== 'denominator' && facet !== 'size') return whole
  const part = figure[facet]
  return part === null ? '—' : formatQuantity(part, 1, { zh: '', en: '' }, locale)
}
