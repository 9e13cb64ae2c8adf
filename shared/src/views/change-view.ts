import { looksOf } from '../charts/pieces.ts'
import type { ChartFacts, ChartPoint, ChartSpec } from '../charts/spec.ts'
import { formatQuantity } from '../format-figure.ts'
import { periodWords } from '../period-list.ts'
import type { Period } from '../period.ts'
import { headingCell, type Table, textCell, type TableCell } from '../table.ts'
import { figureWords, type Judged } from '../verdict.ts'
import { asIs, inBoth, type Words } from '../words/words.ts'
import { type DrawnView, plainPoint } from './drawn-view.ts'
import WORDS from './change-words.json' with { type: 'json' }

export const CAUSE_WORDS: Record<Cause, Words> = WORDS.causes
export type Cause = keyof typeof WORDS.causes

/** Why a figure is another one than at another moment: parts that add up to the difference. */
export interface ReadChange {
  before: Moment
  after: Moment
  /** In words. */
  sentence: Words
  /** What its parts are broken down by, in words; null: they are not. */
  dimension: Words | null
  parts: readonly ChangePart[]
}

type Moment = Judged & {
  period: Period
  /** When it is known, where the period does not tell the two apart. */
  known?: Words
}

interface ChangePart {
  cause: Cause
  category: { key: string; label: Words } | null
  value: number
  recordCount: number | null
}

type Facts = Pick<ChartFacts, 'name' | 'unit' | 'decimals' | 'institution' | 'theme' | 'kind' | 'countedIn'>

interface Row {
  name: Words
  value: number
}

/** More rows than these are no picture; the rest is one row, and the table has all. */
const MOST_ROWS = 12

/** From one figure to the other by what made the difference. */
export function changeView(change: ReadChange, facts: Facts): DrawnView {
  const { before, after, sentence, dimension } = change
  const unit = facts.unit.en === '%' ? WORDS.points : facts.unit
  const signed = (value: number) =>
    inBoth((locale) => (value > 0 ? '+' : '') + formatQuantity(value, facts.decimals, unit, locale))
  const figurePoint = (end: Moment) => plainPoint(end.value, figureWords(end, facts))
  let at = before.value ?? 0
  const rows = rowsOf(change)
  const parts = rows.map(({ value }): ChartPoint => {
    const [low, high] = [at, at + value]
    at = high
    const reached = inBoth((locale) => formatQuantity(at, facts.decimals, facts.unit, locale))
    const span = { zh: `至${reached.zh}`, en: `to ${reached.en}` }
    return { value, gap: null, text: signed(value), low, high, span }
  })
  const labels = [momentWords(before), ...rows.map(({ name }) => name), momentWords(after)]
  const title = dimension
    ? { zh: `变动原因：按${dimension.zh}`, en: `Why it changed: by ${dimension.en}` }
    : WORDS.title
  const spec: ChartSpec = {
    kind: 'waterfall',
    lying: true,
    title,
    subtitle: { zh: `${facts.institution.zh}，${facts.name.zh}`, en: `${facts.institution.en}, ${facts.name.en}` },
    summary: sentence,
    labels: labels.map((text) => ({ text, partial: false })),
    series: [
      {
        ...{ name: facts.name, theme: facts.theme, side: 'right' as const, ...looksOf(0) },
        points: [figurePoint(before), ...parts, figurePoint(after)],
      },
    ],
    unit: facts.unit,
    decimals: facts.decimals,
    whole: null,
    symbols: [],
    leftOut: 0,
  }
  return { spec, table: tableOf(change, title, signed, (end) => figureWords(end, facts)) }
}

/** Each cause; broken down each category, the largest first, what is in several of them last. */
function rowsOf({ dimension, parts }: ReadChange): Row[] {
  if (!dimension) return parts.map(({ cause, value }) => ({ name: WORDS.causes[cause], value }))
  const groups = [...Map.groupBy(parts, ({ category }) => category?.key ?? null)].map(([key, own]) => ({
    key,
    name: own[0]!.category?.label ?? WORDS.several,
    value: own.reduce((sum, { value }) => sum + value, 0),
  }))
  const rows = groups.filter(({ key, value }) => key !== null && value !== 0)
  rows.sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
  const shown = rows.length > MOST_ROWS ? rows.slice(0, MOST_ROWS - 1) : rows
  const rest = rows.slice(shown.length)
  const others = {
    name: { zh: `其余${rest.length}类`, en: `${rest.length} others` },
    value: rest.reduce((sum, { value }) => sum + value, 0),
  }
  return [
    ...shown,
    ...(rest.length > 0 ? [others] : []),
    ...groups.filter(({ key, value }) => key === null && value !== 0),
  ]
}

function tableOf(
  { before, after, dimension, parts }: ReadChange,
  title: Words,
  signed: (value: number) => Words,
  shown: (end: Moment) => Words,
): Table {
  const counted = parts.some(({ recordCount }) => recordCount !== null)
  const numberCell = (text: Words, value: number | null): TableCell => ({ text, value, gap: null })
  const row = (name: Words, category: Words, number: TableCell, records: number | null) => [
    headingCell(name),
    ...(dimension ? [textCell(category)] : []),
    number,
    ...(counted ? [records === null ? textCell(asIs('—')) : numberCell(asIs(String(records)), records)] : []),
  ]
  const end = (one: Moment) => row(momentWords(one), asIs('—'), numberCell(shown(one), one.value), null)
  return {
    title,
    columns: [
      { heading: WORDS.cause, numeric: false },
      ...(dimension ? [{ heading: dimension, numeric: false }] : []),
      { heading: WORDS.part, numeric: true },
      ...(counted ? [{ heading: WORDS.records, numeric: true }] : []),
    ],
    rows: [
      end(before),
      ...parts.map(({ cause, category, value, recordCount }) =>
        row(WORDS.causes[cause], category?.label ?? WORDS.several, numberCell(signed(value), value), recordCount),
      ),
      end(after),
    ],
    notes: [],
    symbols: [],
  }
}

function momentWords({ period, known }: Moment): Words {
  const when = periodWords(period)
  return known ? { zh: `${when.zh}（${known.zh}）`, en: `${when.en} (${known.en})` } : when
}
