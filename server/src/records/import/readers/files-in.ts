import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fill } from '@causeway/shared/words/words'
import { ImportRefused } from '../ground/import-refused.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_FILES = 200
/** What a spreadsheet keeps beside a file that is open begins with `~$`. */
const TABLE = /^(?!~\$|\.).*\.(csv|csv\.gz|xlsx|xls)$/i

/** The files of an import: of a folder those in it that are tables, by name. Throws `NO_SUCH_FILE` or `FILE_TOO_LARGE`. */
export function filesIn(paths: readonly string[]): string[] {
  const files = [...new Set(paths.flatMap((path) => (isFolder(path) ? tablesIn(path) : [path])))]
  if (files.length > MOST_FILES)
    throw new ImportRefused('FILE_TOO_LARGE', fill(REFUSALS.TOO_MANY_FILES, { most: MOST_FILES, count: files.length }))
  return files
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function tablesIn(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && TABLE.test(entry.name))
    .map(({ name }) => name)
  if (names.length === 0) throw new ImportRefused('NO_SUCH_FILE', fill(REFUSALS.NO_FILES, { folder: basename(folder) }))
  return names.sort().map((name) => join(folder, name))
}
