import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { fill, type Words } from '@causeway/shared/words/words'
import { QuestionError } from '../../ground/question-error.ts'
import { toFileName, Uploads } from '../../desk/uploads/uploads.ts'
import { parseJson } from './read-body.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** Bytes of the question that comes with files: ten thousand corrections fit. */
const MOST_OPERATIONS_BYTES = 4 * 1024 * 1024
const MOST_FILES = 200
const OWNER_ONLY = 0o600
/** What is read and thrown away of a body that is refused, so that who sends it comes to read the refusal. */
const MOST_DRAINED_BYTES = 256 * 1024 * 1024
const LONGEST_DRAIN_MS = 20_000

interface Multipart {
  /** The question; in the place of each file is the id that `uploads` knows it by. */
  operations: unknown
  uploads: Uploads
}

/**
 * Reads a question with files (the GraphQL multipart request specification: `operations`, `map`, then the files). Files go to the disk
 * as they come, and are there until `uploads` is released.
 * @param mostBytes of all files together
 * @throws QuestionError FILE_TOO_LARGE, TOO_LARGE, TOO_MANY_PARTS, BAD_MULTIPART, BAD_JSON, CUT_SHORT
 */
export async function readMultipart(request: Request, mostBytes: number): Promise<Multipart> {
  const chunks = (request.body ?? new ReadableStream<Uint8Array>({ start: (it) => it.close() })).getReader()
  try {
    if (Number(request.headers.get('content-length') ?? 0) > mostBytes + MOST_OPERATIONS_BYTES)
      throw fileTooLarge(mostBytes)
    return await readParts(request.headers.get('content-type') ?? '', chunks, mostBytes)
  } catch (error) {
    if (!(error instanceof QuestionError) || error.code !== 'CUT_SHORT') await drain(chunks)
    throw error
  }
}

type Chunks = ReadableStreamDefaultReader<Uint8Array>

async function readParts(contentType: string, chunks: Chunks, mostBytes: number): Promise<Multipart> {
  const uploads = await Uploads.open()
  const writing = new Set<Promise<void>>()
  try {
    const parts = new Parts(uploads, mostBytes, writing)
    await parts.readAll(contentType, chunks)
    return { operations: parts.operations(), uploads }
  } catch (error) {
    await Promise.allSettled(writing)
    await uploads.release()
    throw error
  }
}

/** What has come of one request so far. */
class Parts {
  readonly #uploads: Uploads
  readonly #mostBytes: number
  readonly #writing: Set<Promise<void>>
  readonly #begun = new Set<string>()
  readonly #ids = new Map<string, string>()
  #operations: unknown
  #map: Record<string, unknown> | null = null
  #bytes = 0

  constructor(uploads: Uploads, mostBytes: number, writing: Set<Promise<void>>) {
    this.#uploads = uploads
    this.#mostBytes = mostBytes
    this.#writing = writing
  }

