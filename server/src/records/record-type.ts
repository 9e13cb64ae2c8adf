import type { Words } from '@causeway/shared/words/words'
import FIELDS_OF_ALL from './fields-of-all.json' with { type: 'json' }

/**
 * How a field is read, checked and stored.
 *
 * | kind | stored as |
 * |---|---|
 * | text, code, month-day | text |
 * | choice, country | its key (country: ISO 3166-1 alpha-2, `foreign` or `unknown`) |
 * | reference | the code of the record it names |
 * | person | the keyed hash |
 * | date | ISO text, and `<name>_day` as whole days since 1970-01-01 |
 * | flag | 0 or 1 |
 * | integer, year | integer |
 * | decimal | integer: the value times `factor`, so that sums are whole on both databases |
 * | level | integer: the rank of the level on its scale (`reference/scales.ts`), so that levels of one scale compare |
 * | record-key | text: the key of the record it names, as that is stored |
 */
export type FieldKind =
  | 'text'
  | 'code'
  | 'choice'
  | 'country'
  | 'reference'
  | 'person'
  | 'date'
  | 'month-day'
  | 'flag'
  | 'integer'
  | 'year'
  | 'decimal'
  | 'level'
  | 'record-key'

export interface Choice {
  key: string
  label: Words
  /** Other ways people write it. */
  also?: string[]
}

export interface Field {
  /** snake_case; the name of the contract. */
  name: string
  label: Words
  kind: FieldKind
  required?: true
  /** Other headers it is known by. */
  also?: string[]
  choices?: Choice[]
  /** Of a choice: what people write where it has no value, as 在读 where a study has no outcome yet. */
  none?: string[]
  /** Record type that a reference names by its code. */
  to?: string
  /** Record type whose code it is, registered there or not. */
  codeOf?: string
  /** Of a level: the fields that say on which scale, and which version of it. */
  on?: { scale: string; version: string }
  /** Of a record key: the field that says of which record type. */
  of?: string
  /**
   * Of a number that people also publish in words: an empty cell, 无 and a dash are not numbers here, and make `field` have one of
   * these values instead.
   */
  wordless?: { field: string; blank: string; none: string; dash: string }
  /** Of a text: 无 and a dash are what somebody wrote, and not an empty cell. */
  verbatim?: true
  /** Of a text: people write it in both languages side by side, `理事 Board member`, and each language reads its own. */
  inBoth?: true
  /** Of a flag: words that mean yes, and no, in this field alone. */
  yes?: string[]
  no?: string[]
  /** Of a country: what is abroad is judged by it, so that it may be neither `unknown` nor `foreign`. */
  mustBeKnown?: true
  /** Of a number that is merged over several rows: it is of each of them, as days are; a headcount would be of all. */
  ofEach?: true
  /** Of a date: the first day of a stretch, or its last. Where a file says the month alone, that is the day of it. */
  edge?: 'first' | 'last'
  /** Of a decimal: 2 for halves, 100 for hundredths. Values must be whole multiples of 1/factor. */
  factor?: number
  min?: number
  max?: number
  /** Of a quantity: what it is counted in, where the label does not say it. */
  unit?: Words
  /** Set by what attaches a file: no column of a table is read as it, and nobody types it. */
  notInFiles?: true
  /** For the data dictionary and the template's note. */
  note?: Words
  /** As a person would type it into the template, one for each language. */
  example?: Words
}

/** What one field means for another where it has one of these values. `because`: what to say to a person who did otherwise. */
interface FieldRule {
  field: string
  in: string[]
  then: string
  because: Words
}

/**
 * One kind of record, declared once. From it come the table, the checks, the importer's headers, the Excel template, the shape
 * GraphQL serves and the data dictionary. `unit`, `source_id` and `note` are fields of every type and not repeated here.
 */
