import { QuestionError } from '../question-error.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'

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

export const RefusedRef = builder.objectRef<Refused>('Refused')

RefusedRef.implement({
  description: 'Nothing was changed.',
  fields: (t) => ({
    code: t.string({
      description: 'Stable, for programs: FORBIDDEN, UNKNOWN_INDICATOR and the like.',
      resolve: ({ error }) => error.code,
    }),
    message: t.string({
      description: 'What is wrong, and what to do.',
      args: localeArgument,
      resolve: ({ error }, { locale }) => say(error.words, locale),
    }),
  }),
})

/** What a change answers: what was done, or the refusal. Anything unexpected is thrown. */
export async function orRefused<Done>(change: Promise<Done>): Promise<Done | Refused> {
  try {
    return await change
  } catch (error) {
    if (error instanceof QuestionError) return new Refused(error)
    throw error
  }
}
