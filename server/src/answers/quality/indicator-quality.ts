import type { Figure, Gap } from '@causeway/shared/figure'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import { listUncoveredBases } from '../../figures/counts-in.ts'
import type { Declaration, Base, Cond } from '../../figures/indicators/definition.ts'
import type { SchoolYear } from './school-year.ts'
import { type Words, asIs } from '@causeway/shared/words/words'
import type { RecordType } from '../../records/record-type.ts'
import { recordTypeOf } from '../../records/record-types.ts'

/** An indicator whose number of the year is far from the institution's own past. */
export interface IndicatorOutlier extends Outlier {
  declaration: Declaration
  figure: Figure
}

/** An indicator that has no number for the year, and what there would have to be. */
export interface Uncomputed {
  declaration: Declaration
  gap: Gap
  /** Records of which there is neither one nor a zero report; none: there are records, and nothing in them to compute it from. */
  missing: MissingRecords[]
}

export interface IndicatorQuality {
  outliers: IndicatorOutlier[]
  uncomputed: Uncomputed[]
}

/** Every indicator on its first basis, in its own scope. A year that is not over is compared with none. */
export async function readIndicatorQuality(
  causeway: Causeway,
  viewer: Viewer,
  { institution, year }: SchoolYear,
): Promise<IndicatorQuality> {
  const found: IndicatorQuality = { outliers: [], uncomputed: [] }
  for (const declaration of causeway.indicators) {
    const asked = { indicator: declaration.id, institution }
    const { figures } = await readSeries(causeway, viewer, { ...asked, from: year - MOST_YEARS, to: year })
    const figure = figures.at(-1)!
    if (figure.value === null) {
      const bases = figure.gap === 'NO_RECORDS' ? await listUncoveredBases(causeway, viewer, asked, year) : []
      found.uncomputed.push({ declaration, gap: figure.gap!, missing: bases.map(toMissingRecords) })
    } else if (!figure.period.partial) {
      const past = figures.slice(0, -1).flatMap(({ value }) => value ?? [])
      const outlier = findOutlier(figure.value, past, declaration.decimals === 0 ? LEAST_COUNT : 0)
      if (outlier) found.outliers.push({ declaration, figure, ...outlier })
    }
  }
  return found
}

/** Records of a type, or a part of them, that nobody has handed in. */
export interface MissingRecords {
  type: RecordType
  /** The type, and which part of it: 师生国（境）外交流（方向：派出；人员类别：教职工）. */
  words: Words
  /** The command that writes the workbook to fill in. */
  command: Words
}

export function toMissingRecords(base: Base): MissingRecords {
  const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
  const type = recordTypeOf(of)
  const parts = where.flatMap((condition) => partOf(type, condition) ?? [])
  const inBrackets = (language: 'zh' | 'en') => parts.map((part) => part[language])
  return {
    type,
    words: {
      zh: parts.length === 0 ? type.label.zh : `${type.label.zh}（${inBrackets('zh').join('；')}）`,
      en: parts.length === 0 ? type.label.en : `${type.label.en} (${inBrackets('en').join('; ')})`,
    },
    command: { zh: commandFor(type, 'zh'), en: commandFor(type, 'en') },
  }
}

function commandFor({ name }: RecordType, language: keyof Words): string {
  return `causeway template ${name} --lang ${language} --out ${name}.xlsx`
}

function partOf(type: RecordType, condition: Cond): Words | null {
  if (!('in' in condition) || typeof condition.field !== 'string') return null
  const field = type.fields.find(({ name }) => name === condition.field)
  if (!field) return null
  const labels = condition.in.map(
    (key) => field.choices?.find((choice) => choice.key === key)?.label ?? asIs(String(key)),
  )
  return {
    zh: `${field.label.zh}：${labels.map(({ zh }) => zh).join('、')}`,
    en: `${field.label.en.toLowerCase()}: ${labels.map(({ en }) => en).join(', ')}`,
  }
}

/** Earlier years that there must be numbers of. */
const LEAST_YEARS = 4
/** Earlier years with a figure other than zero that there must be if the median of all of them is zero. */
const LEAST_YEARS_NOT_ZERO = 3
/** Earlier years that are looked at. */
export const MOST_YEARS = 10
/** Deviations beyond which a number is said (Iglewicz and Hoaglin 1993). */
const LIMIT = 3.5
/** A standard deviation in median absolute deviations, and in mean ones, of normal noise. */
const PER_MEDIAN_DEVIATION = 1.4826
const PER_MEAN_DEVIATION = 1.253314
/** Where the past never moved, a step of more than this part of it is said. */
const STEP = 0.5
/** Whole counts that are nearer than this are no outliers, however still the past was. */
export const LEAST_COUNT = 5

export interface Outlier {
  value: number
  /** Of the years before. */
  median: number
  /** Robust standard deviations from the median; null: the past never moved. */
  deviations: number | null
  years: number
}

/**
 * A number that is far from the institution's own past: more than 3.5 robust standard deviations from the median of the earlier
 * years, where these are 1.4826 median absolute deviations, or 1.2533 mean ones if more than half of the years are alike; where
 * all are alike, more than half of their value away. `least`: nearer than this it never is. Null: it is not, or there are fewer than four years to say so from. A median
 * of zero with fewer than three years other than zero is no usual value either: whatever begins would be far from it.
 */
export function findOutlier(value: number, past: readonly number[], least = 0): Outlier | null {
  if (past.length < LEAST_YEARS) return null
  const median = medianOf(past)
  if (median === 0 && past.filter((it) => it !== 0).length < LEAST_YEARS_NOT_ZERO) return null
  const distances = past.map((it) => Math.abs(it - median))
  const spread =
    PER_MEDIAN_DEVIATION * medianOf(distances) ||
    (PER_MEAN_DEVIATION * distances.reduce((sum, it) => sum + it, 0)) / past.length
  const distance = Math.abs(value - median)
  if (distance < least) return null
  const isFar = spread === 0 ? distance > STEP * Math.abs(median) : distance / spread > LIMIT
  return isFar ? { value, median, deviations: spread === 0 ? null : distance / spread, years: past.length } : null
}

function medianOf(values: readonly number[]): number {
  const inOrder = [...values].sort((a, b) => a - b)
  const middle = inOrder.length >> 1
  return inOrder.length % 2 === 1 ? inOrder[middle]! : (inOrder[middle - 1]! + inOrder[middle]!) / 2
}
