import { createHash } from 'node:crypto'
import { appendFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection } from '../../ground/database/database.ts'
import { partialName, makeFolder } from '../../ground/files.ts'
import { EvidenceFiles, isFileHash, type FileHash } from './evidence-files.ts'
import { selectHashes } from './store.ts'

/** Files of evidence as rows of a backup: each in parts, one after another. */
export const FILE_ROWS = { table: 'evidence-file', columns: ['sha256', 'part', 'base64'] }

const PART_BYTES = 384 * 1024
type FileRow = [sha256: string, part: number, base64: string]

/** What of the files that evidence names is there. */
export interface FilesFound {
  checked: number
  missing: FileHash[]
  damaged: FileHash[]
}

/** Every file that evidence has now or ever had. `found` is said of those that are not as they should be. */
export async function* listFileRows(db: Connection, folder: string, found: FilesFound): AsyncGenerator<FileRow[]> {
  const files = new EvidenceFiles(folder)
  for (const hash of await selectHashes(db)) {
    if (!(await checkFile(files, hash, found))) continue
    let part = 0
    for await (const chunk of files.chunks(hash, PART_BYTES)) yield [[hash, part++, chunk.toString('base64')]]
  }
}

/** Whether each file that evidence names is there and still is what it was. */
export async function checkFiles(db: Connection, folder: string): Promise<FilesFound> {
  const found: FilesFound = { checked: 0, missing: [], damaged: [] }
  const files = new EvidenceFiles(folder)
  for (const hash of await selectHashes(db)) await checkFile(files, hash, found)
  return found
}

async function checkFile(files: EvidenceFiles, hash: FileHash, found: FilesFound): Promise<boolean> {
  found.checked++
  const isSound = await files.isSound(hash)
  if (isSound === null) found.missing.push(hash)
  else if (!isSound) found.damaged.push(hash)
  return isSound === true
}

/** Files of a backup on their way in: beside the others, until the records they belong to are in. */
export class FilesComing {
  readonly #folder: string
  readonly #waiting: string
  readonly #hashes: FileHash[] = []
  #hash = createHash('sha256')

  constructor(folder: string) {
    this.#folder = folder
    this.#waiting = partialName(join(folder, '.coming'))
  }

  /** Rows in their order. False: they are not what a backup holds. */
  async add(rows: readonly (string | number | null)[][]): Promise<boolean> {
    for (const [sha256, part, base64] of rows) {
      if (typeof sha256 !== 'string' || !isFileHash(sha256) || typeof base64 !== 'string') return false
      if (part === 0) {
        if (!this.endsWell()) return false
        if (this.#hashes.length === 0) {
          makeFolder(this.#folder)
          await mkdir(this.#waiting, { mode: 0o700 })
        }
        this.#hashes.push(sha256)
        this.#hash = createHash('sha256')
      } else if (this.#hashes.at(-1) !== sha256) return false
      const bytes = Buffer.from(base64, 'base64')
      this.#hash.update(bytes)
      await appendFile(join(this.#waiting, sha256), bytes, { mode: 0o600 })
    }
    return true
  }

  /** False: the last file is not whole. */
  endsWell(): boolean {
    const last = this.#hashes.at(-1)
    return last === undefined || this.#hash.copy().digest('hex') === last
  }

  /** Puts them where they belong. */
  async settle(): Promise<void> {
    const files = new EvidenceFiles(this.#folder)
    for (const hash of this.#hashes) await files.put(join(this.#waiting, hash))
    await this.discard()
  }

  async discard(): Promise<void> {
    await rm(this.#waiting, { recursive: true, force: true })
  }
}
