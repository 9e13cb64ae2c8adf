import { isAscii } from 'node:buffer'
import { ENCODING_NAMES, type NamedEncoding } from '@causeway/shared/text-encodings'
import LETTERS from './languages.json' with { type: 'json' }

/** As the report's `encoding` says it. */
export type TextEncoding = NamedEncoding | 'UTF-8 BOM'

/** A streaming decoder that drops the byte order mark. */
export function openDecoder(encoding: TextEncoding): TextDecoder {
  return new TextDecoder(encoding === 'UTF-8 BOM' ? 'utf-8' : encoding)
}

/** What somebody calls an encoding, as `latin1` or `GBK`; undefined: there is none of that name here. */
export function findEncoding(name: string): NamedEncoding | undefined {
  const known = (label: string) => ENCODING_NAMES.find((one) => one.toLowerCase() === label)
  const plain = name.trim().toLowerCase()
  if (known(plain)) return known(plain)
  try {
    const label = new TextDecoder(plain.replace(/^(?:cp|windows_?)-?(?=\d)/, 'windows-')).encoding
    return known(label === 'gbk' ? 'gb18030' : label)
  } catch {
    return undefined
  }
}

/** Judges a text by all its bytes, a chunk at a time: its first Chinese character may be a million rows down. */
export class EncodingJudge {
  /** Where somebody said what it is. */
  readonly #asked: { name: NamedEncoding; decoder: TextDecoder; holds: boolean } | null
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
  /** Of these, signs and the more usual half of its characters, which are in the order of their sound. */
  #usualPairs = 0
  #lead = 0
  #nothing = true
  /** The bytes from 128 on that are in it. */
  readonly #high = new Set<number>()
  /** Runs of such bytes by their length: one letter in a word of ASCII, two, and all others. */
  #runs = { single: 0, inWord: 0, other: 0 }
  #run = { length: 0, before: 0 }
  #last = 0
  #said: { canBeChinese: boolean; isLatin: boolean } | null = null

  constructor(asked: NamedEncoding | null = null) {
    this.#asked = asked && { name: asked, decoder: new TextDecoder(asked, { fatal: true }), holds: true }
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    this.#nothing = false
    this.#head ??= chunk.slice(0, 65_536)
    // ASCII alone says nothing; the file's kind begins with its first other byte.
    this.#started ||= !isAscii(chunk)
    if (!this.#started) {
      this.#last = chunk.at(-1)!
      return
    }
    if (this.#isUtf8) this.#isUtf8 = decodes(this.#utf8, chunk)
    if (this.#isGb18030) this.#isGb18030 = decodes(this.#gb18030, chunk)
    if (this.#asked?.holds) this.#asked.holds = decodes(this.#asked.decoder, chunk)
    if (this.#pairs < 200_000) this.#countPairs(chunk)
    // Text in UTF-8 is known by that alone.
    if (!this.#isUtf8 || this.#pairs < 200_000) this.#countRuns(chunk)
  }

  /**
   * What it is, as it shows or as somebody said. Null: it cannot be known, it is no text, or it is not what somebody said: what shows
   * to be Unicode is nothing else, and no Chinese is letters of Europe.
   */
  encoding(): TextEncoding | null {
    const found = this.#found()
    if (!this.#asked) return found
    const { name, decoder, holds } = this.#asked
    if (found === 'UTF-8 BOM' || found === 'UTF-16LE' || found === 'UTF-16BE')
      return found.startsWith(name) ? found : null
    if (!this.#started) return isBinary(this.#head ?? new Uint8Array()) ? null : name
    if (found === 'UTF-8') return name === 'UTF-8' ? name : null
    const { canBeChinese, isLatin } = this.#letters()
    if (LATIN_PAGES.has(name) && canBeChinese && !isLatin) return null
    return holds && decodes(decoder, null) && !isBinary(this.#head!) ? name : null
  }

  #found(): TextEncoding | null {
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
    const { canBeChinese, isLatin } = this.#letters()
    // French or Turkish in a Windows code page may be valid GB18030 too, but never common Chinese; Greek and Russian are its rare half.
    const isCommon = this.#commonPairs >= this.#pairs * 0.85 && this.#usualPairs >= this.#pairs * 0.4
    if (canBeChinese && isCommon) return isLatin ? null : 'GB18030'
    // What may be cut off is not taken for something else that ends there.
    return isLatin && !this.#endsInside ? findLatinPage([...this.#high]) : null
  }

  /** Whether all of it is valid GB18030, and whether its letters stand alone among those of ASCII, as those of Europe do. */
  #letters(): { canBeChinese: boolean; isLatin: boolean } {
    this.#endRun(0)
    const { single, inWord, other } = this.#runs
    // A decoder ends once.
    return (this.#said ??= {
      canBeChinese: this.#isGb18030 && decodes(this.#gb18030, null),
      isLatin: single + inWord > 0 && single + inWord >= (single + inWord + other) * 0.6,
    })
  }

  /** It holds what no text does. */
  get isBinary(): boolean {
    return this.#head !== null && isBinary(this.#head)
  }

  /** It was UTF-8 all along, and ends in the middle of a character; or another code page, whose last letter looks like that. */
  get isCut(): boolean {
    return this.#endsInside
  }

  #countRuns(chunk: Uint8Array): void {
    let isInside = this.#run.length > 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (byte >= 0x80) {
        this.#high.add(byte)
        if (!isInside) this.#run.before = at === 0 ? this.#last : chunk[at - 1]!
        this.#run.length++
      } else if (isInside) this.#endRun(byte)
      isInside = byte >= 0x80
    }
    this.#last = chunk.at(-1)!
  }

  #endRun(after: number): void {
    const { length, before } = this.#run
    if (length === 0) return
    if (length === 1) this.#runs.single++
    else if (length === 2 && isLetter(before) && isLetter(after)) this.#runs.inWord++
    else this.#runs.other++
    this.#run.length = 0
  }

  #countPairs(chunk: Uint8Array): void {
    let lead = this.#lead
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (lead === 0) {
        if (byte >= 0x80) lead = byte
        continue
      }
      // Not half of a character of four bytes, which are too rare to count.
      if (byte < 0x30 || byte > 0x39) {
        this.#pairs++
        if (lead >= 0xa1 && lead <= 0xf7 && byte >= 0xa1) {
          this.#commonPairs++
          if (lead <= 0xd7) this.#usualPairs++
        }
      }
      lead = 0
    }
    this.#lead = lead
  }
}

