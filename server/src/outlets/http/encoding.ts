import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, brotliDecompress, constants, gzip, gzipSync } from 'node:zlib'
import type { Answer } from './answer.ts'

/** Below this many bytes compression saves nothing. */
const LEAST_BYTES = 1_000
/** From here an answer that is kept is kept compressed. */
const LEAST_PACKED = 8_000

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)
const fromBrotli = promisify(brotliDecompress)

type Encoding = 'br' | 'gzip'

export function isCompressible({ headers }: Answer): boolean {
  if (headers['content-encoding']) return false
  return /^(text\/|image\/svg|application\/(json|graphql|javascript|manifest|xml))/.test(headers['content-type'] ?? '')
}

/** The encoding to send an answer in; null: as it is. */
export function chooseEncoding(acceptEncoding: string | null, answer: Answer): Encoding | null {
  if ((!answer.packed && answer.body.length < LEAST_BYTES) || !isCompressible(answer)) return null
  const accepted = acceptEncoding ?? ''
  for (const encoding of ['br', 'gzip'] as const) {
    const match = new RegExp(`(?:^|[,\\s])${encoding}(?:\\s*;\\s*q=([\\d.]+))?(?:\\s*,|\\s*$)`, 'i').exec(accepted)
    if (match && match[1] !== '0' && Number(match[1] ?? 1) > 0) return encoding
  }
  return null
}

/** The body of an answer as it is sent. `often`: it is made once and sent many times, so that the smaller form is worth its time. */
export async function encode(answer: Answer, encoding: Encoding | null, often: boolean): Promise<string | Uint8Array> {
  const { packed, body } = answer
  if (packed && encoding === 'br') return body
  const whole = packed ? await fromBrotli(body) : body
  return encoding ? compress(whole, encoding, often) : whole
}

/** The answer in as few bytes as it can be held in, and given to most of those who ask. */
export async function pack(answer: Answer): Promise<Answer> {
  if (answer.body.length < LEAST_PACKED || !isCompressible(answer)) return answer
  return { ...answer, body: await compress(answer.body, 'br', false), packed: true }
}

/** Up to here it takes less than to have another thread do it. */
const MOST_BYTES_HERE = 32_768
/** What it is made into at a time: pieces of the usual 64 KB are taken from the system anew each time, at several times the cost of the work. */
const CHUNK_BYTES = 4_096

/** `often`: it is made once and sent many times, so that the smaller form is worth its time. */
async function compress(body: string | Uint8Array, encoding: Encoding, often: boolean): Promise<Uint8Array> {
  const isHere = !often && body.length <= MOST_BYTES_HERE
  const chunks = isHere ? { chunkSize: CHUNK_BYTES } : {}
  if (encoding === 'gzip') {
    const options = { ...chunks, level: often ? 9 : 6 }
    return fitted(isHere ? gzipSync(body, options) : await toGzip(body, options))
  }
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: size } = constants
  // Of a small one a twentieth more comes out of quality 3, whose tables take half the pages that the system has to give each time.
  const options = { ...chunks, params: { [quality]: often ? 9 : isHere ? 3 : 4, [size]: body.length } }
  return fitted(isHere ? brotliCompressSync(body, options) : await toBrotli(body, options))
}

/** What is made is in the whole of a chunk, however short it is, and would keep all of it. */
const fitted = (made: Buffer) => new Uint8Array(made)
