import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { QuestionError } from '../../ground/question-error.ts'
import { createHash } from 'node:crypto'
import { clearLeftSideFolders, sideFolder } from './side-folder.ts'
import refusals from './disk-refusals.json' with { type: 'json' }
import { fill } from '@causeway/shared/words/words'
import REFUSALS from './refusals.json' with { type: 'json' }

/** Says what a folder is, and what is in it. */
const LIST_FILE = 'publication.json'

interface WrittenFile {
  /** Named from the folder. */
  file: string
  bytes: number
  sha256: string
}

/** The files of the publication in a folder; null: there is none. */
function readListed(folder: string): Set<string> | null {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, LIST_FILE), 'utf8')) as { files: WrittenFile[] }
    return new Set([LIST_FILE, ...files.map(({ file }) => file)])
  } catch {
    return null
  }
}

/** A file a line: people look into it, and there are thousands. */
function writeList(folder: string, facts: Record<string, unknown>, written: readonly WrittenFile[]): void {
  const files = written.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const before = JSON.stringify({ ...facts, files: [] }, null, 2).replace(/\[\]\n\}$/, '')
  const lines = files.map((file) => `    ${JSON.stringify(file)}`)
  writeFileSync(join(folder, LIST_FILE), `${before}[\n${lines.join(',\n')}\n  ]\n}\n`)
}

/**
 * Takes along what an earlier publication has not written: a `.git`, the settings of a web space, somebody's own page. Copied, so
 * that it is there twice rather than nowhere, whenever the work is broken off.
 */
function copyForeignFiles(from: string, to: string): void {
  const listed = readListed(from) ?? new Set()
  const folders = new Set([...listed].flatMap(foldersOf))
  const copyIn = (folder: string) => {
    for (const entry of readdirSync(join(from, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      const isFolder = entry.isDirectory()
      if (listed.has(name) && !isFolder) continue
      const there = statSync(join(to, name), { throwIfNoEntry: false })
      // A folder of ours may hold a file of somebody else's.
      if (isFolder && (there ? there.isDirectory() : folders.has(name))) copyIn(name)
      // What came while the pages were written.
      else if (there) throw foreignFile(join(from, name))
      else
        cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    }
  }
  copyIn('')
}

/** What is in a folder where a file is to be written, and no earlier publication wrote it; null: nothing. */
function findInTheWay(folder: string, file: string, listed: ReadonlySet<string>): string | null {
  for (const name of [...foldersOf(file).toReversed(), file]) {
    const path = join(folder, name)
    const there = statSync(path, { throwIfNoEntry: false })
    if (!there) return null
    if (name !== file && there.isDirectory()) continue
    return listed.has(name) && !there.isDirectory() ? null : path
  }
  return null
}

/** `zh/theme/export.html`: `zh/theme`, `zh` */
function foldersOf(file: string): string[] {
  const folder = dirname(file)
  return folder === '.' ? [] : [folder, ...foldersOf(folder)]
}

function foreignFile(path: string): QuestionError {
  return new QuestionError('FOREIGN_FILE', { ...fill(REFUSALS.FOREIGN_FILE, { path }), facts: { file: path } })
}

export type PublicationFolder = ReturnType<typeof publicationFolder>

/**
 * A folder that is written beside its place and moved into it whole, so that nobody ever opens half of one. It takes the place of
 * an earlier publication, and of nothing else: throws `FOLDER_NOT_EMPTY`. What somebody put beside the pages stays with them.
 */
export function publicationFolder(asked: string) {
  // A link is a way to the folder, and stays one.
  const out = existsSync(asked) ? realpathSync(asked) : resolve(asked)
  // Beside a folder that is refused nothing is touched. What a killed one left may be put back, and is looked at as well.
  listEarlier(out, asked)
  orRefuse(asked, () => clearLeftSideFolders(out))
  /** What an earlier publication wrote in its place. */
  const earlier = listEarlier(out, asked)
  const beside = orRefuse(asked, () => sideFolder(out))
  const written: WrittenFile[] = []
  return {
    /** `file` is named from the folder. Throws `FOREIGN_FILE` where something of somebody else's has the name. */
    write(file: string, body: string | Uint8Array): void {
      const inTheWay = orRefuse(out, () => findInTheWay(out, file, earlier))
      if (inTheWay !== null) throw foreignFile(inTheWay)
      const path = join(beside.written, file)
      orRefuse(out, () => {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, body)
      })
      const sha256 = createHash('sha256').update(body).digest('hex')
      written.push({ file, bytes: Buffer.byteLength(body), sha256 })
    },

    get size(): { files: number; bytes: number } {
      return { files: written.length, bytes: written.reduce((sum, { bytes }) => sum + bytes, 0) }
    },

    /**
     * Lists what was written, with `facts` before, and puts the folder in its place. Where what was there before still is, because
     * it could not be removed; null: it is gone.
     */
    finish(facts: Record<string, unknown>): string | null {
      orRefuse(out, () => {
        writeList(beside.written, facts, written)
        if (existsSync(out)) copyForeignFiles(out, beside.written)
        beside.swap()
      })
      return beside.clear()
    },

    /** Leaves nothing behind. */
    discard(): void {
      beside.clear()
    },
  }
}

/** The files of the earlier publication in a folder. Throws `FOLDER_NOT_EMPTY` where it holds something else. */
function listEarlier(folder: string, asked: string): ReadonlySet<string> {
  const listed = readListed(folder)
  if (listed !== null) return listed
  if (orRefuse(asked, () => existsSync(folder) && readdirSync(folder).length > 0))
    throw new QuestionError('FOLDER_NOT_EMPTY', {
      ...fill(REFUSALS.FOLDER_NOT_EMPTY, { asked }),
      facts: { folder: asked },
    })
  return new Set()
}

const REFUSED: Record<string, { code: string; zh: string; en: string }> = refusals

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