  async readAll(contentType: string, chunks: Chunks): Promise<void> {
    const busboy = openBusboy(contentType, this.#mostBytes)
    const failed = Promise.withResolvers<never>()
    const fail = (error: Error) => failed.reject(error)
    failed.promise.catch(() => {})
    busboy.on('field', (name: string, value: string, _nameCut: boolean, valueCut: boolean) => {
      try {
        this.#take(name, value, valueCut)
      } catch (error) {
        fail(error as Error)
      }
    })
    const streams: Readable[] = []
    busboy.on('file', (name: string, stream: Readable, fileName: string) => {
      streams.push(stream)
      const written = this.#write(name, stream, fileName)
      this.#writing.add(written)
      written.catch((error: Error) => {
        stream.resume()
        fail(error)
      })
    })
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
      busboy.on(limit, () => fail(badMultipart('TOO_MANY_PARTS', TOO_MANY)))
    busboy.on('error', () => fail(badMultipart('BAD_MULTIPART', UNREADABLE)))
    const finished = new Promise<void>((resolve) => busboy.once('finish', () => resolve()))
    try {
      await Promise.race([failed.promise, pour(chunks, busboy).then(() => finished)])
      await Promise.race([failed.promise, Promise.all(this.#writing)])
    } catch (error) {
      busboy.destroy()
      // What is being written would wait for more for ever.
      for (const stream of streams) stream.destroy()
      throw error
    }
  }

  /** The question, each file's id in its place. */
  operations(): unknown {
    if (this.#operations === undefined || this.#map === null) throw badMultipart('BAD_MULTIPART', INCOMPLETE)
    for (const [name, paths] of Object.entries(this.#map)) {
      const id = this.#ids.get(name)
      if (id === undefined || !Array.isArray(paths)) throw badMultipart('BAD_MULTIPART', INCOMPLETE)
      for (const path of paths as unknown[]) putAt(this.#operations, String(path), id)
    }
    return this.#operations
  }

  #take(name: string, value: string, isCut: boolean): void {
    if (isCut)
      throw new QuestionError('TOO_LARGE', {
        zh: `${name} 超过 ${MOST_OPERATIONS_BYTES} 字节。`,
        en: `The part ${name} is larger than ${MOST_OPERATIONS_BYTES} bytes.`,
        facts: { limit: MOST_OPERATIONS_BYTES },
      })
    if (name === 'operations' && this.#operations === undefined)
      this.#operations = parseJson(value, { zh: 'operations ', en: 'The part operations' })
    else if (name === 'map' && this.#map === null) this.#map = parseMap(value)
    else throw badMultipart('BAD_MULTIPART', INCOMPLETE)
  }

  async #write(name: string, stream: Readable, fileName: string): Promise<void> {
    // A file that nothing points to is not kept; the specification sends the map first.
    if (!this.#map || !Object.hasOwn(this.#map, name) || this.#begun.has(name))
      throw badMultipart('BAD_MULTIPART', INCOMPLETE)
    this.#begun.add(name)
    const path = this.#uploads.nextPath()
    let bytes = 0
    const count = (chunk: Buffer) => {
      bytes += chunk.length
      this.#bytes += chunk.length
      if (this.#bytes > this.#mostBytes) throw fileTooLarge(this.#mostBytes)
      return chunk
    }
    await pipeline(
      stream,
      async function* (some: AsyncIterable<Buffer>) {
        for await (const chunk of some) yield count(chunk)
      },
      createWriteStream(path, { mode: OWNER_ONLY, flags: 'wx' }),
    )
    this.#ids.set(name, this.#uploads.add({ path, name: toFileName(fileName), bytes }))
  }
}

function openBusboy(contentType: string, mostBytes: number): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // Who puts the question into its own file (curl -F operations=@…) means the same.
      isPartAFile: (name, _type, fileName) => fileName !== undefined && name !== 'operations' && name !== 'map',
      limits: {
        fieldNameSize: 100,
        fieldSize: MOST_OPERATIONS_BYTES,
        fields: 2,
        files: MOST_FILES,
        parts: MOST_FILES + 2,
        // Counted by us too: one more tells too large from just fitting.
        fileSize: mostBytes + 1,
        headerPairs: 50,
        headerSize: 16_384,
      },
    })
  } catch {
    throw badMultipart('BAD_MULTIPART', UNREADABLE)
  }
}

async function pour(chunks: Chunks, into: InstanceType<typeof Busboy>): Promise<void> {
  for (;;) {
    const next = await chunks.read().catch(() => {
      throw new QuestionError('CUT_SHORT', { zh: '请求正文没有传完。', en: 'The body was cut short.' })
    })
    if (next.done) break
    if (into.destroyed) return
    if (!into.write(next.value)) await new Promise<void>((resolve) => into.once('drain', () => resolve()))
  }
  into.end()
}

async function drain(chunks: Chunks): Promise<void> {
  const deadline = Date.now() + LONGEST_DRAIN_MS
  try {
    for (let bytes = 0; bytes < MOST_DRAINED_BYTES && Date.now() < deadline;) {
      const { done, value } = await chunks.read()
      if (done) return
      bytes += value.length
    }
  } catch {
    // Who sent it is gone.
  }
}

function parseMap(text: string): Record<string, unknown> {
  const map = parseJson(text, { zh: 'map ', en: 'The part map' })
  if (typeof map !== 'object' || map === null || Array.isArray(map)) throw badMultipart('BAD_MULTIPART', INCOMPLETE)
  if (Object.keys(map).length > MOST_FILES) throw badMultipart('TOO_MANY_PARTS', TOO_MANY)
  return map as Record<string, unknown>
}

/** `variables.input.file`: only into variables, and only where null is. */
function putAt(operations: unknown, path: string, id: string): void {
  const names = path.split('.')
  let place: unknown = operations
  if (names[0] !== 'variables' || names.length > 10) throw badMultipart('BAD_MULTIPART', INCOMPLETE)
  for (const name of names.slice(0, -1)) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name))
      throw badMultipart('BAD_MULTIPART', INCOMPLETE)
    place = (place as Record<string, unknown>)[name]
  }
  const last = names.at(-1)!
  if (typeof place !== 'object' || place === null || !Object.hasOwn(place, last))
    throw badMultipart('BAD_MULTIPART', INCOMPLETE)
  const parent = place as Record<string, unknown>
  if (parent[last] !== null) throw badMultipart('BAD_MULTIPART', INCOMPLETE)
  parent[last] = id
}

const INCOMPLETE: Words = REFUSALS.INCOMPLETE
const UNREADABLE: Words = REFUSALS.UNREADABLE
const TOO_MANY: Words = fill(REFUSALS.TOO_MANY_FILES, { MOST_FILES })

function badMultipart(code: string, words: Words): QuestionError {
  return new QuestionError(code, words)
}

function fileTooLarge(most: number): QuestionError {
  const megabytes = Math.floor(most / 1024 / 1024)
  return new QuestionError('FILE_TOO_LARGE', {
    zh: `文件超过上限 ${megabytes} MB，未接收。台账请拆成几份，或压缩成 CSV.GZ；佐证材料请降低扫描清晰度，或分成几个文件。`,
    en: `The file is over the limit of ${megabytes} MB and was not taken. Split records, or pack them as CSV.GZ; scan a document at a lower resolution, or in parts.`,
    facts: { limit: most },
  })
}
