import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { FILE_ROWS } from '../evidence/file-rows.ts'
import { QuestionError } from '../question-error.ts'
import {
  FORMAT,
  FORMAT_VERSION,
  type BackupEnd,
  type BackupHeader,
  type BackupTable,
  type Cell,
} from './backup-format.ts'

const ROWS_PER_CHUNK = 1000
/** Half a megabyte each. */
const FILE_PARTS_PER_CHUNK = 8
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b])

interface BackupChunk extends BackupTable {
  rows: Cell[][]
}

/**
 * The rows of a backup, some at a time, without holding it whole. Ends by checking that nothing is missing or altered: what was
 * read counts only once it has ended.
 * @throws QuestionError NOT_A_BACKUP, BACKUP_TOO_NEW, BACKUP_DAMAGED
 */
export async function* readBackup(file: string): AsyncGenerator<BackupChunk> {
  const hash = createHash('sha256')
  let header: BackupHeader | undefined
  let current: BackupChunk | undefined
  let end: BackupEnd | undefined
  let count = 0
  for await (const text of readLines(file)) {
    if (end !== undefined) throw damaged(file)
    const line = parseLine(text, header === undefined ? notABackup(file) : damaged(file))
    if (header === undefined) header = checkHeader(line, file)
    else if (Array.isArray(line)) {
      if (current === undefined || line.length !== current.columns.length) throw damaged(file)
      current.rows.push(line as Cell[])
      count++
      if (current.rows.length === (current.table === FILE_ROWS.table ? FILE_PARTS_PER_CHUNK : ROWS_PER_CHUNK)) {
        yield current
        current = { ...current, rows: [] }
      }
    } else if ('table' in line) {
      if (current !== undefined && current.rows.length > 0) yield current
      const { table, columns, own = {} } = line as BackupTable
      current = { table, columns, own, rows: [] }
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

async function* readLines(file: string): AsyncGenerator<string> {
  const zipped = createReadStream(file)
  const unzipped = createGunzip()
  zipped.on('error', (error) => unzipped.destroy(error))
  const lines = createInterface({ input: zipped.pipe(unzipped), crlfDelay: Infinity })
  // An error of the input ends the lines without a word.
  const failure = new Promise<null | NodeJS.ErrnoException>((resolve) =>
    unzipped.once('error', resolve).once('end', () => resolve(null)),
  )
  try {
    yield* lines
    const error = await failure
    if (error !== null) throw error
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!code.startsWith('Z_')) throw error
    throw isGzip(file) ? damaged(file) : notABackup(file)
  } finally {
    zipped.destroy()
  }
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
    // told below
  }
  throw problem
}

function checkHeader(line: object, file: string): BackupHeader {
  const header = line as Partial<BackupHeader>
  if (header.format !== FORMAT) throw notABackup(file)
  if (header.version! > FORMAT_VERSION) throw tooNew(file)
  return header as BackupHeader
}

function notABackup(file: string): QuestionError {
  return new QuestionError('NOT_A_BACKUP', {
    zh: `${file} 不是 Causeway 的备份文件。`,
    en: `${file} is no backup made by Causeway.`,
  })
}

export function damaged(file: string): QuestionError {
  return new QuestionError('BACKUP_DAMAGED', {
    zh: `备份文件 ${file} 不完整或已被改动，未恢复任何内容。`,
    en: `The backup ${file} is incomplete or was altered; nothing was restored.`,
  })
}

export function tooNew(file: string): QuestionError {
  return new QuestionError('BACKUP_TOO_NEW', {
    zh: `备份文件 ${file} 由更新版本的 Causeway 制作，请先升级。`,
    en: `The backup ${file} was made by a newer Causeway: update this one first.`,
  })
}
