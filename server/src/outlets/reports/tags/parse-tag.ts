import { findRecordType, fieldsOf, recordTypeOf, RECORD_TYPES } from '../../../records/record-types.ts'
import { findNearest } from '../../../ground/nearest.ts'
import {
  AGAINST,
  FACTS,
  LINE_PARTS,
  LOOKS,
  problem,
  TESTS,
  type FigureTag,
  type Look,
  type ReportTag,
  type TagProblem,
  type Test,
} from './kinds.ts'
import { MOST_YEARS, parseFigure, type Indicators } from './parse-figure.ts'
import {
  comparisons,
  FACT_WORDS,
  facets,
  inside,
  joined,
  looks,
  meantBy,
  modifiers,
  nearestWords,
  piecesOf,
  starts,
  tests,
  tidy,
  wordOf,
} from './spoken.ts'

const USUAL_YEARS = 5
const OMIT_GAPS = 'omit-gaps'

/** The loops around a tag. */
export interface Around {
  categories: boolean
  /** Any loop at all. */
  loop: boolean
  /** The type of the records that it turns through. */
  records: string | null
  lines: boolean
}

export const NOTHING_AROUND: Around = { categories: false, loop: false, records: null, lines: false }

/** A tag between text. */
export function parseTag(
  text: string,
  indicators: Indicators,
  around: Around = NOTHING_AROUND,
): ReportTag | TagProblem {
  const name = tidy(text)
  const word = wordOf(name, FACT_WORDS)
  const fact = FACTS.find((one) => one === word)
  if (fact) return { is: 'fact', fact }
  if (name.toLowerCase() === OMIT_GAPS || name === '缺数省略') return { is: 'omit-gaps' }
  const [start, rest] = startOf(name)
  if (start === 'chart') return parseChart(rest, indicators)
  if (start === 'table') return problem('表格标签须独占一段', 'a table tag has a paragraph to itself')
  const within = wordOf(name, inside)
  if (around.categories && within === 'category') return { is: 'category' }
  if (around.loop && within === 'and') return { is: 'and' }
  const pieces = piecesOf(name)
  const first = wordOf(pieces[0] ?? '', inside)
  if (around.records !== null && first === 'record') return parseRecord(around.records, pieces.slice(1))
  if (around.lines && first === 'line') return parseLine(pieces.slice(1))
  const figure = parseFigure(name, indicators, around.categories)
  if ('words' in figure) return figure
  if (figure.by && figure.facet !== 'list')
    return problem(`“by=”只用于循环、列举、表格或图表`, 'by= belongs in a loop, a list, a table or a chart')
  if (figure.facet === 'list' && !figure.by)
    return problem('列举须写明维度，如 EX02.by=country.list', 'a list names its dimension, as in EX02.by=country.list')
  if (!figure.by && (figure.years ?? figure.top) !== undefined)
    return problem(
      '“近…年”“前…个”只用于循环、列举、表格或图表',
      'years and top belong in a loop, a list, a table or a chart',
    )
  if (figure.facet === 'points' && figure.declaration && figure.declaration.unit.en !== '%')
    return problem('百分点只用于以 % 计的指标，其他用“增减”', 'points are of a share in %; of other figures say change')
  if (figure.facet === 'percent' && figure.declaration?.unit.en === '%')
    return problem('以 % 计的指标用“百分点”', 'a share in % changes by points')
  if ((figure.since !== undefined || figure.against !== undefined) && !AGAINST.includes(figure.facet))
    return problem('“自”与“对比”只用于增减、增幅、百分点、升降、变化', 'since and against belong to a change')
  return { is: 'figure', figure }
}

const YEARS = new RegExp(`^(?:years|近|${starts.years.join('|')})(?:[ :=]?(\\d+))?年?$`, 'i')

