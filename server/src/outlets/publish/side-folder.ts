import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** In every side folder, and its first line is the name of that: nothing else is ever taken for one. */
const MARKER = 'causeway-publishing.txt'
/** Moved aside: put back where nothing has taken its place. */
const BEFORE = 'before'
/** Something has taken its place. */
const REPLACED = 'replaced'

/** Bytes of the folder's own name. */
const LONGEST_NAME = 200

/** Those of this process that are in use. */
const inUse = new Set<string>()

/** Hidden, beside the folder that is published, gone when that is done: the new one is written in it, the one before waits in it. */
export function sideFolder(out: string) {
  mkdirSync(dirname(out), { recursive: true })
  const path = mkdtempSync(`${startOfName(out)}${process.pid}-`)
  inUse.add(path)
  const written = join(path, 'new')
  try {
    writeFileSync(join(path, MARKER), `${basename(path)}\n\n${SAID}\n`)
    mkdirSync(written)
  } catch (error) {
    rmSync(path, { recursive: true, force: true })
    inUse.delete(path)
    throw error
  }
  return {
    /** Where the new one is written. */
    written,

    /** Puts what was written in the place of what is there. Throws: then that is there as it was. */
    swap(): void {
      const before = join(path, BEFORE)
      if (existsSync(out)) renameSync(out, before)
      try {
        renameSync(written, out)
      } catch (error) {
        if (existsSync(before)) renameSync(before, out)
        throw error
      }
    },

    /** Leaves nothing behind, or says where it is: what cannot be removed is left to the next publication. */
    clear(): string | null {
      try {
        clear(path, out)
        return null
      } catch {
        return path
      } finally {
        inUse.delete(path)
      }
    },
  }
}

/** What publications of a folder left beside it when they were killed: the one from before is put back, all else is taken away. */
export function clearLeftSideFolders(out: string): void {
  const parent = dirname(out)
  if (!existsSync(parent)) return
  const start = basename(startOfName(out))
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(start) && /^(\d+)-[a-zA-Z\d]{6}$/.exec(name.slice(start.length))?.[1]
    const path = join(parent, name)
    if (!pid || !isMarked(path) || isInUse(path, Number(pid))) continue
    putBack(path, out)
    try {
      clear(path, out)
    } catch {
      // It is in nobody's way.
    }
  }
}

function clear(path: string, out: string): void {
  putBack(path, out)
  const replaced = join(path, REPLACED)
  if (existsSync(join(path, BEFORE))) renameSync(join(path, BEFORE), replaced)
  // The marker goes last: whatever stops this, the rest is known for what it is.
  for (const name of readdirSync(path)) if (name !== MARKER) rmSync(join(path, name), { recursive: true, force: true })
  rmSync(path, { recursive: true, force: true })
}

function putBack(path: string, out: string): void {
  const before = join(path, BEFORE)
  if (!existsSync(before)) return
  if (existsSync(out)) {
    if (readdirSync(out).length > 0) return
    rmdirSync(out)
  }
  renameSync(before, out)
}

function startOfName(out: string): string {
  return join(dirname(out), `.causeway-${roomy(basename(out))}-`)
}

/** A system takes names of some 250 bytes, and ours is to be longer than that of the folder. */
function roomy(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name
  return `${[...name].slice(0, 40).join('')}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}

function isMarked(path: string): boolean {
  try {
    return readFileSync(join(path, MARKER), 'utf8').split('\n')[0] === basename(path)
  } catch {
    return false
  }
}

function isInUse(path: string, pid: number): boolean {
  // In a container the next process has the number of the one before.
  if (pid === process.pid) return inUse.has(path)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const SAID = `Causeway 发布站点时的临时文件夹，下次发布时自动清理。
Causeway publishes by way of this folder. The next publication takes it away.`
