import codes from './problem-codes.json' with { type: 'json' }
import type { RecordWarningCode } from '../../warning.ts'

/** The whole file is refused. */
export const FILE_CODES = codes.file
/** A row is refused. */
export const ROW_CODES = codes.row
/** It is said, and refuses nothing. */
export const WARNING_CODES = codes.warning

export type FileCode = keyof typeof FILE_CODES
export type RowCode = keyof typeof ROW_CODES
export type WarningCode = keyof typeof WARNING_CODES | RecordWarningCode
export type ProblemCode = FileCode | RowCode | WarningCode
