import type { ExportColumn, FormDefinition, FormEdition } from '../../figures/forms/form-definition.ts'
import { builder } from './builder.ts'
import { ConfidenceEnum } from './enums.ts'
import { FormLineRef } from './form-line.ts'
import { localeArgument, say } from './locale-argument.ts'

export const FormDefinitionRef = builder.objectRef<FormDefinition>('FormDefinition')
export const FormEditionRef = builder.objectRef<{ form: FormDefinition; edition: FormEdition }>('FormEdition')
const ExportColumnRef = builder.objectRef<ExportColumn>('FormExportColumn')

FormDefinitionRef.implement({
  description: 'An official table in all its editions. Data that an operator can edit in a file.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'kebab-case: international-influence (国际影响表).' }),
    name: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.name, locale),
    }),
    authority: t.string({
      description: 'Who demands it.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.authority, locale),
    }),
    source: t.string({
      description: 'Where its lines were seen.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.source, locale),
    }),
    confidence: t.expose('confidence', { type: ConfidenceEnum, description: 'How sure we are of it as a whole.' }),
    editions: t.field({
      type: [FormEditionRef],
      description: 'Its versions, the first one first.',
      complexity: { field: 1, multiplier: 3 },
      resolve: (form) => form.editions.map((edition) => ({ form, edition })),
    }),
  }),
})

ExportColumnRef.implement({
  description: 'A column of an official table that is an export of records.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The official name, as cygjdm.' }),
    label: t.string({
      description: 'What stands in it.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.label, locale),
    }),
    confidence: t.expose('confidence', { type: ConfidenceEnum, description: 'How sure we are of the wording.' }),
  }),
})

FormEditionRef.implement({
  description: "A year's version of an official table.",
  fields: (t) => ({
    edition: t.string({ description: 'As `form` takes it.', resolve: ({ edition }) => edition.edition }),
    name: t.string({
      description: 'The years it is for, in words.',
      args: localeArgument,
      resolve: ({ edition }, { locale }) => say(edition.name, locale),
    }),
    from: t.int({ description: 'First year of the report that it holds for.', resolve: ({ edition }) => edition.from }),
    to: t.int({
      nullable: true,
      description: 'Last one; null: until another begins.',
      resolve: ({ edition }) => edition.to ?? null,
    }),
    yearOffset: t.int({
      description: 'Year of the report less the year its period begins in.',
      resolve: ({ edition }) => edition.yearOffset,
    }),
    source: t.string({
      description: 'Where its lines were seen.',
      args: localeArgument,
      resolve: ({ edition }, { locale }) => say(edition.source, locale),
    }),
    confidence: t.field({
      type: ConfidenceEnum,
      description: 'How sure we are of it as a whole.',
      resolve: ({ edition }) => edition.confidence,
    }),
    lines: t.field({
      type: [FormLineRef],
      description: 'Its lines, as printed; none of an export of records.',
      complexity: { field: 1, multiplier: 10 },
      resolve: ({ form, edition }) => edition.lines.map((line) => ({ form, edition, line })),
    }),
    exportColumns: t.field({
      type: [ExportColumnRef],
      description: 'Its columns where it is an export of records, with what each is.',
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ edition }) => edition.records?.columns ?? [],
    }),
    columns: t.stringList({
      description: 'Official names of its columns, where it is an export of records: one row a record.',
      resolve: ({ edition }) => edition.records?.columns.map(({ name }) => name) ?? [],
    }),
  }),
})
