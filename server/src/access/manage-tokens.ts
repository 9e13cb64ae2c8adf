import { may, type Role } from '@causeway/shared/rights'
import { fill } from '@causeway/shared/words/words'
import type { Database } from '../ground/database/database.ts'
import { requireInstitution } from '../records/institutions.ts'
import { QuestionError } from '../ground/question-error.ts'
import { requireRight } from './refuse.ts'
import { selectTokens } from './store.ts'
import { createToken, describeToken, revokeToken, toFacts, type TokenFacts } from './tokens.ts'
import type { Viewer } from './viewer.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

export interface AskedToken {
  role: Role
  institution?: string | null
  expires?: string | null
  name?: string | null
}

const LONGEST_NAME = 100
const MOST_LISTED = 1_000

/**
 * Gives access. An administrator of an institution gives it to that one alone.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, BAD_TOKEN
 */
export async function giveToken(
  { database }: { database: Database },
  viewer: Viewer,
  asked: AskedToken,
): Promise<{ token: string; facts: TokenFacts }> {
  const institution = asked.institution ?? null
  requireRight(viewer, 'access', institution)
  if (institution !== null) await requireInstitution(database, institution)
  const { id, token } = await createToken(database, {
    role: asked.role,
    institution,
    expires: checkLastDay(asked.expires ?? null),
    name: checkName(asked.name ?? ''),
  })
  return { token, facts: (await describeToken(database, id))! }
}

/**
 * Takes access back, at once.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_TOKEN
 */
export async function takeToken({ database }: { database: Database }, viewer: Viewer, id: string): Promise<TokenFacts> {
  requireRight(viewer, 'access', viewer.institution)
  const known = await describeToken(database, id)
  // Of another institution it is as if it were not there.
  if (!known || !may(viewer, 'access', known.institution))
    throw new QuestionError('UNKNOWN_TOKEN', { zh: '没有这个令牌。', en: 'There is no such token.' })
  await revokeToken(database, id)
  return (await describeToken(database, id))!
}

/** Those that the viewer may take back, the newest first. @throws QuestionError UNAUTHENTICATED, FORBIDDEN */
export async function listTokens({ database }: { database: Database }, viewer: Viewer): Promise<TokenFacts[]> {
  requireRight(viewer, 'access', viewer.institution)
  return (await selectTokens(database, viewer.institution, MOST_LISTED)).map(toFacts)
}

/** Today (UTC) is the earliest: a token that ended yesterday is good for nothing. */
function checkLastDay(day: string | null): string | null {
  if (day === null || day >= new Date().toISOString().slice(0, 10)) return day
  throw new QuestionError('BAD_TOKEN', REFUSALS.DAY_IS_PAST)
}

function checkName(name: string): string | null {
  const text = name.normalize('NFC').trim()
  if (text.length <= LONGEST_NAME && !/[\p{Cc}\p{Cf}]/u.test(text)) return text === '' ? null : text
  throw new QuestionError('BAD_TOKEN', fill(REFUSALS.NAME_TOO_LONG, { LONGEST_NAME }))
}
