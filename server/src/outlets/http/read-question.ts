import { isNoForm, isOwnRequest, type AskedBy } from '../../access/read-viewer.ts'
import { refusal } from '../../access/refuse.ts'
import type { Asker } from '../graph/context.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { MOST_QUESTION_BYTES } from './graphql-address.ts'
import { parseJson, readBody } from './read-body.ts'
import { readMultipart } from './read-multipart.ts'
import { USUAL_UPLOAD_BYTES } from '../../desk/uploads/usual-upload-bytes.ts'

/**
 * The question that was posted, and who asks it; the files that came with it are to be released by the caller.
 * @throws QuestionError BAD_REQUEST and what `readBody` and `readMultipart` throw
 */
export async function readPosted(
  request: Request,
  asked: AskedBy,
  mostUploadBytes = USUAL_UPLOAD_BYTES,
): Promise<{ given: unknown; asker: Asker }> {
  const contentType = request.headers.get('content-type') ?? ''
  const asker = { viewer: asked.viewer, mayMutate: isOwnRequest(request, asked) }
  if (/^multipart\/form-data\b/i.test(contentType)) {
    refuseUpload(request, asked, asker)
    const { operations, uploads } = await readMultipart(request, mostUploadBytes)
    return { given: operations, asker: { ...asker, uploads } }
  }
  if (!/^application\/(graphql\+)?json\b/i.test(contentType))
    throw new QuestionError('BAD_REQUEST', {
      zh: '请求正文须为 JSON（content-type: application/json）。',
      en: 'The body must be JSON (content-type: application/json).',
    })
  return { given: parseJson(await readBody(request, MOST_QUESTION_BYTES)), asker }
}

/** Before anything of a file is read: who may change nothing sends none, and no page of another site does. */
function refuseUpload(request: Request, asked: AskedBy, { viewer, mayMutate }: Asker): void {
  if (viewer.role === null || viewer.role === 'reader') throw refusal(viewer)
  if (mayMutate && isNoForm(request, asked)) return
  throw new QuestionError('CSRF_REFUSED', {
    zh: '带文件的请求须自带访问令牌（Authorization: Bearer），或由本站页面发出并带 X-Requested-With: causeway。',
    en: 'A request with files carries an access token of its own (Authorization: Bearer), or comes from a page of this site with X-Requested-With: causeway.',
  })
}
