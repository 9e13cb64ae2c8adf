import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { NamedEncoding } from '@causeway/shared/text-encodings'
import { TABLE_ENDINGS } from '@causeway/shared/table-files'
import { fill, type Words } from '@causeway/shared/words/words'
import { ImportRefused, emptyFile } from '../ground/import-refused.ts'
import type { WarningCode } from '../ground/problem-codes.ts'
import type { SourceRow, SourceTable } from '../ground/source-row.ts'
import { findFileKind, wrongKind, type FileKind } from './file-kind.ts'
import { CsvParser, findDelimiter } from './parse-csv.ts'
import { unpack } from './zip-file.ts'
import { openWorkbookApart } from './workbook-process.ts'
import { EncodingJudge, openDecoder, type TextEncoding } from './text-encoding.ts'
import { unknownText } from './unknown-text.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Of a workbook as it is packed; of what it unpacks to and holds there are limits of their own. CSV has none. */
const MOST_WORKBOOK_BYTES = 64 * 1024 * 1024
/** Unpacked, of a .csv.gz: about 50 million rows. */
const MOST_INFLATED = 8 * 1024 ** 3

/** Small, so that what is read of it dies young and the heap stays small. */
const CHUNK_BYTES = 65_536
/** What the delimiter is judged by. */
const SAMPLE_BYTES = 262_144

/** A file that was recognised. It was read once already: for its hash, its encoding and its soundness. */
export interface SourceFile {
  name: string
  /** SHA-256 of the bytes, hex. */
  hash: string
  /** Of a text file; null for a workbook. */
  encoding: TextEncoding | null
  tables: SourceTable[]
  /** Something about the file as a whole that does not stop it. */
  warnings: { code: WarningCode; message: Words }[]
  /** Throws `FILE_CHANGED` unless the file still is, byte for byte as far as it was read, what it was when it was opened. */
  confirmUnchanged(): Promise<void>
  /** When nothing more is read of it. */
  close(): Promise<void>
}

/**
 * Opens a workbook or a text of rows by what it is and not by its name. `onRead` is called with how many of the `total` bytes are read.
 * `name`: what the file is called; else the last part of its path. `encoding`: what somebody said of a text file. A workbook is read in a separate process.
 */
export async function openFile(
  path: string,
  onRead?: (bytes: number, total: number) => void,
  name = basename(path),
  encoding: NamedEncoding | null = null,
): Promise<SourceFile> {
  const before = await describe(path)
  const head = await readHead(path)
  if (before.size === 0) throw emptyFile({ file: name, sheets: [] })
  const kind = findFileKind(head)
  if (typeof kind === 'object') throw wrongKind(name, kind)
  const warnings = nameWarnings(name, kind)
  if (kind === 'zip' || kind === 'ole') {
    if (before.size > MOST_WORKBOOK_BYTES) throw tooLarge()
    onRead?.(before.size, before.size)
    const hash = await hashFile(path)
    return {
      ...{ name, hash, encoding: null, warnings },
      ...(await openWorkbookApart({ path, kind, name }, hash)),
      confirmUnchanged: async () => confirmSame(before, await describe(path)),
    }
  }
  return openText(path, kind, name, before, warnings, encoding, onRead)
}

