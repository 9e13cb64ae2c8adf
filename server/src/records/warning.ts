import type { Words } from '@causeway/shared/words/words'
import type { Connection } from '../ground/database/database.ts'
import type { Brought } from './brought.ts'
import type { DataDateStep } from './data-date.ts'
import type { RecordType } from './record-type.ts'
import codes from './warning-codes.json' with { type: 'json' }

/** Every code, with what it means. */
export const RECORD_WARNING_CODES = codes
export type RecordWarningCode = keyof typeof codes

/** Something doubtful that a batch brought. It refuses nothing. */
export interface RecordWarning {
  code: RecordWarningCode
  /** Row of the file. */
  row: number | null
  /** Name of the field. */
  field: string
  value: string | null
  message: Words
}

/** What a batch did to one institution with one type. */
export interface TouchedType {
  institution: string
  /** Persons, or groups, are among its rows. */
  hasPersons: boolean
  hasGroups: boolean
  /** The institution had records of the type before. */
  wasFilled: boolean
  /** The day up to which the batch says that the records speak, YYYY-MM-DD; null: it says none. */
  said: string | null
  dataDate: DataDateStep
  /** Of the whole batch. */
  brought: Brought
}

export type Touched = TouchedType & { batch: string }

/** What may be doubtful in the records that a batch touched, whichever of two that do not fit together it brought. */
export interface Warning {
  /** Whether batches of this record type can bring it. */
  of(type: RecordType): boolean
  /** A record type without which there is nothing to find at an institution. */
  beside?: string
  find(db: Connection, touched: Touched, type: RecordType): Promise<RecordWarning[]>
}

/** Of one kind in one batch; more say nothing new. */
export const MOST_DOUBTS = 500

/** For `of` of a warning: batches of these record types can bring it. */
export function ofTypes(...names: string[]): (type: RecordType) => boolean {
  return ({ name }) => names.includes(name)
}

export function hasFields(type: RecordType, ...names: string[]): boolean {
  return names.every((name) => type.fields.some((field) => field.name === name))
}
