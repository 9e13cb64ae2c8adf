import { rolesWith, type Right } from '@causeway/shared/rights'
import type { InputFieldBuilder, InputFieldMap, InputShapeFromFields, ObjectRef } from '@pothos/core'
import type { BatchResult } from '../../records/commit.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { findRecords, readBatch, readBatches, type GraphContext } from './context.ts'
import type { RowProblem } from '../../records/import/ground/row-problem.ts'
import { DatabaseUnreachable } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { ProblemRef, toPageWords } from './page-words.ts'
import { RecordRef } from './record.ts'

/** What was done in its own batch. */
export interface DoneByHand extends BatchResult {
  institution: string
}

export const DoneByHandRef = builder.interfaceRef<DoneByHand>('DoneByHand')

DoneByHandRef.implement({
  description: 'Something was changed by hand, in its own batch that can be taken back; or it stood so already.',
  fields: (t) => ({
    changed: t.given('Boolean', 'False: it stood so already, and nothing changed.', ({ batch }) => batch !== null),
    revision: t.maybe(
      'Int',
      "The institution's new revision; null: nothing changed.",
      ({ revisions, institution }) => revisions[institution] ?? null,
    ),
    batch: t.maybe(
      BatchRef,
      'The batch, which can be taken back; null: nothing changed.',
      ({ batch }, context) => readBatch(context, batch),
      3,
    ),
  }),
})

builder.mutationType({
  description:
    'Everything that can be changed, by one who has the right: each answers what was done, or why it was refused. Sent by POST, with an access token or from a page of this site.',
})

/** An error that is an answer: one that is returned as it is would be taken for thrown. */
export class Refused {
  readonly error: QuestionError

  constructor(error: QuestionError) {
    this.error = error
  }
}

export const RefusedRef = builder.objectRef<Refused>('Refused').implement({
  description: 'Nothing was changed.',
  fields: (t) => ({
    code: t.given('String', 'Stable, for programs: FORBIDDEN, UNKNOWN_INDICATOR and the like.', 'error.code'),
    message: t.words('What is wrong, and what to do.', ({ error }) => toPageWords(error.words)),
    problems: t.list(
      ProblemRef,
      5,
      'What is wrong with each field; empty where the refusal is of no field.',
      ({ error }) => (error.facts['problems'] as RowProblem[] | undefined) ?? [],
    ),
    batches: t.list(
      BatchRef,
      { times: 5, cost: 5 },
      'Batches that are in the way, in the order in which they can be taken back.',
      ({ error }, context) => readBatches(context, inTheWay(error, 'laterBatches').toReversed()),
    ),
    records: t.list(
      RecordRef,
      { times: 5, cost: 5 },
      'Records that are in the way, the first of them.',
      ({ error }, context) => findRecords(context, inTheWay(error, 'records')),
    ),
  }),
})

const MOST_IN_THE_WAY = 20

function inTheWay({ facts }: QuestionError, what: 'laterBatches' | 'records'): string[] {
  return ((facts[what] as string[] | undefined) ?? []).slice(0, MOST_IN_THE_WAY)
}

/** What a change answers: what was done, or the refusal. Anything unexpected is thrown. */
export async function orRefused<Done>(change: () => Promise<Done>): Promise<Done | Refused> {
  try {
    return await change()
  } catch (error) {
    // Whether it was made is not known: that is no refusal.
    if (error instanceof QuestionError && !(error instanceof DatabaseUnreachable)) return new Refused(error)
    throw error
  }
}

type Types = typeof builder.$inferSchemaTypes

/** Declares `NAMEResult`: what was done, or `Refused`. */
export function doneOrRefused<Done>(name: string, description: string, done: ObjectRef<Types, Done>) {
  return builder.unionType(nameOf(name, 'Result'), {
    description,
    types: [done, RefusedRef],
    resolveType: (it) => (it instanceof Refused ? RefusedRef : done),
  })
}

interface Change<Done, Fields extends InputFieldMap> {
  description: string
  /** What it takes, which its description then says; null: what is changed says it. What it does asks for it. */
  right: Right | null
  /** The one argument: `input: NAMEInput!`. */
  input: { asks: string; description: string; fields: (t: InputFieldBuilder<Types, 'InputObject'>) => Fields }
  /** What is answered where it was done, and what the two answers are. */
  done: ObjectRef<Types, Done>
  answers: string
  complexity: number
  make: (input: InputShapeFromFields<Fields>, context: GraphContext) => Promise<Done> | Done
}

/** Declares a mutation with its input and its result. */
export function mutation<Done, Fields extends InputFieldMap>(name: string, change: Change<Done, Fields>): void
export function mutation(name: string, change: Change<object, InputFieldMap>): void {
  const { right, input, done, answers, complexity, make } = change
  const description = right === null ? change.description : `${change.description} ${needs(right)}`
  const Result = doneOrRefused(name, answers, done)
  const Input = builder.inputType(nameOf(name, 'Input'), { description: input.description, fields: input.fields })
  builder.mutationField(name, (t) =>
    t.field({
      type: Result,
      description,
      complexity,
      args: { input: t.arg({ type: Input, required: true, description: input.asks }) },
      resolve: (_root, { input: asked }, context) => orRefused(async () => make(asked, context)),
    }),
  )
}

/** Whose token something takes, for its description. */
export function needs(right: Right): string {
  return `Needs a token of the institution whose role is ${rolesWith(right).en}.`
}

function nameOf(mutation: string, what: 'Input' | 'Result'): string {
  return `${mutation[0]!.toUpperCase()}${mutation.slice(1)}${what}`
}
