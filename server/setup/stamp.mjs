import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

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
