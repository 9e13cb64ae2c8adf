import type { GraphQLParams } from 'graphql-yoga'
import { isNoForm, type AskedBy } from '../../access/read-viewer.ts'
import { refusal } from '../../access/refuse.ts'
import { USUAL_UPLOAD_BYTES, type Uploads } from '../../desk/uploads/uploads.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { GraphContext } from '../graph/context.ts'
import { checkCharacters } from '../graph/limits.ts'
import type { Asked } from './answer.ts'
import { parseJson, readBody } from './read-body.ts'
import { readMultipart } from './read-multipart.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** Bytes of a question, its variables included. */
const MOST_QUESTION_BYTES = 512 * 1024

/** Who sent a question, and whether it may change anything. */
type Sender = AskedBy & Pick<GraphContext, 'mayMutate'>

/**
 * The question of an address, of the text of a body, or of a form with files, which are the caller's to release.
 * @throws QuestionError what `parseJson`, `readMultipart` and `checkGiven` throw
 */
export async function readQuestion(
  { request, url }: Asked,
  sender: Sender,
  text: string | null,
  mostUploadBytes = USUAL_UPLOAD_BYTES,
): Promise<{ params: GraphQLParams; uploads?: Uploads }> {
  if (request.method !== 'POST') return { params: checkGiven(readParameters(url.searchParams)) }
  if (text !== null) return { params: checkGiven(parseJson(text)) }
  refuseUpload(request, sender)
  const { operations, uploads } = await readMultipart(request, mostUploadBytes)
  try {
    return { params: checkGiven(operations), uploads }
  } catch (error) {
    await uploads.release()
    throw error
  }
}

/** The text of a body; null: it comes with files. Throws `BAD_REQUEST` and what `readBody` throws. */
export async function readText(request: Request): Promise<string | null> {
  const contentType = request.headers.get('content-type') ?? ''
  if (/^multipart\/form-data\b/i.test(contentType)) return null
  if (/^application\/(graphql\+)?json\b/i.test(contentType)) return readBody(request, MOST_QUESTION_BYTES)
  throw new QuestionError('BAD_REQUEST', REFUSALS.NOT_JSON)
}

function readParameters(parameters: URLSearchParams): Record<string, unknown> {
  const json = (name: string): unknown => {
    const text = parameters.get(name)
    return text ? parseJson(text, { zh: `参数 ${name} `, en: `The parameter ${name}` }) : null
  }
  return {
    query: parameters.get('query'),
    operationName: parameters.get('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  }
}

/** Before anything of a file is read: who may change nothing sends none, and no page of another site does. */
function refuseUpload(request: Request, sender: Sender): void {
  const { viewer, mayMutate } = sender
  if (viewer.role === null || viewer.role === 'reader') throw refusal(viewer)
  if (mayMutate && isNoForm(request, sender)) return
  throw new QuestionError('CSRF_REFUSED', REFUSALS.CSRF_REFUSED)
}

/** What Yoga takes, and nothing besides. Throws `BAD_REQUEST`, and `BAD_CHARACTER` or `TOO_DEEP` for the variables. */
function checkGiven(given: unknown): GraphQLParams {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw badRequest('must be one JSON object', '必须是一个 JSON 对象')
  const { query, variables, operationName, extensions } = given as Record<string, unknown>
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))
    throw badRequest('"variables" must be an object', '的 variables 必须是一个对象')
  if (operationName != null && typeof operationName !== 'string')
    throw badRequest('"operationName" must be a text', '的 operationName 必须是文本')
  if (query != null && typeof query !== 'string') throw badRequest('"query" must be a text', '的 query 必须是文本')
  checkCharacters(variables)
  return {
    query: query || undefined,
    variables: (variables ?? {}) as Record<string, unknown>,
    operationName: operationName ?? undefined,
    extensions: typeof extensions === 'object' && !Array.isArray(extensions) ? { ...extensions } : undefined,
  }
}

export function badRequest(en: string, zh: string): QuestionError {
  return new QuestionError('BAD_REQUEST', { zh: `请求${zh}。`, en: `The request ${en}.` })
}
