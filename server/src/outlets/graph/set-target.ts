import { setTarget } from '../../answers/targets/set-target.ts'
import { builder } from './builder.ts'
import { DoneByHandRef, mutation, type DoneByHand } from './mutation.ts'
import { BasisEnum } from './enums.ts'

const TargetSetRef = builder.objectRef<DoneByHand>('TargetSet').implement({
  description: 'A target was set, or stood so already.',
  interfaces: [DoneByHandRef],
})

mutation('setTarget', {
  right: 'plans',
  description: 'Sets a target.',
  done: TargetSetRef,
  answers: 'Set, or refused.',
  input: {
    asks: 'What the plan wants.',
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
  },
  complexity: 200,
  make: async (input, { causeway, viewer }) => ({
    institution: input.institution,
    ...(await setTarget(causeway, viewer, input)),
  }),
})