/** A tag that opens a loop or a condition. */
export function parseLoop(
  text: string,
  indicators: Indicators,
  around: Around = NOTHING_AROUND,
): ReportTag | TagProblem {
  const name = tidy(text)
  const years = YEARS.exec(name)
  if (years) {
    const count = Number(years[1] ?? USUAL_YEARS)
    if (count >= 1 && count <= MOST_YEARS) return { is: 'years', count }
    return problem(`年数须为 1 至 ${MOST_YEARS}`, `the number of years is from 1 to ${MOST_YEARS}`)
  }
  const [start, rest] = startOf(name)
  if (start === 'if') return parseCondition(rest, indicators, around)
  if (start === 'records') return parseRecords(rest)
  const figure = parseFigure(name, indicators, false)
  const [near] = [...meantBy(name), ...nearestWords(piecesOf(name)[0] ?? '')]
  if ('words' in figure) {
    if (near !== undefined) return problem(`没有这样的循环，是否想用 ${near}`, `there is no such loop; perhaps ${near}`)
    return name.includes('=') || isKnown(name, indicators)
      ? figure
      : problem(
          '循环写作“学年 5”“EX02 按国家”“台账 标准”或“报表:…”，条件以“如果”开头',
          'a loop is over years, over an indicator with by= and a dimension, over records or a form; a condition begins with if',
        )
  }
  if (figure.by) return { is: 'categories', figure }
  return problem(
    '按类别循环须写明维度，如 EX02.by=country',
    'a loop over categories names its dimension, as in EX02.by=country',
  )
}

/** It begins with an indicator, so that what is wrong is in what follows. */
const isKnown = (name: string, indicators: Indicators) =>
  !('words' in parseFigure(piecesOf(name)[0] ?? '', indicators, false))

/** How a tag begins, in English, and what follows. */
export function startOf(name: string): [start: string, rest: string] {
  const [, said = '', rest = ''] = /^(\S+?)(?:[\s:]+|$)(.*)$/.exec(name) ?? []
  const [, drawn] = /^(.+?)图表?$/.exec(said) ?? []
  const look = drawn === undefined ? '' : wordOf(drawn, looks)
  return look !== drawn && look !== '' ? ['chart', `${look} ${rest}`] : [wordOf(said, starts), rest]
}

const COMPARISON = new RegExp(`^(more|less|${Object.values(comparisons).flat().join('|')})=?(.+)$`, 'i')

function parseCondition(name: string, indicators: Indicators, around: Around): ReportTag | TagProblem {
  const pieces: string[] = []
  const test = { is: null as (typeof TESTS)[number] | null, than: 0, not: false }
  for (const piece of piecesOf(name)) {
    const [, key, value] = COMPARISON.exec(piece) ?? []
    const [, not, rest] = /^([未非不])(.+)$/.exec(piece) ?? []
    if (not !== undefined && wordOf(rest!, tests) !== rest && wordOf(piece, tests) === piece) {
      test.not = true
      test.is = wordOf(rest!, tests) as Test['is']
      continue
    }
    const word = wordOf(key ?? piece, tests, comparisons)
    const found = TESTS.find((one) => one === word)
    if (word === 'not') test.not = true
    else if (!found) pieces.push(piece)
    else if (test.is !== null) return problem('一个条件只问一件事', 'a condition asks one thing')
    else {
      test.is = found
      test.than = Number(value ?? 0)
      if ((found === 'more' || found === 'less') && (value === undefined || !Number.isFinite(test.than)))
        return problem('“多于”“少于”后须有数', 'more and less need a number')
    }
  }
  const all = [...TESTS, 'not'].join(', ')
  const near = pieces.flatMap((piece) => meantBy(piece.replace(/[.=]?\d+$/, '')))
  if (test.is === null && near.length > 0)
    return problem(
      `条件须写明问什么，是否想用 ${near.join('、')}`,
      `a condition says what it asks; perhaps ${near.join(', ')}`,
    )
  if (test.is === null)
    return problem(
      `条件须写明问什么：${Object.values(tests)
        .flatMap(([word]) => word!)
        .join('、')}、多于、少于`,
      `a condition says what it asks: ${all}`,
    )
  const figure = parseFigure(pieces.join(' '), indicators, around.categories)
  if ('words' in figure) return figure
  if (figure.by) return problem('条件问的是一个指标值，不能分列', 'a condition asks about one figure, without by=')
  return { is: 'condition', figure, test: { ...test, is: test.is } }
}

