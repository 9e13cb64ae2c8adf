import { open } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { unguardFormula } from '../../ground/downloads.ts'
import { CsvParser } from '../../records/import/readers/parse-csv.ts'
import { writeXlsx } from '../../records/import/report/rejects.ts'

/** Wrong rows as CSV, ready to be corrected. */
export interface Rejects {
  text: string
  /** False: the first of them only. */
  complete: boolean
}

const MOST_BYTES = 8 * 1024 * 1024

export async function readRejects(path: string | null): Promise<Rejects | null> {
  if (path === null) return null
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const bytes = Buffer.alloc(Math.min(size, MOST_BYTES))
    await handle.read(bytes, 0, bytes.length, 0)
    const text = bytes.toString('utf8')
    const complete = size <= MOST_BYTES
    return { text: complete ? text : wholeRows(text), complete }
  } finally {
    await handle.close()
  }
}

/** Without the row that was cut off; a line may end within a cell. */
function wholeRows(text: string): string {
  let [end, isQuoted] = [0, false]
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === '\n' && !isQuoted) end = at + 1
  }
  return text.slice(0, end)
}

const CHARACTERS_AT_ONCE = 65_536

/** The rows of a file of rejects as a workbook. */
export async function rejectsToXlsx(text: string): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const writer = await writeXlsx(stream)
  const parser = new CsvParser(',')
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at += CHARACTERS_AT_ONCE)
    for (const { cells } of parser.push(text.slice(at, at + CHARACTERS_AT_ONCE)))
      await writer.write(cells.map(unguardFormula))
  for (const { cells } of parser.end()) await writer.write(cells.map(unguardFormula))
  await writer.close()
  return bytes
}
