import type { Locale } from '@causeway/shared/words/words'
import { readDecidedNames } from '../../records/identity/decided-names.ts'
import type { Decision } from '../../records/identity/decision.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { PERSON } from '../../records/types/same-as.ts'
import { builder } from './builder.ts'
import type { GraphContext } from './context.ts'
import { localeArgument, say } from './locale-argument.ts'
import { lookUpTogether } from './look-up-together.ts'

/** Enough to tell persons apart, and nothing else. */
const SHOWN_OF_A_HASH = 8

export const SameAsRef = builder.objectRef<Decision>('SameAs')

SameAsRef.implement({
  description:
    'A decision that two codes, or two records, mean one thing: renamed, merged, spelled otherwise, reported twice.',
  fields: (t) => ({
    recordType: t.exposeString('recordType', { description: 'What kind of thing: a record type, or "person".' }),
    code: t.string({
      description: 'The code, spelling or key that was decided on.',
      resolve: (decision) => shown(decision, decision.code),
    }),
    sameAs: t.string({
      nullable: true,
      description: 'What it is the same as; null: it was split up.',
      resolve: (decision) => (decision.sameAs === null ? null : shown(decision, decision.sameAs)),
    }),
    codeName: t.string({
      nullable: true,
      description: 'What that is called; null: it has no name in the records.',
      args: localeArgument,
      resolve: async (decision, { locale }, context) => nameOf(decision, decision.code, locale, context),
    }),
    sameAsName: t.string({
      nullable: true,
      description: 'What the other is called; null: it has no name in the records.',
      args: localeArgument,
      resolve: async (decision, { locale }, context) => nameOf(decision, decision.sameAs, locale, context),
    }),
    relation: t.exposeString('relation', { description: 'same, renamed, merged, split or duplicate.' }),
    relationName: t.string({
      description: 'The relation in words.',
      args: localeArgument,
      resolve: ({ relation }, { locale }) => {
        const field = recordTypeOf('same-as').fields.find(({ name }) => name === 'relation')
        return say(field!.choices!.find(({ key }) => key === relation)!.label, locale)
      },
    }),
    from: t.expose('from', { type: 'Date', nullable: true, description: 'Since when; null: always.' }),
    decidedBy: t.exposeString('decidedBy', { description: 'Who decided.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
    since: t.exposeInt('since', { description: "The institution's revision that it was written down at." }),
  }),
})

function shown({ recordType }: Decision, code: string): string {
  return recordType === PERSON ? code.slice(0, SHOWN_OF_A_HASH) : code
}

const readNames = lookUpTogether((decisions: Decision[], { causeway }) =>
  readDecidedNames(causeway.database.quick, decisions),
)

async function nameOf(
  decision: Decision,
  code: string | null,
  locale: Locale | null | undefined,
  context: GraphContext,
): Promise<string | null> {
  const names = await readNames(decision, context)
  const name = names.get(`${decision.recordType}\n${decision.institution}\n${code}`)
  return name ? say(name, locale) : null
}
