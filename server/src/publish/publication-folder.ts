import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { QuestionError } from '../question-error.ts'

/** Says what a folder is, and what is in it. */
const LIST_FILE = 'publication.json'

interface WrittenFile {
  /** Named from the folder. */
  file: string
  bytes: number
  sha256: string
}

/**
 * A folder that is written beside its place and moved into it whole, so that nobody ever opens half of one. It takes the place of
 * an earlier publication, and of nothing else: throws `FOLDER_NOT_EMPTY`.
 */
export class PublicationFolder {
  readonly #out: string
  readonly #beside: string
  readonly #written: WrittenFile[] = []

  constructor(out: string) {
    if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, LIST_FILE)))
      throw new QuestionError(
        'FOLDER_NOT_EMPTY',
        {
          zh: `文件夹 ${out} 不是空的，也不是以前发布的站点：请换一个文件夹。`,
          en: `The folder ${out} is not empty, and no earlier publication: name another one.`,
        },
        { folder: out },
      )
    this.#out = out
    this.#beside = `${out}.writing-${process.pid}`
    rmSync(this.#beside, { recursive: true, force: true })
    mkdirSync(this.#beside, { recursive: true })
  }

  /** `file` is named from the folder. */
  write(file: string, body: string | Uint8Array): void {
    const path = join(this.#beside, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, body)
    const sha256 = createHash('sha256').update(body).digest('hex')
    this.#written.push({ file, bytes: Buffer.byteLength(body), sha256 })
  }

  get size(): { files: number; bytes: number } {
    return { files: this.#written.length, bytes: this.#written.reduce((sum, { bytes }) => sum + bytes, 0) }
  }

  /** Lists what was written, with `facts` before, and puts the folder in its place. */
  finish(facts: Record<string, unknown>): void {
    const files = this.#written.toSorted((a, b) => (a.file < b.file ? -1 : 1))
    writeFileSync(join(this.#beside, LIST_FILE), `${JSON.stringify({ ...facts, files }, null, 2)}\n`)
    const old = `${this.#out}.old-${process.pid}`
    if (existsSync(this.#out)) renameSync(this.#out, old)
    renameSync(this.#beside, this.#out)
    rmSync(old, { recursive: true, force: true })
  }

  /** Leaves nothing behind. */
  discard(): void {
    rmSync(this.#beside, { recursive: true, force: true })
  }
}
