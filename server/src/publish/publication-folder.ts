import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { QuestionError } from '../question-error.ts'
import { copyForeignFiles, foreignFile, readListed, writeList, type WrittenFile } from './listed-files.ts'

/**
 * A folder that is written beside its place and moved into it whole, so that nobody ever opens half of one. It takes the place of
 * an earlier publication, and of nothing else: throws `FOLDER_NOT_EMPTY`. What somebody put beside the pages stays with them.
 */
export class PublicationFolder {
  readonly #out: string
  readonly #beside: string
  /** What an earlier publication wrote in its place. */
  readonly #earlier: ReadonlySet<string>
  readonly #written: WrittenFile[] = []

  constructor(out: string) {
    // A link is a way to the folder, and stays one.
    this.#out = existsSync(out) ? realpathSync(out) : resolve(out)
    const listed = orRefuse(out, () => {
      tidyUp(this.#out)
      return readListed(this.#out)
    })
    if (listed === null && orRefuse(out, () => existsSync(this.#out) && readdirSync(this.#out).length > 0))
      throw new QuestionError(
        'FOLDER_NOT_EMPTY',
        {
          zh: `文件夹 ${out} 不是空的，也不是以前发布的站点：请换一个文件夹。`,
          en: `The folder ${out} is not empty, and no earlier publication: name another one.`,
        },
        { folder: out },
      )
    this.#earlier = listed ?? new Set()
    this.#beside = `${this.#out}.writing-${process.pid}`
    orRefuse(out, () => mkdirSync(this.#beside, { recursive: true }))
  }

  /** `file` is named from the folder. Throws `FOREIGN_FILE` where somebody else's has the name. */
  write(file: string, body: string | Uint8Array): void {
    const before = join(this.#out, file)
    if (!this.#earlier.has(file) && existsSync(before)) throw foreignFile(before)
    const path = join(this.#beside, file)
    orRefuse(this.#out, () => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, body)
    })
    const sha256 = createHash('sha256').update(body).digest('hex')
    this.#written.push({ file, bytes: Buffer.byteLength(body), sha256 })
  }

  get size(): { files: number; bytes: number } {
    return { files: this.#written.length, bytes: this.#written.reduce((sum, { bytes }) => sum + bytes, 0) }
  }

  /** Lists what was written, with `facts` before, and puts the folder in its place. */
  finish(facts: Record<string, unknown>): void {
    orRefuse(this.#out, () => {
      writeList(this.#beside, facts, this.#written)
      if (existsSync(this.#out)) copyForeignFiles(this.#out, this.#beside)
      const old = `${this.#out}.old-${process.pid}`
      if (existsSync(this.#out)) renameSync(this.#out, old)
      try {
        renameSync(this.#beside, this.#out)
      } catch (error) {
        if (existsSync(old)) renameSync(old, this.#out)
        throw error
      }
      rmSync(old, { recursive: true, force: true })
    })
  }

  /** Leaves nothing behind. */
  discard(): void {
    rmSync(this.#beside, { recursive: true, force: true })
  }
}

/** What a publication that was killed left beside the folder: the one from before is put back, half of a new one is taken away. */
function tidyUp(out: string): void {
  const parent = dirname(out)
  if (!existsSync(parent)) return
  const before = `${basename(out)}.`
  for (const name of readdirSync(parent)) {
    const [, what, pid] = (name.startsWith(before) && /^(writing|old)-(\d+)$/.exec(name.slice(before.length))) || []
    if (!pid || isRunning(Number(pid))) continue
    const left = join(parent, name)
    if (what === 'old' && !existsSync(out)) renameSync(left, out)
    else rmSync(left, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}

const REFUSED: Record<string, { code: string; zh: string; en: string }> = {
  ENOSPC: { code: 'DISK_FULL', zh: '磁盘空间不足', en: 'there is no room left on the disk' },
  EDQUOT: { code: 'DISK_FULL', zh: '磁盘配额已用完', en: 'the quota of the disk is used up' },
  EACCES: { code: 'FOLDER_NOT_WRITABLE', zh: '没有写入权限', en: 'it may not be written to' },
  EPERM: { code: 'FOLDER_NOT_WRITABLE', zh: '没有写入权限', en: 'it may not be written to' },
  EROFS: { code: 'FOLDER_NOT_WRITABLE', zh: '该磁盘只读', en: 'the disk can only be read' },
  ENOTDIR: { code: 'FOLDER_NOT_WRITABLE', zh: '路径中有一个是文件', en: 'a file stands in its way' },
  EBUSY: {
    code: 'FOLDER_FIXED',
    zh: '它是一个磁盘或正被占用，请写到其中的一个新文件夹',
    en: 'it is a whole disk, or in use: name a new folder inside it',
  },
  EXDEV: {
    code: 'FOLDER_FIXED',
    zh: '它是一个磁盘，请写到其中的一个新文件夹',
    en: 'it is a whole disk: name a new folder inside it',
  },
}

/** What a system says of a disk, in words. */
function orRefuse<T>(out: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const said = REFUSED[(error as NodeJS.ErrnoException).code ?? '']
    if (!said) throw error
    throw new QuestionError(
      said.code,
      {
        zh: `无法写出文件夹 ${out}：${said.zh}。原有内容没有变动。`,
        en: `The folder ${out} could not be written: ${said.en}. What was there is as it was.`,
      },
      { folder: out },
    )
  }
}
