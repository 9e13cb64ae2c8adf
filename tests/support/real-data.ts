import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { ROOT } from '../architecture/source-files.ts'

/** Public files that nobody here wrote. They are beside the project and are no part of it. */
const REAL_DATA = join(ROOT, '..', 'shared', 'data')

/** Why the tests of real files are left out; null: the files are there. */
export const whySkipped = existsSync(REAL_DATA) ? null : `skipped: there are no real files in ${REAL_DATA}`
if (whySkipped) console.warn(whySkipped)

export function realFile(name: string): string {
  return join(REAL_DATA, name)
}

/**
 * The rows of a real CSV by their headers, read without any code of ours. `from`: the line of the header, from 1; `most`: so many of
 * the first.
 */
export function readRaw(
  name: string,
  { encoding = 'utf8', from = 1, delimiter = ',', most = -1 } = {},
): Record<string, string>[] {
  const bytes = readFileSync(realFile(name))
  const text = iconv.decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, encoding)
  return parse(text, {
    columns: true,
    from_line: from,
    to: most,
    delimiter,
    bom: true,
    relax_column_count: true,
  }) as Record<string, string>[]
}
