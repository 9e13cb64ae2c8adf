import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

/**
 * The text of one format in an archive of data of a published folder.
 * @param path the archive without its ending, as `site/data/foreign-students-en`
 */
export function readZipped(path: string, format: 'csv' | 'json'): string {
  const entries = unzipSync(readFileSync(`${path}.zip`))
  return strFromU8(entries[`${basename(path)}.${format}`]!)
}
