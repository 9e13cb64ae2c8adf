import { posix } from 'node:path'

/** The link from one file of a folder to another, each named from the folder: it holds wherever the folder is put. */
export function relativeLink(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}
