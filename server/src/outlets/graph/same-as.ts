import type { Locale } from '@causeway/shared/words/words'
import { PERSON, readDecidedNames, type Decision } from '../../records/identity/decision.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { builder } from './builder.ts'
import { type GraphContext, lookUpTogether } from './context.ts'
import { say } from './fields.ts'

/** Enough to tell persons apart, and nothing else. */
const SHOWN_OF_A_HASH = 8

export const SameAsRef = builder.objectRef<Decision>('SameAs').implement({
  description:
    'A decision that two codes, or two records, mean one thing: renamed, merged, spelled otherwise, reported twice.',
  fields: (t) => ({
    recordType: t.given('String', 'What kind of thing: a record type, or "person".', 'recordType'),
    code: t.given('String', 'The code, spelling or key that was decided on.', (decision) =>
      shown(decision, decision.code),
    ),
    sameAs: t.maybe('String', 'What it is the same as; null: it was split up.', (decision) =>
      decision.sameAs === null ? null : shown(decision, decision.sameAs),
    ),
    codeName: t.maybeWords(
      'What that is called; null: it has no name in the records.',
      async (decision, locale, context) => nameOf(decision, decision.code, locale, context),
    ),
    sameAsName: t.maybeWords(
      'What the other is called; null: it has no name in the records.',
      async (decision, locale, context) => nameOf(decision, decision.sameAs, locale, context),
    ),
    relation: t.given('String', 'same, renamed, merged, split or duplicate.', 'relation'),
    relationName: t.words('The relation in words.', ({ relation }) => {
      const field = recordTypeOf('same-as').fields.find(({ name }) => name === 'relation')
      return field!.choices!.find(({ key }) => key === relation)!.label
    }),
    from: t.maybe('Date', 'Since when; null: always.', 'from'),
    decidedBy: t.given('String', 'Who decided.', 'decidedBy'),
    reason: t.maybe('String', 'Why.', 'reason'),
    since: t.given('Int', "The institution's revision that it was written down at.", 'since'),
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
