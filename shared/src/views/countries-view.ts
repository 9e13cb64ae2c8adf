import { looksOf } from '../charts/pieces.ts'
import type { ChartPoint, ChartSeries } from '../charts/spec.ts'
import { periodOnBasis } from '../period-list.ts'
import type { Figure } from '../figure.ts'
import { formatFigure } from '../format-figure.ts'
import type { Theme } from '../series.ts'
import { symbolsOf, type TableCell, headingCell } from '../table.ts'
import { placeAtEnd } from '../unknown.ts'
import { type Words, asIs, inBoth, joinWords } from '../words/words.ts'
import { type DrawnView, plainPoint } from './drawn-view.ts'
import WORDS from './countries-words.json' with { type: 'json' }

/** One indicator of the picture of the overview, by country or region, in one period. */
export interface CountrySide {
  name: Words
  unit: Words
  decimals: number
  /** The sentence of its figures. */
  summary: Words
  /** `category` null: the whole, where no country is known. */
  figures: readonly (Pick<Figure, 'period' | 'value' | 'gap'> & { category: { key: string; label: Words } | null })[]
}

interface Row {
  key: string
  label: Words
  points: [ChartPoint, ChartPoint]
}

/** In the picture nothing is there: 0 has a foot line. */
const BLANK: Words = WORDS.blank
/** How many countries the picture has room for; all of them are in its table. */
const MOST = 10

/** Both sides of the picture of the overview by country or region. `keys`: of the countries that are drawn, `rows`: of all. */
export function countriesView(
  introduction: CountrySide,
  carriedOut: CountrySide,
  institution: Words,
): Required<DrawnView> & { keys: string[]; rows: Row[] } {
  const rows = rowsOf([introduction, carriedOut])
  const shown = rows.slice(0, MOST)
  const period = introduction.figures[0]?.period
  const when = period ? periodOnBasis(period) : null
  const series = (at: 0 | 1, name: Words, theme: Theme): ChartSeries => ({
    name,
    theme,
    ...looksOf(0),
    side: at === 0 ? 'left' : 'right',
    points: shown.map((row) => row.points[at]),
  })
  const gapsOf = (some: readonly Row[]) => some.flatMap(({ points }) => points.map(({ gap }) => gap))
  const heading = ({ name, unit }: CountrySide) => ({
    heading: { zh: `${name.zh}（${unit.zh}）`, en: `${name.en} (${unit.en})` },
    numeric: true,
  })
  return {
    spec: {
      kind: 'mirrored-bars',
      lying: true,
      title: WORDS.title,
      subtitle: joinWords([institution, when]),
      summary: {
        zh: introduction.summary.zh + carriedOut.summary.zh,
        en: [introduction.summary.en, carriedOut.summary.en].filter(Boolean).join(' '),
      },
      labels: shown.map(({ label }) => ({ text: label, partial: period?.partial ?? false })),
      series: [series(0, introduction.name, 'INTRODUCTION'), series(1, carriedOut.name, 'EXPORT')],
      unit: introduction.unit,
      decimals: introduction.decimals,
      whole: null,
      symbols: symbolsOf(gapsOf(shown)),
      leftOut: rows.length - shown.length,
    },
    table: {
      title: WORDS.title,
      columns: [{ heading: WORDS.country, numeric: false }, heading(introduction), heading(carriedOut)],
      rows: rows.map(({ label, points: [left, right] }) => [
        headingCell(label),
        cellOf(left, introduction),
        cellOf(right, carriedOut),
      ]),
      notes: rows.some(({ points }) => points.some(isUnnamed)) ? [WORDS.unnamed] : [],
      symbols: symbolsOf(gapsOf(rows)),
    },
    notes: shown.some(({ points }) => points.some(isUnnamed)) ? [BLANK] : [],
    keys: shown.map(({ key }) => key),
    rows,
  }
}

/** The countries of either side, the largest figure first. Of a country that one side does not name it says nothing, not even 0. */
function rowsOf(both: readonly [CountrySide, CountrySide]): Row[] {
  const sides = both.map((side) => ({
    side,
    named: new Map(side.figures.flatMap((one) => (one.category ? [[one.category.key, one] as const] : []))),
    rest: { value: null, gap: side.figures.find((one) => !one.category)?.gap ?? null },
  }))
  const labels = new Map(
    sides.flatMap(({ named }) => [...named].map(([key, figure]) => [key, figure.category!.label] as const)),
  )
  const rows = [...labels].map(([key, label]): Row => {
    const points = sides.map(({ side, named, rest }) => pointOf(named.get(key) ?? rest, side)) as Row['points']
    return { key, label, points }
  })
  const size = (row: Row) =>
    Math.max(...row.points.map((point) => point.value ?? (point.gap === 'SUPPRESSED' ? 0 : -1)))
  return rows.toSorted((a, b) => placeAtEnd('country', a.key) - placeAtEnd('country', b.key) || size(b) - size(a))
}

/** The side does not name this country. */
function isUnnamed({ value, gap }: Pick<ChartPoint, 'value' | 'gap'>): boolean {
  return value === null && gap === null
}

/** As it is read aloud. */
const SAYS_NOTHING: Words = WORDS.saysNothing

function pointOf({ value, gap }: Pick<ChartPoint, 'value' | 'gap'>, { unit, decimals }: CountrySide): ChartPoint {
  const text = () => inBoth((locale) => formatFigure({ value, gap }, { decimals, unit }, locale))
  return plainPoint(value, isUnnamed({ value, gap }) ? SAYS_NOTHING : text(), gap)
}

function cellOf({ value, gap }: ChartPoint, { decimals }: CountrySide): TableCell {
  const text = () => inBoth((locale) => formatFigure({ value, gap }, { decimals, gapAs: 'symbol' }, locale))
  return { text: isUnnamed({ value, gap }) ? asIs('—') : text(), value, gap }
}
