import { damaged } from './unreadable.ts'

export interface XmlHandler {
  /** Names are without their prefix; `attributes` as they are in the tag, for `attributeOf`. */
  open?(name: string, attributes: string): void
  close?(name: string): void
  text?(text: string): void
}

/** Of a tag, a comment or a text between two tags, in characters. Excel's longest cell has 32,767, each an entity at most. */
const LONGEST_PIECE = 500_000
const DEEPEST = 500

const [LT, GT, QUOTE, APOSTROPHE, SLASH] = [60, 62, 34, 39, 47]

/**
 * XML as it comes, a chunk at a time, in the little memory of what is open: the parts of an .xlsx have hundreds of megabytes. It
 * knows no entities but XML's own and refuses those that a file declares itself.
 * @throws ImportRefused DAMAGED_FILE where it is not well formed
 */
export class XmlEvents {
  readonly #handler: XmlHandler
  readonly #open: string[] = []
  #rest = ''
  #seen = false

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  push(chunk: string): void {
    const all = this.#rest + chunk
    let at = 0
    for (;;) {
      const start = all.indexOf('<', at)
      if (start < 0) break
      const end = findEnd(all, start)
      if (end < 0) break
      if (start > at) this.#text(decodeEntities(all.slice(at, start)))
      this.#piece(all, start, end)
      at = end
    }
    this.#rest = all.slice(at)
    if (this.#rest.length > LONGEST_PIECE) throw damaged()
  }

  end(): void {
    if (!this.#seen || this.#open.length > 0 || this.#rest.trim() !== '') throw damaged()
  }

  #text(text: string): void {
    if (this.#open.length > 0) this.#handler.text?.(text)
  }

  #piece(all: string, start: number, end: number): void {
    const first = all[start + 1]
    if (first === '?') return
    if (first === '!') {
      if (all.startsWith('<![CDATA[', start)) this.#text(all.slice(start + 9, end - 3))
      else if (!all.startsWith('<!--', start)) throw damaged()
      return
    }
    if (first === '/') return this.#close(localName(all, start + 2, end - 1).name)
    const isEmpty = all.charCodeAt(end - 2) === SLASH
    const { name, at } = localName(all, start + 1, end - (isEmpty ? 2 : 1))
    if (name === '' || this.#open.length >= DEEPEST) throw damaged()
    this.#seen = true
    this.#open.push(name)
    this.#handler.open?.(name, all.slice(at, end - (isEmpty ? 2 : 1)))
    if (isEmpty) this.#close(name)
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) throw damaged()
    this.#handler.close?.(name)
  }
}

/** After the end of the tag, comment or the like that starts at `start`; -1: it has not come yet. */
function findEnd(all: string, start: number): number {
  if (all.charCodeAt(start + 1) === 33) {
    const [opening, closing] = all.startsWith('<!--', start)
      ? [4, '-->']
      : [9, all.startsWith('<![CDATA[', start) ? ']]>' : '>']
    if (all.length < start + 9) return -1
    const end = all.indexOf(closing, start + opening)
    return end < 0 ? -1 : end + closing.length
  }
  let quote = 0
  for (let at = start + 1; at < all.length; at++) {
    const char = all.charCodeAt(at)
    if (quote !== 0) {
      if (char === quote) quote = 0
    } else if (char === GT) return at + 1
    else if (char === QUOTE || char === APOSTROPHE) quote = char
    else if (char === LT) throw damaged()
  }
  return -1
}

function localName(all: string, from: number, to: number): { name: string; at: number } {
  let [begin, at] = [from, from]
  for (; at < to; at++) {
    const char = all.charCodeAt(at)
    if (char <= 32) break
    if (char === 58) begin = at + 1
  }
  return { name: all.slice(begin, at), at }
}

/** The value of an attribute, whatever its prefix; undefined: the tag has none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (at > 0 && before > 32 && before !== 58) continue
    const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length))
    if (found) return decodeEntities(found[1] ?? found[2]!)
  }
  return undefined
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Replaces XML's own entities and numbered characters; others stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[(name as string).toLowerCase()]!
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : (whole as string)
  })
}
