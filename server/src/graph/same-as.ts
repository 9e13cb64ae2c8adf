import type { Decision } from '../identity/decision.ts'
import { recordTypeOf } from '../records/record-types.ts'
import { PERSON } from '../records/types/same-as.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'

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
