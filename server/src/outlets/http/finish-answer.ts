import type { Answer, StreamedAnswer } from './answer.ts'
import { chooseEncoding, compress } from './compress.ts'
import type { KnownAnswer } from './known-answers.ts'
import { HTTPS_HEADERS, SECURITY_HEADERS } from './security-headers.ts'

/**
 * The response to an answer: 304 where the asker has it already, compressed where the asker takes that. `isHttps`: people reach this
 * server by https.
 */
export async function finishAnswer(
  request: Request,
  made: Answer | KnownAnswer | StreamedAnswer,
  requestId: string,
  isHttps = false,
): Promise<Response> {
  const common = { ...SECURITY_HEADERS, ...(isHttps && HTTPS_HEADERS) }
  if ('stream' in made)
    return new Response(made.stream, {
      status: made.status,
      headers: { ...common, ...made.headers, 'x-request-id': requestId },
    })
  const known = 'answer' in made ? made : null
  const answer = 'answer' in made ? made.answer : made
  const headers: Record<string, string> = { ...common, ...answer.headers, 'x-request-id': requestId }
  // What an answer leaves empty it does not want.
  for (const name of Object.keys(headers)) if (headers[name] === '') delete headers[name]
  const encoding = chooseEncoding(request.headers.get('accept-encoding'), answer)
  headers['vary'] = [headers['vary'], 'Accept-Encoding'].filter(Boolean).join(', ')
  const etag = known?.etag ?? null
  if (etag !== null) {
    // Other bytes of the same answer have no tag that says that they are the same bytes.
    headers['etag'] = encoding ? `W/${etag}` : etag
    if (isHeld(request.headers.get('if-none-match'), etag)) {
      delete headers['content-type']
      return new Response(null, { status: 304, headers })
    }
  }
  let body = answer.body
  if (encoding) {
    const before = known?.compressed.get(encoding)
    body = before ?? (await compress(body, encoding, headers['cache-control']?.includes('immutable') ?? false))
    if (!before) known?.compressed.set(encoding, body)
    headers['content-encoding'] = encoding
  }
  headers['content-length'] = String(Buffer.byteLength(body))
  return new Response(request.method === 'HEAD' || body.length === 0 ? null : (body as BodyInit), {
    status: answer.status,
    headers,
  })
}

/** Compared weakly: what is compressed is still the same answer. */
function isHeld(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((held) => held.trim().replace(/^W\//, '') === etag)
}
