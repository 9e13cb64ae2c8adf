import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLErrorExtensions,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { QuestionError } from '../../ground/question-error.ts'
import { isGivenUp, onItsOwn } from '../../ground/under-way.ts'
import { requireReading, type GraphContext } from './context.ts'
import { checkCost, checkDocumentCharacters, checkShape, checkTokens, LIMITS } from './limits.ts'
import { tellUnexpected } from '../../ground/log.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** What is between a document and its execution: limits, the closing of anonymous reading, the form of every error. */
export function graphPlugin(report: ReportError): Plugin<GraphContext> {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string) => {
        checkTokens(source)
        const document = withoutOverflow(() => parse(source))
        checkShape(document)
        withoutOverflow(() => checkDocumentCharacters(document))
        return document
      })
      return ({ context, result }) => {
        // Yoga would refuse a mutation that was not posted without saying what to do.
        if (context.request.method === 'GET' && isMutation(result, context.params.operationName))
          checkMutation(context as unknown as GraphContext)
      }
    },
    onValidate({ setValidationFn }) {
      setValidationFn((schema, document, rules, _typeInfo, options) =>
        withoutOverflow(() => validate(schema, document, rules, { ...options, maxErrors: 20 })),
      )
    },
    onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues } = args
      const context = args.contextValue as GraphContext
      try {
        if (asksForData(document)) requireReading(context)
        if (isMutation(document, operationName)) {
          checkMutation(context)
          setExecuteFn((given) => onItsOwn(() => executeFn(given)))
        }
        checkCost(schema, document, operationName, variableValues ?? {}, context)
      } catch (error) {
        // As it is: onExecutionResult words it, and twice worded it would lose its Chinese and its facts.
        setResultAndStopExecution({ data: null, errors: [new GraphQLError('', { originalError: error as Error })] })
      }
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues } = args
      const context = args.contextValue as GraphContext
      try {
        if (!context.streams) throw new QuestionError('BAD_REQUEST', WANTS_STREAM)
        checkCost(schema, document, operationName, variableValues ?? {}, context)
      } catch (error) {
        setResultAndStopExecution({ data: null, errors: [new GraphQLError('', { originalError: error as Error })] })
      }
    },
    onExecutionResult({ result, setResult, context }) {
      const { requestId, reads } = context as unknown as GraphContext
      const errors = result && 'errors' in result ? result.errors : undefined
      if (!errors?.length) return
      // What is not there, and what is nearest to it, any institution may change.
      reads.everyInstitution = true
      // A refusal that says what time it is holds at that time alone.
      reads.beyondRevisions ||= errors.some(saysNow)
      setResult({ ...result, errors: errors.map((error) => toGraphError(error, requestId, report)) })
    },
  }
}

const WANTS_STREAM = REFUSALS.WANTS_STREAM

/** A change is made once for each time it is asked for, never said again from what is kept, and never by a page of another site. */
function checkMutation({ mayMutate, reads }: GraphContext): void {
  reads.beyondRevisions = true
  if (!mayMutate) throw new QuestionError('CSRF_REFUSED', REFUSALS.CSRF_REFUSED)
}

function isMutation(document: DocumentNode, operationName: string | null | undefined): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION
}

/** What nests too deeply for the stack is too deep for us. */
function withoutOverflow<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new QuestionError('TOO_DEEP', { ...REFUSALS.TOO_DEEP, facts: { limit: LIMITS.depth } })
  }
}

/** Introspection is no data: the schema is public. */
function asksForData(document: DocumentNode): boolean {
  return document.definitions.some(
    (it) =>
      it.kind === Kind.OPERATION_DEFINITION &&
      it.selectionSet.selections.some(
        (selection) => selection.kind !== Kind.FIELD || !selection.name.value.startsWith('__'),
      ),
  )
}

/** What tells the operator of an unexpected error; the asker gets the id of the request only. */
export type ReportError = (error: unknown, requestId: string) => void

/**
 * The error as the asker may see it: a stable `extensions.code`, the message in English and in `extensions.messages` in both
 * languages, and the facts that correct the question. Anything unexpected is masked and reported.
 */
function toGraphError(error: unknown, requestId: string, report: ReportError): GraphQLError {
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
    const messages = cause.extensions['messages'] ?? { zh: `查询有误：${cause.message}`, en: cause.message }
    return new GraphQLError(cause.message, { ...place, extensions: { code, messages, ...httpOf(cause) } })
  }
  if (isGivenUp(cause)) return new GraphQLError(cause.message, { ...place, extensions: { code: 'LEFT' } })
  report(cause, requestId)
  const { code, words: messages } = tellUnexpected(cause, requestId)
  return new GraphQLError(messages.en, { ...place, extensions: { code, messages, requestId } })
}

function saysNow(error: unknown): boolean {
  const cause = causeOf(error)
  return cause instanceof QuestionError && 'now' in cause.facts
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
