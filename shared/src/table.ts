import { GAPS, type Gap } from './figure.ts'
import { formatFigure, formatInterval, formatValue, gapWords } from './format-figure.ts'
import { periodWords } from './period-list.ts'
import {
  categoryWords,
  dimensionName,
  oneCategoryWords,
  type ReadableFigure,
  type ReadableSeries,
  type SeriesFacts,
} from './series-facts.ts'
import { decimalsOf } from './verdict.ts'
import { basisWords, scopeWords } from './words/terms.ts'
import { type Words, inBoth, asIs } from './words/words.ts'

/** A table that knows nothing of where it is shown: page, Word, Excel and CSV draw the same one. */
export interface Table {
  title: Words
  columns: TableColumn[]
  rows: TableCell[][]
  notes: Words[]
  /** The gap symbols that occur in it. */
  symbols: SymbolMeaning[]
  /** Its columns are periods, the newest last: where there is no room for all, that is the one to begin with. */
  alongTime?: true
  /** Its columns are categories as its rows are. */
  crossed?: true
}

interface TableColumn {
  heading: Words
  /** Numbers are at the right, in digits of one width. */
  numeric: boolean
}

export interface TableCell {
  text: Words
  /** Unrounded, for outputs that hold numbers; null: text, or a gap. */
  value: number | null
  gap: Gap | null
  /** Heads its row. */
  heading?: true
  /** Of a text that is a day: YYYY-MM-DD, for outputs that hold days. */
  day?: string
}

export interface SymbolMeaning {
  symbol: string
  word: Words
  meaning: Words
}

/** The gaps among these, each once, in their declared order, with what their symbols mean. */
export function symbolsOf(gaps: Iterable<Gap | null | undefined>): SymbolMeaning[] {
  const occurring = new Set(gaps)
  return GAPS.filter((gap) => occurring.has(gap)).map((gap) => gapWords[gap])
}

/**
 * A series as a table. Without a dimension a row is a period, with its parts and interval where any figure has them; with one, a
 * row is a category and a column a period; with two and one period, a column is a category of the second. What a figure does not
 * have reads as a dash, with a note.
 */
export function seriesToTable(series: ReadableSeries, facts: SeriesFacts): Table {
  const shape = !series.dimension
    ? byPeriod(series, facts)
    : isCrossedOnce(series)
      ? byTwoCategories(series, facts)
      : byCategory(series, facts)
  return {
    title: { zh: `${facts.institution.zh}${facts.name.zh}`, en: `${facts.name.en}, ${facts.institution.en}` },
    ...shape,
    notes: [...notesOf(series, facts), ...(shape.rows.flat().includes(ABSENT) ? [ABSENT_NOTE] : [])],
    symbols: symbolsOf(series.figures.map((figure) => figure.gap)),
  }
}

function byPeriod(series: ReadableSeries, facts: SeriesFacts): Pick<Table, 'columns' | 'rows'> {
  const { figures } = series
  const has = (part: 'numerator' | 'denominator' | 'interval' | 'size') =>
    figures.some((figure) => figure[part] != null)
  const parts = has('numerator') && has('denominator')
  const sized = !parts && has('size') && figures.some((figure) => figure.size != null && figure.size !== figure.value)
  const columns: TableColumn[] = [
    { heading: basisWords[series.basis], numeric: false },
    { heading: withUnit(facts), numeric: true },
  ]
  if (parts)
    columns.push(
      { heading: { zh: '分子', en: 'numerator' }, numeric: true },
      { heading: { zh: '分母', en: 'denominator' }, numeric: true },
    )
  if (sized) columns.push({ heading: { zh: '人数（个数）', en: 'persons or objects behind it' }, numeric: true })
  if (has('interval')) columns.push({ heading: { zh: '95%置信区间', en: '95% interval' }, numeric: true })
  const rows = figures.map((figure) => {
    const row = [periodCell(figure), figureCell(figure, facts)]
    if (parts) row.push(partCell(figure.numerator), partCell(figure.denominator))
    if (sized) row.push(partCell(figure.size))
    if (has('interval')) row.push(intervalCell(figure, facts))
    return row
  })
  return { columns, rows }
}

function byCategory(series: ReadableSeries, facts: SeriesFacts): Pick<Table, 'columns' | 'rows' | 'alongTime'> {
  const periods = [...new Map(series.figures.map((figure) => [figure.period.year, figure.period])).values()]
  const rows = new Map<string, { label: Words; cells: Map<number, ReadableFigure> }>()
  const keyOf = (figure: ReadableFigure) => JSON.stringify([figure.category ?? null, figure.across ?? null])
  const inCategories = series.figures.filter((figure) => figure.category != null)
  for (const figure of inCategories) {
    const key = keyOf(figure)
    const row = rows.get(key) ?? { label: categoryWords(figure, facts), cells: new Map() }
    row.cells.set(figure.period.year, figure)
    rows.set(key, row)
  }
  const periodGap = new Map(
    series.figures.filter((figure) => figure.category == null).map((figure) => [figure.period.year, figure]),
  )
  return {
    columns: [
      { heading: headOf(series), numeric: false },
      ...periods.map((period) => ({ heading: periodHeading(period.partial, periodWords(period)), numeric: true })),
    ],
    rows: [...rows.values()].map(({ label, cells }) => [
      headingCell(label),
      ...periods.map((period) => {
        const figure = cells.get(period.year) ?? periodGap.get(period.year)
        return figure ? figureCell(figure, facts) : ABSENT
      }),
    ]),
    alongTime: true,
  }
}

