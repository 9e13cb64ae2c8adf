import { QuestionError } from '../question-error.ts'
import { maySeeExact, type Viewer } from './viewer.ts'

/** The refusal of one who lacks a right. Says the same whether or not the thing asked for exists. */
export function refusal(viewer: Viewer): QuestionError {
  return viewer.role === null
    ? new QuestionError('UNAUTHENTICATED', {
        zh: '需要登录后才能查看：请用访问令牌登录。',
        en: 'This needs signing in: sign in with an access token.',
      })
    : new QuestionError('FORBIDDEN', {
        zh: '您的访问令牌没有这项权限。',
        en: 'Your access token does not give this right.',
      })
}

/** Throws unless the viewer may see records and exact figures of the institution. */
export function requireExact(viewer: Viewer, institution: string): void {
  if (!maySeeExact(viewer, institution)) throw refusal(viewer)
}
