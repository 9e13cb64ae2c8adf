import { fill } from '@causeway/shared/words/words'
import { rename, rm, open } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { setImmediate as later } from 'node:timers/promises'
import { ImportRefused } from '../ground/import-refused.ts'
import {
  carriedHeader,
  isColumnOfOurs,
  REJECT_REASON_HEADER,
  REJECT_ROW_HEADER,
  REJECTS_SHEET,
} from '../sheets/match-header.ts'
import { writtenText } from '../cells/rounded-id.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import type { FilePlan, Reading } from '../columns/row-plan.ts'
import type { ImportRequest } from './import-request.ts'
import { nameOfRow, type SourceRow } from '../ground/source-row.ts'
import { csvLine, guardFormula } from '../../../ground/downloads.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/**
 * Writes wrong rows back in the columns they came in, with their row number and the reason, ready to be corrected and imported: as a
 * workbook of text where the name ends in .xlsx, else as CSV. The file appears under its name only when it is complete.
 */
export class RejectsFile {
  readonly #path: string
  readonly #headers: string[]
  /** What no cell of them says. */
  #carried: readonly Carried[] = []
  #writer: RejectsWriter | null = null
  /** Rows of which several were made, with what is wrong with any of these: each is written once. */
  readonly #origins = new Map<SourceRow, RowProblem[]>()

  /** Of several tables: which, before the number of each row. */
  readonly #before: string

  constructor(path: string, headers: string[], before = '') {
    this.#path = path
    this.#headers = headers
    this.#before = before
  }

  /** Fields whose values go with the rows: once for each, before the first row. */
  carry(fields: readonly Carried[]): void {
    this.#carried = fields
  }

  async add(row: SourceRow, problems: RowProblem[]): Promise<void> {
    const { origin } = row
    if (!origin) return this.#write(row, problems)
    const known = this.#origins.get(origin)
    if (known) known.push(...problems)
    else this.#origins.set(origin, [...problems])
    if (this.#origins.size > MOST_WAITING) await this.#writeOrigins()
  }

  async #writeOrigins(): Promise<void> {
    const waiting = [...this.#origins]
    this.#origins.clear()
    for (const [row, problems] of waiting) await this.#write(row, problems)
  }

  async #write(row: SourceRow, problems: RowProblem[]): Promise<void> {
    const headers = this.#headers
    const isKept = (header: string) => !isColumnOfOurs(header)
    const cells = headers.flatMap((header, i) => (isKept(header) ? [writtenText(row, i)] : []))
    const carried = this.#carried.map(({ read }) => read(row))
    const reasons = new Set(problems.map(({ message }) => `${message.zh} / ${message.en}`))
    const reason = [...reasons].join(' | ')
    await this.#guarded(async () => {
      if (!this.#writer) {
        this.#writer = await openWriter(this.#path, this.#part())
        await this.#writer.write([
          ...[...headers.filter(isKept), REJECT_ROW_HEADER, REJECT_REASON_HEADER],
          ...this.#carried.map(({ field }) => carriedHeader(field)),
        ])
      }
      await this.#writer.write([...cells, this.#before + nameOfRow(row), reason, ...carried])
    })
  }

  /** To be called before anything is committed: a file that cannot be written refuses the import. */
  async close(): Promise<void> {
    await this.#writeOrigins()
    await this.#guarded(async () => this.#writer?.close())
  }

  /** Gives the closed file its name. @returns its path; null: no row was wrong, and there is no file */
  async publish(): Promise<string | null> {
    if (!this.#writer) return null
    await this.#guarded(() => rename(this.#part(), this.#path))
    return this.#path
  }

  async discard(): Promise<void> {
    if (!this.#writer) return
    await this.#writer.close().catch(() => {})
    await rm(this.#part(), { force: true })
  }

  #part(): string {
    return `${this.#path}.part`
  }

  async #guarded(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw error instanceof ImportRefused ? error : cannotWrite(this.#path, error as Error)
    }
  }
}

/** A field that the title, the name of the sheet or somebody says of all rows, or of one that has no cell for it; empty: nothing does. */
interface Carried {
  field: string
  read(row: SourceRow): string
}

