import { dimensionWords, type kindWords } from '@causeway/shared/words/terms'
import type { Basis } from '@causeway/shared/period'
import type { Scope, Theme } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { FormLine } from './form-line.ts'

/**
 * The closed vocabulary of indicators. A declaration is plain, JSON-serialisable data: no SQL and no functions. Its readers are
 * the SQL compiler, the oracle of the tests, the formula in plain words, GraphQL, the chart and the official forms.
 */
export interface Declaration {
  /** kebab-case, never reused. */
  id: string
  /** As in the catalogue: `EX07`, a variant `SK05.best`. */
  code: string
  name: Words
  /** What is counted, in a sentence or two that a dean understands. */
  definition: Words
  /** For the clerk who keeps the records: which record types and columns to fill, what counts and what does not. */
  fillingNote?: Words
  theme: Theme
  kind: keyof typeof kindWords
  unit: Words
  decimals: number
  betterWhen: 'HIGHER' | 'LOWER' | null
  /** Rises with every change that can alter a figure. */
  version: number
  /** What is different from the version before. */
  change?: Words
  bases: Basis[]
  /** Whose records and zero reports cover a period; each of them must. Of a union one is enough for a number, each is needed for a 0. */
  base: Base[]
  /** Absent: the indicator has no country that a scope could act on. */
  scope?: Side & { default: Scope | null }
  /** Absent exactly where the measure is a ratio. */
  set?: SetOf
  measure: Measure
  dimensions: Partial<Record<DimensionId, Side>>
  /** Of a ratio: what a rule asks it to reach. */
  threshold?: Threshold
  /** Lines of official tables that it brings along, where no form (`forms/data`) foresees it. */
  lines?: OfficialLine[]
  /** One small case that can be checked by eye, shown in the documentation and run as a test; null: only of a college's own. */
  example: WorkedExample | null
}

/** What a figure may be broken down by has its words in `shared/src/words/terms.ts`. */
export type DimensionId = keyof typeof dimensionWords
export const DIMENSION_IDS = Object.keys(dimensionWords) as DimensionId[]

/** A line at the end of an edition of an official table that asks for the indicator. */
export interface OfficialLine extends Omit<FormLine, 'indicator' | 'minus' | 'plus' | 'over' | 'unit'> {
  /** `international-influence` (国际影响表) and its like. */
  form: string
  edition: string
  /** Absent: the indicator's. */
  unit?: Words
}

export interface Threshold {
  /** `[1, 3]` is one third: met where the numerator taken three times is at least the denominator. */
  atLeast: [numerator: number, denominator: number]
  /** What is asked, and by which rule. */
  words: Words
}

interface WorkedExample {
  /** What the case shows. */
  words: Words
  /** Rows by record type, values as a person would type them. An institution `X` of country CN is given, its data date 2026-08-31. */
  records: Record<string, Record<string, string | number>[]>
  ask: { basis: Basis; year: number; scope?: Scope; by?: DimensionId; category?: string; at?: string }
  expect: number | 'NO_RECORDS' | 'NOT_APPLICABLE'
}

type TypeName = string
export type Base = TypeName | { of: TypeName; where: Cond[] }
/** No denominator: it stays whole. */
export type Side = FieldRef | { numerator: FieldRef; denominator?: FieldRef }
/** A list is one key, its parts joined by `/`. */
export type FieldRef = Path | Path[]
/** `field`, `reference.field`, `join.field`, `#key` (the record's natural key), `#type` (its record type). */
export type Path = string

export type SetOf = PlainSet | UnionSet
export interface PlainSet {
  of: TypeName
  where?: Cond[]
  time: Time
  onePer?: OnePer
  joins?: Record<string, Join>
}
export interface UnionSet {
  union: Branch[]
  /** Over the names that every branch has. */
  where?: Cond[]
}
export interface Branch {
  of: TypeName
  where?: Cond[]
  time: Time
  /** A name not in it is the field of that name. */
  as?: Record<string, Key>
}
/** `on` fills the natural key of `to`; no such record: its fields are empty. */
export interface Join {
  to: TypeName
  on: Record<string, Path>
}
export interface OnePer {
  key: Key
  /** `first`: the least `by` of all history, then the time rule. `latest`, `best`: the greatest within the period. */
  pick: 'first' | 'latest' | 'best'
  by: Value
  /** Before that: the greatest of it, where the records of one key contradict one another. */
  best?: Value
}

export type Time =
  | { fallsIn: DateOf }
  | { overlaps: [Path, Path] }
  | { inForce: [DateOf, Path][] }
  | { upTo: DateOf }
  | { always: true }
  | { trailing: number; overlaps: [Path, Path] }
export type DateOf = Path | { stage: string } | { due: [start: Path, days: Path, end: Path] }

export type Cond =
  | { field: Value; in: (string | number)[] }
  | { field: Value; notIn: (string | number)[] }
  | { field: Value; filled: true }
  | { field: Value; atLeast: number | { field: Value } }
  | { field: Path; inScope: Scope | 'SCOPE' }
  | { when: Time }
  | { any: Cond[][] }
  | { related: Related; atLeast: number }
  | { related: Related; sum: Value; atLeast: number }
export interface Related {
  of: TypeName
  /** Their field to ours; both filled and equal. */
  on: Record<string, Path>
  where?: Cond[]
  time: Time
}

export type Value =
  | Path
  | { else: Path[] }
  | { stage: string }
  | { days: [Path, Path]; given?: Path }
  | { clippedDays: [Path, Path] }
  | { sharedDays: Path; over: [Path, Path] }
  | { points: Path; map: Record<string, number> }
export type Key = 'persons' | Value | Value[]

export type Measure =
  | { count: 'records' | 'participations' }
  | { distinct: Key }
  | { sum: Value }
  | { mean: Value; scale?: Path[] }
  | { median: Value }
  | { share: Cond[]; per: 'persons' | 'participations' | 'records'; zero?: Reported[] }
  /** `forEvery: 100`: so many for every hundred of the denominator. Absent: one, or a hundred where the unit is %. */
  | { ratio: { numerator: Part; denominator: Part; response?: Part }; forEvery?: 100 | 1000 | 10000 }
  | {
      pairs: Value[]
      before: Cond[]
      after: Cond[]
      value: Path
      gain: 'difference' | 'normalised'
      max?: Path
      scale: Path[]
    }
  | { weighted: Cond[]; by: Path[]; within: number; weights: { of: TypeName; key: string[]; weight: string } }
/**
 * What must have been reported for a share of 0 % to be a number, of several each: a record of a type, or a report that there was none,
 * in the months up to the day (absent: at any time up to it); or a field of one of those that it is a share of. `where` as of a base.
 */
export type Reported = { of: TypeName; where?: Cond[]; trailing?: number } | { filled: Path }
export interface Part {
  set: SetOf
  measure: Measure
}

/** A college's own indicators are known by their id from those that ship. */
export function isOwn(id: string): boolean {
  return id.startsWith('own-')
}

export type PartName = 'numerator' | 'denominator'

/** The field of one part, or null: that part stays whole. */
export function fieldOf(side: Side, part: PartName): FieldRef | null {
  if (typeof side === 'string' || Array.isArray(side)) return side
  return side[part] ?? null
}

/** Every scope that an indicator can be asked in; null: none. */
export function scopesOf({ scope }: Pick<Declaration, 'scope'>): (Scope | null)[] {
  return scope ? [...new Set([scope.default, 'ABROAD' as const, 'BORDER' as const])] : [null]
}
