import { open } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { unguardFormula } from '../../ground/downloads.ts'
import { CsvParser } from '../../records/import/readers/parse-csv.ts'
import { rejectsSheetOf } from '../../records/import/sheets/match-header.ts'
import { writeXlsx } from '../../records/import/report/rejects.ts'

/** Wrong rows as CSV, ready to be corrected. */
export interface Rejects {
  /** Of each table; its name where there are several. */
  tables: { name: string; text: string }[]
  /** False: the first of them only. */
  complete: boolean
}

const MOST_BYTES = 8 * 1024 * 1024

/** Of several tables: all that is wrong together. */
export function joinRejects(parts: readonly (Rejects | null)[]): Rejects | null {
  const some = parts.filter((one) => one !== null)
  if (some.length === 0) return null
  return { tables: some.flatMap(({ tables }) => tables), complete: some.every(({ complete }) => complete) }
}

export async function readRejects(path: string | null, name = ''): Promise<Rejects | null> {
  if (path === null) return null
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const bytes = Buffer.alloc(Math.min(size, MOST_BYTES))
    await handle.read(bytes, 0, bytes.length, 0)
    const text = bytes.toString('utf8')
    const complete = size <= MOST_BYTES
    return { tables: [{ name, text: complete ? text : wholeRows(text) }], complete }
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

/** Wrong rows as a workbook, with a sheet for each table. */
export async function rejectsToXlsx({ tables }: Rejects): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const sheetOf = (at: number) => (tables.length === 1 ? undefined : rejectsSheetOf(tables[at]!.name, at))
  const writer = await writeXlsx(stream, sheetOf(0))
  for (const [at, { text }] of tables.entries()) {
    if (at > 0) writer.begin(sheetOf(at)!)
    await writeTable(writer, text)
  }
  await writer.close()
  return bytes
}

async function writeTable(writer: Awaited<ReturnType<typeof writeXlsx>>, text: string): Promise<void> {
  const parser = new CsvParser(',')
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at += CHARACTERS_AT_ONCE)
    for (const { cells } of parser.push(text.slice(at, at + CHARACTERS_AT_ONCE)))
      await writer.write(cells.map(unguardFormula))
  for (const { cells } of parser.end()) await writer.write(cells.map(unguardFormula))
}