async function openText(
  path: string,
  kind: 'text' | 'gzip',
  name: string,
  before: FileState,
  warnings: SourceFile['warnings'],
  asked: NamedEncoding | null,
  onRead?: (bytes: number, total: number) => void,
): Promise<SourceFile> {
  const first = createHash('sha256')
  const judge = new EncodingJudge(asked)
  let text = 0
  let head: Buffer = Buffer.alloc(0)
  for await (const chunk of readBytes(path, kind, (bytes) => first.update(bytes))) {
    if (text === 0 && kind === 'gzip' && findFileKind(chunk) !== 'text')
      throw wrongKind(name, { foreign: { zh: '压缩包，内容不是 CSV', en: 'an archive of something that is not CSV' } })
    if (head.length < SAMPLE_BYTES) head = Buffer.concat([head, chunk])
    text += chunk.length
    if (text > MOST_INFLATED) throw tooLarge()
    judge.push(chunk)
  }
  if (text === 0) throw emptyFile({ file: name, sheets: [] })
  const encoding = judge.encoding()
  if (!encoding) throw await unknownText(name, judge, asked, readBytes(path, kind))
  const hash = first.digest('hex')
  const sample = openDecoder(encoding).decode(head, { stream: true })
  const named = /^sep=(.)\r?\n/.exec(sample)
  const delimiter = named?.[1] ?? findDelimiter(sample)
  let second: string | null = null
  const table: SourceTable = {
    name: null,
    hidden: false,
    async *rows() {
      const again = createHash('sha256')
      const decoder = openDecoder(encoding)
      const parser = new CsvParser(delimiter)
      let read = 0
      let skip = named?.[0].length ?? 0
      for await (const chunk of readBytes(path, kind, (bytes) => {
        again.update(bytes)
        read += bytes.length
      })) {
        let part = decoder.decode(chunk, { stream: true })
        if (skip > 0) [part, skip] = [part.slice(skip), Math.max(0, skip - part.length)]
        onRead?.(read, before.size)
        const rows = parser.push(part)
        if (rows.length > 0) yield rows
      }
      const rows: SourceRow[] = [...parser.push(decoder.decode()), ...parser.end()]
      second = again.digest('hex')
      if (rows.length > 0) yield rows
    },
  }
  return {
    name,
    hash,
    encoding,
    tables: [table],
    warnings,
    close: async () => {},
    async confirmUnchanged() {
      if (second !== null && second !== hash) throw changed()
      confirmSame(before, await describe(path))
    },
  }
}

/** The bytes of the text, unpacked where it is packed; `onBytes` sees those of the file. */
async function* readBytes(
  path: string,
  kind: 'text' | 'gzip',
  onBytes?: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  const raw = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      onBytes?.(chunk as Buffer)
      yield chunk as Buffer
    }
  }
  if (kind === 'text') {
    yield* raw()
    return
  }
  yield* unpack(
    Readable.from(raw(), { objectMode: false }),
    createGunzip({ chunkSize: CHUNK_BYTES }),
    () => new ImportRefused('DAMAGED_FILE', REFUSALS.DAMAGED_PACKED),
  )
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

interface FileState {
  size: number
  mtimeMs: number
  ino: number
}

async function describe(path: string): Promise<FileState> {
  try {
    const found = await stat(path)
    if (found.isFile()) return { size: found.size, mtimeMs: found.mtimeMs, ino: found.ino }
  } catch {
    // Answered below: whatever the reason, there is no file to read.
  }
  throw new ImportRefused('NO_SUCH_FILE', fill(REFUSALS.NO_SUCH_FILE, { path }))
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new ImportRefused('NO_SUCH_FILE', {
      zh: `无法读取文件「${path}」（${(error as { code?: string }).code ?? ''}）。请核对权限。`,
      en: `The file "${path}" cannot be read (${(error as { code?: string }).code ?? ''}). Check its permissions.`,
    })
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function confirmSame(before: FileState, after: FileState): void {
  if (before.size !== after.size || before.mtimeMs !== after.mtimeMs || before.ino !== after.ino) throw changed()
}

const KINDS: Record<Exclude<FileKind, object>, Words> = {
  text: { zh: 'CSV 文本', en: 'CSV text' },
  gzip: { zh: 'gzip 压缩的 CSV', en: 'CSV packed with gzip' },
  zip: { zh: 'Excel 工作簿（.xlsx）', en: 'an Excel workbook (.xlsx)' },
  ole: { zh: 'Excel 97—2003 工作簿（.xls）', en: 'an Excel 97-2003 workbook (.xls)' },
}

function nameWarnings(name: string, kind: Exclude<FileKind, object>): SourceFile['warnings'] {
  if (TABLE_ENDINGS[kind].some((ending) => name.toLowerCase().endsWith(`.${ending}`))) return []
  const words = KINDS[kind]
  const message = fill(REFUSALS.OTHER_KIND, { name, wordsZh: words.zh, wordsEn: words.en })
  return [{ code: 'WRONG_FILE_NAME', message }]
}

function tooLarge(): ImportRefused {
  const limit = MOST_WORKBOOK_BYTES / 1024 / 1024
  return new ImportRefused('FILE_TOO_LARGE', fill(REFUSALS.FILE_TOO_LARGE, { limit }))
}

function changed(): ImportRefused {
  return new ImportRefused('FILE_CHANGED', REFUSALS.FILE_CHANGED)
}
