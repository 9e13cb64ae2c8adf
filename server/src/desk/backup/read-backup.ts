import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { unpack } from '../../records/import/readers/zip-file.ts'
import { QuestionError } from '../../ground/question-error.ts'
import {
  FORMAT,
  FORMAT_VERSION,
  type BackupEnd,
  type BackupHeader,
  type BackupTable,
  type Cell,
} from './backup-format.ts'
import { fill } from '@causeway/shared/words/words'
import REFUSALS from '../refusals.json' with { type: 'json' }

const ROWS_PER_CHUNK = 1000
/** Of the text of the rows that are handed on at once. */
const MOST_CHUNK = 4 * 1024 * 1024
/** One row, in bytes. The longest there are hold half a megabyte of a file of evidence. */
const MOST_LINE = 8 * 1024 * 1024
/** What a backup may unpack to: rows of a college pack 5 to 40 fold, a bomb 1,000 fold. */
const MOST_RATIO = 250
const SMALL_BACKUP = 256 * 1024 * 1024
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b])
const NEWLINE = 10

interface BackupChunk extends Required<BackupTable> {
  rows: Cell[][]
}

/** Reads a backup to its end, and keeps nothing. @throws QuestionError as `readBackup` does */
export async function checkBackup(file: string): Promise<void> {
  for await (const chunk of readBackup(file)) void chunk
}

/**
 * The rows of a backup, some at a time, without holding it whole. Ends by checking that nothing is missing or altered: what was
 * read counts only once it has ended.
 * @throws QuestionError NOT_A_BACKUP, BACKUP_TOO_NEW, DAMAGED_FILE, FILE_TOO_LARGE
 */
export async function* readBackup(file: string): AsyncGenerator<BackupChunk> {
  const hash = createHash('sha256')
  let header: BackupHeader | undefined
  let current: BackupChunk | undefined
  let end: BackupEnd | undefined
  let [count, length] = [0, 0]
  for await (const text of readLines(file)) {
    if (end !== undefined) throw damaged(file)
    const line = parseLine(text, header === undefined ? notABackup(file) : damaged(file))
    if (header === undefined) header = checkHeader(line, file)
    else if (Array.isArray(line)) {
      if (current === undefined || line.length !== current.columns.length || !line.every(isCell)) throw damaged(file)
      current.rows.push(line)
      count++
      length += text.length
      if (current.rows.length === ROWS_PER_CHUNK || length > MOST_CHUNK) {
        yield current
        current = { ...current, rows: [] }
        length = 0
      }
    } else if ('table' in line) {
      if (current !== undefined && current.rows.length > 0) yield current
      if (!isTable(line)) throw damaged(file)
      current = { table: line.table, columns: line.columns, own: line.own ?? {}, rows: [] }
    } else if ('end' in line) {
      end = line as BackupEnd
      continue
    }
    hash.update(`${text}\n`)
  }
  if (header === undefined) throw notABackup(file)
  if (end === undefined || end.rows !== count || end.sha256 !== hash.digest('hex')) throw damaged(file)
  if (current !== undefined && current.rows.length > 0) yield current
}

function isCell(cell: unknown): cell is Cell {
  return cell === null || typeof cell === 'string' || typeof cell === 'number'
}

function isTable(line: object): line is BackupTable {
  const { table, columns, own = {} } = line as Partial<BackupTable>
  return (
    typeof table === 'string' &&
    Array.isArray(columns) &&
    columns.length > 0 &&
    new Set(columns).size === columns.length &&
    columns.every((column) => typeof column === 'string') &&
    typeof own === 'object' &&
    own !== null &&
    Object.values(own).every((holds) => holds === 'text' || holds === 'number')
  )
}

async function* readLines(file: string): AsyncGenerator<string> {
  const most = Math.max(SMALL_BACKUP, statSync(file).size * MOST_RATIO)
  const broken = () => (isGzip(file) ? damaged(file) : notABackup(file))
  let rest: Buffer[] = []
  let [read, waiting] = [0, 0]
  for await (const chunk of unpack(createReadStream(file), createGunzip(), broken)) {
    read += chunk.length
    if (read > most) throw tooLarge(file)
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8')
      ;[rest, waiting, from] = [[], 0, at + 1]
    }
    if (from === chunk.length) continue
    rest.push(chunk.subarray(from))
    waiting += chunk.length - from
    if (waiting > MOST_LINE) throw damaged(file)
  }
  if (waiting > 0) yield Buffer.concat(rest).toString('utf8')
}

function isGzip(file: string): boolean {
  const start = Buffer.alloc(2)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, start)
  } finally {
    closeSync(handle)
  }
  return start.equals(GZIP_MAGIC)
}

function parseLine(text: string, problem: QuestionError): object {
  try {
    const line = JSON.parse(text) as unknown
    if (typeof line === 'object' && line !== null) return line
  } catch {
    // said below
  }
  throw problem
}

function checkHeader(line: object, file: string): BackupHeader {
  const header = line as Partial<BackupHeader>
  if (header.format !== FORMAT) throw notABackup(file)
  if (!Number.isInteger(header.version) || header.version! < 1) throw damaged(file)
  if (header.version! > FORMAT_VERSION) throw tooNew(file)
  return header as BackupHeader
}

function notABackup(file: string): QuestionError {
  return new QuestionError('NOT_A_BACKUP', fill(REFUSALS.NOT_A_BACKUP, { file }))
}

export function damaged(file: string): QuestionError {
  return new QuestionError('DAMAGED_FILE', fill(REFUSALS.DAMAGED_FILE, { file }))
}

function tooLarge(file: string): QuestionError {
  return new QuestionError('FILE_TOO_LARGE', fill(REFUSALS.BACKUP_TOO_LARGE, { file }))
}

export function tooNew(file: string): QuestionError {
  return new QuestionError('BACKUP_TOO_NEW', fill(REFUSALS.BACKUP_TOO_NEW, { file }))
}