const LATIN_PAGES: ReadonlySet<NamedEncoding> = new Set([
  ...(['windows-1250', 'windows-1252', 'windows-1254', 'windows-1257', 'windows-1258'] as const),
])

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
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

/**
 * Letters outside ASCII, in lower case, of languages that are written in a Windows code page of Latin letters: all that a language
 * uses, and of these the usual ones, of which hardly a line has none. After the alphabets of Unicode CLDR (main exemplar characters).
 */
const LANGUAGES = LETTERS as readonly { page: NamedEncoding; letters: string; usual: string }[]

/** Signs of all these pages that no language owns: quotation marks, dashes, the euro, degrees, a space that does not break. */
const SIGNS = new Set([
  ...[0x80, 0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b],
  ...[0xa0, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb1, 0xb4, 0xb5, 0xb6, 0xb7, 0xbb],
])

/**
 * The code page of a text in Latin letters by the bytes from 128 on that are in it: where all languages that have all its letters
 * are of one page, or where it says the same in each of theirs. Null: it could be several, or none of them.
 */
function findLatinPage(bytes: readonly number[]): NamedEncoding | null {
  const used = bytes.filter((byte) => !SIGNS.has(byte))
  const readings = new Map<string, NamedEncoding>()
  for (const { page, letters, usual } of LANGUAGES) {
    const text = new TextDecoder(page).decode(Uint8Array.from(used))
    const lower = [...text.toLocaleLowerCase(page === 'windows-1254' ? 'tr' : 'en')]
    // Who writes in capitals has İ, which is an i that other languages know too.
    const isWritten = lower.every((letter) => letters.includes(letter) || (page === 'windows-1254' && letter === 'i'))
    // A single letter says nothing of what is usual.
    if (!isWritten || (used.length > 1 && !lower.some((letter) => usual.includes(letter)))) continue
    if (!readings.has(text)) readings.set(text, page)
  }
  const [only, ...others] = readings.values()
  if (only === undefined || others.length > 0) return null
  // The Baltic page is known here for the doubt that it casts; of the others two letters may be chance.
  return only === 'windows-1252' || (only !== 'windows-1257' && used.length > 2) ? only : null
}
