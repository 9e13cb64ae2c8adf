import type { Figure } from '@causeway/shared/figure'
import { periodLabel } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { csvLine, guardFormula } from '../../ground/downloads.ts'
import type { TargetsOfYear } from '../../answers/targets/figure-targets.ts'
import { summarise } from '@causeway/shared/summary'
import type { Causeway } from '../../figures/causeway.ts'
import { ROUNDED_TO } from '../../figures/disclosure/rounding.ts'
import { reasonWords } from '../../figures/recounted-words.ts'
import { readSeriesFacts } from '../../figures/series-facts.ts'
import type { SeriesView } from '../pictures/series-view.ts'

/** What is written of a series, beside its figures. */
interface SeriesOfFile {
  series: Series
  unit: Words
  targetsOf: TargetsOfYear
}

type Cell = string | number | boolean | null

type Column = [name: string, zh: string, of: (figure: Figure, file: SeriesOfFile, locale: Locale) => Cell]

/** The columns of every series as CSV, in the contract's order, with their Chinese heads. */
const SERIES_COLUMNS: Column[] = [
  ['indicator', '指标', (_, { series }) => series.indicator],
  ['institution', '院校', (_, { series }) => series.institution],
  ['basis', '统计时段类型', (_, { series }) => series.basis],
  ['year', '起始年', ({ period }) => period.year],
  ['period', '统计时段', ({ period }, _, locale) => periodLabel(period, locale)],
  ['category', '分类', ({ category }) => category],
  ['value', '指标值', ({ value }) => value],
  ['gap', '无数值代码', ({ gap }) => gap],
  ['numerator', '分子', ({ numerator }) => numerator],
  ['denominator', '分母', ({ denominator }) => denominator],
  ['size', '人数（个数）', ({ size }) => size],
  ['low', '置信区间下限', ({ interval }) => interval?.low ?? null],
  ['high', '置信区间上限', ({ interval }) => interval?.high ?? null],
  ['unit', '单位', (_, { unit }, locale) => inLocale(unit, locale)],
  ['revision', '数据版本号', (_, { series }) => series.revision],
  ['scope', '统计范围', (_, { series }) => series.scope],
  ['at', '时点', (_, { series }) => series.at],
  ['across', '第二分类', ({ across }) => across],
  ['left_out', '国家（地区）不详未计入的记录数', ({ leftOut }) => leftOut],
  ['partial', '数据未完整', ({ period }) => period.partial],
  ['target', '目标值', ({ period }, { targetsOf }) => targetText(targetsOf(period.year))],
  ['reason', '无数值原因', (figure, { series }, locale) => reasonIn(figure, series, locale)],
]

/** Of which release the breakdown of a year is: after the others, and only where one is not of the release that was asked for. */
const STAYED_COLUMN: Column = [
  'stayed',
  '分列所属的较早定稿',
  ({ period }, { series }) => series.stayed?.find(({ year }) => year === period.year)?.release ?? null,
]

/** What numbers of persons are rounded to: only where any is. */
const ROUNDED_COLUMN: Column = [
  'rounded_to',
  '人数取为其倍数',
  (_, { series }) => (series.isRounded ? ROUNDED_TO : null),
]

function reasonIn(figure: Figure, series: Series, locale: Locale): string | null {
  const words = reasonWords(figure, series)
  return words && inLocale(words, locale)
}

/**
 * One row a figure, its numbers unrounded, a gap by its name and in words. Begins with a byte order mark, so that Excel reads Chinese.
 * `heads`: the language of the first row alone; the names that programs read where it is left out.
 */
export function seriesToCsv(files: readonly SeriesOfFile[], locale: Locale, heads: Locale = 'EN'): string {
  const columns = [
    ...SERIES_COLUMNS,
    ...(files.some(({ series }) => series.stayed) ? [STAYED_COLUMN] : []),
    ...(files.some(({ series }) => series.isRounded) ? [ROUNDED_COLUMN] : []),
  ]
  const first = columns.map(([name, zh]) => (heads === 'ZH' ? zh : name))
  const rows = files.flatMap((file) =>
    file.series.figures.map((figure) => columns.map(([, , of]) => of(figure, file, locale))),
  )
  return `\uFEFF${[first, ...rows].map((row) => csvLine(row.map(toCell))).join('')}`
}

/** Of several plans each value once. */
function targetText(targets: ReturnType<TargetsOfYear>): Cell {
  const values = [...new Set(targets.map(({ value }) => value))]
  return values.length > 1 ? values.join('; ') : (values[0] ?? null)
}

function toCell(value: Cell): string {
  if (value === null) return ''
  return typeof value === 'string' ? guardFormula(value) : String(value)
}

/** A series as JSON for programs, its names in one language: of `/i/{indicator}.json` and of `causeway series --format json`. */
export async function seriesToJson(
  causeway: Causeway,
  { series, declaration, targetsOf }: Pick<SeriesView, 'series' | 'declaration' | 'targetsOf'>,
  locale: Locale,
): Promise<object> {
  const facts = await readSeriesFacts(causeway, series, declaration)
  const named = (key: string | null, label: (key: string) => Words) =>
    key === null ? null : { key, label: inLocale(label(key), locale) }
  const { id, code, name, unit, decimals } = declaration
  return {
    indicator: { id, code, name: inLocale(name, locale), unit: inLocale(unit, locale), decimals },
    institution: { code: series.institution, name: inLocale(facts.institution, locale) },
    definitionVersion: declaration.version,
    basis: series.basis,
    at: series.at,
    scope: series.scope,
    dimension: series.dimension,
    across: series.across,
    profile: series.profile,
    revision: series.revision,
    computedAt: series.computedAt,
    release: causeway.moment?.releaseName ?? null,
    // Years whose breakdown is of an earlier release; null: of one that was withdrawn, so that it is hidden.
    stayed: series.stayed ?? [],
    // Null: they are as they were counted.
    roundedTo: series.isRounded ? ROUNDED_TO : null,
    summary: inLocale(summarise(series, facts), locale),
    figures: series.figures.map(({ recordCount, groupHeadcount, period, category, across: second, ...figure }) => ({
      period: { ...period, label: periodLabel(period, locale) },
      category: named(category, facts.categoryLabel),
      across: named(second, facts.acrossLabel),
      ...figure,
      // A figure has a value or a reason why it has none.
      reason: reasonIn({ ...figure, period, category, across: second, recordCount, groupHeadcount }, series, locale),
      targets: targetsOf(period.year),
      explanation: { recordCount, groupHeadcount },
    })),
  }
}
