import type { Words } from '@causeway/shared/words/words'
import { QuestionError } from '../ground/question-error.ts'
import { mayChange, maySeeExact, maySeePublic, type Viewer } from './viewer.ts'
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

/** Throws unless the viewer may change records of the institution: an editor or higher. */
export function requireChange(viewer: Viewer, institution: string): void {
  if (mayChange(viewer, institution)) return
  throw viewer.role === null
    ? new QuestionError('UNAUTHENTICATED', REFUSALS.CHANGING_NEEDS_SIGNING_IN)
    : new QuestionError('FORBIDDEN', REFUSALS.MAY_NOT_CHANGE)
}

/** Throws unless the viewer may release figures of the institution: a publisher or an administrator. */
export function requireRelease(viewer: Viewer, institution: string): void {
  const mayPublish = viewer.role === 'publisher' || viewer.role === 'administrator'
  if (!mayPublish || !maySeeExact(viewer, institution)) throw refusal(viewer)
}

/** Throws unless the viewer may see records and exact figures of the institution. */
export function requireExact(viewer: Viewer, institution: string): void {
  if (!maySeeExact(viewer, institution)) throw refusal(viewer)
}

/** Throws unless the viewer may see at least what is public of the institution. */
export function requirePublic(publicReading: boolean, viewer: Viewer, institution: string): void {
  if (!maySeePublic(publicReading, viewer, institution)) throw refusal(viewer)
}
