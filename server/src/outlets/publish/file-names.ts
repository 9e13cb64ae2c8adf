import { createHash } from 'node:crypto'

/** What a file of any system may be called, and every web space serves as it is written. */
const PLAIN = /^[\w-](?:[\w.-]*[\w-])?$/
/** Names that Windows keeps for itself, whatever stands behind their dot. */
const KEPT = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const LONGEST = 60

/** Names pages after the codes of records, which may hold anything: no two alike where a system takes capitals for small letters. */
export class FileNames {
  readonly #taken = new Set<string>()

  /** `programme/CNC.html` */
  of(folder: string, code: string): string {
    const plain = PLAIN.test(code) && !KEPT.test(code) && code.length <= LONGEST
    let name = plain ? code : `${code.replaceAll(/[^\w-]+/g, '_').slice(0, LONGEST)}-${hashOf(code)}`
    if (this.#taken.has(`${folder}/${name}`.toLowerCase())) name = `${name}-${hashOf(code)}`
    this.#taken.add(`${folder}/${name}`.toLowerCase())
    return `${folder}/${name}.html`
  }
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 8)
}
