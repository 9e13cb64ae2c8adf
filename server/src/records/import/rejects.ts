import { rename, rm } from 'node:fs/promises'
import { ImportRefused } from './import-refused.ts'
import { REJECT_REASON_HEADER, REJECT_ROW_HEADER } from './match-header.ts'
import { CsvRejects, XlsxRejects, type RejectsWriter } from './rejects-writers.ts'
import { writtenText } from './rounded-id.ts'
import type { RowProblem } from './row-problem.ts'
import type { SourceRow } from './source-row.ts'

/**
 * Writes wrong rows back in the columns they came in, with their row number and the reason, ready to be corrected and imported: as a
 * workbook of text where the name ends in .xlsx, else as CSV. The file appears under its name only when it is complete.
 */
export class RejectsFile {
  readonly #path: string
  readonly #headers: string[]
  #writer: RejectsWriter | null = null

  constructor(path: string, headers: string[]) {
    this.#path = path
    this.#headers = headers
  }

  async add(row: SourceRow, problems: RowProblem[]): Promise<void> {
    const headers = this.#headers
    const cells = headers.flatMap((header, i) => (isOurs(header) ? [writtenText(row, i)] : []))
    const reason = problems.map((problem) => `${problem.message.zh} / ${problem.message.en}`).join(' | ')
    await this.#guarded(async () => {
      if (!this.#writer) {
        this.#writer = await (/\.xlsx$/i.test(this.#path) ? XlsxRejects : CsvRejects).open(this.#part())
        await this.#writer.write([...headers.filter(isOurs), REJECT_ROW_HEADER, REJECT_REASON_HEADER])
      }
      await this.#writer.write([...cells, String(row.row), reason])
    })
  }

  /** To be called before anything is committed: a file that cannot be written refuses the import. */
  async close(): Promise<void> {
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

/** Not one of those that an earlier file of rejects had. */
function isOurs(header: string): boolean {
  return header !== REJECT_ROW_HEADER && header !== REJECT_REASON_HEADER
}

function cannotWrite(path: string, error: Error): ImportRefused {
  const code = (error as { code?: string }).code ?? ''
  return new ImportRefused('CANNOT_WRITE_REJECTS', {
    zh: `无法写入「${path}」（${code}）。请检查文件夹是否存在、是否有写入权限。`,
    en: `"${path}" cannot be written (${code}). Check that its folder exists and may be written to.`,
  })
}