export interface RecordType {
  /** kebab-case, as in the contract. */
  name: string
  /** Its place in lists: what is pointed to comes before what points to it. */
  order: number
  label: Words
  /** What one record is. */
  description: Words
  fields: Field[]
  /** Names of the fields of the natural key, in order; of `a|b` the first that is filled. */
  key: string[]
  /** Further parts, which the key gained when there were records: left out where all are empty, so that those keep their keys. */
  lateKey?: string[]
  /** Fields that tell one record from another beside its code, in order; of `a|b` the first that is filled. Absent: its names. */
  identity?: string[]
  /**
   * The stretch a record speaks for. `starts`: its earliest filled date is the first day (`empty: 'always'`: an empty one is before
   * every day; 'never': without any the record covers nothing). `ends`: its last day, empty: still open; absent: the record is its
   * one day. A `class` field instead: that class's school year. None of these: always.
   */
  span:
    | { starts: string[]; ends?: string; empty: 'always' | 'never'; endless?: 'open' | 'one-day' }
    | { class: string }
    | { always: true }
  /** Where the day of an empty start can be taken from: the earliest `date` of the records of `of` that name it in `by`. */
  startFrom?: { of: string; by: string; date: string }
  /** A register is covered from its first record to the data date. */
  register?: true
  /** Fields of which at least one must be filled. */
  oneOf?: string[][]
  /** Fields of which exactly one must be filled: person or headcount. */
  exactlyOne?: string[][]
  /** Pairs of dates that must not be reversed. */
  ranges?: [from: string, to: string][]
  /** Pairs of numbers of which the first may not be more than the second: `answered`, `asked`. */
  notAbove?: [part: string, whole: string][]
  /** Where one field has a value, another is required: `introduced` needs a `country`. */
  requiredWhere?: FieldRule[]
  /** Where one field has any other value, another must be empty: a zero report has a `direction` of `mobility` alone. */
  allowedWhere?: FieldRule[]
  /** Ordered stages of a life cycle, name of stage to date field; a later stage reached implies the earlier. */
  stages?: Record<string, string>
  /** A label of one record: these fields, one after another; of `a|b` the first that is filled. */
  title: { zh: string[]; en: string[] }
  /** Further columns of this type's files. Filled, they make a record of another type: `as` gives each of its fields the column. */
  companion?: { type: string; columns: Field[]; as: Record<string, string> }

  /** There is always one: nobody states that there was none. */
  given?: true
  /** Each direction and audience of it is reported by itself, and a zero report may name them. */
  inParts?: true
  /** It says something about records, as a plan, a paper or a decision does, and is not reported itself. */
  beside?: true
  /** Though beside the records, it is proved by evidence as they are. */
  proved?: true
  /** It says what an institution is or has decided: no successor takes it over, and nobody changes it by hand. */
  ofInstitution?: true

  /** Records are gathered around one of these, as a programme: what a sentence calls it, and what the schema says of it. */
  subject?: Words & { means: string }
  /** It says how things are held here, and nothing that happened to what its fields name. */
  notOfSubjects?: true
  /** It is there from its first day to its last; a record that names it on another day is doubtful. */
  lasting?: true
  /** Columns of which the first that is filled is the day on which what it names has to be there. Absent: it may come after that. */
  namesOn?: string[]
  /** The field by which group rows and rows of persons speak of the same; absent: `programme`. */
  groupsBy?: string
  /** What people do when such a record of theirs begins and ends. */
  verbs?: { begin: Verb; end: Verb }
}

/** As `enrolled`, `had left`. */
export interface Verb {
  zh: string
  past: string
  participle: string
}

export function verb(zh: string, past: string, participle = past): Verb {
  return { zh, past, participle }
}

/** An institution reports it, and may have nothing of it to report. */
export function isReported({ given, beside }: Pick<RecordType, 'given' | 'beside'>): boolean {
  return !given && !beside
}

export function takesEvidence({ beside, proved }: Pick<RecordType, 'beside' | 'proved'>): boolean {
  return !beside || proved === true
}

/** Every type takes these; `unit` is in no key but that of `source_id`. */
export const COMMON_FIELDS: Field[] = FIELDS_OF_ALL as Field[]

/** `record_training_session`: the table of a type. */
export function tableOf(recordType: string): string {
  return `record_${recordType.replaceAll('-', '_')}`
}

/** The fields that make two rows the same record. */
export function keyFieldsOf({ key, lateKey = [] }: RecordType): string[] {
  return [...key.flatMap((part) => part.split('|')), ...lateKey]
}

/** Groups of alternative field names that tell one record from another beside its code: `identity`, else the names. */
export function identityOf({ identity, fields }: RecordType): string[][] {
  if (identity) return identity.map((part) => part.split('|'))
  const names = fields.flatMap(({ name }) => (/^(name|title)_(zh|en)$/.test(name) ? [name] : []))
  return names.length > 0 ? [names] : []
}

/** A code names one record of the type: others are known by more than their code. */
export function isKnownByCode({ key, lateKey }: RecordType): boolean {
  return key.length === 1 && key[0] === 'code' && lateKey === undefined
}
