import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refusal } from '../../access/refuse.ts'
import { maySeeExact, type Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { partialName, makeFolder } from '../../ground/files.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { selectHolders } from './store.ts'

/** A kind of file that evidence may be. */
interface EvidenceKind {
  ending: string
  type: string
}

const PDF = { ending: 'pdf', type: 'application/pdf' }
const PNG = { ending: 'png', type: 'image/png' }
const JPEG = { ending: 'jpg', type: 'image/jpeg' }
const WEBP = { ending: 'webp', type: 'image/webp' }
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const DOCX = { ending: 'docx', type: `${OFFICE}.wordprocessingml.document` }
const XLSX = { ending: 'xlsx', type: `${OFFICE}.spreadsheetml.sheet` }
const PPTX = { ending: 'pptx', type: `${OFFICE}.presentationml.presentation` }

/** Nothing among them that a browser would run: no web page, no SVG, no archive. */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [PDF, PNG, JPEG, WEBP, DOCX, XLSX, PPTX]

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** What a file is by its first bytes, whatever its name says; null: none that evidence may be. */
export function findEvidenceKind(head: Uint8Array): EvidenceKind | null {
  const starts = (bytes: number[], at = 0) => bytes.every((byte, i) => head[at + i] === byte)
  const text = Buffer.from(head).toString('latin1')
  if (text.startsWith('%PDF-')) return PDF
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return PNG
  if (starts([0xff, 0xd8, 0xff])) return JPEG
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return WEBP
  return starts(ZIP) ? findOfficeKind(head) : null
}

/** The folder of the first entries tells which program wrote it. */
function findOfficeKind(head: Uint8Array): EvidenceKind | null {
  const bytes = Buffer.from(head)
  for (let at = 0; at >= 0 && at + 30 < bytes.length; at = bytes.indexOf(Buffer.from(ZIP), at + 4)) {
    if (bytes.readUInt32LE(at) !== 0x04034b50) continue
    const name = bytes.toString('latin1', at + 30, at + 30 + bytes.readUInt16LE(at + 26))
    if (name.startsWith('word/')) return DOCX
    if (name.startsWith('xl/')) return XLSX
    if (name.startsWith('ppt/')) return PPTX
  }
  return null
}

/** SHA-256, hex. */
export type FileHash = string

const OWNER_ONLY = 0o600

export function isFileHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** Files are in folders by the first digits of their hash. */
export const FOLDER_OF_HASHES = /^[0-9a-f]{2}$/

/** The files of evidence: each under the hash of its bytes, so that it is kept once and cannot change. */
export class EvidenceFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Where a file is, if it is there. The hash is checked: no other text becomes part of a path. */
  #pathOf(hash: FileHash): string {
    if (!isFileHash(hash)) throw new Error('this is no hash of a file')
    return join(this.#folder, hash.slice(0, 2), hash)
  }

  /** Takes a file in; the one that is there already stays. */
  async put(path: string): Promise<FileHash> {
    const hash = await hashFile(path)
    const to = this.#pathOf(hash)
    if (await isThere(to)) return hash
    makeFolder(join(this.#folder, hash.slice(0, 2)))
    const beside = partialName(to)
    try {
      await pipeline(createReadStream(path), createWriteStream(beside, { mode: OWNER_ONLY, flags: 'wx' }))
      // It may be on another file system, or be changed under us: what is named by a hash has it.
      if ((await hashFile(beside)) !== hash) throw new Error('the file was changed while it was taken in')
      await settle(beside, to)
    } finally {
      await rm(beside, { force: true })
    }
    return hash
  }

  async bytesOf(hash: FileHash): Promise<number | null> {
    const found = await stat(this.#pathOf(hash)).catch(() => null)
    return found?.isFile() ? found.size : null
  }

  /** What a file is by its first bytes; null: it is not there, or is nothing that was ever taken in. */
  async kindOf(hash: FileHash): Promise<EvidenceKind | null> {
    const bytes = await this.bytesOf(hash)
    return bytes === null ? null : findEvidenceKind(await readHead(this.#pathOf(hash)))
  }

  /** Null: it is not there. */
  async read(hash: FileHash): Promise<Buffer | null> {
    return readFile(this.#pathOf(hash)).catch(() => null)
  }

  /** True where its bytes still have the hash; false where they have not; null: it is not there. */
  async isSound(hash: FileHash): Promise<boolean | null> {
    if (!(await isThere(this.#pathOf(hash)))) return null
    return (await hashFile(this.#pathOf(hash))) === hash
  }

  /** Its bytes, some at a time; nothing where it is not there. */
  async *chunks(hash: FileHash, size: number): AsyncGenerator<Buffer> {
    if (!(await isThere(this.#pathOf(hash)))) return
    for await (const chunk of createReadStream(this.#pathOf(hash), { highWaterMark: size })) yield chunk as Buffer
  }
}

async function settle(beside: string, to: string): Promise<void> {
  try {
    await link(beside, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    // Not every file system knows links.
    await rename(beside, to)
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false
}

export async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function hashFile(path: string): Promise<FileHash> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

interface EvidenceFile {
  name: string
  /** Of HTTP. */
  type: string
  body: Buffer
}

/**
 * A file of evidence, for one who may read the records of an institution that has it.
 * @throws QuestionError UNAUTHENTICATED, NOT_FOUND: also where it is another institution's
 */
export async function readEvidenceFile(
  { database, evidence }: Causeway,
  viewer: Viewer,
  hash: string,
): Promise<EvidenceFile> {
  if (viewer.role === null) throw refusal(viewer)
  if (!isFileHash(hash) || evidence === undefined) throw notFound()
  const holders = await selectHolders(database.quick, hash)
  const holder = holders.find(({ institution }) => maySeeExact(viewer, institution))
  const body = holder ? await new EvidenceFiles(evidence).read(hash) : null
  if (!holder || !body) throw notFound()
  const kind = findEvidenceKind(body.subarray(0, 4096))
  return { name: holder.name, type: kind?.type ?? 'application/octet-stream', body }
}

function notFound(): QuestionError {
  return new QuestionError('NOT_FOUND', { zh: '没有这份佐证材料文件。', en: 'There is no such file of evidence.' })
}
