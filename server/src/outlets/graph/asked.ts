import type { GraphQLResolveInfo } from 'graphql'
import { requireExact } from '../../access/refuse.ts'
import { readDayAsked } from '../../figures/standing.ts'
import { nothingReleased } from '../../figures/public-release.ts'
import type { AskedMoment } from '../../figures/moment.ts'
import { builder } from './builder.ts'
import { contextOf, type GraphContext } from './context.ts'
import { seriesArguments } from './series-arguments.ts'

export const institutionArgument = builder.args((t) => ({
  institution: t.id({ required: true, description: 'Code of the institution.' }),
}))

/** Of when an institution is asked: all below the field is of then. */
export const momentArguments = seriesArguments(['release', 'asOf'], {
  release:
    'As it was at the revision of a release, by name or id; as it is where omitted, to the public as its current release has it.',
  asOf: 'As it was then; as it is where omitted, to the public as its current release has it.',
})

type Of = { institution: string } & AskedMoment

type Resolver<Asked, Answer> = (
  root: object,
  asked: Asked,
  context: GraphContext,
  info: Pick<GraphQLResolveInfo, 'path'>,
) => Promise<Answer>

/** Answers what is asked of an institution, as it is or was: `context`, and all that is below, is of then. */
export function ofMoment<Asked extends Of, Answer>(
  find: (asked: Asked, context: GraphContext) => Answer | Promise<Answer>,
): Resolver<Asked, Answer> {
  return async (_root, asked, given, info) => {
    const { institution, release, asOf } = asked
    const context = await contextOf(given, info, { institution, release, asOf })
    if (context.causeway.nothingReleased) throw nothingReleased()
    return find(asked, context)
  }
}

/** The same for one whose token may read the institution. */
export function ofInstitution<Asked extends Of, Answer>(
  find: (asked: Asked, context: GraphContext) => Answer | Promise<Answer>,
): Resolver<Asked, Answer> {
  const ofThen = ofMoment(find)
  return async (root, asked, context, info) => {
    requireExact(context.viewer, asked.institution)
    return ofThen(root, asked, context, info)
  }
}

/** The same for a day: `on`, or the data date of the institution where that is omitted. */
export function onDay<Asked extends Of & { on?: string | null }, Answer>(
  find: (asked: Omit<Asked, 'on'> & { on: string }, context: GraphContext) => Promise<Answer>,
): Resolver<Asked, Answer> {
  return ofInstitution(async (asked, context) => {
    const on = await readDayAsked(context.causeway.database, asked.institution, asked.on)
    return find({ ...asked, on }, context)
  })
}
