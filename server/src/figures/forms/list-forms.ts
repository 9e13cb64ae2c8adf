import { appendLines } from './append-lines.ts'
import type { Declaration } from '../indicators/definition.ts'
import type { FormDefinition, FormEdition } from './form-definition.ts'
import type { FormLine } from '../indicators/form-line.ts'
import { readShippedForms } from './read-forms.ts'

/** What says which official tables there are: a `Causeway`, or these two of it. */
export interface Declared {
  indicators: readonly Declaration[]
  ownForms?: readonly FormDefinition[]
}

export interface OfficialLine {
  form: FormDefinition
  edition: FormEdition
  line: FormLine
}

/** Every official table: those that ship, those of the operator in their place, and lines that indicators bring along. */
export function listForms(causeway: Declared): FormDefinition[] {
  const own = causeway.ownForms ?? []
  const shipped = readShippedForms().filter(({ id }) => !own.some((form) => form.id === id))
  return appendLines([...shipped, ...own], causeway.indicators)
}

/** The lines whose value is a figure of an indicator, or a side of one, in the order of forms and editions. */
export function linesOf(causeway: Declared, indicatorId: string): OfficialLine[] {
  return listLines(causeway, indicatorId, ({ indicator }) => [indicator])
}

/** As `linesOf`, with those that are made from a figure of it and another one. */
export function linesFedBy(causeway: Declared, indicatorId: string): OfficialLine[] {
  return listLines(causeway, indicatorId, ({ indicator, minus, plus, over }) => [
    indicator,
    ...[minus, plus, over].flatMap((operands) => (operands ? [operands.a.indicator, operands.b.indicator] : [])),
  ])
}

function listLines(
  causeway: Declared,
  indicatorId: string,
  indicatorsOf: (line: FormLine) => (string | undefined)[],
): OfficialLine[] {
  const declaration = causeway.indicators.find(({ id, code }) => id === indicatorId || code === indicatorId)
  if (!declaration) return []
  const asksFor = (line: FormLine) =>
    indicatorsOf(line).some((name) => name === declaration.id || name === declaration.code)
  return listForms(causeway).flatMap((form) =>
    form.editions.flatMap((edition) => edition.lines.filter(asksFor).map((line) => ({ form, edition, line }))),
  )
}
