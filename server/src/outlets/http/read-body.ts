import { QuestionError } from '../../ground/question-error.ts'

/** Longest that a body without files may take to come. */
const MOST_MILLISECONDS = 30_000

/** The body as text, at most `most` bytes. Throws `TOO_LARGE`, and reads no further, or `CUT_SHORT`, also where it takes too long. */
export async function readBody(request: Request, most: number, mostMs = MOST_MILLISECONDS): Promise<string> {
  const tooLarge = () =>
    new QuestionError(
      'TOO_LARGE',
      { zh: `请求正文超过 ${most} 字节。`, en: `The body is larger than ${most} bytes.` },
      { limit: most },
    )
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = request.body.getReader()
  const late = AbortSignal.timeout(mostMs)
  try {
    late.addEventListener('abort', () => void reader.cancel().catch(() => {}), { once: true })
    for (;;) {
      const { done, value: chunk } = await reader.read()
      if (late.aborted) throw new Error('it took too long')
      if (done) break
      bytes += chunk.byteLength
      if (bytes > most) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    await reader.cancel().catch(() => {})
    if (error instanceof QuestionError) throw error
    throw new QuestionError('CUT_SHORT', { zh: '请求正文没有传完。', en: 'The body was cut short.' })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new QuestionError('BAD_REQUEST', { zh: '请求正文不是 UTF-8 文本。', en: 'The body is not text in UTF-8.' })
  }
}

/** Throws `BAD_JSON` for what is cut short or is none. */
export function parseJson(text: string, what = { zh: '请求正文', en: 'The body' }): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new QuestionError('BAD_JSON', { zh: `${what.zh}不是完整的 JSON。`, en: `${what.en} is not whole JSON.` })
  }
}
