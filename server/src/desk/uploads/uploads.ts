import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLeftBehind, partialName } from '../../ground/files.ts'

export interface UploadedFile {
  /** Where it is for as long as it is held. */
  path: string
  /** What the sender called it, made fit to be shown: no folders, no control characters. */
  name: string
  bytes: number
}

const PREFIX = 'causeway-upload-'
const LONGEST_NAME = 200

/** The files that came with one request. They are gone when the last who holds them lets go. */
export class Uploads {
  readonly #files = new Map<string, UploadedFile>()
  readonly #folder: string
  #holders = 1

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(): Promise<Uploads> {
    const folder = partialName(join(tmpdir(), PREFIX))
    await mkdir(folder, { mode: 0o700 })
    return new Uploads(folder)
  }

  /** Where the next file is to lie: a name of ours, never the sender's. */
  nextPath(): string {
    return join(this.#folder, randomUUID())
  }

  /** @returns what a variable says in the place of the file; nobody can guess it, and no other request knows it */
  add(file: UploadedFile): string {
    const id = randomUUID()
    this.#files.set(id, file)
    return id
  }

  find(id: string): UploadedFile | undefined {
    return this.#files.get(id)
  }

  /** For work that goes on when the request was answered: what it returns is to be called at its end. */
  hold(): () => Promise<void> {
    this.#holders++
    let held = true
    return async () => {
      if (held) await this.release()
      held = false
    }
  }

  async release(): Promise<void> {
    this.#holders--
    if (this.#holders === 0) await rm(this.#folder, { recursive: true, force: true })
  }
}

/** The name of a file as it may be shown and kept. */
export function toFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // Of what turns the direction of text round, a name would read as another.
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd]/gu, '').trim()
  if (plain === '' || /^\.+$/.test(plain)) return 'file'
  if (plain.length <= LONGEST_NAME) return plain
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? ''
  return `${[...plain.slice(0, LONGEST_NAME - ending.length)].join('')}${ending}`
}

const LEFT_BEHIND_AFTER_MS = 3_600_000

/** Removes what a process that was killed left behind. */
export async function removeLeftUploads(now = Date.now()): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(PREFIX)) continue
    const path = join(tmpdir(), name)
    const found = await stat(path).catch(() => null)
    if (found && (now - found.mtimeMs > LEFT_BEHIND_AFTER_MS || (await isLeftBehind(path))))
      await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}

/** Of the files of one request, where no setting says otherwise. */
export const USUAL_UPLOAD_BYTES = 256 * 1024 * 1024
