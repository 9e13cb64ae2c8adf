import { setTarget } from '../../answers/targets/set-target.ts'
import { builder } from './builder.ts'
import { DoneByHandRef, type DoneByHand, orRefused, Refused, RefusedRef } from './mutation.ts'
import { BasisEnum } from './enums.ts'

const TargetSetRef = builder.objectRef<DoneByHand>('TargetSet').implement({
  description: 'A target was set, or stood so already.',
  interfaces: [DoneByHandRef],
})

const SetTargetResult = builder.unionType('SetTargetResult', {
  description: 'Set, or refused.',
  types: [TargetSetRef, RefusedRef],
  resolveType: (it) => (it instanceof Refused ? RefusedRef : TargetSetRef),
})

const SetTargetInput = builder.inputType('SetTargetInput', {
  description: 'One year of a plan for one indicator. The one that the plan has for it is replaced.',
  fields: (t) => ({
    institution: t.id({ required: true, description: 'Code of the institution.' }),
    plan: t.string({ required: true, description: 'Name of the plan.' }),
    indicator: t.id({ required: true, description: 'Id or code.' }),
    basis: t.field({ type: BasisEnum, description: "One of the indicator's bases; the first where omitted." }),
    year: t.int({ required: true, description: 'Year the period begins in.' }),
    value: t.float({ required: true, description: "In the indicator's unit; a share is from 0 to 100." }),
    cumulative: t.boolean({ description: "True: added up since the plan's first year." }),
    base: t.boolean({ description: 'True: where the plan began, and no target.' }),
    note: t.string({ description: 'Where it is written, who decided it.' }),
  }),
})

builder.mutationField('setTarget', (t) =>
  t.field({
    type: SetTargetResult,
    description: 'Sets a target. Needs a token of an editor or higher that may change the institution.',
    args: { input: t.arg({ type: SetTargetInput, required: true, description: 'What the plan wants.' }) },
    complexity: 200,
    resolve: (_root, { input }, { causeway, viewer, reads }): Promise<DoneByHand | Refused> => {
      const { institution } = input
      reads.institutions.add(institution)
      return orRefused(setTarget(causeway, viewer, input).then((result) => ({ institution, ...result })))
    },
  }),
)
