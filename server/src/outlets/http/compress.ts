import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Answer } from './answer.ts'

/** Below this many bytes compression saves nothing. */
const LEAST_BYTES = 1_000

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

type Encoding = 'br' | 'gzip'

/** The encoding to send an answer in; null: as it is. */
export function chooseEncoding(acceptEncoding: string | null, answer: Answer): Encoding | null {
  if (answer.body.length < LEAST_BYTES || answer.headers['content-encoding']) return null
  if (
    !/^(text\/|image\/svg|application\/(json|graphql|javascript|manifest|xml))/.test(
      answer.headers['content-type'] ?? '',
    )
  )
    return null
  const accepted = acceptEncoding ?? ''
  for (const encoding of ['br', 'gzip'] as const) {
    const match = new RegExp(`(?:^|[,\\s])${encoding}(?:\\s*;\\s*q=([\\d.]+))?(?:\\s*,|\\s*$)`, 'i').exec(accepted)
    if (match && match[1] !== '0' && Number(match[1] ?? 1) > 0) return encoding
  }
  return null
}

/** `often`: it is made once and sent many times, so that the smaller form is worth its time. */
export function compress(body: string | Uint8Array, encoding: Encoding, often: boolean): Promise<Uint8Array> {
  if (encoding === 'gzip') return toGzip(body, { level: often ? 9 : 6 })
  return toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: often ? 9 : 4 } })
}
