import { isFromElsewhere, type AskedBy, isSecure } from '../../access/read-viewer.ts'
import { endedSessionCookie, endSession, openSession, type SignInLimit } from '../../access/session.ts'
import { findGoodToken } from '../../access/tokens.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { errorAnswer, jsonAnswer, methodNotAllowedAnswer, refusedAnswer, type Answer } from './answer.ts'
import { parseJson, readBody } from './read-body.ts'
import { uncached } from './finish-answer.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const MOST_BYTES = 4_096

/**
 * GET says who is signed in; POST signs in with `token`, as JSON or as a form; DELETE signs out. A form is sent on to the page.
 */
export async function answerSession(causeway: Causeway, asked: SessionAsked): Promise<Answer> {
  return uncached(await answerMethod(causeway, asked))
}

interface SessionAsked {
  request: Request
  by: AskedBy
  /** Of the client. */
  address: string
  limit: SignInLimit
}

async function answerMethod(causeway: Causeway, asked: SessionAsked): Promise<Answer> {
  const { request, by } = asked
  if (request.method === 'GET' || request.method === 'HEAD') {
    const { role, institution } = by.viewer
    const expires = by.sessionEnds?.toISOString() ?? null
    return jsonAnswer({ signedIn: role !== null, role, institution, expires, publicReading: causeway.publicReading })
  }
  if (request.method !== 'POST' && request.method !== 'DELETE') return methodNotAllowedAnswer('GET, POST, DELETE')
  if (isFromElsewhere(request)) return errorAnswer(403, 'FORBIDDEN', REFUSALS.FROM_ELSEWHERE)
  const secure = isSecure(request)
  if (request.method === 'DELETE') {
    await endSession(causeway.database, request.headers.get('cookie'))
    const answer = jsonAnswer({ signedIn: false })
    answer.headers['set-cookie'] = endedSessionCookie(secure)
    return answer
  }
  return signIn(causeway, asked, secure)
}

async function signIn(causeway: Causeway, { request, address, limit }: SessionAsked, secure: boolean): Promise<Answer> {
  const isForm = (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  const token = readToken(await readBody(request, MOST_BYTES), isForm)
  const stored = token === null ? null : await findGoodToken(causeway.database, token)
  // One who has a good token is not kept out by others who try from the same address.
  if (!stored) return refuseSignIn(address, limit, isForm)
  const { cookie, expires } = await openSession(causeway.database, stored, secure)
  const answer = isForm
    ? redirect('/')
    : jsonAnswer({ signedIn: true, role: stored.role, institution: stored.institution, expires: expires.toISOString() })
  answer.headers['set-cookie'] = cookie
  return answer
}

function refuseSignIn(address: string, limit: SignInLimit, isForm: boolean): Answer {
  const wait = limit.secondsToWait(address)
  if (wait > 0)
    return refusedAnswer(
      new QuestionError('TOO_MANY_SIGN_INS', {
        zh: `登录失败次数过多，请在 ${wait} 秒后再试。`,
        en: `Too many failed sign-ins: try again in ${wait} seconds.`,
        facts: { seconds: wait },
      }),
    )
  limit.failed(address)
  if (isForm) return redirect('/sign-in?failed=1')
  return errorAnswer(401, 'UNAUTHENTICATED', REFUSALS.UNKNOWN_TOKEN)
}

function readToken(body: string, isForm: boolean): string | null {
  if (isForm) return new URLSearchParams(body).get('token')?.trim() || null
  const given = parseJson(body)
  const token = typeof given === 'object' && given !== null && 'token' in given ? given.token : null
  return typeof token === 'string' ? token.trim() || null : null
}

/** After a form: see other. */
function redirect(location: string): Answer {
  return { status: 303, headers: { location }, body: '' }
}