/** Those of a file. What its mapping says of every file it will say of this one too, unless something else was said here. */
export function carriedFrom(
  { entries }: FilePlan,
  { mappingText, chosen, correcting }: Pick<ImportRequest, 'mappingText' | 'chosen' | 'correcting'>,
): Carried[] {
  const said = [...(chosen?.constants ?? []), ...(correcting?.corrections ?? [])].map(({ field }) => field)
  const isOfFile = ({ isConstant, field }: Reading) =>
    !isConstant || mappingText !== undefined || said.includes(field.name)
  const readings = entries
    .flatMap(({ plan }) => plan.readings)
    .filter((reading) => reading.cells.length === 0 && isOfFile(reading))
  return [...Map.groupBy(readings, ({ field }) => field.name)].map(([field, some]) => ({
    field,
    read(row) {
      const [text, ...others] = new Set(some.map((reading) => reading.read(row)))
      return typeof text === 'string' && others.length === 0 ? text : ''
    },
  }))
}

function cannotWrite(path: string, error: Error): ImportRefused {
  const code = (error as { code?: string }).code ?? ''
  return new ImportRefused('CANNOT_WRITE_REJECTS', fill(REFUSALS.CANNOT_WRITE_REJECTS, { path, code }))
}

/** Writes rows of text to a file, the header first. */
interface RejectsWriter {
  write(cells: readonly string[]): Promise<void>
  close(): Promise<void>
}

async function openWriter(path: string, part: string): Promise<RejectsWriter> {
  if (!/\.xlsx$/i.test(path)) return writeCsv(part)
  return writeXlsx((await open(part, 'w', OWNER_ONLY)).createWriteStream())
}

/** Of rows that were made of another: what is found at the end of the file may be of any, and is written again past this. */
const MOST_WAITING = 50_000
const ROWS_AT_ONCE = 500
const CHARACTERS_AT_ONCE = 1_000_000
/** Persons are in it by their own numbers. */
const OWNER_ONLY = 0o600
/** As many as a workbook may have that is imported. */
const MOST_SHEET_ROWS = 200_000
/** Excel's own limit of a cell. */
const LONGEST_CELL = 32_767

/** UTF-8 with a byte order mark, so that Excel shows Chinese. */
async function writeCsv(path: string): Promise<RejectsWriter> {
  const file = await open(path, 'w', OWNER_ONLY)
  let pending = '\ufeff'
  let rows = 0
  let isOpen = true
  const flush = async () => {
    const text = pending
    pending = ''
    await file.appendFile(text)
  }
  return {
    async write(cells) {
      pending += csvLine(cells.map(guardFormula))
      if (++rows % ROWS_AT_ONCE === 0 || pending.length > CHARACTERS_AT_ONCE) await flush()
    },
    async close() {
      if (!isOpen) return
      isOpen = false
      try {
        await flush()
      } finally {
        await file.close()
      }
    },
  }
}

interface RejectsBook extends RejectsWriter {
  /** What is written from now on is on another sheet. */
  begin(sheet: string): void
}

/** A workbook whose cells are all text, so that Excel rounds no id and reads no date its own way. Written as it comes, onto a stream, which it ends. */
export async function writeXlsx(stream: Writable, first = REJECTS_SHEET): Promise<RejectsBook> {
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const book = new WorkbookWriter({ stream, useStyles: true })
  const add = (name: string) => book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  let sheet = add(first)
  const written = new Promise<void>((resolve, reject) => {
    stream.once('close', resolve).once('error', reject)
  })
  written.catch(() => {})
  let rows = 0
  let isOpen = true
  return {
    begin(name) {
      sheet.commit()
      ;[sheet, rows] = [add(name), 0]
    },
    async write(cells) {
      if (++rows > MOST_SHEET_ROWS) throw tooMany()
      if (rows === 1) sheet.columns = cells.map(() => ({ width: 18, style: { numFmt: '@' } }))
      const row = sheet.addRow(cells.map(toCell))
      for (let column = 1; column <= cells.length; column++) row.getCell(column).numFmt = '@'
      row.commit()
      // What is written meanwhile need not wait in memory.
      if (rows % ROWS_AT_ONCE === 0) await later()
    },
    async close() {
      if (!isOpen) return
      isOpen = false
      sheet.commit()
      await book.commit()
      await written
    },
  }
}

/** As a workbook writes what XML cannot hold, and what would read as that. */
function toCell(text: string): string | null {
  if (text === '') return null
  const escaped = text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
  const plain = escaped.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
    (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
  return plain.length <= LONGEST_CELL ? plain : `${plain.slice(0, LONGEST_CELL - 1)}…`
}

function tooMany(): ImportRefused {
  const limit = MOST_SHEET_ROWS.toLocaleString('en')
  return new ImportRefused('CANNOT_WRITE_REJECTS', fill(REFUSALS.TOO_MANY_FOR_WORKBOOK, { limit }))
}
