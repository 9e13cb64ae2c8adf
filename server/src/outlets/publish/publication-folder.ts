import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { QuestionError } from '../../ground/question-error.ts'
import { copyForeignFiles, findInTheWay, foreignFile, readListed, writeList, type WrittenFile } from './listed-files.ts'
import { clearLeftSideFolders, SideFolder } from './side-folder.ts'

/**
 * A folder that is written beside its place and moved into it whole, so that nobody ever opens half of one. It takes the place of
 * an earlier publication, and of nothing else: throws `FOLDER_NOT_EMPTY`. What somebody put beside the pages stays with them.
 */
export class PublicationFolder {
  readonly #out: string
  readonly #beside: SideFolder
  /** What an earlier publication wrote in its place. */
  readonly #earlier: ReadonlySet<string>
  readonly #written: WrittenFile[] = []

  constructor(out: string) {
    // A link is a way to the folder, and stays one.
    this.#out = existsSync(out) ? realpathSync(out) : resolve(out)
    // Beside a folder that is refused nothing is touched. What a killed one left may be put back, and is looked at as well.
    listEarlier(this.#out, out)
    orRefuse(out, () => clearLeftSideFolders(this.#out))
    this.#earlier = listEarlier(this.#out, out)
    this.#beside = orRefuse(out, () => new SideFolder(this.#out))
  }

  /** `file` is named from the folder. Throws `FOREIGN_FILE` where something of somebody else's has the name. */
  write(file: string, body: string | Uint8Array): void {
    const inTheWay = orRefuse(this.#out, () => findInTheWay(this.#out, file, this.#earlier))
    if (inTheWay !== null) throw foreignFile(inTheWay)
    const path = join(this.#beside.written, file)
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

  /**
   * Lists what was written, with `facts` before, and puts the folder in its place. Where what was there before still lies, because
   * it could not be removed; null: it is gone.
   */
  finish(facts: Record<string, unknown>): string | null {
    orRefuse(this.#out, () => {
      writeList(this.#beside.written, facts, this.#written)
      if (existsSync(this.#out)) copyForeignFiles(this.#out, this.#beside.written)
      this.#beside.swap()
    })
    return this.#beside.clear()
  }

  /** Leaves nothing behind. */
  discard(): void {
    this.#beside.clear()
  }
}

/** The files of the earlier publication in a folder. Throws `FOLDER_NOT_EMPTY` where it holds something else. */
function listEarlier(folder: string, asked: string): ReadonlySet<string> {
  const listed = readListed(folder)
  if (listed !== null) return listed
  if (orRefuse(asked, () => existsSync(folder) && readdirSync(folder).length > 0))
    throw new QuestionError('FOLDER_NOT_EMPTY', {
      zh: `文件夹 ${asked} 不是空的，也不是以前发布的站点：请换一个文件夹。`,
      en: `The folder ${asked} is not empty, and no earlier publication: name another one.`,
      facts: { folder: asked },
    })
  return new Set()
}

const REFUSED: Record<string, { code: string; zh: string; en: string }> = {
  ENOSPC: { code: 'DISK_FULL', zh: '磁盘空间不足', en: 'there is no room left on the disk' },
  EDQUOT: { code: 'DISK_FULL', zh: '磁盘配额已用完', en: 'the quota of the disk is used up' },
  EACCES: { code: 'FOLDER_NOT_WRITABLE', zh: '没有写入权限', en: 'it may not be written to' },
  EPERM: { code: 'FOLDER_NOT_WRITABLE', zh: '没有写入权限', en: 'it may not be written to' },
  EROFS: { code: 'FOLDER_NOT_WRITABLE', zh: '该磁盘只读', en: 'the disk can only be read' },
  ENOENT: { code: 'FOLDER_NOT_WRITABLE', zh: '无法在该处建立文件夹', en: 'no folder can be made there' },
  ENAMETOOLONG: { code: 'FOLDER_NOT_WRITABLE', zh: '名称过长', en: 'its name is too long' },
  ENOTDIR: { code: 'FOLDER_NOT_WRITABLE', zh: '路径中有一个是文件', en: 'a file is in its way' },
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
    throw new QuestionError(said.code, {
      zh: `无法写出文件夹 ${out}：${said.zh}。原有内容没有变动。`,
      en: `The folder ${out} could not be written: ${said.en}. What was there is as it was.`,
      facts: { folder: out },
    })
  }
}