function parseRecords(name: string): ReportTag | TagProblem {
  const wanted = name.trim().toLowerCase()
  const type =
    findRecordType(wanted) ??
    RECORD_TYPES.find(({ label }) => [tidy(label.zh), tidy(label.zh).replaceAll(/\(.*?\)/g, '')].includes(wanted))
  if (type) return { is: 'records', type: type.name }
  const labels = RECORD_TYPES.flatMap(({ name: own, label }) => [own, label.zh])
  const near = [...meantBy(wanted), ...findNearest(wanted, labels, 3)].slice(0, 3)
  return problem(
    `没有这样的台账类型${near.length > 0 ? `，是否想用：${near.join('、')}` : ''}`,
    `there is no such record type${near.length > 0 ? `; perhaps ${near.join(', ')}` : ''}`,
  )
}

/** What a record can say beside its own fields. */
export const COUNTRIES_OF_RECORD = 'countries'

function parseRecord(type: string, [said]: string[]): ReportTag | TagProblem {
  if (said === undefined) return { is: 'record', field: null }
  const fields = fieldsOf(recordTypeOf(type)).filter(({ kind }) => kind !== 'person')
  const wanted = said.toLowerCase()
  if (type === 'standard' && (wanted === COUNTRIES_OF_RECORD || wanted === '采用国家'))
    return { is: 'record', field: COUNTRIES_OF_RECORD }
  const isWanted = (spelling: string) => tidy(spelling).toLowerCase() === wanted
  const field =
    fields.find(({ name, label }) => [name, label.zh, label.en].some(isWanted)) ??
    fields.find(({ also = [] }) => also.some(isWanted))
  if (field) return { is: 'record', field: field.name }
  const near = findNearest(
    wanted,
    fields.flatMap(({ name, label }) => [name, label.zh]),
    3,
  )
  if (near.length > 0)
    return problem(
      `此类台账没有“${said}”，是否想用：${near.join('、')}`,
      `records of this type have no ${said}; perhaps ${near.join(', ')}`,
    )
  return problem(
    `此类台账没有“${said}”，可用：${fields.map(({ label }) => label.zh).join('、')}`,
    `records of this type have no ${said}; they have ${fields.map((one) => one.name).join(', ')}`,
  )
}

function parseLine([said = 'value', ...more]: string[]): ReportTag | TagProblem {
  const word = wordOf(said, { no: ['序号'], label: ['指标', '名称'], note: ['备注'] }, modifiers, facets)
  const part = LINE_PARTS.find((one) => one === word)
  return part && more.length === 0
    ? { is: 'line', part }
    : problem('指标项只有：数值、上年、序号、名称、单位、备注', `a line has ${LINE_PARTS.join(', ')}`)
}

function parseChart(name: string, indicators: Indicators): ReportTag | TagProblem {
  const found = figuresIn(name, (text) => parseFigure(text, indicators, false))
  if ('words' in found) return found
  const { list: figures, look } = found
  if (figures.length === 0 || (figures.length > 1 && figures.some((figure) => figure.by)))
    return problem(
      '图表须写明一个或几个指标，如 chart DN02 DN03；按维度分列的只能是一个',
      'a chart names one or more indicators, as in chart DN02 DN03; one alone where it has by=',
    )
  if (new Set(figures.map((figure) => figure.declaration?.unit.zh)).size > 1)
    return problem('同一图表中各指标的单位须相同', 'the indicators of one chart have one unit')
  const said = figures.find(({ years }) => years !== undefined)?.years
  return { is: 'chart', figures, years: said ?? (figures[0]!.by ? 1 : USUAL_YEARS), look }
}

/** Several figures after each other, as charts and tables have them; what is no figure belongs to the one before it. */
export function figuresIn(
  name: string,
  parse: (text: string) => FigureTag | TagProblem,
): { list: FigureTag[]; look: Look } | TagProblem {
  let look: Look = 'bars'
  const texts: string[] = []
  for (const piece of joined(name)
    .split(/[\s、:]+/)
    .filter(Boolean)) {
    const word = wordOf(piece, looks)
    const found = LOOKS.find((one) => one === word)
    if (found) look = found
    else if (OF_THE_ONE_BEFORE.test(piece) && texts.length > 0) texts.push(`${texts.pop()!}.${piece}`)
    else texts.push(piece)
  }
  const list: FigureTag[] = []
  for (const text of texts) {
    const figure = parse(text)
    if ('words' in figure) return figure
    list.push(figure)
  }
  return { list, look }
}

const OF_THE_ONE_BEFORE =
  /^(?:(?:years|by|across|top)=.+|近\d+年?|再?按.+|前\d+个?|top\d+|rest|及其余|size-order|从大到小)$/i
