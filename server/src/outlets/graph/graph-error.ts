import { GraphQLError, type GraphQLErrorExtensions } from 'graphql'
import { QuestionError } from '../../ground/question-error.ts'
import { isGivenUp } from '../../ground/under-way.ts'
import { tellUnexpected } from '../../ground/log.ts'

/** What tells the operator of an unexpected error; the asker gets the id of the request only. */
export type ReportError = (error: unknown, requestId: string) => void

/**
 * The error as the asker may see it: a stable `extensions.code`, the message in English and in `extensions.messages` in both
 * languages, and the facts that correct the question. Anything unexpected is masked and reported.
 */
export function toGraphError(error: unknown, requestId: string, report: ReportError): GraphQLError {
  const cause = causeOf(error)
  const place =
    error instanceof GraphQLError
      ? { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path }
      : {}
  if (cause instanceof QuestionError)
    return new GraphQLError(cause.words.en, {
      ...place,
      extensions: { code: cause.code, messages: cause.words, ...cause.facts },
    })
  if (cause instanceof GraphQLError) {
    const code = typeof cause.extensions['code'] === 'string' ? cause.extensions['code'] : 'BAD_USER_INPUT'
    const messages = { zh: `查询有误：${cause.message}`, en: cause.message }
    return new GraphQLError(cause.message, { ...place, extensions: { code, messages, ...httpOf(cause) } })
  }
  if (isGivenUp(cause)) return new GraphQLError(cause.message, { ...place, extensions: { code: 'LEFT' } })
  report(cause, requestId)
  const { code, words: messages } = tellUnexpected(cause, requestId)
  return new GraphQLError(messages.en, { ...place, extensions: { code, messages, requestId } })
}

/** What was thrown at first, however often it was wrapped. */
export function causeOf(error: unknown): unknown {
  let cause = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause
}

function httpOf({ extensions: { http } }: GraphQLError): GraphQLErrorExtensions {
  return http === undefined ? {} : { http }
}
