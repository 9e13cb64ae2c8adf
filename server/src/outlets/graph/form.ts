import { periodLabel } from '@causeway/shared/period'
import { requireExact } from '../../access/refuse.ts'
import { compareEditions, type LineChange } from '../../answers/forms/edition-changes.ts'
import { checkFilledForm, type Finding } from '../../answers/forms/check-filled-form.ts'
import { fillForm, type FilledForm } from '../../answers/forms/fill-form.ts'
import { editionBefore, findEdition, findForm, isInForce, listForms } from '../../figures/forms/find-form.ts'
import type { FormDefinition, FormEdition } from '../../figures/forms/form-definition.ts'
import { institutionArgument, momentArguments, ofInstitution, ofMoment } from './asked.ts'
import { builder } from './builder.ts'
import { causewayOf, readInstitution, type GraphContext } from './context.ts'
import { enumOf, ProfileEnum } from './enums.ts'
import { FilledLineRef } from './filled-line.ts'
import { FormDefinitionRef, FormEditionRef } from './form-definition.ts'
import { FormLineRef } from './form-line.ts'
import { InstitutionRef } from './institution.ts'
import { readOpeningYear } from '../../answers/unreported/reported-years.ts'

const ChangeKindEnum = enumOf('FormLineChangeKind', 'What became of a line from one edition to another.', {
  ADDED: 'It is new',
  REMOVED: 'It is gone',
  REWORDED: 'It reads otherwise',
  SCOPE: '国外 became 国（境）外, or the other way',
  UNIT: 'It is measured otherwise',
  INDICATOR: 'Another indicator fills it',
  MOVED: 'It has another number',
})

const FindingRuleEnum = enumOf('FormFindingRule', 'What is doubtful.', {
  AGREE: 'Two lines that must agree do not',
  PART: 'A part is greater than its whole',
  JUMP: "Over a half more or less than last year's",
  REPEATED: "Exactly last year's value",
  FILED: 'The computed value is not the one that was filed',
  UNIT: "Filled in, in another unit than the line's",
  NOT_NEEDED: 'Filled in by hand where records fill the line: it is not used',
  UNKNOWN_LINE: 'Filled in for a line that the edition does not have',
})

/** A filled form asks for hundreds of figures, each of a year and the year before: all of one year take up to half a second. */
export const COST_OF_A_FORM = 6_000

export const FormRef = builder.objectRef<FilledForm>('Form').implement({
  description:
    'An official table of one institution and year, filled from its records: exact for one who may see them and, once it was published as the law demands, for everybody.',
  fields: (t) => ({
    id: t.given('ID', 'Id of the table.', 'form.id'),
    name: t.words('Name of the table.', 'form.name'),
    definition: t.given(FormDefinitionRef, 'The table itself: who demands it, and all its editions.', 'form'),
    edition: t.given('String', "The year's version of it.", 'edition.edition'),
    institution: t.given(InstitutionRef, 'Whose it is.', ({ institution }, context) =>
      readInstitution(context, institution.code),
    ),
    year: t.given('Int', 'The year its period begins in.', 'year'),
    reportYear: t.given('Int', 'The year of the report that it belongs to.', 'reportYear'),
    period: t.words('The period as people write it: 2023/24, 2023—2024学年.', ({ period }, locale) =>
      periodLabel(period, locale ?? 'EN'),
    ),
    periodBefore: t.words(
      'The period a year before, as people write it: the one of `last` of its lines.',
      ({ periodBefore }, locale) => periodLabel(periodBefore, locale ?? 'EN'),
    ),
    inForce: t.given('Boolean', 'False: reports of this year take another edition.', 'inForce'),
    profile: t.given(ProfileEnum, 'How much is shown.', 'profile'),
    publishedOn: t.maybe('Date', 'When it was published as the law demands; null: it was not.', 'publishedOn'),
    before: t.maybe(FormEditionRef, 'The edition before this one; null: it is the first.', ({ form, edition }) => {
      const before = editionBefore(form, edition)
      return before && { form, edition: before }
    }),
    changes: t.list(
      LineChangeRef,
      20,
      'What is different from the edition before, line by line; none of the first.',
      ({ form, edition }) => {
        const before = editionBefore(form, edition)
        return before ? changesOf(form, before, edition) : []
      },
    ),
    checks: t.maybe(
      [FindingRef],
      'What is doubtful in it: by itself, against last year, against other tables. Needs a token that may read the institution.',
      ({ form, edition, institution, year }, { causeway, viewer }) => {
        requireExact(viewer, institution.code)
        const asked = { form: form.id, edition: edition.edition, institution: institution.code, year }
        return checkFilledForm(causeway, viewer, asked)
      },
      { field: COST_OF_A_FORM * 3, multiplier: 20 },
    ),
    lines: t.list(FilledLineRef, { times: 20, cost: 0 }, 'Its lines, as printed.', (form) =>
      form.lines.map((line) => ({ ...line, form })),
    ),
  }),
})

const LineChangeRef = builder
  .objectRef<LineChange & { form: FormDefinition; from: FormEdition; to: FormEdition }>('FormLineChange')
  .implement({
    description: 'What became of one line from one edition to another.',
    fields: (t) => ({
      kinds: t.given([ChangeKindEnum], 'In what respects.', 'kinds'),
      before: t.maybe(
        FormLineRef,
        'As it was; null: it is new.',
        ({ before, form, from }) => before && { form, edition: from, line: before },
      ),
      after: t.maybe(
        FormLineRef,
        'As it is; null: it is gone.',
        ({ after, form, to }) => after && { form, edition: to, line: after },
      ),
      sentence: t.words('In words.', 'words'),
    }),
  })

