import { argumentOf, SERIES_ARGUMENT_NAMES, type SeriesRequest } from '@causeway/shared/series-arguments'
import type { Words } from '@causeway/shared/words/words'
import { findNearest } from '../../ground/nearest.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'

/** What a report knows beside its figures. */
export const FACTS = [
  'institution',
  'institution.code',
  'year',
  'year.start',
  'year.end',
  'previous-year',
  'edition',
  'data-date',
  'release',
  'demonstration',
  'partner',
  'partner.code',
  'partner.country',
  'partner.type',
] as const
export type Fact = (typeof FACTS)[number]

/** What of a figure is written. `value` has its unit, `number` has not. */
export const FACETS = [
  'value',
  'number',
  'name',
  'unit',
  'period',
  'numerator',
  'denominator',
  'size',
  'interval',
  'definition',
  'formula',
  'summary',
] as const
export type Facet = (typeof FACETS)[number]

/** What of a question a tag can say. The years are those of the report; `by` is for loops and charts. */
export const TAG_ARGUMENTS = SERIES_ARGUMENT_NAMES.filter((name) => argumentOf(name).inTags !== false)

/** With what it says of the question. */
export interface FigureTag extends Partial<Omit<SeriesRequest, 'indicator'>> {
  /** Null: the figure of the loop over categories around it. */
  declaration: Declaration | null
  /** Years before the one picked; -1: the one after it. */
  back: number
  facet: Facet
  /** Of the report's partner alone. */
  ofPartner?: true
}

export type ReportTag =
  | { is: 'fact'; fact: Fact }
  | { is: 'figure'; figure: FigureTag }
  | { is: 'category' }
  | { is: 'chart'; figures: FigureTag[]; years: number }
  | { is: 'years'; count: number }
  | { is: 'categories'; figure: FigureTag }

export interface TagProblem {
  words: Words
}

/** Words that say a choice, as `calendar` for CALENDAR_YEAR: the first word of the value. */
export const CHOICES = TAG_ARGUMENTS.flatMap((name) =>
  (argumentOf(name).values ?? []).map((value) => ({ name, value, word: value.split('_')[0]!.toLowerCase() })),
)
/** After an indicator: of the partner that the report is about. */
const PARTNER = 'partner'
const USUAL_YEARS = 5
const MOST_YEARS = 30
const MOST_BACK = 50

type Indicators = readonly Declaration[]

/** A tag between text. `inCategories`: inside a loop over categories, where `{category}` and `{figure}` are known. */
export function parseTag(text: string, indicators: Indicators, inCategories: boolean): ReportTag | TagProblem {
  const name = tidy(text)
  const fact = FACTS.find((one) => one === name.toLowerCase())
  if (fact) return { is: 'fact', fact }
  if (/^chart\b/i.test(name)) return parseChart(name, indicators)
  if (inCategories && name.toLowerCase() === 'category') return { is: 'category' }
  const figure = parseFigure(name, indicators, inCategories)
  if ('words' in figure) return figure
  if (figure.by) {
    return problem(`“by=”只用于循环或图表`, 'by= belongs in a loop or a chart')
  }
  return { is: 'figure', figure }
}

/** A tag that opens a loop: `years`, `years 8`, or a figure `by=` a dimension. */
export function parseLoop(text: string, indicators: Indicators): ReportTag | TagProblem {
  const name = tidy(text)
  const years = /^years(?:[ :=](\d+))?$/i.exec(name)
  if (years) {
    const count = Number(years[1] ?? USUAL_YEARS)
    if (count >= 1 && count <= MOST_YEARS) return { is: 'years', count }
    return problem(`年数须为 1 至 ${MOST_YEARS}`, `the number of years is from 1 to ${MOST_YEARS}`)
  }
  const figure = parseFigure(name, indicators, false)
  if ('words' in figure) {
    return name.includes('=')
      ? figure
      : problem(
          '循环只有 years 或“指标.by=维度”',
          'a loop is over years, or over an indicator with by= and a dimension',
        )
  }
  if (figure.by) return { is: 'categories', figure }
  return problem(
    '按类别循环须写明维度，如 EX02.by=country',
    'a loop over categories names its dimension, as in EX02.by=country',
  )
}

function parseChart(name: string, indicators: Indicators): ReportTag | TagProblem {
  let years = USUAL_YEARS
  const figures: FigureTag[] = []
  for (const part of name
    .slice('chart'.length)
    .split(/[\s,、:]+/)
    .filter(Boolean)) {
    const count = /^years=(\d+)$/i.exec(part)
    if (count) {
      years = Number(count[1])
      if (years < 1 || years > MOST_YEARS)
        return problem(`年数须为 1 至 ${MOST_YEARS}`, `the number of years is from 1 to ${MOST_YEARS}`)
      continue
    }
    const figure = parseFigure(part, indicators, false)
    if ('words' in figure) return figure
    figures.push(figure)
  }
  return figures.length === 0 || (figures.length > 1 && figures.some((figure) => figure.by))
    ? problem(
        '图表须写明一个或几个指标，如 chart DN02 DN03；按维度分列的只能是一个',
        'a chart names one or more indicators, as in chart DN02 DN03; one alone where it has by=',
      )
    : sameUnit(figures)
      ? { is: 'chart', figures, years }
      : problem('同一图表中各指标的单位须相同', 'the indicators of one chart have one unit')
}

