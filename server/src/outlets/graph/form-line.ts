import { isComputed } from '../../answers/forms/line-figure.ts'
import type { OfficialLine } from '../../figures/forms/find-form.ts'
import { builder } from './builder.ts'
import { BasisEnum, ConfidenceEnum, PartEnum, ScopeEnum } from './enums.ts'

export const FormLineRef = builder.objectRef<OfficialLine>('FormLine').implement({
  description: 'One line of one edition of an official table.',
  fields: (t) => ({
    form: t.given('ID', 'The table, as "international-influence" (国际影响表).', 'form.id'),
    formName: t.words('Name of the table.', 'form.name'),
    edition: t.given('String', "The year's version of it.", 'edition.edition'),
    editionName: t.words('The years that this version holds for, in words.', 'edition.name'),
    number: t.given('String', 'As printed: 3, 3.1.', 'line.number'),
    label: t.words('The wording of the line; the Chinese one is official.', 'line.label'),
    unit: t.words('What it is measured in.', 'line.unit'),
    definition: t.maybeWords('The filling note; null: there is none.', 'line.definition'),
    computed: t.given('Boolean', 'False: no record can fill it.', ({ line }, { causeway }) =>
      isComputed(causeway, line),
    ),
    part: t.maybe(PartEnum, 'The side of the figure that it wants; null: the value.', 'line.part'),
    basis: t.maybe(BasisEnum, "What its period is; null: the indicator's first basis, or none.", 'line.basis'),
    at: t.maybe('String', 'MM-DD of a point in time; null: the usual day.', 'line.at'),
    yearOffset: t.given('Int', 'Added to the year of the form.', ({ line }) => line.yearOffset ?? 0),
    scope: t.maybe(ScopeEnum, "国外 or 国（境）外; null: the indicator's own, or none.", 'line.scope'),
    under: t.maybe('String', 'Number of the line that it is an "of which" of; null: of none.', 'line.under'),
    confidence: t.given(ConfidenceEnum, 'How sure we are of the wording.', 'line.confidence'),
  }),
})
