import { inflateRawSync } from 'node:zlib'
import { ImportRefused } from '../import-refused.ts'
import { passwordProtected } from './password-protected.ts'

/** What a workbook may unpack to, in bytes. A sheet of 200,000 rows and 15 columns is about 100 MB. */
const MOST_UNPACKED = 160 * 1024 * 1024
const MOST_ENTRIES = 5_000
/** Sheets pack 5 to 30 fold, very repetitive ones 100 fold; a bomb 1,000 fold. */
const MOST_RATIO = 300
const SMALL_ENTRY = 1024 * 1024

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50

/**
 * Reads a zip's directory and refuses a bomb before anything else unpacks it: by the sizes and ratios it states, and then by
 * unpacking each entry into no more than it stated. Returns the entries' names.
 */
export function checkZip(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_SIGNATURE) throw damaged()
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  // Zip64 is only needed past 4 GB or 65,535 entries: far over the limits.
  if (count === 0xffff || at === 0xffffffff || count > MOST_ENTRIES) throw bomb()
  const names: string[] = []
  const entries: { name: string; method: number; packed: number; unpacked: number; at: number }[] = []
  let total = 0
  let packedTotal = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw damaged()
    const method = bytes.readUInt16LE(at + 10)
    const packed = bytes.readUInt32LE(at + 20)
    const unpacked = bytes.readUInt32LE(at + 24)
    const nameLength = bytes.readUInt16LE(at + 28)
    const skipped = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if (bytes.readUInt16LE(at + 8) & 1) throw passwordProtected()
    if (packed === 0xffffffff || unpacked === 0xffffffff) throw bomb()
    total += unpacked
    packedTotal += packed
    if (total > MOST_UNPACKED) throw bomb()
    if (unpacked > SMALL_ENTRY && unpacked > packed * MOST_RATIO) throw bomb()
    // Entries that share their packed bytes multiply: together they state more than the file holds.
    if (packedTotal > bytes.length) throw bomb()
    names.push(name)
    entries.push({ name, method, packed, unpacked, at: bytes.readUInt32LE(at + 42) })
    at += 46 + nameLength + skipped
  }
  for (const entry of entries) checkEntry(bytes, entry)
  return names
}

function checkEntry(bytes: Buffer, entry: { method: number; packed: number; unpacked: number; at: number }): void {
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL_SIGNATURE) throw damaged()
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  if (start + entry.packed > bytes.length) throw damaged()
  if (entry.method === 0) {
    if (entry.packed !== entry.unpacked) throw damaged()
    return
  }
  if (entry.method !== 8) throw damaged()
  if (entry.unpacked === 0 && entry.packed <= 2) return
  let length: number
  try {
    length = inflateRawSync(bytes.subarray(start, start + entry.packed), { maxOutputLength: entry.unpacked + 1 }).length
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : damaged()
  }
  if (length !== entry.unpacked) throw length > entry.unpacked ? bomb() : damaged()
}

function bomb(): ImportRefused {
  const limit = MOST_UNPACKED / 1024 / 1024
  return new ImportRefused('ZIP_BOMB', {
    zh: `该工作簿解压后过大（上限 ${limit} MB）或压缩比异常，未予打开。数据量大时请另存为 CSV 再导入。`,
    en: `Unpacked, this workbook would be too large (the limit is ${limit} MB) or its compression is out of all proportion; it was not opened. Save large tables as CSV and import that.`,
  })
}

function damaged(): ImportRefused {
  return new ImportRefused('DAMAGED_FILE', {
    zh: '文件已损坏或不完整，无法解压。请重新下载，或在 Excel 中打开后另存，再导入。',
    en: 'The file is damaged or incomplete and cannot be unpacked. Fetch it again, or open it in Excel, save it anew and import that.',
  })
}
