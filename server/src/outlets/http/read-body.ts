import { QuestionError } from '../../ground/question-error.ts'
import { orEnd } from './finish-answer.ts'

/** Longest that a body without files may take to come. */
const MOST_MILLISECONDS = 30_000

/** The body as text, at most `most` bytes. Throws `TOO_LARGE`, and reads no further, or `CUT_SHORT`, also where it takes too long. */
export async function readBody(request: Request, most: number, mostMs = MOST_MILLISECONDS): Promise<string> {
  const length = request.headers.get('content-length')
  if (Number(length) > most) throw tooLarge(most)
  // A body that says how long it is ends there; Hono's server reads it without a stream.
  const reading: Promise<ArrayBuffer | Uint8Array> =
    length === null ? readCounted(request.body, most) : request.arrayBuffer()
  const bytes = await orEnd(reading, AbortSignal.timeout(mostMs)).catch((error: unknown) => {
    if (error instanceof QuestionError) throw error
    throw new QuestionError('CUT_SHORT', { zh: '请求正文没有传完。', en: 'The body was cut short.' })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new QuestionError('BAD_REQUEST', { zh: '请求正文不是 UTF-8 文本。', en: 'The body is not text in UTF-8.' })
  }
}

async function readCounted(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength
    if (bytes > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(most: number): QuestionError {
  const words = { zh: `请求正文超过 ${most} 字节。`, en: `The body is larger than ${most} bytes.` }
  return new QuestionError('TOO_LARGE', { ...words, facts: { limit: most } })
}

/** Throws `BAD_JSON` for what is cut short or is none. */
export function parseJson(text: string, what = { zh: '请求正文', en: 'The body' }): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new QuestionError('BAD_JSON', { zh: `${what.zh}不是完整的 JSON。`, en: `${what.en} is not whole JSON.` })
  }
}
