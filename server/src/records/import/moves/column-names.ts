import { kept } from '../../../ground/kept.ts'
import { columnLetters } from '../ground/source-row.ts'
import type { Source } from '../mapping/mapping.ts'
import { isLetter } from '../sheets/file-columns.ts'
import { foldHeader } from '../sheets/match-header.ts'

const times = new WeakMap<readonly string[], Map<string, number>>()

/** How often each head is there. A sheet may have thousands, and each is asked about. */
function timesOf(headers: readonly string[]): Map<string, number> {
  return kept(times, headers, () => {
    const found = new Map<string, number>()
    for (const head of headers) found.set(foldHeader(head), (found.get(foldHeader(head)) ?? 0) + 1)
    return found
  })
}

/** As a mapping names a column: by its head, and by its letter where the head is empty, twice, or reads as a letter. */
export function nameOf(headers: readonly string[], index: number): string {
  const head = headers[index]?.trim() ?? ''
  const isAlone = timesOf(headers).get(foldHeader(head)) === 1
  return head !== '' && isAlone && !isLetter(head) ? head : `=${columnLetters(index)}`
}

/** Names of the columns that a field is read from. */
export function columnsOf(source: string | Source | undefined): string[] {
  if (source === undefined) return []
  if (typeof source === 'string') return [source]
  return [source.column, source.name, source.birth, source.made_from, source.columns]
    .flat()
    .filter((name) => name !== undefined)
}
