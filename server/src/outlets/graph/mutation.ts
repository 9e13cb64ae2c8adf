import type { BatchResult } from '../../records/commit.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { readBatch } from './context.ts'
import type { RowProblem } from '../../records/import/row-problem.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { findRecord } from '../../records/list-records.ts'
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
      ({ batch }, context) => (batch === null ? null : readBatch(context, batch)),
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
    code: t.given(
      'String',
      'Stable, for programs: FORBIDDEN, UNKNOWN_INDICATOR and the like.',
      ({ error }) => error.code,
    ),
    message: t.words('What is wrong, and what to do.', ({ error }) => toPageWords(error.words)),
    problems: t.given(
      [ProblemRef],
      'What is wrong with each field; empty where the refusal is of no field.',
      ({ error }) => (error.facts['problems'] as RowProblem[] | undefined) ?? [],
      { field: 1, multiplier: 5 },
    ),
    batches: t.given(
      [BatchRef],
      'Batches that are in the way, in the order in which they can be taken back.',
      async ({ error }, context) => {
        const ids = ((error.facts['laterBatches'] as string[] | undefined) ?? []).slice(0, MOST_IN_THE_WAY)
        const found = await Promise.all(ids.toReversed().map((id) => readBatch(context, id)))
        return found.filter((batch) => batch !== null)
      },
      { field: 5, multiplier: 5 },
    ),
    records: t.given(
      [RecordRef],
      'Records that are in the way, the first of them.',
      async ({ error }, { causeway }) => {
        const ids = ((error.facts['records'] as string[] | undefined) ?? []).slice(0, MOST_IN_THE_WAY)
        const found = await Promise.all(ids.map((id) => findRecord(causeway.database, id)))
        return found.filter((record) => record !== null)
      },
      { field: 5, multiplier: 5 },
    ),
  }),
})

const MOST_IN_THE_WAY = 20

/** What a change answers: what was done, or the refusal. Anything unexpected is thrown. */
export async function orRefused<Done>(change: Promise<Done>): Promise<Done | Refused> {
  try {
    return await change
  } catch (error) {
    if (error instanceof QuestionError) return new Refused(error)
    throw error
  }
}
