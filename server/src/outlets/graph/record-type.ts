import { keyFieldsOf, takesEvidence, type Field, type RecordType } from '../../records/record-type.ts'
import { fieldsOf, RECORD_TYPES } from '../../records/record-types.ts'
import { optionsOf, type FieldOption } from '../../records/field-options.ts'
import { neededFields, type NeededField } from '../../figures/indicators/needed-fields.ts'
import { isOfTheme } from '../../answers/make-template.ts'
import { templateColumns } from '../../records/example-row.ts'
import { searchCodes } from '../../records/record-names.ts'
import { explainInForm } from '../../records/templates/notes.ts'
import { ofInstitution, institutionArgument } from './asked.ts'
import { builder } from './builder.ts'
import { ThemeEnum } from './enums.ts'
import { THEMES } from '@causeway/shared/series'

const USUAL_CODES = 20
const MOST_CODES = 100

export const FieldOptionRef = builder.objectRef<FieldOption>('FieldOption').implement({
  description: 'One of what may be in a field.',
  fields: (t) => ({
    key: t.given('String', 'As it is stored, and as it may be typed.', 'key'),
    label: t.words('Its name.', 'label'),
  }),
})

const NeededFieldRef = builder.objectRef<NeededField>('NeededField').implement({
  description: 'A field that may be empty, and the indicators in which a record does not count where it is.',
  fields: (t) => ({
    field: t.given('String', 'Name of the field.', 'field'),
    indicators: t.words('Codes and names of these indicators.', ({ indicators }, locale) =>
      locale === 'ZH'
        ? indicators.map(({ code, name }) => `${code} ${name.zh}`).join('、')
        : indicators.map(({ code, name }) => `${code} ${name.en}`).join('; '),
    ),
  }),
})

export const RecordTypeRef = builder.objectRef<RecordType>('RecordType').implement({
  description: 'One kind of record: the fields its rows have.',
  fields: (t) => ({
    name: t.given('ID', 'As `records` and the import take it, as "training-session".', 'name'),
    label: t.words('Its name.', 'label'),
    description: t.words('What one record is.', 'description'),
    fields: t.list(RecordTypeFieldRef, 15, 'Its fields, in order.', fieldsOf),
    columns: t.list(
      RecordTypeColumnRef,
      15,
      'What its template has columns for, in order: all that may be written of a record.',
      (type) => templateColumns(type).map((field) => ({ type, field })),
    ),
    themes: t.given(
      [ThemeEnum],
      'Themes whose indicators are counted from it.',
      (type) => THEMES.filter((theme) => isOfTheme(type, theme)),
      3,
    ),
    needed: t.list(
      NeededFieldRef,
      3,
      'Fields that may be empty, without which its records do not count in some indicators.',
      neededFields,
    ),
    key: t.given(['String'], 'Names of the fields that make two rows the same record.', keyFieldsOf, 1),
    changedByHand: t.given(
      'Boolean',
      'Records of it may be changed and withdrawn one by one.',
      (it) => !it.ofInstitution,
      0,
    ),
    takesEvidence: t.given('Boolean', 'Evidence may prove records of it.', takesEvidence, 0),
  }),
})

export const RecordTypeFieldRef = builder.objectRef<Field>('RecordTypeField').implement({
  description: 'A field that records of a type have.',
  fields: (t) => ({
    name: t.given('String', 'snake_case, as headers of files may name it.', 'name'),
    label: t.words('Its name.', 'label'),
    kind: t.given('String', 'How it is read: text, code, date, choice, country and so on.', 'kind'),
    required: t.given('Boolean', 'A row without it is refused.', (it) => it.required ?? false),
    choices: t.given(
      ['String'],
      'Keys that may be in it; empty: anything of its kind.',
      (it) => it.choices?.map((choice) => choice.key) ?? [],
      1,
    ),
    options: t.list(
      FieldOptionRef,
      5,
      'All that may be in it, by key and name: of a choice, a country, a yes or no; empty: it cannot be listed.',
      (it) => [...optionsOf(it)],
    ),
  }),
})

const RecordTypeColumnRef = builder.objectRef<{ type: RecordType; field: Field }>('RecordTypeColumn').implement({
  description: 'A column of the template of a record type.',
  fields: (t) => ({
    field: t.given(RecordTypeFieldRef, 'What is written in it.', 'field'),
    help: t.words(
      'What a person needs to know to fill it in, beside its kind and choices.',
      ({ type, field }, locale) => explainInForm(field, type, locale === 'ZH' ? 'zh' : 'en'),
    ),
    example: t.words('As a person would write it; empty: there is none.', ({ field }) => field.example ?? ''),
    heads: t.given(['String'], 'What the column may be called, in either language.', ({ field }) => [
      ...new Set([field.name, field.label.zh, field.label.en, ...(field.also ?? [])]),
    ]),
    namesA: t.maybe(
      'ID',
      'The record type of which it holds a code; null: it holds none.',
      ({ field }) => field.to ?? field.codeOf ?? null,
    ),
  }),
})

builder.queryFields((t) => ({
  codes: t.field({
    type: [FieldOptionRef],
    nullable: true,
    description:
      'Codes of a record type that an institution has, with their names: those that hold a text in either. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      recordType: t.arg.id({ required: true, description: 'Of a type that has codes.' }),
      search: t.arg.string({ description: 'A part of the code or of the name in any case; all where omitted.' }),
      first: t.arg.int({ description: 'At most so many, in the order of codes: 20 where omitted, at most 100.' }),
    },
    complexity: ({ first }) => ({ field: 20, multiplier: first ?? USUAL_CODES }),
    resolve: ofInstitution(({ recordType, institution, search, first }, { causeway }) =>
      searchCodes(
        causeway.database,
        recordType,
        institution,
        search ?? '',
        Math.max(0, Math.min(first ?? USUAL_CODES, MOST_CODES)),
      ),
    ),
  }),

  recordTypes: t.field({
    type: [RecordTypeRef],
    description: 'Every kind of record there is, in order of the contract.',
    args: { names: t.arg.idList({ description: 'Those of these names alone.' }) },
    complexity: ({ names }) => ({ field: 1, multiplier: names?.length ?? RECORD_TYPES.length }),
    resolve: (_root, { names }) => RECORD_TYPES.filter(({ name }) => names?.includes(name) ?? true),
  }),
}))
