import type { Figure } from '@causeway/shared/figure'
import { formatFigure, formatInterval, formatQuantity, formatValue } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { summarise } from '@causeway/shared/summary'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { countedIn } from '../../figures/indicators/counted-in.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import type { Question } from '../../figures/check-request.ts'
import type { FigureQuery, FigureReader } from './figure-reader.ts'
import { Planner, queryOf, resolve, SUMMARY_YEARS, type ReportAsk, type TagStanding } from './plan-values.ts'
import { pathKey, type LockedFigure, type Report, type ReportChart } from './report.ts'
import type { FigureTag } from './report-tag.ts'
import type { TagNode, TagTree, UnknownTag } from './tag-tree.ts'
import { writeFact } from './write-fact.ts'

/** What represents each tag of a template. Questions that make no sense join the unknown tags. */
export async function writeValues(
  reader: FigureReader,
  tree: TagTree,
  ask: ReportAsk,
): Promise<{ report: Report; unknown: UnknownTag[] }> {
  const planner = new Planner(reader, ask)
  for (const node of tree.roots) planner.plan(node, { year: ask.year, path: [], category: null })
  const unknown = [...tree.unknown, ...planner.unknown].sort((a, b) => a.index - b.index)
  const revision = await reader.read()
  const writer = new Writer(reader, ask, planner)
  for (const node of tree.roots) writer.write(node, { year: ask.year, path: [], category: null })
  return { report: { values: writer.values, figures: [...writer.figures.values()], revision }, unknown }
}

class Writer {
  readonly values: Report['values'] = new Map()
  readonly figures = new Map<string, LockedFigure>()
  readonly #reader: FigureReader
  readonly #ask: ReportAsk
  readonly #planner: Planner

  constructor(reader: FigureReader, ask: ReportAsk, planner: Planner) {
    this.#reader = reader
    this.#ask = ask
    this.#planner = planner
  }

  write(node: TagNode, standing: TagStanding): void {
    if (this.#planner.senseless.has(node.index)) return
    const { tag } = node
    const path = [...standing.path, node.name]
    const { locale } = this.#ask
    if (tag.is === 'fact') this.#set(path, writeFact(tag.fact, this.#ask.institution, standing.year, locale))
    else if (tag.is === 'category') this.#set(path, this.#categoryText(standing))
    else if (tag.is === 'figure') this.#set(path, this.#figureText(node, tag.figure, standing))
    else if (tag.is === 'chart') this.#set(path, this.#chart(node, tag.figures, tag.years))
    else if (tag.is === 'years') {
      this.#set(path, { turns: tag.count })
      for (let turn = 0; turn < tag.count; turn++) {
        const inside = { ...standing, year: this.#ask.year - tag.count + 1 + turn, path: [...path, turn] }
        for (const child of node.children) this.write(child, inside)
      }
    } else {
      const query = queryOf(tag.figure)
      const rows = this.#reader.categoriesOf(query, standing.year - tag.figure.back)
      this.#set(path, { turns: rows.length })
      rows.forEach(({ figure, label }, turn) => {
        const category = { tag: tag.figure, query, key: figure.category, label }
        for (const child of node.children) this.write(child, { ...standing, category, path: [...path, turn] })
      })
    }
  }

  #set(path: (string | number)[], value: Report['values'] extends Map<string, infer V> ? V : never): void {
    this.values.set(pathKey(path), value)
  }

  #categoryText({ category }: TagStanding): string {
    return category?.label ? inLocale(category.label, this.#ask.locale) : '—'
  }

  #figureText(node: TagNode, tag: FigureTag, standing: TagStanding): string {
    const { locale, institution } = this.#ask
    const { query, year } = resolve(tag, standing)
    const question = this.#questionOf(query)
    const { declaration } = question
    const { decimals, unit } = declaration
    if (tag.facet === 'name') return inLocale(declaration.name, locale)
    if (tag.facet === 'unit') return inLocale(unit, locale)
    if (tag.facet === 'definition') return inLocale(declaration.definition, locale)
    if (tag.facet === 'formula') return inLocale(formulaOf(declaration), locale)
    if (tag.facet === 'summary') {
      const series = this.#reader.seriesOf(query, year - SUMMARY_YEARS + 1, year)
      for (const figure of series.figures)
        this.#lock(node.raw, query, question, figure, formatFigure(figure, { decimals, unit }, locale))
      return inLocale(
        summarise(series, {
          ...declaration,
          threshold: null,
          countedIn: countedIn(declaration),
          institution: institution.name,
        }),
        locale,
      )
    }
    const figure = this.#figureAt(tag, query, year, standing)
    if (tag.facet === 'period') return periodLabel(figure.period, locale)
    const whole = formatFigure(figure, { decimals, unit }, locale)
    const text = figure.value === null ? whole : partText(tag.facet, figure, question, whole, locale)
    this.#lock(node.raw, query, question, figure, text)
    return text
  }

  #figureAt(tag: FigureTag, query: FigureQuery, year: number, standing: TagStanding): Figure {
    if (tag.declaration !== null || !standing.category) return this.#reader.figureOf(query, year)
    const figures = this.#reader.categoriesOf(query, year).map(({ figure }) => figure)
    const found = figures.find(({ category }) => category === standing.category!.key) ?? figures[0]
    if (!found) throw new Error(`no figure of ${query.indicator} in ${year}`)
    return found
  }

  #chart(node: TagNode, tags: FigureTag[], years: number): ReportChart {
    const { locale } = this.#ask
    const first = this.#questionOf(queryOf(tags[0]!)).declaration
    const unit = inLocale(first.unit, locale)
    const series = tags.map((tag) => this.#chartSeries(node, tag, years))
    const names = series.map(({ name }) => name).join(locale === 'ZH' ? '、' : ', ')
    return {
      title: locale === 'ZH' ? `${names}（${unit}）` : `${names} (${unit})`,
      categories: series[0]!.categories,
      series: series.map(({ name, values }) => ({ name, values })),
    }
  }

  #chartSeries(
    node: TagNode,
    tag: FigureTag,
    years: number,
  ): { name: string; categories: string[]; values: (number | null)[] } {
    const { locale } = this.#ask
    const query = queryOf(tag)
    const question = this.#questionOf(query)
    const { name, unit, decimals } = question.declaration
    const last = this.#ask.year - tag.back
    const points = tag.by
      ? this.#reader
          .categoriesOf(query, last)
          .map(({ figure, label }) => ({ figure, text: label ? inLocale(label, locale) : '—' }))
      : this.#reader
          .seriesOf(query, last - years + 1, last)
          .figures.map((figure) => ({ figure, text: periodLabel(figure.period, locale) }))
    for (const { figure } of points)
      this.#lock(node.raw, query, question, figure, formatFigure(figure, { decimals, unit }, locale))
    return {
      name: inLocale(name, locale),
      categories: points.map(({ text }) => text),
      values: points.map(({ figure }) => figure.value),
    }
  }

  #questionOf(query: FigureQuery): Question {
    const question = this.#planner.questions.get(JSON.stringify(query))
    if (!question) throw new Error(`${query.indicator} was not planned`)
    return question
  }

  #lock(raw: string, query: FigureQuery, question: Question, figure: Figure, text: string): void {
    const { locale } = this.#ask
    const { period, category, value, gap, numerator, denominator, size } = figure
    const key = JSON.stringify([query, period.year, category])
    const known = this.figures.get(key)
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
      revision: this.#reader.seriesOf(query, period.year, period.year).revision,
    }
    this.figures.set(key, Object.assign(locked, asked))
  }
}

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
