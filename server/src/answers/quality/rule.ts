import type { Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import type { SchoolYear } from './school-year.ts'

/** ERROR: figures are wrong or left out. WARNING: they may be. HINT: they are right, and could be better. */
export const SEVERITIES = ['ERROR', 'WARNING', 'HINT'] as const
export type Severity = (typeof SEVERITIES)[number]

/** One thing that a rule found. */
export interface Found {
  /** Name of the record type that it is about; null: none. */
  recordType: string | null
  /** How many records. */
  count: number
  message: Words
  /** Natural keys of some of them. */
  keys: string[]
}

/** What is looked for in an institution's records, and what to do where it is found. */
export interface Rule {
  /** Stable, for programs. */
  code: string
  severity: Severity
  /** What to do. */
  instruction: Words
  find(causeway: Causeway, year: SchoolYear): Promise<Found[]>
}
