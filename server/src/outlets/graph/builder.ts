import { toInstant } from '../../figures/instant.ts'
import { fill, type Words } from '@causeway/shared/words/words'
import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import RelayPlugin from '@pothos/plugin-relay'
import { QuestionError } from '../../ground/question-error.ts'
import type { GraphContext } from './context.ts'
import { fromCursor, isCursor, toCursor } from '../../ground/cursor.ts'
import { GraphQLError } from 'graphql'
import { isIsoDate } from '@causeway/shared/day'
import REFUSALS from './refusals.json' with { type: 'json' }

export const builder = new SchemaBuilder<{
  Context: GraphContext
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    Upload: { Input: string; Output: never }
  }
  /** A function: it is read where it is asked for. */
  Connection: { totalCount: number | null | (() => Promise<number>) }
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
}>({
  plugins: [RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  // The limit is checked on the whole operation before anything runs: see limits.ts.
  complexity: { disabled: true, defaultComplexity: 1, defaultListMultiplier: 5 },
  relay: {
    cursorType: 'String',
    clientMutationId: 'omit',
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'Those of the page, in order.',
      complexity: { field: 0, multiplier: 1 },
    },
    nodeFieldOptions: { nullable: false, description: 'The one that is here.' },
    pageInfoFieldOptions: { description: 'Where the page is in the whole.' },
    nodesQueryOptions: false,
    nodeQueryOptions: {
      description:
        'One record, batch or piece of evidence by its id. Needs a token that may read its institution; null where there is no such thing.',
      complexity: 10,
      args: { id: { description: 'As `id` of one of them gave it.' } },
    },
    encodeGlobalID: (type, id) => toCursor(`${type}:${id}`),
    decodeGlobalID,
    nodeTypeOptions: { description: 'Anything that has its own id over the whole graph.' },
    pageInfoTypeOptions: { description: 'Where a page of a connection is in the whole.' },
    hasNextPageFieldOptions: { description: 'More follow after this page.' },
    hasPreviousPageFieldOptions: {
      description: 'Always false: connections are read forwards, with `first` and `after`.',
    },
    startCursorFieldOptions: { description: 'Cursor of the first of the page; null: the page is empty.' },
    endCursorFieldOptions: { description: 'Cursor to ask on with, as `after`; null: the page is empty.' },
    cursorFieldOptions: { description: 'Where this one is. It keeps its place when others are added.' },
    idFieldOptions: { description: 'Id over the whole graph; opaque.' },
  },
})

builder.globalConnectionFields((t) => ({
  totalCount: t.maybe('Int', 'How many there are in all; null: not known.', ({ totalCount }) =>
    typeof totalCount === 'function' ? totalCount() : totalCount,
  ),
}))

builder.queryType({
  description:
    'Everything that can be asked. What can be refused or fail is null, with an error that costs nothing else.',
})

/** What has an id over the whole graph. */
const NODE_TYPES = ['Record', 'Batch', 'Evidence', 'Release']

function decodeGlobalID(globalId: string): { typename: string; id: string } {
  const text = isCursor(globalId) ? fromCursor(globalId) : ''
  const typename = text.slice(0, text.indexOf(':'))
  if (NODE_TYPES.includes(typename)) return { typename, id: text.slice(typename.length + 1) }
  throw new QuestionError('BAD_ID', { ...REFUSALS.NO_ID, facts: { types: NODE_TYPES } })
}

builder.scalarType('Date', {
  description: 'A day, YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && isIsoDate(value)) return value
    throw badValue(REFUSALS.BAD_DATE, value)
  },
})

/** It is said where in the question it is; `messages` says it in both languages. */
function badValue(words: Words, value: unknown): GraphQLError {
  const messages = fill(words, { value: typeof value === 'string' ? value.slice(0, 60) : JSON.stringify(value) })
  return new GraphQLError(messages.en, { extensions: { messages } })
}

builder.scalarType('Upload', {
  description:
    'A file, sent along as multipart/form-data (GraphQL multipart request specification): the variable says null, `map` names it. Sent with a bearer token, or from a page of this site with the header X-Requested-With: causeway.',
  serialize: () => {
    throw new GraphQLError('An Upload is never answered.')
  },
  parseValue: (value) => {
    if (typeof value === 'string') return value
    throw new GraphQLError('An Upload is the value of a variable that `map` names.')
  },
  parseLiteral: () => {
    throw new GraphQLError('An Upload is the value of a variable, never written in the document.')
  },
})

builder.scalarType('DateTime', {
  description:
    'A moment, ISO 8601 in UTC, as 2026-08-31T07:30:00.000Z. One that is asked with may have another offset, none (by CAUSEWAY_TIME_ZONE), or be a day.',
  serialize: (value) => value,
  parseValue: (value) => {
    // One without an offset is by the clock of the college: as it is written it goes to what knows that clock.
    if (typeof value === 'string' && toInstant(value) !== null) return value
    throw badValue(REFUSALS.BAD_DATE_TIME, value)
  },
})

/** `type/institution/key` of a record, from its id over the whole graph. Throws `BAD_ID`. */
export function readRecordId(id: string): string {
  return readId(id, 'Record')
}

/** Id of a batch, from its id over the whole graph or as the command line names it. Throws `BAD_ID`. */
export function readBatchId(id: string): string {
  return /^\d{8}-[a-z0-9]{1,20}$/.test(id) ? id : readId(id, 'Batch')
}

function readId(id: string, type: string): string {
  const text = isCursor(id) ? fromCursor(id) : ''
  if (text.startsWith(`${type}:`)) return text.slice(type.length + 1)
  throw new QuestionError('BAD_ID', { ...fill(REFUSALS.ID_OF_ANOTHER, { type }), facts: { types: [type] } })
}