const FindingRef = builder.objectRef<Finding>('FormFinding').implement({
  description: 'Something doubtful in a filled form.',
  fields: (t) => ({
    rule: t.given(FindingRuleEnum, 'What is doubtful.', 'rule'),
    lines: t.given(['String'], 'Numbers of the lines it is about; of another form as form/edition/number.', 'lines'),
    sentence: t.words('In words.', 'words'),
  }),
})

export const EDITION_WORDS =
  "The year's version of the table, as `forms` lists them; omitted: the one that the report of the year takes."

const formArguments = builder.args((t) => ({
  id: t.id({ required: true, description: 'Id of the table, as international-influence.' }),
  ...institutionArgument,
  ...momentArguments,
  year: t.int({ required: true, description: 'The year its period begins in: 2023 for 2023—2024学年.' }),
}))

export const profileArgument = builder.args((t) => ({
  profile: t.field({
    type: ProfileEnum,
    description: 'How much to show; omitted: EXACT for one who may read it, else PUBLIC.',
  }),
}))

builder.queryFields((t) => ({
  forms: t.list(FormDefinitionRef, 15, 'The official tables.', (_root, { causeway }) => listForms(causeway)),
  form: t.field({
    type: FormRef,
    nullable: true,
    description: 'An official table, filled.',
    complexity: { field: COST_OF_A_FORM, multiplier: 1 },
    args: {
      ...formArguments,
      edition: t.arg.string({ description: EDITION_WORDS }),
      ...profileArgument,
    },
    resolve: ofMoment(({ id, ...args }, context) => fill(context, { form: id, ...args })),
  }),
  formsOfYear: t.field({
    type: [FormRef],
    nullable: true,
    description:
      'Every official table, in the edition that the report of the year takes, filled; those that no report of the year takes are left out.',
    complexity: (_args, { causeway }) => {
      const forms = listForms(causeway).length
      return { field: COST_OF_A_FORM * forms, multiplier: forms }
    },
    args: {
      ...institutionArgument,
      year: formArguments.year,
      ...momentArguments,
      ...profileArgument,
    },
    resolve: ofMoment(async (args, context) => {
      const filled: FilledForm[] = []
      for (const form of listForms(context.causeway))
        if (form.editions.some((edition) => isInForce(edition, args.year)))
          filled.push(await fill(context, { form: form.id, ...args }))
      return filled
    }),
  }),
  formEditions: t.field({
    type: [FormRef],
    nullable: true,
    description: 'The same year in every edition of a table, side by side.',
    complexity: { field: COST_OF_A_FORM * 4, multiplier: 4 },
    args: { ...formArguments, ...profileArgument },
    resolve: ofMoment(async ({ id, ...args }, context) => {
      const forms: FilledForm[] = []
      for (const { edition } of findForm(context.causeway, id).editions)
        forms.push(await fill(context, { form: id, edition, ...args }))
      return forms
    }),
  }),
  formChanges: t.field({
    type: [LineChangeRef],
    nullable: true,
    description: 'What is different between two editions of a table, line by line.',
    complexity: { field: 1, multiplier: 20 },
    args: {
      id: t.arg.id({ required: true, description: 'Id of the table.' }),
      from: t.arg.string({ required: true, description: 'The earlier edition.' }),
      to: t.arg.string({ required: true, description: 'The later one.' }),
    },
    resolve: (_root, { id, from, to }, { causeway }) => {
      const { form, edition: before } = findEdition(causeway, id, from)
      const { edition: after } = findEdition(causeway, id, to)
      return changesOf(form, before, after)
    },
  }),
  formChecks: t.field({
    type: [FindingRef],
    nullable: true,
    description:
      'What is doubtful in a filled table: by itself, against last year, against other tables. Needs a token that may read the institution.',
    complexity: { field: COST_OF_A_FORM * 3, multiplier: 20 },
    args: { ...formArguments, edition: t.arg.string({ description: EDITION_WORDS }) },
    resolve: ofInstitution(({ id, ...args }, { causeway, viewer }) =>
      checkFilledForm(causeway, viewer, { form: id, ...args }),
    ),
  }),
}))

function changesOf(form: FormDefinition, from: FormEdition, to: FormEdition) {
  return compareEditions(from, to).map((change) => ({ ...change, form, from, to }))
}

/** Of the time that the context is of. */
export function fill(
  { causeway, viewer, reads }: Pick<GraphContext, 'causeway' | 'viewer' | 'reads'>,
  { release: _release, asOf: _asOf, ...request }: Parameters<typeof fillForm>[2],
): Promise<FilledForm> {
  reads.institutions.add(request.institution)
  return fillForm(causeway, viewer, request)
}

builder.objectField(InstitutionRef, 'form', (t) =>
  t.field({
    type: FormRef,
    nullable: true,
    description: 'An official table, filled; null: there are no records, and no year was said.',
    complexity: { field: COST_OF_A_FORM, multiplier: 1 },
    args: {
      id: t.arg.id({ required: true, description: 'Id of the table, as international-influence.' }),
      edition: t.arg.string({ description: EDITION_WORDS }),
      year: t.arg.int({ description: 'The year its period begins in; `openingYear` where omitted.' }),
      ...profileArgument,
    },
    resolve: async (institution, { id, year, ...args }, context) => {
      const causeway = await causewayOf(context, institution.code)
      const about = year ?? (await readOpeningYear(causeway.database, institution))
      const asked = { form: id, institution: institution.code, ...args }
      return about === null ? null : fill({ ...context, causeway }, { ...asked, year: about })
    },
  }),
)
