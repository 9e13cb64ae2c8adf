import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const NOT_SOURCES = new Set(['node_modules', 'dist', 'dist-still', 'pictures'])

/** A file that says what the thing beside it was made from. */
export class Stamp {
  /** @param {string} file @param {string} hash of what it would be made from now */
  constructor(file, hash) {
    this.file = file
    this.hash = hash
  }

  holds() {
    return existsSync(this.file) && readFileSync(this.file, 'utf8') === this.hash
  }

  remove() {
    rmSync(this.file, { force: true })
  }

  write() {
    writeFileSync(this.file, this.hash)
  }
}

/** Names and contents of files and folders, as one hash. @param {string} root @param {string[]} paths relative to root */
export function hashFiles(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, root, join(root, path))
  return hash.digest('hex')
}

function addTo(hash, root, path) {
  if (!existsSync(path)) return
  const entries = listFolder(path)
  if (entries === null) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
    return
  }
  for (const name of entries) addTo(hash, root, join(path, name))
}

/** Names in a folder, in one order on every machine; null for a file. */
function listFolder(path) {
  try {
    return readdirSync(path)
      .filter((name) => !NOT_SOURCES.has(name) && !name.startsWith('.'))
      .sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}
