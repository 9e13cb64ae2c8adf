import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { roleOfFile } from '@causeway/shared/table-files'
import { fill, type Words } from '@causeway/shared/words/words'
import { ImportRefused } from '../ground/import-refused.ts'
import type { WarningCode } from '../ground/problem-codes.ts'
import { findFileKind } from './file-kind.ts'
import { looksSpaced, partsLines } from './parse-csv.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_FILES = 200
const SAMPLE_BYTES = 65_536

/** A file of a folder that is not read. */
export interface FileLeftOut {
  file: string
  /** `FILE_NOT_READ` if it may hold records. */
  code: Extract<WarningCode, 'FILE_NOT_READ' | 'FILE_LEFT_OUT'>
  message: Words
}

/**
 * Returns the files of an import: of a folder those in it that are tables, by name. `onLeftOut` is called with the others, but
 * for hidden ones. Throws `NO_SUCH_FILE` or `FILE_TOO_LARGE`.
 */
export function filesIn(paths: readonly string[], onLeftOut?: (file: FileLeftOut) => void): string[] {
  const files = [...new Set(paths.flatMap((path) => (isFolder(path) ? tablesIn(path, onLeftOut) : [path])))]
  if (files.length > MOST_FILES)
    throw new ImportRefused('FILE_TOO_LARGE', fill(REFUSALS.TOO_MANY_FILES, { most: MOST_FILES, count: files.length }))
  return files
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function tablesIn(folder: string, onLeftOut?: (file: FileLeftOut) => void): string[] {
  const tables: string[] = []
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    const role = roleOfFile(name)
    if (role === 'system') continue
    const left = isFolder(path) ? 'FOLDER_NOT_READ' : role === 'table' ? withoutColumns(path) : REASONS[role]
    if (left === null) tables.push(path)
    else
      onLeftOut?.({
        file: name,
        code: left === 'FILE_LEFT_OUT' ? left : 'FILE_NOT_READ',
        message: fill(REFUSALS[left], { name }),
      })
  }
  if (tables.length === 0)
    throw new ImportRefused('NO_SUCH_FILE', fill(REFUSALS.NO_FILES, { folder: basename(folder) }))
  return tables
}

/** By the byte order mark. */
const UTF_16: Record<string, string> = { fffe: 'utf-16le', feff: 'utf-16be' }

const REASONS = { 'no-table': 'FILE_LEFT_OUT', unread: 'FILE_NOT_READ' } as const

/** Returns why a .txt is not read, if it has no columns: a note, or columns that only spaces or bars keep apart; null otherwise. */
function withoutColumns(path: string): 'FILE_LEFT_OUT' | 'COLUMNS_NOT_PARTED' | null {
  if (!path.toLowerCase().endsWith('.txt')) return null
  const head = readHead(path)
  if (head === null || findFileKind(head) !== 'text') return null
  // In every encoding but UTF-16, no byte of a delimiter is part of another character.
  const sample = new TextDecoder(UTF_16[head.toString('hex', 0, 2)] ?? 'latin1').decode(head)
  if (partsLines(sample)) return null
  return looksSpaced(sample) ? 'COLUMNS_NOT_PARTED' : 'FILE_LEFT_OUT'
}

/** Returns the first bytes of a file; null if it cannot be read, which is said when it is opened. */
function readHead(path: string): Buffer | null {
  try {
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(SAMPLE_BYTES)
      return head.subarray(0, readSync(file, head))
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}