/** Broken down by two dimensions in one period. */
function isCrossedOnce({ across, figures }: ReadableSeries): boolean {
  const years = new Set(figures.map(({ period }) => period.year))
  return across != null && years.size === 1 && figures.some(({ category }) => category != null)
}

function byTwoCategories(series: ReadableSeries, facts: SeriesFacts): Pick<Table, 'columns' | 'rows' | 'crossed'> {
  const figures = series.figures.filter(({ category }) => category != null)
  const columns = new Map(figures.map((figure) => [figure.across ?? null, oneCategoryWords(figure, 'across', facts)]))
  return {
    columns: [
      { heading: headOf(series), numeric: false },
      ...[...columns.values()].map((heading) => ({ heading, numeric: true })),
    ],
    rows: [...Map.groupBy(figures, ({ category }) => category).values()].map((ofOne) => [
      headingCell(oneCategoryWords(ofOne[0]!, 'category', facts)),
      ...[...columns.keys()].map((key) => {
        const figure = ofOne.find(({ across }) => (across ?? null) === key)
        return figure ? figureCell(figure, facts) : ABSENT
      }),
    ]),
    crossed: true,
  }
}

/** What the heads of the rows are; crossed, of the columns too. */
function headOf({ dimension, across }: ReadableSeries): Words {
  const first = dimensionName(dimension!)
  if (!across) return first
  const second = dimensionName(across)
  return { zh: `${first.zh}和${second.zh}`, en: `${first.en} and ${second.en}` }
}

function notesOf(series: ReadableSeries, facts: SeriesFacts): Words[] {
  const notes: Words[] = []
  const [first] = series.figures
  if (first && isCrossedOnce(series)) {
    const period = periodHeading(first.period.partial, periodWords(first.period))
    notes.push({ zh: `时段：${period.zh}`, en: `Period: ${period.en}` })
  }
  if (series.scope)
    notes.push({ zh: `统计范围：${scopeWords[series.scope].zh}`, en: `Scope: ${scopeWords[series.scope].en}` })
  if (series.dimension && facts.unit.zh !== '')
    notes.push({ zh: `单位：${facts.unit.zh}`, en: `Unit: ${facts.unit.en}` })
  if (series.figures.some((figure) => figure.period.partial)) {
    notes.push({ zh: '带†的时段数据未完整', en: '† the period is not complete' })
  }
  if (series.figures.some((figure) => figure.interval)) {
    notes.push({
      zh: '全体统计的置信区间反映的是过程的波动，不是抽样误差',
      en: 'Where all were counted, the interval speaks of the process, not of sampling',
    })
  }
  return notes
}

function withUnit({ name, unit }: SeriesFacts): Words {
  return { zh: unit.zh ? `${name.zh}（${unit.zh}）` : name.zh, en: unit.en ? `${name.en} (${unit.en})` : name.en }
}

function periodHeading(partial: boolean, label: Words): Words {
  return partial ? { zh: `${label.zh}†`, en: `${label.en}†` } : label
}

function periodCell({ period }: ReadableFigure): TableCell {
  return headingCell(periodHeading(period.partial, periodWords(period)))
}

function figureCell(figure: ReadableFigure, facts: SeriesFacts): TableCell {
  const format = { decimals: decimalsOf(figure, facts), gapAs: 'symbol' as const }
  return {
    text: inBoth((locale) => formatFigure(figure, format, locale)),
    value: figure.value,
    gap: figure.value === null ? (figure.gap ?? 'NO_RECORDS') : null,
  }
}

const ABSENT: TableCell = { text: asIs('—'), value: null, gap: null }
const ABSENT_NOTE: Words = { zh: '—：没有对应的数值', en: '—: there is no such number' }

function partCell(value: number | null | undefined): TableCell {
  if (value == null) return ABSENT
  return { text: inBoth((locale) => formatValue(value, 1, locale)), value, gap: null }
}

function intervalCell({ interval }: ReadableFigure, { decimals }: SeriesFacts): TableCell {
  return interval ? textCell(inBoth((locale) => formatInterval(interval, decimals, locale))) : ABSENT
}

/** Of a text that heads its row. */
export function headingCell(text: Words): TableCell {
  return { ...textCell(text), heading: true }
}

export function textCell(text: Words): TableCell {
  return { text, value: null, gap: null }
}
