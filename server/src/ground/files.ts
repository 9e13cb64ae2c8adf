import { resolve, dirname, basename, join } from 'node:path'
import { mkdirSync, statSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'

/** The project's folder: where relative paths of settings begin. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..', '..', '..')

/**
 * Makes a folder and those above it. Node's own recursive `mkdirSync` never returns where a file system answers ENOENT for a
 * folder it will not make, as `/proc` does.
 * @throws the system's error, with its `code`
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process that starts at the same moment may have made it.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** The text of a file; null: there is none. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

// A file that is being written has a name that says by whom, so that the next start knows what a process that was killed left behind.

const HOST = hostname().replaceAll(/[^\w-]/g, '')
const PARTIAL = /\.partial-([\w-]*)-(\d+)-[0-9a-f]{12}$/
/** What another machine began, or a process whose number somebody else has now. */
const LEFT_BEHIND_AFTER_MS = 24 * 3_600_000

/** A name beside `path` for what becomes it when it is whole. */
export function partialName(path: string): string {
  return `${path}.partial-${HOST}-${process.pid}-${randomBytes(6).toString('hex')}`
}

/** Whether a file or folder of such a name is nobody's any more. Any other name is none of ours. */
export async function isLeftBehind(path: string): Promise<boolean> {
  const [, host, pid] = PARTIAL.exec(path) ?? []
  if (pid === undefined) return false
  const found = await stat(path).catch(() => null)
  if (!found) return false
  return (host === HOST && !isRunning(Number(pid))) || Date.now() - found.mtimeMs > LEFT_BEHIND_AFTER_MS
}

/** One that has our own number is one that ran before us. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes away what was left half-written in a folder, and in those of `within` that are in it. */
export async function removeLeftIn(folder: string, within: RegExp | null = null): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    if (within?.test(name)) await removeLeftIn(path)
    else if (await isLeftBehind(path)) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}

/**
 * Notes in a folder of ours where a half-written file is that somebody wanted elsewhere, as a backup.
 * @returns what is to be called when it is whole, or gone
 */
export async function noteUnfinished(notes: string, partial: string): Promise<() => Promise<void>> {
  const note = join(notes, basename(partialName('note')))
  try {
    makeFolder(notes)
    await writeFile(note, partial, { mode: 0o600 })
  } catch {
    // Without a note nothing is amiss but that a process that is killed leaves its file.
  }
  return () => rm(note, { force: true })
}

/** Takes away the half-written files that notes tell of, and the notes. */
export async function removeUnfinished(notes: string): Promise<void> {
  for (const name of await readdir(notes).catch(() => [])) {
    const note = join(notes, name)
    if (!(await isLeftBehind(note))) continue
    const partial = await readFile(note, 'utf8').catch(() => '')
    if (PARTIAL.test(partial)) await rm(partial, { force: true }).catch(() => {})
    await rm(note, { force: true }).catch(() => {})
  }
}

/** Where such notes lie: beside the key. */
export function notesBeside(secretFile: string): string {
  return join(dirname(secretFile), '.unfinished')
}
