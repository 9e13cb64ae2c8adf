import { may, RIGHTS, rolesWith, type Right } from '@causeway/shared/rights'
import { fill, type Words } from '@causeway/shared/words/words'
import { QuestionError } from '../ground/question-error.ts'
import { maySeeExact, maySeePublic, type Viewer } from './viewer.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/**
 * The refusal of one who lacks a right. Says the same whether or not the thing asked for exists.
 *
 * @param needsToken arguments without which the public may ask the same
 */
export function refusal(viewer: Viewer, needsToken: readonly string[] = []): QuestionError {
  const facts = needsToken.length > 0 ? { needsToken } : {}
  const cure = needsToken.length > 0 ? cureOf(needsToken) : { zh: '', en: '' }
  return viewer.role === null
    ? new QuestionError('UNAUTHENTICATED', {
        zh: `需要登录后才能查看：请用访问令牌登录。${cure.zh}`,
        en: `This needs signing in: sign in with an access token.${cure.en}`,
        facts,
      })
    : new QuestionError('FORBIDDEN', {
        zh: `您的访问令牌没有这项权限。${cure.zh}`,
        en: `Your access token does not give this right.${cure.en}`,
        facts,
      })
}

/** The refusal of one who may take back a part of a batch and not the whole. Names none of the others. */
export function ofOthersToo(): QuestionError {
  return new QuestionError('FORBIDDEN', REFUSALS.OF_OTHERS_TOO)
}

function cureOf(needsToken: readonly string[]): Words {
  const oneValue = needsToken.includes('filter')
    ? { zh: '（filter 可取一个值，不与 by 同用）', en: ' (filter may have one value, and no by beside it)' }
    : { zh: '', en: '' }
  return {
    zh: `不登录时请去掉 ${needsToken.join('、')}${oneValue.zh}。`,
    en: ` Without it leave out ${needsToken.join(', ')}${oneValue.en}.`,
  }
}

/** Throws unless the viewer has the right, other than to see, at the institution. @throws QuestionError UNAUTHENTICATED, FORBIDDEN */
export function requireRight(viewer: Viewer, right: Right, institution: string | null): void {
  if (may(viewer, right, institution)) return
  const [what, who] = [RIGHTS[right], rolesWith(right)]
  const facts = { whatZh: what.zh, whatEn: what.en, whoZh: who.zh, whoEn: who.en }
  throw viewer.role === null
    ? new QuestionError('UNAUTHENTICATED', fill(REFUSALS.NEEDS_SIGNING_IN, facts))
    : new QuestionError('FORBIDDEN', fill(REFUSALS.NOT_WITH_THIS_TOKEN, facts))
}

/** Throws unless the viewer may see records and exact figures of the institution. */
export function requireExact(viewer: Viewer, institution: string): void {
  if (!maySeeExact(viewer, institution)) throw refusal(viewer)
}

/** Throws unless the viewer may see at least what is public of the institution. */
export function requirePublic(publicReading: boolean, viewer: Viewer, institution: string): void {
  if (!maySeePublic(publicReading, viewer, institution)) throw refusal(viewer)
}
