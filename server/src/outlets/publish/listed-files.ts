import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { QuestionError } from '../../ground/question-error.ts'

/** Says what a folder is, and what is in it. */
const LIST_FILE = 'publication.json'

export interface WrittenFile {
  /** Named from the folder. */
  file: string
  bytes: number
  sha256: string
}

/** The files of the publication in a folder; null: there is none. */
export function readListed(folder: string): Set<string> | null {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, LIST_FILE), 'utf8')) as { files: WrittenFile[] }
    return new Set([LIST_FILE, ...files.map(({ file }) => file)])
  } catch {
    return null
  }
}

/** A file a line: people look into it, and there are thousands. */
export function writeList(folder: string, facts: Record<string, unknown>, written: readonly WrittenFile[]): void {
  const files = written.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const before = JSON.stringify({ ...facts, files: [] }, null, 2).replace(/\[\]\n\}$/, '')
  const lines = files.map((file) => `    ${JSON.stringify(file)}`)
  writeFileSync(join(folder, LIST_FILE), `${before}[\n${lines.join(',\n')}\n  ]\n}\n`)
}

/**
 * Takes along what an earlier publication has not written: a `.git`, the settings of a web space, somebody's own page. Copied, so
 * that it is there twice rather than nowhere, whenever the work is broken off.
 */
export function copyForeignFiles(from: string, to: string): void {
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
export function findInTheWay(folder: string, file: string, listed: ReadonlySet<string>): string | null {
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

export function foreignFile(path: string): QuestionError {
  return new QuestionError('FOREIGN_FILE', {
    zh: `${path} 不是以前发布时写的，但与页面或其所在文件夹同名：请改名或移走后再发布。没有改动任何文件。`,
    en: `${path} was not written by an earlier publication, and has the name of a page or of a folder of pages: rename it or take it away, then publish again. Nothing was changed.`,
    facts: { file: path },
  })
}
