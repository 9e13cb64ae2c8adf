import type { Words } from '@causeway/shared/words/words'
import { refusedFromElsewhere, takeUpOneTime } from '../../access/one-time.ts'
import { isFromElsewhere, type AskedBy, isSecure } from '../../access/read-viewer.ts'
import { endedSessionCookie, endSession, openSession, type SignInLimit } from '../../access/session.ts'
import { describeToken, findGoodToken, type StoredToken } from '../../access/tokens.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { errorAnswer, jsonAnswer, methodNotAllowedAnswer, refusedAnswer, type Answer } from './answer.ts'
import { parseJson, readBody } from './read-body.ts'
import { uncached } from './finish-answer.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const MOST_BYTES = 4_096
/** Their failures are counted together, and apart from those of tokens. */
const ONE_TIME = 'one-time'

/**
 * GET says who is signed in; POST signs in with `token`, as JSON or as a form, or by a one-time address with `once`; DELETE signs out.
 * A form is sent on to the page.
 */
export async function answerSession(causeway: Causeway, asked: SessionAsked): Promise<Answer> {
  return uncached(await answerMethod(causeway, asked))
}

interface SessionAsked {
  request: Request
  by: AskedBy
  /** Of the client. */
  address: string
  /** Where the connection came from. */
  connected: string
  limit: SignInLimit
  /** Why nobody signs in by a one-time address; null: they may. */
  oneTimeRefused: Words | null
}

async function answerMethod(causeway: Causeway, asked: SessionAsked): Promise<Answer> {
  const { request, by } = asked
  if (request.method === 'GET' || request.method === 'HEAD') {
    const { role, institution, token } = by.viewer
    const name = token === undefined ? null : ((await describeToken(causeway.database, token))?.name ?? null)
    const expires = by.sessionEnds?.toISOString() ?? null
    const { publicReading, isRounded } = causeway
    const said = { signedIn: role !== null, name, role, institution, expires, publicReading }
    return jsonAnswer({ ...said, ...(isRounded && { rounded: true }) })
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

async function signIn(causeway: Causeway, asked: SessionAsked, secure: boolean): Promise<Answer> {
  const { request, address, limit } = asked
  const isForm = (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  const given = await readGiven(request, isForm)
  if (given.once !== null) return signInOnce(causeway, asked, given.once, secure)
  const { token } = given
  const stored = token === null ? null : await findGoodToken(causeway.database, token)
  // One who has a good token is not kept out by others who try from the same address.
  if (!stored) return refuseSignIn(address, limit, isForm)
  return signedIn(causeway, stored, secure, isForm)
}

async function signInOnce(
  causeway: Causeway,
  { request, connected, limit, oneTimeRefused }: SessionAsked,
  once: string,
  secure: boolean,
): Promise<Answer> {
  const refused = oneTimeRefused ?? refusedFromElsewhere(request, connected)
  if (refused !== null) return errorAnswer(403, 'FORBIDDEN', refused)
  // All who try are at this machine, and what they try is not looked at once they failed too often.
  const wait = waitAnswer(ONE_TIME, limit)
  if (wait !== null) return wait
  try {
    return await signedIn(causeway, await takeUpOneTime(causeway.database, once), secure)
  } catch (error) {
    if (!(error instanceof QuestionError && error.code === 'UNAUTHENTICATED')) throw error
    limit.failed(ONE_TIME)
    return errorAnswer(401, error.code, error.words)
  }
}

async function signedIn(causeway: Causeway, token: StoredToken, secure: boolean, isForm = false): Promise<Answer> {
  const { role, institution } = token
  const { cookie, expires } = await openSession(causeway.database, token, secure)
  const answer = isForm
    ? redirect('/')
    : jsonAnswer({ signedIn: true, role, institution, expires: expires.toISOString() })
  answer.headers['set-cookie'] = cookie
  return answer
}

/** Null: the next try may be made now. */
function waitAnswer(address: string, limit: SignInLimit): Answer | null {
  const wait = limit.secondsToWait(address)
  if (wait === 0) return null
  return refusedAnswer(
    new QuestionError('TOO_MANY_SIGN_INS', {
      zh: `登录失败次数过多，请在 ${wait} 秒后再试。`,
      en: `Too many failed sign-ins: try again in ${wait} seconds.`,
      facts: { seconds: wait },
    }),
  )
}

function refuseSignIn(address: string, limit: SignInLimit, isForm: boolean): Answer {
  const wait = waitAnswer(address, limit)
  if (wait !== null) return wait
  limit.failed(address)
  if (isForm) return redirect('/sign-in?failed=1')
  return errorAnswer(401, 'UNAUTHENTICATED', REFUSALS.UNKNOWN_TOKEN)
}

async function readGiven(request: Request, isForm: boolean): Promise<{ token: string | null; once: string | null }> {
  const body = await readBody(request, MOST_BYTES)
  if (isForm) return { token: new URLSearchParams(body).get('token')?.trim() || null, once: null }
  const given = parseJson(body)
  const read = (name: string) => {
    const value = typeof given === 'object' && given !== null ? (given as Record<string, unknown>)[name] : null
    return typeof value === 'string' ? value.trim() || null : null
  }
  return { token: read('token'), once: read('once') }
}

/** After a form: see other. */
function redirect(location: string): Answer {
  return { status: 303, headers: { location }, body: '' }
}
