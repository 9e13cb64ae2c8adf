import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { ImportRefused } from './import-refused.ts'
import { REJECT_REASON_HEADER, REJECT_ROW_HEADER } from './match-header.ts'
import type { RowProblem } from './row-problem.ts'
import type { SourceRow } from './source-row.ts'

/**
 * Writes wrong rows back in the columns they came in, with their row number and the reason, ready to be mended and imported.
 * UTF-8 with a byte order mark, so that Excel shows Chinese. The file appears under its name only when it is complete.
 */
export class RejectsFile {
  readonly #path: string
  readonly #headers: string[]
  #stream: WriteStream | null = null
  #failure: Error | null = null
  /** Rows written. */
  count = 0

  constructor(path: string, headers: string[]) {
    this.#path = path
    this.#headers = headers.filter((header) => header !== REJECT_ROW_HEADER && header !== REJECT_REASON_HEADER)
  }

  /** `cells`: those under the file's headers. */
  async add(row: SourceRow, headers: string[], problems: RowProblem[]): Promise<void> {
    if (!this.#stream) {
      this.#stream = createWriteStream(`${this.#path}.part`)
      this.#stream.on('error', (error) => {
        this.#failure = error
      })
      this.#stream.write(`\ufeff${toLine([...this.#headers, REJECT_ROW_HEADER, REJECT_REASON_HEADER])}`)
    }
    const cells: string[] = []
    headers.forEach((header, i) => {
      if (header !== REJECT_ROW_HEADER && header !== REJECT_REASON_HEADER) cells.push(row.cells[i] ?? '')
    })
    const reason = problems.map((problem) => `${problem.message.zh} / ${problem.message.en}`).join(' | ')
    this.count++
    if (!this.#stream.write(toLine([...cells.map(guard), String(row.row), guard(reason)])) && !this.#failure) {
      await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')]).catch(() => {})
    }
    if (this.#failure) throw cannotWrite(this.#path, this.#failure)
  }

  /** True where there was anything to write. */
  async finish(): Promise<boolean> {
    const stream = this.#stream
    if (!stream) return false
    await new Promise<void>((done) => {
      stream.once('close', done)
      stream.end()
    })
    if (this.#failure) throw cannotWrite(this.#path, this.#failure)
    await rename(`${this.#path}.part`, this.#path)
    return true
  }

  async discard(): Promise<void> {
    this.#stream?.destroy()
    await rm(`${this.#path}.part`, { force: true })
  }
}

function cannotWrite(path: string, error: Error): ImportRefused {
  const code = (error as { code?: string }).code ?? ''
  return new ImportRefused('CANNOT_WRITE_REJECTS', {
    zh: `无法写入「${path}」（${code}）。请检查文件夹是否存在、是否有写入权限。`,
    en: `"${path}" cannot be written (${code}). Check that its folder exists and may be written to.`,
  })
}

function toLine(cells: string[]): string {
  return `${cells.map((cell) => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}

/** A spreadsheet runs what begins like a formula. An apostrophe before it makes it text; so does one before an apostrophe, to be undone. */
export function guard(cell: string): string {
  return /^[=+\-@\t\r']/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
}

/** A cell of a rejects file as it was. */
export function unguard(cell: string): string {
  return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell
}