function sameUnit(figures: FigureTag[]): boolean {
  return new Set(figures.map((figure) => figure.declaration?.unit.zh)).size === 1
}

/** `EX02`, `SK05.best`, `foreign-students`, each with what follows: `.previous`, `.calendar`, `.number`, `.country=VN,LA`. */
function parseFigure(name: string, indicators: Indicators, inCategories: boolean): FigureTag | TagProblem {
  const parts = name.split('.')
  const found = findDeclaration(parts, indicators, inCategories)
  if ('words' in found) return found
  const figure: FigureTag = { declaration: found.declaration, back: 0, facet: 'value' }
  const said = new Map<string, string>()
  for (const part of parts.slice(found.length)) {
    const wrong = addModifier(figure, part)
    if (wrong) return wrong
    const before = said.get(subjectOf(part))
    if (before !== undefined)
      return problem(`“${before}”与“${part}”只能取其一`, `only one of ${before} and ${part} can be in a tag`)
    said.set(subjectOf(part), part)
  }
  return figure
}

function findDeclaration(
  parts: string[],
  indicators: Indicators,
  inCategories: boolean,
): { declaration: Declaration | null; length: number } | TagProblem {
  if (inCategories && parts[0]!.toLowerCase() === 'figure') return { declaration: null, length: 1 }
  for (const length of [2, 1]) {
    const wanted = parts.slice(0, length).join('.').toLowerCase()
    const declaration = indicators.find(({ id, code }) => id === wanted || code.toLowerCase() === wanted)
    if (declaration) return { declaration, length }
  }
  const variants = indicators
    .filter(({ code }) => code.toLowerCase().startsWith(`${parts[0]!.toLowerCase()}.`))
    .map(({ code }) => code)
  if (variants.length > 0)
    return problem(`须指明口径：${variants.join('、')}`, `it has variants only: ${variants.join(', ')}`)
  const known = [...FACTS, ...indicators.flatMap(({ id, code }) => [code, id])]
  const near = findNearest(parts.join('.'), known, 3)
  return near.length > 0
    ? problem(`没有这样的标签，是否想用：${near.join('、')}`, `there is no such tag; perhaps ${near.join(', ')}`)
    : problem('没有这样的标签', 'there is no such tag')
}

/** What a modifier settles; each is settled once. */
function subjectOf(part: string): string {
  const word = part.toLowerCase()
  if (word.includes('=')) return word.slice(0, word.indexOf('=') + 1)
  if (word === PARTNER) return `${PARTNER}=`
  const choice = CHOICES.find((one) => one.word === word)
  return choice?.name ?? (FACETS.some((one) => one === word) ? 'facet' : 'year')
}

function addModifier(figure: FigureTag, part: string): TagProblem | null {
  const word = part.toLowerCase()
  const equals = part.indexOf('=')
  if (equals > 0) {
    const key = word.slice(0, equals)
    const value = part.slice(equals + 1)
    const name = TAG_ARGUMENTS.find((one) => one.toLowerCase() === key)
    const kind = name && argumentOf(name).kind
    if (!kind || kind === 'choice' || kind === 'filter') {
      figure.filter = [...(figure.filter ?? []), { dimension: key, in: value.split(',').filter(Boolean) }]
      return null
    }
    const isNumber = kind === 'year' || kind === 'version'
    if (isNumber && !/^\d{1,6}$/.test(value)) return problem(`${name} 须为整数`, `${name} is a whole number`)
    const said = isNumber ? Number(value) : kind === 'dimension' ? value.toLowerCase() : value
    Object.assign(figure, { [name]: said })
    return null
  }
  const back = /^previous(\d*)$/.exec(word)
  if (back) {
    figure.back = Number(back[1] || 1)
    return figure.back <= MOST_BACK ? null : problem(`最多回溯 ${MOST_BACK} 年`, `at most ${MOST_BACK} years back`)
  }
  if (word === PARTNER) {
    figure.ofPartner = true
    return null
  }
  if (word === 'next') {
    figure.back = -1
    return null
  }
  const facet = FACETS.find((one) => one === word)
  const choice = CHOICES.find((one) => one.word === word)
  if (choice) Object.assign(figure, { [choice.name]: choice.value })
  else if (facet) figure.facet = facet
  else {
    const near = findNearest(word, [...CHOICES.map((one) => one.word), ...FACETS, 'previous', 'next', PARTNER], 1)
    return near.length > 0
      ? problem(`不认识“${part}”，是否想用 ${near[0]}`, `${part} is not known; perhaps ${near[0]}`)
      : problem(`不认识“${part}”`, `${part} is not known`)
  }
  return null
}

/** Word's full-width letters and spaces, and its non-breaking ones, are the plain ones. */
function tidy(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}

function problem(zh: string, en: string): TagProblem {
  return { words: { zh, en } }
}
