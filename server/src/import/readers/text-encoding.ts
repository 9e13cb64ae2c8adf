import { isAscii } from 'node:buffer'

/** The encodings told apart; the name is said in the report's `encoding`. */
export type TextEncoding = 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

const DECODER_LABEL: Record<TextEncoding, string> = {
  'UTF-8': 'utf-8',
  'UTF-8 BOM': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  GB18030: 'gb18030',
}

/** A streaming decoder that drops the byte order mark. */
export function openDecoder(encoding: TextEncoding): TextDecoder {
  return new TextDecoder(DECODER_LABEL[encoding])
}

/** Judges a text by all its bytes, a chunk at a time: its first Chinese character may stand a million rows down. */
export class EncodingJudge {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true })
  readonly #gb18030 = new TextDecoder('gb18030', { fatal: true })
  #started = false
  #isUtf8 = true
  #endsInside = false
  #isGb18030 = true
  #head: Uint8Array | null = null
  /** Pairs of high bytes, and those among them that are characters of GB 2312, which all but the rarest Chinese text consists of. */
  #pairs = 0
  #commonPairs = 0
  #lead = 0
  #nothing = true

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    this.#nothing = false
    this.#head ??= chunk.slice(0, 65_536)
    // ASCII alone says nothing; the file's kind begins with its first other byte.
    this.#started ||= !isAscii(chunk)
    if (!this.#started) return
    if (this.#isUtf8) this.#isUtf8 = decodes(this.#utf8, chunk)
    if (this.#isGb18030) this.#isGb18030 = decodes(this.#gb18030, chunk)
    if (this.#pairs < 200_000) this.#countPairs(chunk)
  }

  /** Null: none of them, or bytes that are no text. */
  encoding(): TextEncoding | null {
    const head = this.#head
    if (this.#nothing || !head) return 'UTF-8'
    if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16LE'
    if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16BE'
    const bare = findBareUtf16(head)
    if (bare) return bare
    if (isBinary(head)) return null
    const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
    this.#endsInside = this.#isUtf8 && !decodes(this.#utf8, null)
    if (this.#isUtf8 && !this.#endsInside) return hasMark ? 'UTF-8 BOM' : 'UTF-8'
    // French or Turkish in a Windows code page is mostly valid GB18030 too, but never common Chinese.
    if (this.#isGb18030 && decodes(this.#gb18030, null) && this.#commonPairs >= this.#pairs * 0.85) return 'GB18030'
    return null
  }

  /** It was UTF-8 all along, and ends in the middle of a character; or another code page, whose last letter looks like that. */
  get isCut(): boolean {
    return this.#endsInside
  }

  #countPairs(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.#lead === 0) {
        if (byte >= 0x80) this.#lead = byte
        continue
      }
      // Half of a character of four bytes, which are too rare to count.
      if (byte >= 0x30 && byte <= 0x39) {
        this.#lead = 0
        continue
      }
      this.#pairs++
      if (this.#lead >= 0xa1 && this.#lead <= 0xf7 && byte >= 0xa1) this.#commonPairs++
      this.#lead = 0
    }
  }
}

function decodes(decoder: TextDecoder, chunk: Uint8Array | null): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true })
    else decoder.decode()
    return true
  } catch {
    return false
  }
}

/** UTF-16 without a mark shows in its delimiters, digits and line breaks: every one is paired with a zero byte. */
function findBareUtf16(head: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  let little = 0
  let big = 0
  const pairs = Math.floor(head.length / 2)
  for (let i = 0; i < pairs; i++) {
    const [a, b] = [head[i * 2]!, head[i * 2 + 1]!]
    if (b === 0 && a >= 9 && a < 127) little++
    if (a === 0 && b >= 9 && b < 127) big++
  }
  if (pairs < 2) return null
  if (little > pairs * 0.04 && little > big * 8) return 'UTF-16LE'
  if (big > pairs * 0.04 && big > little * 8) return 'UTF-16BE'
  return null
}

function isBinary(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) controls++
  return controls > head.length * 0.02
}
