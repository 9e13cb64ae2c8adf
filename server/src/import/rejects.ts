import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { csvLine, guardFormula } from '../csv.ts'
import { ImportRefused } from './import-refused.ts'
import { REJECT_REASON_HEADER, REJECT_ROW_HEADER } from './match-header.ts'
import { writtenText } from './rounded-id.ts'
import type { RowProblem } from './row-problem.ts'
import type { SourceRow } from './source-row.ts'

/**
 * Writes wrong rows back in the columns they came in, with their row number and the reason, ready to be mended and imported.
 * UTF-8 with a byte order mark, so that Excel shows Chinese. The file appears under its name only when it is complete.
 */
export class RejectsFile {
  readonly #path: string
  readonly #headers: string[]
  #file: FileHandle | null = null
  #pending: string[] = []

  constructor(path: string, headers: string[]) {
    this.#path = path
    this.#headers = headers
  }

  async add(row: SourceRow, problems: RowProblem[]): Promise<void> {
    const headers = this.#headers
    if (!this.#file) {
      await this.#guarded(async () => {
        this.#file = await open(this.#part(), 'w', OWNER_ONLY)
      })
      this.#pending.push(`\ufeff${csvLine([...headers.filter(isOurs), REJECT_ROW_HEADER, REJECT_REASON_HEADER])}`)
    }
    const cells = headers
      .map((header, i) => (isOurs(header) ? guardFormula(writtenText(row, i)) : null))
      .filter((cell) => cell !== null)
    const reason = problems.map((problem) => `${problem.message.zh} / ${problem.message.en}`).join(' | ')
    this.#pending.push(csvLine([...cells, String(row.row), guardFormula(reason)]))
    if (this.#pending.length >= ROWS_AT_ONCE) await this.#flush()
  }

  /** To be called before anything is committed: a file that cannot be written refuses the import. */
  async close(): Promise<void> {
    if (!this.#file) return
    await this.#flush()
    await this.#guarded(() => this.#file!.close())
  }

  /** Gives the closed file its name. @returns its path; null: no row was wrong, and there is no file */
  async publish(): Promise<string | null> {
    if (!this.#file) return null
    await this.#guarded(() => rename(this.#part(), this.#path))
    return this.#path
  }

  async discard(): Promise<void> {
    if (!this.#file) return
    await this.#file.close().catch(() => {})
    await rm(this.#part(), { force: true })
  }

  async #flush(): Promise<void> {
    const text = this.#pending.join('')
    this.#pending = []
    await this.#guarded(() => this.#file!.appendFile(text))
  }

  #part(): string {
    return `${this.#path}.part`
  }

  async #guarded(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw cannotWrite(this.#path, error as Error)
    }
  }
}

const ROWS_AT_ONCE = 500
/** Persons stand in it by their own numbers. */
const OWNER_ONLY = 0o600

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
