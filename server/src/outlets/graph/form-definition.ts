import type { ExportColumn, FormDefinition, FormEdition } from '../../figures/forms/form-definition.ts'
import { builder } from './builder.ts'
import { ConfidenceEnum } from './enums.ts'
import { FormLineRef } from './form-line.ts'

export const FormDefinitionRef = builder.objectRef<FormDefinition>('FormDefinition').implement({
  description: 'An official table in all its editions. Data that an operator can edit in a file.',
  fields: (t) => ({
    id: t.given('ID', 'kebab-case: international-influence (国际影响表).', 'id'),
    name: t.words('Its name.', 'name'),
    authority: t.words('Who demands it.', 'authority'),
    source: t.words('Where its lines were seen.', 'source'),
    confidence: t.given(ConfidenceEnum, 'How sure we are of it as a whole.', 'confidence'),
    editions: t.list(FormEditionRef, 3, 'Its versions, the first one first.', (form) =>
      form.editions.map((edition) => ({ form, edition })),
    ),
  }),
})

const ExportColumnRef = builder.objectRef<ExportColumn>('FormExportColumn').implement({
  description: 'A column of an official table that is an export of records.',
  fields: (t) => ({
    name: t.given('String', 'The official name, as cygjdm.', 'name'),
    label: t.words('What is in it.', 'label'),
    confidence: t.given(ConfidenceEnum, 'How sure we are of the wording.', 'confidence'),
  }),
})

export const FormEditionRef = builder
  .objectRef<{ form: FormDefinition; edition: FormEdition }>('FormEdition')
  .implement({
    description: "A year's version of an official table.",
    fields: (t) => ({
      edition: t.given('String', 'As `form` takes it.', 'edition.edition'),
      name: t.words('The years it is for, in words.', 'edition.name'),
      from: t.given('Int', 'First year of the report that it holds for.', 'edition.from'),
      to: t.maybe('Int', 'Last one; null: until another begins.', 'edition.to'),
      yearOffset: t.given('Int', 'Year of the report less the year its period begins in.', 'edition.yearOffset'),
      source: t.words('Where its lines were seen.', 'edition.source'),
      confidence: t.given(ConfidenceEnum, 'How sure we are of it as a whole.', 'edition.confidence'),
      lines: t.list(FormLineRef, 10, 'Its lines, as printed; none of an export of records.', ({ form, edition }) =>
        edition.lines.map((line) => ({ form, edition, line })),
      ),
      exportColumns: t.list(
        ExportColumnRef,
        3,
        'Its columns where it is an export of records, with what each is.',
        ({ edition }) => edition.records?.columns ?? [],
      ),
      columns: t.given(
        ['String'],
        'Official names of its columns, where it is an export of records: one row a record.',
        ({ edition }) => edition.records?.columns.map(({ name }) => name) ?? [],
      ),
    }),
  })
