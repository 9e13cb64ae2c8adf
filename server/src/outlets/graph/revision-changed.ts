import { requireExact, requirePublic } from '../../access/refuse.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { RevisionFacts } from '../../records/revisions/revision-watch.ts'
import { builder } from './builder.ts'
import { readInstitution } from './context.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const RevisionRef = builder.objectRef<RevisionFacts>('Revision').implement({
  description: 'Where the records of an institution stand. All of it is public.',
  fields: (t) => ({
    revision: t.given(
      'Int',
      'Rises with every change that can alter an answer. Compare it with `revision` of a series.',
      'revision',
    ),
    dataDate: t.maybe('Date', 'The day up to which the records speak; null: nothing was imported yet.', 'dataDate'),
    committedAt: t.maybe('DateTime', 'When the revision was committed; null: never.', 'committedAt'),
  }),
})

builder.subscriptionType({
  description:
    'What can be waited for, by server-sent events: POST or GET /graphql with `accept: text/event-stream`, one operation a connection ("distinct connections" of GraphQL over SSE). A comment every few seconds keeps the connection open.',
})

builder.subscriptionField('revisionChanged', (t) =>
  t.field({
    type: RevisionRef,
    description:
      'The revision and data date of an institution, at once, and again whenever its revision has changed. Ask again for what you show: nothing else is sent here.',
    args: { institution: t.arg.id({ required: true, description: 'Code of the institution.' }) },
    complexity: 5,
    subscribe: async (_root, { institution }, context) => {
      const { causeway, viewer } = context
      // What is live is not for the public to wait for where it reads releases.
      if (causeway.publicReleases) requireExact(viewer, institution)
      requirePublic(causeway.publicReading, viewer, institution)
      await readInstitution(context, institution)
      if (!causeway.revisions) throw new QuestionError('NOT_AVAILABLE', REFUSALS.NOTHING_TO_WAIT_FOR)
      return causeway.revisions.listen(institution)
    },
    resolve: (facts) => facts,
  }),
)
