import type { OfficialLine } from '../../figures/forms/list-forms.ts'
import { isComputed } from '../../answers/forms/line-figure.ts'
import { builder } from './builder.ts'
import { BasisEnum, ConfidenceEnum, PartEnum, ScopeEnum } from './enums.ts'
import { localeArgument, say } from './locale-argument.ts'

export const FormLineRef = builder.objectRef<OfficialLine>('FormLine')

FormLineRef.implement({
  description: 'One line of one edition of an official table.',
  fields: (t) => ({
    form: t.id({
      description: 'The table, as "international-influence" (国际影响表).',
      resolve: ({ form }) => form.id,
    }),
    formName: t.string({
      description: 'Name of the table.',
      args: localeArgument,
      resolve: ({ form }, { locale }) => say(form.name, locale),
    }),
    edition: t.string({ description: "The year's version of it.", resolve: ({ edition }) => edition.edition }),
    editionName: t.string({
      description: 'The years that this version holds for, in words.',
      args: localeArgument,
      resolve: ({ edition }, { locale }) => say(edition.name, locale),
    }),
    number: t.string({ description: 'As printed: 3, 3.1.', resolve: ({ line }) => line.number }),
    label: t.string({
      description: 'The wording of the line; the Chinese one is official.',
      args: localeArgument,
      resolve: ({ line }, { locale }) => say(line.label, locale),
    }),
    unit: t.string({
      description: 'What it is measured in.',
      args: localeArgument,
      resolve: ({ line }, { locale }) => say(line.unit, locale),
    }),
    definition: t.string({
      nullable: true,
      description: 'The filling note; null: there is none.',
      args: localeArgument,
      resolve: ({ line }, { locale }) => (line.definition ? say(line.definition, locale) : null),
    }),
    computed: t.boolean({
      description: 'False: no record can fill it.',
      resolve: ({ line }, _args, { causeway }) => isComputed(causeway, line),
    }),
    part: t.field({
      type: PartEnum,
      nullable: true,
      description: 'The side of the figure that it wants; null: the value.',
      resolve: ({ line }) => line.part ?? null,
    }),
    basis: t.field({
      type: BasisEnum,
      nullable: true,
      description: "What its period is; null: the indicator's first basis, or none.",
      resolve: ({ line }) => line.basis ?? null,
    }),
    at: t.string({
      nullable: true,
      description: 'MM-DD of a point in time; null: the usual day.',
      resolve: ({ line }) => line.at ?? null,
    }),
    yearOffset: t.int({
      description: 'Added to the year of the form.',
      resolve: ({ line }) => line.yearOffset ?? 0,
    }),
    scope: t.field({
      type: ScopeEnum,
      nullable: true,
      description: "国外 or 国（境）外; null: the indicator's own, or none.",
      resolve: ({ line }) => line.scope ?? null,
    }),
    under: t.string({
      nullable: true,
      description: 'Number of the line that it is an "of which" of; null: of none.',
      resolve: ({ line }) => line.under ?? null,
    }),
    confidence: t.field({
      type: ConfidenceEnum,
      description: 'How sure we are of the wording.',
      resolve: ({ line }) => line.confidence,
    }),
  }),
})
