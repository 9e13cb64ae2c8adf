/**
 * A backup is one gzip file of JSON lines: a header, then for each table its name and columns followed by its rows as arrays,
 * then a closing line. Nothing in it depends on the database it came from. Kept figures are not in it: they are made anew.
 */
export const FORMAT = 'causeway-backup'
export const FORMAT_VERSION = 1

/** Tables that are not backed up: what they hold is made from the others, or ends with a restore as sessions do. */
export const DERIVED_TABLES: ReadonlySet<string> = new Set([
  'figure_set',
  'hidden_cells',
  'reported_years',
  'ranked_figures',
  'country',
  'bloc_membership',
  'session',
])

/** An older Causeway does not know these and reads a backup only without them: it has none of them where they hold nothing. */
export const LATER_TABLES: ReadonlySet<string> = new Set(['saved_mapping', 'report'])

export interface BackupHeader {
  format: typeof FORMAT
  version: number
  /** ISO date-time */
  madeAt: string
  /** The kind of database it was made from; for people. */
  from: 'sqlite' | 'postgres'
}

export interface BackupTable {
  table: string
  columns: string[]
  /** Of a college's own fields: whether a column holds text. Where they are not declared, `restore` brings the columns. */
  own?: Record<string, 'text' | 'number'>
}

export interface BackupEnd {
  end: true
  rows: number
  /** SHA-256, hex, of all lines before it. */
  sha256: string
}

export type Cell = string | number | null
export type BackupLine = BackupHeader | BackupTable | Cell[] | BackupEnd

/** Where the key of personal hashes is that belongs to a backup. */
export function keyFileOf(backupFile: string): string {
  return `${backupFile}.key`
}
