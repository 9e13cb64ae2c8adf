import type { FormEdition } from '../../../figures/forms/form-definition.ts'
import { parseFormLoop } from './form-tag.ts'
import { CHOICES, problem, TAG_ARGUMENTS, type FigureTag, type TagProblem } from './kinds.ts'
import { parseFigure, type Indicators } from './parse-figure.ts'
import { figuresIn } from './parse-tag.ts'

/** A table that is made from nothing, in the place of its paragraph. */
export type TableTag =
  | { is: 'lines'; loop: string; edition: FormEdition }
  /** A row for each year, a column for each figure. */
  | { is: 'years'; figures: FigureTag[]; years: number }
  /** A row for each category, a column for each year. */
  | { is: 'categories'; figure: FigureTag; years: number }
  /** A row for each category, a column for each of another dimension. */
  | { is: 'across'; figure: FigureTag; across: string }

const USUAL_YEARS = 5

export function parseTable(name: string, causeway: Parameters<typeof parseFormLoop>[1]): TableTag | TagProblem {
  const form = parseFormLoop(name, causeway)
  if (form && 'words' in form) return form
  if (form?.is === 'lines') return { ...form, loop: `form:${form.form}/${form.edition.edition}` }
  const figures = figuresIn(name, (text) => parseFigure(text, causeway.indicators as Indicators, false))
  if ('words' in figures) return figures
  const [first] = figures.list
  if (!first) return problem('表格须写明指标或报表', 'a table names indicators, or an official table')
  const { across } = first
  const years = figures.list.find((one) => one.years !== undefined)?.years
  if (!first.by)
    return across === undefined
      ? { is: 'years', figures: figures.list, years: years ?? USUAL_YEARS }
      : problem('“再按”须与“按”同用', 'across needs by beside it')
  if (figures.list.length > 1)
    return problem('按维度分列的表格只写一个指标', 'a table by a dimension is of one indicator')
  return across === undefined
    ? { is: 'categories', figure: first, years: years ?? 1 }
    : { is: 'across', figure: first, across }
}

/** The tag of a figure, in English, but for what its loop says. */
export function writtenTag(figure: FigureTag, more: readonly string[] = []): string {
  return [...wordsOf(figure), ...more].join('.')
}

/** Of a table of two dimensions: the head of a column, and the cell of each row. */
export const columnTags = (figure: string, across: string, key: string) => ({
  head: `${figure}.${across}=${key}.category`,
  cell: `figure.${across}=${key}.number`,
})

/** The loop over its categories, of so many years. */
export function writtenLoop(figure: FigureTag, years = 1): string {
  const { by, top, bySize, rest } = figure
  const said = [
    `by=${by}`,
    ...(top === undefined ? [] : [`top=${top}`]),
    ...[bySize ? 'size-order' : '', rest ? 'rest' : '', years > 1 ? `years=${years}` : ''],
  ]
  return [...wordsOf(figure), ...said.filter(Boolean)].join('.')
}

function wordsOf(figure: FigureTag): string[] {
  const { declaration, back, ofPartner, filter = [] } = figure
  const said = TAG_ARGUMENTS.filter((name) => name !== 'by' && name !== 'filter' && figure[name] != null).map(
    (name) => {
      const choice = CHOICES.find((one) => one.name === name && one.value === figure[name])
      return choice?.word ?? `${name}=${String(figure[name])}`
    },
  )
  return [
    declaration!.code,
    ...said,
    ...(filter ?? []).map(({ dimension, in: keys }) => `${dimension}=${keys.join(',')}`),
    ...(ofPartner ? ['partner'] : []),
    ...(back > 0 ? [`previous${back}`] : back < 0 ? ['next'] : []),
  ]
}
