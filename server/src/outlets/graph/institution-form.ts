import { readOpeningYear } from '../../answers/unreported/reported-years.ts'
import { builder } from './builder.ts'
import { COST_OF_A_FORM, EDITION_WORDS, fill, FormRef, profileArgument } from './form.ts'
import { InstitutionRef } from './institution.ts'

builder.objectField(InstitutionRef, 'form', (t) =>
  t.field({
    type: FormRef,
    nullable: true,
    description: 'An official table, filled; null: there are no records, and no year was said.',
    complexity: { field: COST_OF_A_FORM, multiplier: 20 },
    args: {
      id: t.arg.id({ required: true, description: 'Id of the table, as international-influence.' }),
      edition: t.arg.string({ description: EDITION_WORDS }),
      year: t.arg.int({ description: 'The year its period begins in; `openingYear` where omitted.' }),
      ...profileArgument,
    },
    resolve: async (institution, { id, year, ...args }, context) => {
      const about = year ?? (await readOpeningYear(context.causeway.database, institution))
      return about === null ? null : fill(context, { form: id, institution: institution.code, year: about, ...args })
    },
  }),
)
