import { fill } from '@causeway/shared/words/words'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { ImportRefused } from '../ground/import-refused.ts'
import { damaged, passwordProtected } from './unreadable.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What a workbook may unpack to, in bytes: it is read as a stream. A sheet of 100,000 rows and 15 columns is 50 to 200 MB. */
const MOST_UNPACKED = 400 * 1024 * 1024
const MOST_ENTRIES = 5_000
/** Of the list of entries: 5,000 long names. */
const MOST_LIST_BYTES = 2 * 1024 * 1024
/** Sheets pack 5 to 30 fold, very repetitive ones 100 fold; a bomb 1,000 fold. */
const MOST_RATIO = 300
const SMALL_ENTRY = 1024 * 1024
const CHUNK_BYTES = 65_536
/** The closing record, and the longest comment that may follow it. */
const MOST_END_BYTES = 22 + 65_535

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50

interface Entry {
  name: string
  method: number
  packed: number
  unpacked: number
  /** CRC-32 of what it unpacks to. */
  sum: number
  at: number
}

/**
 * Looks a zip over, as `ZipFile.check` does. @returns the names of its entries
 * @param mostUnpacked what it may unpack to, in bytes
 */
export async function checkZip(path: string, mostUnpacked: number): Promise<readonly string[]> {
  const zip = await ZipFile.open(path, mostUnpacked)
  await zip.check()
  return zip.names
}

/** A zip of which no more is in memory than the names of its entries: each is unpacked as a stream, into no more than it states. */
export class ZipFile {
  readonly names: readonly string[]
  readonly #path: string
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(path: string, entries: Entry[]) {
    this.#path = path
    this.#entries = new Map(entries.map((entry) => [fold(entry.name), entry]))
    this.names = entries.map(({ name }) => name)
  }

  /**
   * Reads the list of entries and refuses a bomb by what it states.
   * @throws ImportRefused DAMAGED_FILE, ZIP_BOMB, FILE_TOO_LARGE, PASSWORD_PROTECTED
   */
  static async open(path: string, mostUnpacked = MOST_UNPACKED): Promise<ZipFile> {
    return new ZipFile(path, await readEntries(path, mostUnpacked))
  }

  /** Unpacks every entry, and keeps nothing: each is whole and no larger than it states. */
  async check(): Promise<void> {
    for (const name of this.names) for await (const chunk of this.chunks(name)!) void chunk
  }

  /** The bytes of an entry, some at a time; null: there is none of that name, whatever its case. */
  chunks(name: string): AsyncGenerator<Buffer> | null {
    const entry = this.#entries.get(fold(name))
    return entry ? this.#unpack(entry) : null
  }

  async *#unpack(entry: Entry): AsyncGenerator<Buffer> {
    const { at, packed, unpacked, method, sum } = entry
    const head = await readAt(this.#path, at, 30)
    if (head.length < 30 || head.readUInt32LE(0) !== LOCAL_SIGNATURE) throw damaged()
    const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
    if (method !== 8 && (method !== 0 || packed !== unpacked)) throw damaged()
    if (unpacked === 0 && packed <= 2) return
    if (packed === 0) throw damaged()
    const bytes = createReadStream(this.#path, { start, end: start + packed - 1 })
    let [length, found] = [0, 0]
    for await (const chunk of method === 0
      ? bytes
      : unpack(bytes, createInflateRaw({ chunkSize: CHUNK_BYTES }), damaged)) {
      length += (chunk as Buffer).length
      if (length > unpacked) throw bomb()
      found = crc32(chunk as Buffer, found)
      yield chunk as Buffer
    }
    if (length !== unpacked || found !== sum) throw damaged()
  }
}

/** Some programs write names with backslashes, or in another case than they refer to them by. */
function fold(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase()
}

async function readEntries(path: string, mostUnpacked: number): Promise<Entry[]> {
  const { size } = await stat(path)
  const tail = await readAt(path, Math.max(0, size - MOST_END_BYTES), MOST_END_BYTES)
  const end = tail.lastIndexOf(END)
  if (end < 0 || end + 22 > tail.length) throw damaged()
  const count = tail.readUInt16LE(end + 10)
  const [listed, from] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  // Zip64 is only needed past 4 GB or 65,535 entries: far over the limits.
  if (count === 0xffff || from === 0xffffffff || count > MOST_ENTRIES || listed > MOST_LIST_BYTES) throw bomb()
  const list = await readAt(path, from, listed)
  const entries: Entry[] = []
  let [at, total, packedTotal] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== ENTRY_SIGNATURE) throw damaged()
    if (list.readUInt16LE(at + 8) & 1) throw passwordProtected()
    const [packed, unpacked] = [list.readUInt32LE(at + 20), list.readUInt32LE(at + 24)]
    const [nameLength, more] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)]
    if (packed === 0xffffffff || unpacked === 0xffffffff) throw bomb()
    if (unpacked > SMALL_ENTRY && unpacked > packed * MOST_RATIO) throw bomb()
    packedTotal += packed
    // Entries that share their packed bytes multiply: together they state more than the file holds.
    if (packedTotal > size) throw bomb()
    total += unpacked
    entries.push({
      name: list.toString('utf8', at + 46, at + 46 + nameLength),
      method: list.readUInt16LE(at + 10),
      packed,
      unpacked,
      sum: list.readUInt32LE(at + 16),
      at: list.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + more
  }
  if (total > mostUnpacked) throw tooLarge(mostUnpacked)
  return entries
}

async function readAt(path: string, at: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function bomb(): ImportRefused {
  return new ImportRefused('ZIP_BOMB', REFUSALS.ZIP_BOMB)
}

function tooLarge(mostUnpacked: number): ImportRefused {
  const limit = mostUnpacked / 1024 / 1024
  return new ImportRefused('FILE_TOO_LARGE', fill(REFUSALS.UNPACKED_TOO_LARGE, { limit }))
}

/** What `unpacker` makes of the bytes of `source`, some at a time. @throws what `damaged` gives, where they are not as they were packed */
export async function* unpack(
  source: Readable,
  unpacker: Transform,
  damaged: () => Error,
): AsyncGenerator<Buffer, void, undefined> {
  pipeline(source, unpacker, () => {})
  try {
    for await (const chunk of unpacker) yield chunk as Buffer
  } catch (error) {
    const { code = '' } = error as { code?: string }
    throw code.startsWith('Z_') ? damaged() : error
  } finally {
    source.destroy()
  }
}
