import { argumentOf, SERIES_ARGUMENT_NAMES, type SeriesRequest } from '@causeway/shared/series-arguments'
import type { Words } from '@causeway/shared/words/words'
import type { Declaration } from '../../../figures/indicators/definition.ts'
import type { FormEdition } from '../../../figures/forms/form-definition.ts'

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
  'change',
  'percent',
  'points',
  'direction',
  'movement',
  'comparison',
  'share',
  'rank',
  'target',
  'progress',
  'peer-mean',
  'peer-rank',
  'list',
  'category',
] as const
export type Facet = (typeof FACETS)[number]

/** Those that hold a figure against that of another year or release. */
export const AGAINST: readonly Facet[] = ['change', 'percent', 'points', 'direction', 'movement', 'comparison']

/** What of a question a tag can say. The years are those of the report; `by` is for loops, lists, tables and charts. */
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
  /** A line of an official table, which has all its lines. */
  ofForm?: true
  /** What it is held against: the first year of a period, and a release; absent: the year before, and what the report is of. */
  since?: number
  against?: string
  /** Of its categories only the largest so many. */
  top?: number
  /** The largest category first. */
  bySize?: true
  /** All other categories together as one more. */
  rest?: true
  /** Its paragraph or row is left out where it is a gap. */
  omit?: true
  /** Its period, or its scope, is written after it. */
  withPeriod?: true
  withScope?: true
  /** Of a table or chart. */
  years?: number
  /** Of a table: the dimension of its columns. */
  across?: string
}

/** Words of a tag that have something written after its figure. */
export const WITH = { 'with-period': 'withPeriod', 'with-scope': 'withScope' } as const
export const isWith = (word: string): word is keyof typeof WITH => word in WITH

export const TESTS = ['grew', 'fell', 'unchanged', 'missing', 'hidden', 'known', 'reached', 'more', 'less'] as const
/** Those that ask the year before too. */
export const COMPARES: readonly (typeof TESTS)[number][] = ['grew', 'fell', 'unchanged']
export interface Test {
  is: (typeof TESTS)[number]
  /** What `more` and `less` compare with. */
  than: number
  not: boolean
}

export const LOOKS = ['bars', 'lines', 'stacked'] as const
export type Look = (typeof LOOKS)[number]

/** Of a line of an official table. `value` and `previous` are as the table has them. */
export const LINE_PARTS = ['value', 'previous', 'no', 'label', 'unit', 'note'] as const

export type ReportTag =
  | { is: 'fact'; fact: Fact }
  | { is: 'figure'; figure: FigureTag }
  | { is: 'category' }
  /** Of the document: paragraphs and rows of gaps alone are left out. */
  | { is: 'omit-gaps' }
  /** Between the turns of a loop: nothing before the first, “and” before the last. */
  | { is: 'and' }
  | { is: 'chart'; figures: FigureTag[]; years: number; look: Look }
  | { is: 'years'; count: number }
  | { is: 'categories'; figure: FigureTag }
  | { is: 'condition'; figure: FigureTag; test: Test }
  | { is: 'records'; type: string }
  /** Null: what the record is called. */
  | { is: 'record'; field: string | null }
  | { is: 'lines'; form: string; edition: FormEdition }
  | { is: 'line'; part: (typeof LINE_PARTS)[number] }

export interface TagProblem {
  words: Words
}

export function problem(zh: string, en: string): TagProblem {
  return { words: { zh, en } }
}

/** Words that say a choice, as `calendar` for CALENDAR_YEAR: the first word of the value. */
export const CHOICES = TAG_ARGUMENTS.flatMap((name) =>
  (argumentOf(name).values ?? []).map((value) => ({ name, value, word: value.split('_')[0]!.toLowerCase() })),
)
