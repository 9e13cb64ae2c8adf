import type { NamedEncoding } from '@causeway/shared/text-encodings'
import { openFile, type SourceFile } from './open-file.ts'

type OnRead = (bytes: number, total: number) => void

/** How many are kept open at once: each workbook is read in a separate process. */
const MOST_OPEN = 2

/** The files of one import. What is open is opened no second time, so that the sheets of a workbook are read of one process. */
export class OpenFiles {
  readonly #onRead: OnRead
  readonly #open = new Map<string, Promise<SourceFile>>()

  constructor(onRead: OnRead) {
    this.#onRead = onRead
  }

  async open(
    { path, name }: { path: string; name?: string | undefined },
    encoding: NamedEncoding | null,
  ): Promise<SourceFile> {
    const key = `${encoding}\n${path}`
    const known = this.#open.get(key)
    this.#open.delete(key)
    const opening = known ?? openFile(path, this.#onRead, name, encoding)
    this.#open.set(key, opening)
    const file = await opening.catch((error: unknown) => {
      this.#open.delete(key)
      throw error
    })
    return file
  }

  /** Those that were not asked for lately are closed, but for some. */
  async closeOld(): Promise<void> {
    const old = [...this.#open].slice(0, -MOST_OPEN)
    for (const [key, file] of old) {
      this.#open.delete(key)
      await (await file).close()
    }
  }

  async closeAll(): Promise<void> {
    const files = [...this.#open.values()]
    this.#open.clear()
    for (const file of files) await file.then(({ close }) => close()).catch(() => {})
  }
}
