import { requireExact } from '../../access/refuse.ts'
import { readDayAsked } from '../../figures/standing.ts'
import { builder } from './builder.ts'
import type { GraphContext } from './context.ts'

export const institutionArgument = builder.args((t) => ({
  institution: t.id({ required: true, description: 'Code of the institution.' }),
}))

type Resolver<Asked, Answer> = (root: object, asked: Asked, context: GraphContext) => Answer

/** Answers what is asked of an institution, for one whose token may read it. */
export function ofInstitution<Asked extends { institution: string }, Answer>(
  find: (asked: Asked, context: GraphContext) => Answer,
): Resolver<Asked, Answer> {
  return (_root, asked, context) => {
    requireExact(context.viewer, asked.institution)
    context.reads.institutions.add(asked.institution)
    return find(asked, context)
  }
}

/** The same for a day: `on`, or the data date of the institution where that is omitted. */
export function onDay<Asked extends { institution: string; on?: string | null }, Answer>(
  find: (asked: Omit<Asked, 'on'> & { on: string }, context: GraphContext) => Promise<Answer>,
): Resolver<Asked, Promise<Answer>> {
  return ofInstitution(async (asked, context) => {
    const on = await readDayAsked(context.causeway.database, asked.institution, asked.on)
    return find({ ...asked, on }, context)
  })
}
