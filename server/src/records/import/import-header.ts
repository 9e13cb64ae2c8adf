import { createHash } from 'node:crypto'
import type { Database } from '../../ground/database/database.ts'
import type { BatchHeader } from '../batch-writer.ts'
import { findSuccessor } from '../identity/find-code.ts'
import type { RecordType } from '../record-type.ts'
import type { FileReading } from './file-reading.ts'
import type { ImportTable } from './import-tables.ts'
import type { ImportTally } from './report/import-tally.ts'

/** A table with what it has come to so far. */
export interface Part {
  table: ImportTable
  tally: ImportTally
}

/** A part of which it is known what it holds, before it is read. */
export interface Source {
  part: Part
  type: RecordType
  /** In which it goes in: what is pointed to before what points to it. */
  order: number
  dataDate: string | null
  /** Null: whose its rows are is asked when those before it are in. */
  institution: { code: string | null } | null
  open(): Promise<FileReading>
}

/** What a batch says of the tables that it is made of. `opened`: their files, once they are; `institution`: what was asked for. */
export async function headerOf(
  database: Database,
  sources: readonly Source[],
  opened: readonly FileReading['file'][],
  institution: string | undefined,
): Promise<BatchHeader> {
  const { type } = sources.at(-1)!
  const days = sources.flatMap(({ dataDate }) => dataDate ?? []).sort()
  const only = sources.length === 1 ? sources[0]!.institution!.code : (institution ?? null)
  const isOfOne = only !== null && sources.every((source) => source.type.name !== 'institution')
  return {
    recordType: type.name,
    fileName: nameOf([...new Set(sources.map(({ part }) => part.table.fileName))]),
    fileHash: () => hashOf([...new Set(opened.map(({ hash }) => hash))]),
    encoding: () => (new Set(opened.map(({ encoding }) => encoding)).size === 1 ? opened[0]!.encoding : null),
    dataDate: days.at(-1) ?? null,
    isMuch: true,
    // Its writers take turns and nobody else's. Rows of its successor may be among them.
    ...(isOfOne && !(await findSuccessor(database.quick, only)) && { institution: only }),
  }
}

const MOST_NAMED = 5

function nameOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return `${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` … +${rest}` : ''}`
}

function hashOf(hashes: readonly string[]): string {
  return hashes.length === 1 ? hashes[0]! : createHash('sha256').update(hashes.join('\n')).digest('hex')
}
