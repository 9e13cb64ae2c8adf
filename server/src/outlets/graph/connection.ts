import type { ObjectRef } from '@pothos/core'
import { badCursor, isCursor } from '../../ground/cursor.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { builder } from './builder.ts'

/** Rows that a page of a connection holds at most, and holds where `first` is omitted. */
const MOST_PER_PAGE = 500
const USUAL_PER_PAGE = 50

export const pageArguments = builder.args((t) => ({
  first: t.int({ description: `How many, 0 to ${MOST_PER_PAGE}; ${USUAL_PER_PAGE} where omitted.` }),
  after: t.string({ description: 'Cursor after which the page begins; the beginning where omitted.' }),
}))

interface PageArguments {
  first?: number | null
  after?: string | null
}

/** Throws `BAD_PAGE` for a page of impossible size, or a cursor that is none of ours. */
export function readPage({ first, after }: PageArguments): { first: number; after: string | null } {
  const size = first ?? USUAL_PER_PAGE
  if (size < 0 || size > MOST_PER_PAGE)
    throw new QuestionError('BAD_PAGE', {
      zh: `first 须在 0 到 ${MOST_PER_PAGE} 之间。`,
      en: `first is from 0 to ${MOST_PER_PAGE}.`,
      facts: { least: 0, most: MOST_PER_PAGE },
    })
  // Cursors are base64url of what the rows are ordered by.
  if (after != null && !isCursor(after)) throw badCursor()
  return { first: size, after: after ?? null }
}

/** What a connection costs: its selection once a row of the page. */
export function pageComplexity({ first }: PageArguments): { field: number; multiplier: number } {
  return { field: 20, multiplier: Math.max(1, Math.min(first ?? USUAL_PER_PAGE, MOST_PER_PAGE)) }
}

type Types = typeof builder.$inferSchemaTypes

/** The type of the pages of a list, `NAMEConnection`, with `NAMEEdge`. */
export function connectionOf<Row>(type: ObjectRef<Types, Row>, name: string, description: string, edge: string) {
  return builder.connectionObject(
    { type, name: `${name}Connection`, description },
    { name: `${name}Edge`, description: edge },
  )
}

export function toConnection<Row>(
  rows: readonly Row[],
  cursorOf: (row: Row) => string,
  hasNextPage: boolean,
  totalCount: number | null | (() => Promise<number>),
) {
  const edges = rows.map((node) => ({ node, cursor: cursorOf(node) }))
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  }
}

const MOST_LISTED = 500

interface Part {
  first?: number | null
  offset?: number | null
}

/** What a field takes and costs that is a part of a list which is kept whole: as many as are `usual`, or `first` of it. */
export function partOf(usual: number) {
  return {
    args: builder.args((t) => ({
      first: t.int({ description: `How many, at most ${MOST_LISTED}; ${usual} where omitted.` }),
      offset: t.int({ description: 'How many to pass over; none where omitted.' }),
    })),
    complexity: ({ first }: Part) => ({ field: 1, multiplier: Math.max(1, Math.min(first ?? usual, MOST_LISTED)) }),
  }
}

export function takePart<T>(list: readonly T[], { first, offset }: Part, usual: number): T[] {
  const start = Math.max(0, offset ?? 0)
  return list.slice(start, start + Math.max(0, Math.min(first ?? usual, MOST_LISTED)))
}
